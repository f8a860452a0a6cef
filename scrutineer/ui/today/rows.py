"""How the rows of the register's Today become rows of cards: their buttons, their clock, and how many are shown.

A long card is folded: the most pressing rows, and one that says how many more there are.
"""

from __future__ import annotations

from collections.abc import Sequence

from scrutineer.register.today import Row
from scrutineer.ui.widgets.card import CardRow
from scrutineer.ui.widgets.chip import Chip, Sign

MOST = 5            # rows that a tired eye takes in, and that leave room for four cards
FOLD = "fold"       # the kind of the row that unfolds and folds its card

_DEEDS: dict[str, tuple[tuple[str, str], ...]] = {
    "chase": (("chase", "Note a chase"), ("move_date", "Move the date")),
    "remind": (("chase", "Note a chase"),),
    "feedback": (("feedback", "Give feedback"),),
    "keep": (("keep", "Kept"),),
    "pass_on": (("pass_on", "Pass on"),),
    "thank": (("thank", "Thank"),),
    "write": (("write", "Write"),),
}
_PRACTICE_CHANGED = 3      # the rung from which on a change was seen, not only decided


def shown(rows: Sequence[Row], *, by_day: bool = False, unfolded: bool = False) -> list[CardRow]:
    """The most pressing rows, then how many more there are; or all of them. With `by_day` the date comes first."""
    fits = len(rows) <= MOST + 1
    first = [_card_row(row, by_day=by_day) for row in (rows if fits or unfolded else rows[:MOST])]
    if fits:
        return first
    words = "show fewer" if unfolded else f"and {len(rows) - MOST:,} more"
    return [*first, CardRow(FOLD, "", words, is_quiet=True)]


def first_steps(*, has_agencies: bool, has_activities: bool) -> list[CardRow]:
    """What a new record needs of me before it can say anything."""
    steps = []
    if not has_agencies:
        steps.append(CardRow("agency", "", "First, add the agencies of the partnership",
                             "The three statutory partners are enough to begin with."))
    if not has_activities:
        steps.append(CardRow("activity", "", "Note what you saw, strengths first",
                             "A visit, a meeting or an audit: what, when, where and with whom.",
                             actions=(("note", "Note what I saw"),)))
    return steps


def _card_row(row: Row, *, by_day: bool) -> CardRow:
    plain = "" if row.is_late or row.changed or by_day else row.when
    return CardRow(
        row.kind, row.id, row.title, row.detail,
        lead=row.when if by_day else "", right=plain, clock=row.when if row.is_late and not by_day else "",
        chip=_chip(row), actions=_buttons(row), acts_on=row.deed_id,
    )


def _buttons(row: Row) -> tuple[tuple[str, str], ...]:
    """Before its date nobody is chased, but may ask for more time."""
    buttons = _DEEDS.get(row.deed, ())
    return tuple(one for one in buttons if row.is_late or one[0] != "chase")


def _chip(row: Row) -> Chip | None:
    if row.changed is None:
        return None
    return Chip(row.when, Sign.GOOD if row.changed.rung >= _PRACTICE_CHANGED else Sign.FAIR)
