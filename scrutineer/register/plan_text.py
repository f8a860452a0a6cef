"""The plan of a year as text: what was agreed is kept so, and can be read when the record has moved on.

It is written for those who agree it: what is private to the scrutineer is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scrutineer.domain.activity import AskedBy, LedBy, MyPart
from scrutineer.domain.dates import month_of
from scrutineer.domain.organisation import Serves
from scrutineer.domain.plan import PlanLine, Standing
from scrutineer.domain.serving import label_for
from scrutineer.domain.text import counted, one_line
from scrutineer.domain.year import Year, in_days

_ENDS = (".", "?", "!")
_MARKUP = re.compile(r"([\\`*_\[\]<>#|])")


def in_markdown(year: Year, lines: Iterable[PlanLine], serves: Serves) -> str:
    """The plan month by month, each item with what it is and why; then what rolled over or was dropped, and why."""
    everything = list(lines)
    in_plan = [line for line in everything if line.standing.is_in_the_plan]
    days = sum(line.item.days for line in in_plan)
    invited = sum(line.item.asked_by is not AskedBy.SCRUTINEER for line in in_plan)
    told = f"{counted(len(in_plan), 'item')}, {in_days(days)} of the scrutineer"
    if invited:
        told += f"; {invited} asked for by others"
    parts = [f"Plan of scrutiny {year.label}: {told}."]
    month = None
    for line in in_plan:
        heading = month_of(line.item.planned_on) or "No month yet"
        if heading != month:
            parts.append(f"### {heading}")
            month = heading
        parts.append("\n\n".join(_item(line, serves)))
    gone = [line for line in everything if not line.standing.is_in_the_plan]
    if gone:
        parts.append("### No longer in the plan")
        parts.append("\n".join(f"- {_gone(line)}" for line in gone))
    return "\n\n".join(parts)


def _item(line: PlanLine, serves: Serves) -> Iterator[str]:
    item = line.item.for_others()
    facts = [label_for(item.type, serves), item.level.label, line.agencies,
             f"priorities: {line.priorities}" * bool(line.priorities), who(line, serves),
             f"{in_days(item.days)} of the scrutineer" if item.days else ""]  # fmt: skip
    title = item.title if item.title.endswith(_ENDS) else f"{item.title}."
    yield f"**{plain(title)}** {plain('; '.join(filter(None, facts)))}."
    if item.why.strip():
        yield item.why.strip()


def who(line: PlanLine, serves: Serves) -> str:
    """Who leads it, what my part is and who asked, where that is not simply the scrutineer."""
    item, found = line.item, []
    if item.led_by is not LedBy.SCRUTINEER:
        found.append(f"led by: {label_for(item.led_by, serves).lower()}")
    if item.my_part is not MyPart.LED:
        found.append({MyPart.TOOK_PART: "the scrutineer takes part", MyPart.OVERSAW: "the scrutineer oversees it",
                      MyPart.READ_RESULT: "the scrutineer reads the result"}[item.my_part])  # fmt: skip
    if item.asked_by is not AskedBy.SCRUTINEER:
        asked_by = label_for(item.asked_by, serves)
        found.append(f"asked for by: {asked_by[:1].lower()}{asked_by[1:]}")
    return "; ".join(found)


def _gone(line: PlanLine) -> str:
    item = line.item.for_others()
    where = f" to {line.moved_to}" if line.standing is Standing.ROLLED_OVER and line.moved_to else ""
    why = f" {one_line(item.reason)}" if item.reason.strip() else ""
    return f"{plain(item.title)}: {line.standing.label.lower()}{where}.{why}"


def plain(words: str) -> str:
    """Words in which nothing is taken for Markdown."""
    return _MARKUP.sub(r"\\\1", words)
