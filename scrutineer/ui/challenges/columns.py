"""What the list of challenges shows, and which lines each filter leaves in it.

Ten thousand lines are counted and filtered by what is stored in them; words are made for those in sight.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from operator import attrgetter

from scrutineer.domain.challenge import Status, on_behalf
from scrutineer.domain.lines import ChallengeLine
from scrutineer.domain.reference import short
from scrutineer.ui.widgets.chip import Chip
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.filter_bar import Choice

FILTERS = (
    Choice("open", "Open"),
    Choice("awaited", "Answer awaited since"),
    Choice("me", "Waiting for me"),
    Choice("testing", "Testing impact"),
    Choice("drafts", "Drafts"),
    Choice("closed", "Closed"),
    Choice("all", "All"),
)

_ENDED = frozenset({Status.CLOSED.value, Status.WITHDRAWN.value})
_Rule = Callable[[ChallengeLine, str], object]      # a line, and today as ISO text
_RULES: dict[str, _Rule] = {
    "open": lambda line, _: line.is_open,
    "awaited": lambda line, today: line.is_awaited_late(today),
    "me": lambda line, _: line.for_me,
    "testing": lambda line, _: line.status == Status.TESTING_IMPACT.value,
    "drafts": lambda line, _: line.status == Status.DRAFT.value,
    "closed": lambda line, _: line.status in _ENDED,
}
_SPACE = "\u00a0"      # a space at which no line is broken
_PLACE = {status.value: place for place, status in enumerate(Status)}


def columns(today: Callable[[], date]) -> tuple[Column, ...]:
    """The three columns: what was asked of whom, how far it has come, for whom it waits."""
    return (
        Column(
            "Challenge", lambda line: line.title, second=_about, stretch=True,
            sort_key=lambda line: line.title.casefold(),
        ),
        Column(
            "Status", chip=lambda line: Chip(line.status_words), width=17,
            sort_key=lambda line: _PLACE[line.status],
        ),
        Column(
            "Waiting for", lambda line: _awaited(line, today()), strong=lambda line: _me(line, today()),
            clock=lambda line: _since(line, today()), sort_key=_soonest, width=22, right=True,
        ),
    )  # fmt: skip


def narrowed(lines: Iterable[ChallengeLine], agency_id: str, priority: str) -> list[ChallengeLine]:
    """The lines put to one agency (alone or jointly) and of one priority; "" is all."""
    return [
        line for line in lines
        if (not agency_id or agency_id in line.agencies) and (not priority or line.priority == priority)
    ]


def chosen(lines: list[ChallengeLine], code: str, today: date) -> list[ChallengeLine]:
    """The lines that a filter leaves."""
    rule, day = _RULES.get(code), today.isoformat()
    return [line for line in lines if rule(line, day)] if rule else lines


def tally(lines: list[ChallengeLine], today: date) -> dict[str, int]:
    """How many lines each filter would leave."""
    by_status = Counter(map(attrgetter("status"), lines))
    ended, drafts = sum(by_status[status] for status in _ENDED), by_status[Status.DRAFT.value]
    day = today.isoformat()
    return {
        "open": len(lines) - ended - drafts,
        "awaited": sum(1 for line in lines if line.next_due and line.next_due < day),
        "me": sum(1 for line in lines if line.for_me),
        "testing": by_status[Status.TESTING_IMPACT.value],
        "drafts": drafts, "closed": ended, "all": len(lines),
    }  # fmt: skip


def _about(line: ChallengeLine) -> str:
    return " · ".join(filter(None, (short(line.reference), line.put_to, on_behalf(line.put_for))))


def _me(line: ChallengeLine, today: date) -> str:
    waits = line.waits(today)
    if not waits.me:
        return ""
    return "me," if waits.due or waits.late else "me"


def _soonest(line: ChallengeLine) -> str | None:
    """What waits for me comes first, then the earliest day."""
    return "" if line.for_me or line.status == Status.DRAFT.value else line.next_on or None


def _awaited(line: ChallengeLine, today: date) -> str:
    """Who has time still, and last, before the clock, who was awaited first."""
    waits = line.waits(today)
    due = [f"{names}{_SPACE}·{_SPACE}{day}" if day else names for names, day in waits.due]
    return ", ".join([*due, *(names for names, _ in waits.late[:1])])


def _since(line: ChallengeLine, today: date) -> str:
    late = line.waits(today).late
    others = [f"{names} since {day}" for names, day in late[1:]]
    return ", ".join([*(f"since {day}" for _, day in late[:1]), *others])
