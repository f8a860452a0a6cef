"""What the two lists of this room show: meetings, and recommendations with what became of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from scrutineer.domain.dates import WorkingDays, near_date, short_date
from scrutineer.domain.meeting_page import MeetingRow
from scrutineer.domain.recommendation import Decision, Embedded, RecommendationLine, RecommendationSource
from scrutineer.domain.reference import short
from scrutineer.domain.text import counted, opening
from scrutineer.reports.markdown import plain
from scrutineer.ui.meetings.words import deadline, kept_words
from scrutineer.ui.widgets.chip import Chip, Sign
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.filter_bar import Choice

MEETINGS = "meetings"
FILTERS = (
    Choice(MEETINGS, "Meetings"), Choice("awaiting", "Recommendations to decide"), Choice("to_do", "To be done"),
    Choice("to_test", "To test"), Choice("embedded", "Embedded"), Choice("all", "All recommendations"),
)  # fmt: skip
NOTHING = {
    "awaiting": "No recommendation awaits a decision.",
    "to_do": "No recommendation that was taken up is still being done.",
    "to_test": "Nothing is to be tested: no recommendation has all its actions settled, or its day behind it.",
    "embedded": "What you have seen become what people do will stand here, with what shows it.",
    "all": (
        "Recommendations belong here: your own from your papers, and those of reviews, audits and inspections, "
        "each with what was decided and what became of it."
    ),
}
NO_MEETING = "Meetings belong here: when papers are due, and what was said and decided at them."
SIGNS = {Embedded.EMBEDDED: Sign.GOOD, Embedded.PARTLY: Sign.FAIR, Embedded.NOT_EMBEDDED: Sign.CAUTION}
_LONGEST = 200      # characters of a first sentence


def passes(line: RecommendationLine, code: str, today: date) -> bool:
    """Whether a filter lists this recommendation."""
    return code == "all" or {
        "awaiting": line.is_awaiting, "to_do": line.is_to_do(today), "to_test": line.is_to_test(today),
        "embedded": line.embedded is Embedded.EMBEDDED,
    }[code]  # fmt: skip


def meeting_columns(today: Callable[[], date], calendar: Callable[[], WorkingDays]) -> Sequence[Column]:
    """Which meeting, by when its papers must be in, and what was kept there."""

    def due(row: MeetingRow) -> str:
        if not row.is_coming:
            return f"minute {row.minute_ref}" if row.minute_ref else ""
        return deadline(row.papers_due_on, row.is_issued, today(), calendar())

    return (
        Column("Meeting", lambda row: row.body, stretch=True, sort_key=lambda row: row.body.casefold(),
               second=lambda row: kept_words(row.kept) or row.place or None),
        Column("On", lambda row: near_date(row.held_on, today()), width=12, sort_key=lambda row: row.held_on,
               second=lambda row: "today" if row.held_on == today() else "to come" if row.is_coming else None),
        Column("Papers, and minute", due, width=22, sort_key=lambda row: row.papers_due_on),
    )  # fmt: skip


def recommendation_columns(today: Callable[[], date]) -> Sequence[Column]:
    """What is recommended, what was decided, and what became of it."""
    return (
        Column("Recommendation", lambda line: what(line.wording), second=origin, stretch=True,
               sort_key=lambda line: line.reference),
        Column("Decision", chip=lambda line: Chip(line.decision.label), second=lambda line: line.decided or None,
               width=20, sort_key=lambda line: list(Decision).index(line.decision)),
        Column("What became of it", chip=became, second=lambda line: _following(line, today()), width=20,
               sort_key=lambda line: list(Embedded).index(line.embedded)),
    )  # fmt: skip


def what(text: str) -> str:
    """What is recommended, in its first sentence."""
    return opening(plain(text), _LONGEST)


def origin(line: RecommendationLine) -> str:
    """`R-2026-001 · for LA, Police`; of another source also which one."""
    source = "" if line.source is RecommendationSource.SCRUTINEER else line.source.label
    whose = ", ".join(filter(None, (source, line.source_title)))
    return " · ".join(filter(None, (short(line.reference), whose, f"for {line.agencies}" if line.agencies else "")))


def became(line: RecommendationLine) -> Chip | None:
    """Whether it is embedded, with the sign that says so; nothing before there is anything to test."""
    if not line.decision.is_taken_up:
        return None
    return Chip(line.embedded.label, SIGNS.get(line.embedded, Sign.STEP))


def _following(line: RecommendationLine, today: date) -> str:
    """`1 of 2 actions open`, and by when it is to be done."""
    if line.is_settled or line.is_awaiting:
        return ""
    actions = f"{line.open_actions} of {counted(line.actions, 'action')} open" if line.actions else "no action yet"
    if line.due_on is None:
        return actions
    return f"{actions}, by {near_date(line.due_on, today) if line.due_on >= today else short_date(line.due_on)}"
