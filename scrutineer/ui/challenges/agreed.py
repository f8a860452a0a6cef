"""One agreed action: what will be done by whom until when, and what is reported and seen of it, side by side."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.dates import day_month, short_date
from scrutineer.domain.organisation import Serves
from scrutineer.domain.update import ProgressUpdate, Side
from scrutineer.register.dossier import Agreed, Part
from scrutineer.ui.challenges import grounds
from scrutineer.ui.challenges.sides import Column, Sides
from scrutineer.ui.challenges.written_on import Around, Sheet, offer
from scrutineer.ui.widgets.steps import Step
from scrutineer.ui.widgets.words import Words

_REPORTED = {
    ActionStatus.OPEN: "not begun", ActionStatus.IN_PROGRESS: "in progress", ActionStatus.DONE: "done",
    ActionStatus.DROPPED: "dropped",
}  # fmt: skip
_OPEN = (
    Step("done", "Reported done"), Step("seen", "Note what I saw"),
    Step("reported", "Note what they report", quiet=True), Step("change_action", "Edit", quiet=True),
    Step("drop", "Drop with a reason", quiet=True),
)
_SETTLED = (Step("seen", "Note what I saw", quiet=True), Step("reported", "Note what they report", quiet=True))


def write(sheet: Sheet, agreed: Agreed, one: Part, around: Around) -> None:
    """From what was agreed to what may be done with it."""
    action = agreed.action
    sheet.section("Action agreed")
    sheet.narrative(action.text)
    if facts := " · ".join(filter(None, _facts(agreed, around.today))):
        sheet.words(facts, "small")
    sheet.add(Sides(
        Column(Side.REPORTED.label, _reported(sheet, agreed)),
        Column(Side.SEEN.label, _seen(sheet, agreed, one, around.serves)),
    ))
    if not one.part.status.is_ended:
        offer(sheet, action.id, _SETTLED if action.status.is_settled else _OPEN)


def _facts(agreed: Agreed, today: date) -> tuple[str, ...]:
    action = agreed.action
    due = f"due {day_month(action.due_on)}" if action.due_on and not action.status.is_settled else ""
    if action.is_overdue(today):
        due = f"awaited since {day_month(action.due_on)}"
    known = f"known by: {action.measure}" if action.measure else ""
    return action.owner_role, due, agreed.ledger, known


def _reported(sheet: Sheet, agreed: Agreed) -> list[QWidget]:
    """The newest line first; the action itself where it was recorded without lines."""
    lines = [one for one in agreed.updates if one.side is Side.REPORTED][::-1]
    found: list[QWidget] = []
    for one in lines:
        found += _line(sheet, one, _REPORTED[one.status] if one.status else "noted", is_first=one is lines[0])
    return found if any(one.status for one in lines) else [*found, *_of_the_action(sheet, agreed.action)]


def _of_the_action(sheet: Sheet, action: Action) -> list[QWidget]:
    if action.status is ActionStatus.OPEN:
        return [Words("nothing yet", "soft")]
    day = short_date(action.done_on or action.dropped_on)
    found: list[QWidget] = [Words(", ".join(filter(None, (_REPORTED[action.status], day))))]
    if action.dropped_because.strip():
        found.append(sheet.formatted(action.dropped_because))
    return found


def _seen(sheet: Sheet, agreed: Agreed, one: Part, serves: Serves) -> list[QWidget]:
    lines = [update for update in agreed.updates if update.side is Side.SEEN][::-1]
    if not lines:
        seen, day = agreed.action.seen, short_date(agreed.action.seen_on)
        return [Words(", ".join(filter(None, (_lower(seen.label), day))) if seen else "not seen yet", "soft")]
    found: list[QWidget] = []
    for update in lines:
        said = _lower(update.seen.label) if update.seen else "noted"
        found += _line(sheet, update, said, is_first=update is lines[0])
        linked = grounds.of_record(one.evidence, update.id)
        if linked:
            kinds = grounds.kinds_in_words((shown.kind for shown in linked), serves)
            found.append(Words(f"shown by: {kinds}", "small"))
    return found


def _line(sheet: Sheet, update: ProgressUpdate, said: str, *, is_first: bool) -> list[QWidget]:
    """`done, 3 Oct 2026 · the head of service`, and its words beneath; what came before the newest is softer."""
    private = " · private to me" if "text" in update.private else ""
    source = f" · {update.source}" if update.source else ""
    words = f"{said}, {short_date(update.noted_on)}{source}{private}"
    found: list[QWidget] = [Words(words, "" if is_first else "small")]
    if update.text.strip():
        found.append(sheet.formatted(update.text))
    return found


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
