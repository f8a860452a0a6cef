"""What has changed in a year's plan since it was agreed, in words, read from the history alone.

What was done is no change of the plan; what was added, moved, re-worded, rolled over or dropped is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from scrutineer.domain.dates import month_of
from scrutineer.domain.entity import label_of
from scrutineer.domain.organisation import Serves
from scrutineer.domain.plan import PlanItem, PlanStatus, PlanVersion, Priority
from scrutineer.domain.serving import label_for
from scrutineer.domain.vocabulary import Term
from scrutineer.domain.year import in_days
from scrutineer.register.desk import Desk
from scrutineer.storage.history import Line
from scrutineer.storage.mapping import columns_of

_TOLD = ("planned_on", "days", "type", "level", "agency_ids", "priority_ids", "led_by", "my_part", "asked_by")


def since(desk: Desk, version: PlanVersion) -> list[str]:
    """A sentence for each change since a version was agreed, item by item, in the order of the plan's titles."""
    items = desk.reader.all(PlanItem, with_deleted=True, year=version.year)
    lines = desk.record.lines_of([version.id, *(one.id for one in items)])
    first = next(place for place, line in enumerate(lines) if line.entity_id == version.id)
    then: dict[str, dict[str, str | None]] = {}      # the value of each field as it was agreed, where it changed since
    before = {line.entity_id for line in lines[:first]}
    for line in lines[first:]:
        if line.entity_id != version.id:
            then.setdefault(line.entity_id, {}).setdefault(line.field, _known(line))
    names = desk.names() | {one.id: one.title for one in desk.reader.all(Priority, with_deleted=True)}
    found, serves = [], desk.partnership.serves
    for item in sorted(items, key=lambda one: one.title.casefold()):
        if item.id not in before:
            found += [] if item.deleted_at else [_added(item)]
        elif item.id in then:
            found += _changed(names, item, then[item.id], serves)
    return found


def _known(line: Line) -> str | None:
    return None if line.is_struck else line.old


def _added(item: PlanItem) -> str:
    facts = [month_of(item.planned_on), in_days(item.days) if item.days else "",
             "rolled over from the year before" if item.moved_from_id else ""]  # fmt: skip
    about = ", ".join(filter(None, facts))
    return f"Added: {item.title}{f' ({about})' if about else ''}."


def _changed(
    names: Mapping[str, str], item: PlanItem, then: Mapping[str, str | None], serves: Serves
) -> Iterator[str]:
    shown = item.for_others()
    if item.deleted_at:
        yield f"{item.title}: taken off the list."
        return
    if item.status is not PlanStatus.DONE and "status" in then and then["status"] != item.status.value:
        was = then["status"] or PlanStatus.PLANNED.value
        if item.status.needs_a_reason:
            yield f"{item.title}: {item.status.label.lower()}. {shown.reason.strip()}".rstrip()
        elif PlanStatus(was).needs_a_reason:
            yield f"{item.title}: back in the plan."
    if "title" in then and then["title"] != item.title:
        yield f"{item.title}: was called “{then['title']}”."
    columns = {column.name: column for column in columns_of(PlanItem)}
    for name in _TOLD:
        if name in then:
            values = columns[name].from_text(then[name]), getattr(item, name)
            was, now = (_words(names, value, serves) for value in values)
            if was != now:
                yield f"{item.title}: {_label(name)} {now or 'open'} instead of {was or 'open'}."


def _label(name: str) -> str:
    label = label_of(PlanItem, name)
    return label if name == "days" else label.lower()


def _words(names: Mapping[str, str], value: Any, serves: Serves) -> str:
    match value:
        case Term():
            return label_for(value, serves)
        case date():
            return month_of(value)
        case float() | int():
            return f"{value:g}"
        case tuple():
            return ", ".join(names.get(one, "?") for one in value)
    return ""
