"""One meeting in full: its papers and their deadline, what it decided, what was said, and what came of that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from scrutineer.domain.dates import long_date
from scrutineer.domain.meeting_page import LineKind, LineShown
from scrutineer.domain.organisation import Meeting
from scrutineer.domain.paper import PaperStatus
from scrutineer.domain.recommendation import Recommendation
from scrutineer.domain.reference import short
from scrutineer.domain.text import opening
from scrutineer.reports.markdown import plain
from scrutineer.ui.list_screen import EVERY_CHANGE, TAKE_OFF, RecordDetail, edit
from scrutineer.ui.meetings.words import deadline
from scrutineer.ui.widgets.card import Card
from scrutineer.ui.widgets.card_row import CardRow
from scrutineer.ui.widgets.chip import Chip
from scrutineer.ui.widgets.steps import Step

_PLURAL = {
    LineKind.DECISION: "Decisions", LineKind.STRENGTH: "Strengths", LineKind.ANSWER: "Answers",
    LineKind.QUESTION: "Questions", LineKind.CONCERN: "Concerns", LineKind.PROMISE: "Promises", LineKind.NOTE: "Notes",
}  # fmt: skip


class MeetingDetail(RecordDetail):
    """Written anew from the register each time."""

    def write(self, id_: str) -> None:
        """Everything about one meeting."""
        register = self.register
        meeting = register.meetings.get(id_)
        lines = register.meeting_pages.shown(id_)
        papers = register.papers.all(meeting_id=id_)
        self.kicker(" · ".join(filter(None, (register.meetings.called(meeting), meeting.place))))
        self.title(long_date(meeting.held_on))
        is_issued = any(one.status is PaperStatus.ISSUED for one in papers)
        due = deadline(meeting.papers_due_on, is_issued, register.today(), register.working_days())
        minute = f"minute {meeting.minute_ref}" if meeting.minute_ref else ""
        if words := " · ".join(filter(None, (due, minute))):
            self.words(words[:1].upper() + words[1:], "soft")
        self.steps(self._steps(meeting, lines), id_)
        self._rows("Papers for it", [
            CardRow("paper", one.id, one.title, one.reference, right=one.status.label) for one in papers
        ], "No paper is begun for it.")  # fmt: skip
        asked = [one for paper in papers for one in register.recommendations.of_paper(paper.id)]
        asked += [one for one in register.recommendations.all(meeting_id=id_) if one not in asked]
        if asked:
            self._rows("Recommendations", [self._recommendation(one) for one in asked])
        self._said(lines)
        if meeting.note:
            self.section("Note")
            self.narrative(meeting.note)
        self.notes(id_)

    def _steps(self, meeting: Meeting, lines: Sequence[LineShown]) -> list[Step]:
        heard = [one for one in lines if one.line.kind is LineKind.ANSWER] or not meeting.minute_ref
        is_over = meeting.held_on is not None and meeting.held_on <= self.register.today()
        minute = [Step("minutes", "The minutes have come")] if is_over and lines and heard else []
        return [
            Step("type", "Type what is said", primary=True), *minute, Step("write", "Begin a paper for it"),
            edit("edit_meeting"), TAKE_OFF._replace(code="remove_meeting"), EVERY_CHANGE,
        ]  # fmt: skip

    def _said(self, lines: Sequence[LineShown]) -> None:
        """What was kept there: decisions first, strengths before concerns, each opening what it became."""
        for kind, heading in _PLURAL.items():
            mine = [one for one in lines if one.line.kind is kind]
            if mine:
                self._rows(heading, [self._line(one) for one in mine])

    @staticmethod
    def _line(shown: LineShown) -> CardRow:
        line = shown.line
        minute = f"minute {line.minute_ref}" if line.minute_ref else ""
        detail = " · ".join(filter(None, (shown.who, shown.about, shown.became, minute)))
        if line.made_id and line.made_kind != "note":
            return CardRow(line.made_kind, line.made_id, line.text, detail)
        return CardRow(line.subject_kind or line.KIND, line.subject_id or line.id, line.text, detail)

    @staticmethod
    def _recommendation(one: Recommendation) -> CardRow:
        return CardRow(one.KIND, one.id, opening(plain(one.wording), 200), short(one.reference),
                       chip=Chip(one.decision.label))  # fmt: skip

    def _rows(self, title: str, rows: Sequence[CardRow], empty: str = "") -> None:
        card = Card(title, empty, flat=True)
        card.show_rows(rows)
        card.opened.connect(self.open_requested, Qt.ConnectionType.QueuedConnection)
        self.add(card)


