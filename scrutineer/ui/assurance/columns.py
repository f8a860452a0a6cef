"""What the lists of judgements and of confirmations show."""

from __future__ import annotations

from collections.abc import Iterable

from scrutineer.domain.assurance import ConfirmationState, JudgedKind
from scrutineer.domain.dates import short_date
from scrutineer.domain.scale import NOT_ASSESSED, UNABLE, Rating
from scrutineer.domain.text import counted
from scrutineer.register.judgements import Subject
from scrutineer.register.judging import ConfirmedLine, JudgedLine
from scrutineer.ui.widgets.chip import Chip, Sign
from scrutineer.ui.widgets.columns import Column

_SIGN = {
    ConfirmationState.CONFIRMED: Sign.GOOD, ConfirmationState.PARTLY: Sign.FAIR,
    ConfirmationState.NOT_CONFIRMED: Sign.CAUTION, ConfirmationState.NOT_TESTED: Sign.NONE,
}  # fmt: skip


def place_of(subject: Subject, name: str) -> tuple[int, str]:
    """Where something else stands: items as their framework has them, then priorities and agencies by their names."""
    kind = JudgedKind(subject[0])
    return list(JudgedKind).index(kind), "" if kind is JudgedKind.FRAMEWORK_ITEM else name.casefold()


def in_order(lines: Iterable[JudgedLine]) -> list[JudgedLine]:
    """What is expected as it was given, and what else was judged after it."""
    return sorted(lines, key=lambda line: (0, "") if line.is_expected else place_of(line.subject, line.title))


def chip_of(rating: Rating) -> Chip:
    """A word of a scale with its sign."""
    return Chip(rating.word, Sign(rating.sign))


def state_chip(state: ConfirmationState) -> Chip:
    """Whether something could be confirmed."""
    return Chip(state.label, _SIGN[state])


def weight(line: JudgedLine) -> str:
    """`Improving · medium confidence · 2 kinds of evidence`; where nothing was looked at, there is nothing to weigh."""
    if line.now is None or line.now.rating == NOT_ASSESSED.code:
        return ""
    kinds = f"{counted(len(line.kinds), 'kind')} of evidence"
    kinds = kinds.replace(" ", "\u00a0", 1)      # the number stays with its word
    if line.now.rating == UNABLE.code:
        return kinds
    return f"{line.now.direction.label} · {line.now.confidence.label.lower()} · {kinds}"


def _not_given(line: JudgedLine) -> str:
    if line.now:
        return ""
    return "Not given yet" if line.is_expected else "Not given in this period"


def _word(line: JudgedLine) -> Chip | None:
    return chip_of(line.rating) if line.rating else None


def _beneath(line: JudgedLine) -> str:
    return f"Last time: {line.last_rating.word}" if line.last_rating and not line.now else weight(line)


def _overall(line: JudgedLine) -> str:
    return line.title if line.subject[0] == JudgedKind.OVERALL.value else ""


def _other(line: JudgedLine) -> str:
    """What is judged; what was not expected says to what it belongs."""
    if _overall(line):
        return ""
    return line.title if line.is_expected else f"{line.group}: {line.title}"


def _bottom_line(line: JudgedLine) -> str:
    view = line.now or line.last
    return view.bottom_line if view else ""


JUDGED = (
    Column("What I judge", _other, strong=_overall, second=_bottom_line, stretch=True),
    Column("My view", _not_given, chip=_word, second=_beneath, width=26),
)


def said_on(line: ConfirmedLine) -> str:
    """The day and how much shows it; before anything is said, what was found last time."""
    if line.confirmation is None:
        return f"Last time: {line.last.state.label.lower()}" if line.last else ""
    day = short_date(line.confirmation.confirmed_on)
    return " · ".join(filter(None, (day, counted(line.sources, "source") if line.sources else "")))


def _state(line: ConfirmedLine) -> Chip:
    return state_chip(line.state)


CONFIRMED = (
    Column("What the yearly report must be able to confirm", lambda line: line.title, stretch=True),
    Column("State", chip=_state, second=said_on, width=24),
)
