"""What the list of actions shows, and which lines each filter lists: agreed actions, and my own promises."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from scrutineer.domain.action import ActionStatus, Seen
from scrutineer.domain.dates import WorkingDays, iso_date, near_date
from scrutineer.domain.extension import Ledger
from scrutineer.domain.lines import ActionLine
from scrutineer.domain.reference import short
from scrutineer.domain.text import opening
from scrutineer.reports.markdown import plain
from scrutineer.ui.widgets.chip import Chip
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.filter_bar import Choice

FILTERS = (
    Choice("open", "Open"), Choice("late", "Awaited since"), Choice("unseen", "Reported done, not seen yet"),
    Choice("done", "Done or dropped"), Choice("promises", "My promises"), Choice("all", "All"),
)  # fmt: skip
NOTHING = {
    "open": "No action is open: everything that was agreed is reported done, or dropped with its reason.",
    "late": "No action is awaited since a day that has passed.",
    "unseen": "You have seen all that is reported done, or have said that you could not.",
    "done": "What agencies report as done will stand here, with what you have seen of it.",
    "promises": "What you promise to others belongs here: “Note a promise” is the place to begin.",
    "all": (
        "What agencies agree to do stands here, with what they report and what you have seen. It begins with an "
        "answer: record it, and agree the action there."
    ),
}
_LONGEST = 200      # characters of a first sentence


_RULES: dict[str, Callable[[ActionLine, date], bool]] = {
    "open": lambda line, _: line.is_open,
    "late": lambda line, today: line.is_late(today.isoformat()),
    "unseen": lambda line, _: line.awaits_a_look,
    "done": lambda line, _: not line.is_open,
}


def passes(line: ActionLine, code: str, today: date) -> bool:
    """Whether a filter lists this line; promises are listed under their own, and under all."""
    if code == "all":
        return True
    if code == "promises" or line.is_promise:
        return code == "promises" and line.is_promise
    return _RULES[code](line, today)


def columns(today: Callable[[], date], calendar: Callable[[], WorkingDays]) -> tuple[Column, ...]:
    """What will be done and by whom, by when, and what is reported and seen of it."""
    return (
        Column("Action", lambda line: what(line.text), second=_who, stretch=True,
               sort_key=lambda line: what(line.text).casefold()),
        Column("By when", lambda line: _due(line, today()), clock=lambda line: _since(line, today()),
               second=lambda line: ledger_of(line, calendar), width=18, sort_key=lambda line: line.due_on or None),
        Column("Reported and seen", chip=_reported, second=lambda line: _seen(line, today()), width=19,
               sort_key=lambda line: (line.status, line.seen or "")),
    )  # fmt: skip


def what(text: str) -> str:
    """What will be done, in its first sentence."""
    return opening(plain(text), _LONGEST)


def ledger_of(line: ActionLine, calendar: Callable[[], WorkingDays]) -> str:
    """`second date, 7 working days later than first agreed`; nothing while the first date stands."""
    if not (line.moves and line.first_due_on and line.due_on):
        return ""
    last = iso_date(line.due_on)
    return Ledger((iso_date(line.first_due_on), *[last] * line.moves)).in_words(calendar())


def _who(line: ActionLine) -> str:
    if line.is_promise:
        return f"I promised {line.party}" if line.party else "I promised"
    reference = short(line.reference) if line.reference else ""
    return " · ".join(filter(None, (line.party, line.owner, reference)))


def _due(line: ActionLine, today: date) -> str:
    if not line.is_open:
        return ""
    if not line.due_on:
        return "no date yet"
    return "" if line.is_late(today.isoformat()) else f"due {near_date(iso_date(line.due_on), today)}"


def _since(line: ActionLine, today: date) -> str:
    late = line.due_on and line.is_late(today.isoformat())
    return f"awaited since {near_date(iso_date(line.due_on or ''), today)}" if late else ""


def _reported(line: ActionLine) -> Chip:
    if line.is_promise:
        return Chip("To keep" if line.is_open else "Kept")
    return Chip(ActionStatus(line.status).label)


def _seen(line: ActionLine, today: date) -> str:
    if line.is_promise:
        return f"on {near_date(iso_date(line.done_on), today)}" if line.done_on else ""
    if not line.seen:
        return "not looked at yet"
    day = f" on {near_date(iso_date(line.seen_on), today)}" if line.seen_on else ""
    return f"{Seen(line.seen).label}{day}"
