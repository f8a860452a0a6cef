"""How the kinds of line are spoken of and reached, and how a line's choices are put into words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from scrutineer.domain.challenge import Position
from scrutineer.domain.dates import WorkingDays, near_date
from scrutineer.domain.meeting_page import LineKind
from scrutineer.domain.recommendation import Decision, Recommendation
from scrutineer.domain.text import counted
from scrutineer.ui.widgets.fields import Option

# Alt and this letter make a line what it is: the first letter of its name.
LETTERS: Mapping[LineKind, str] = {kind: kind.label[0] for kind in LineKind}
KINDS: Mapping[str, LineKind] = {letter: kind for kind, letter in LETTERS.items()}

_POSITIONS = [Option(one.value, one.label) for one in (Position.NOTED, *Position) if one.is_said]
_DECISIONS = [
    Option(Decision.ACCEPTED.value, "accepted"), Option(Decision.AMENDED.value, "accepted as amended"),
    Option(Decision.DECLINED.value, "declined with reason"), Option(Decision.AWAITED.value, "left for later"),
]  # fmt: skip


def as_options(kind: LineKind, subject_kind: str) -> Sequence[Option]:
    """What more is said of a line: the position of an answer, or what was decided of a recommendation."""
    if kind is LineKind.ANSWER:
        return list(dict.fromkeys(_POSITIONS))
    return _DECISIONS if kind is LineKind.DECISION and subject_kind == Recommendation.KIND else []


def keys_of(kind: LineKind) -> str:
    """`Alt+A`."""
    return f"Alt+{LETTERS[kind]}"


def kept_words(kept: Sequence[tuple[LineKind, int]]) -> str:
    """`2 answers, 1 strength`; notes are not counted."""
    return ", ".join(counted(number, kind.label.lower()) for kind, number in kept if kind is not LineKind.NOTE)


def deadline(due_on: date | None, is_issued: bool, today: date, calendar: WorkingDays) -> str:
    """`papers due 4 Dec, 9 working days left`; of a day that has passed, that it has."""
    if due_on is None:
        return ""
    if is_issued:
        return f"papers were due {near_date(due_on, today)}; one is issued"
    if due_on < today:
        return f"papers were due {near_date(due_on, today)}"
    days = calendar.between(today, due_on)
    left = "today" if due_on == today else f"{counted(days, 'working day')} left"
    return f"papers due {near_date(due_on, today)}, {left}"
