"""How the rows of the register's Today become rows of cards: their buttons, their clock, and how many are shown.

A long card is folded: the most pressing rows, and one that says how many more there are. It unfolds a
score at a time, so that no card is ever slow to open.
"""

from __future__ import annotations

from collections.abc import Sequence

from scrutineer.domain.challenge import ImpactLevel
from scrutineer.register.today.rows import Row
from scrutineer.ui.widgets.card_row import CardRow
from scrutineer.ui.widgets.chip import Chip, Sign

MOST = 5            # rows that a tired eye takes in, and that leave room for six cards
FURTHER = 20        # so many more at each unfolding
FOLD = "fold"       # the kind of the row that unfolds its card or, with the id "less", folds it again
LESS = "less"
OPEN = "open"       # the code of a button that opens its record

_CHASE, _MAIL = ("chase", "Note a chase"), ("mail", "E-mail")
# What each deed of a row offers: the code of what the window is asked for, and the words on the button.
_DEEDS: dict[str, tuple[tuple[str, str], ...]] = {
    "chase": (_CHASE, _MAIL, ("move_date", "Move the date")),
    "remind": (_CHASE, _MAIL),
    "remind_action": (("chase_action", "Note a chase"), _MAIL, ("move_action", "Move the date")),
    "judge": (("view", "Give my view"),),
    "test": (("test", "Say how to test"),),
    "see": (("seen", "Note what I saw"),),
    "add_action": (("add_action", "Add an action"),),
    "settle": (("settle_escalation", "Note how it ended"),),
    "took_place": (("note", "Note what I saw"),),
    "put": (("put", "Put it"),),
    "feedback": (("feedback", "Give feedback"),),
    "keep": (("keep", "Kept"),),
    "pass_on": (("pass_on", "Pass on"),),
    "thank": (("thank", "Thank"),),
    "tell": (("tell", "They were told"),),
    "write": (("write", "Write"),),
    "go_on": ((OPEN, "Write"),),
    "close": (("close", "Say what changed"),),
    "retest": (("record_retest", "Say if it lasted"),),
    "plan_retest": (("plan_retest", "Plan a look"),),
    "change_action": (("change_action", "Fill in"),),
    "say_what_changed": (("say_what_changed", "Say what changed"),),
    "name_source": (("link_evidence", "Link evidence"),),
    "edit": (("edit", "Write it"),),
    "look": (("note", "Note or plan a visit"),),
}


def shown(rows: Sequence[Row], *, by_day: bool = False, most: int = MOST) -> list[CardRow]:
    """The most pressing rows, then how many more there are. With `by_day` the date comes first."""
    fits = len(rows) <= most + 1
    first = [_card_row(row, by_day=by_day) for row in (rows[:] if fits else rows[:most])]
    if not fits:
        first.append(CardRow(FOLD, "", f"and {len(rows) - most:,} more", is_quiet=True))
    elif most > MOST and len(rows) > MOST + 1:
        first.append(CardRow(FOLD, LESS, "show fewer", is_quiet=True))
    return first


def first_steps(*, has_agencies: bool, has_activities: bool) -> list[CardRow]:
    """What a new record needs of me before it can say anything."""
    steps = []
    if not has_agencies:
        steps.append(CardRow("agency", "", "First, add the agencies of the partnership",
                             "The three statutory partners are enough to begin with.",
                             actions=(("add_agency", "Add an agency"),)))
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
        chip=_chip(row), actions=_DEEDS.get(row.deed, ()), acts_on=row.deed_id, is_quiet=row.is_quiet,
    )


def _chip(row: Row) -> Chip | None:
    if row.changed is None:
        return None
    return Chip(row.when, Sign.GOOD if row.changed.rung >= ImpactLevel.PRACTICE_CHANGED.rung else Sign.FAIR)
