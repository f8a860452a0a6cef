"""The part that answers: what is my view, how sure am I, and on which evidence?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from scrutineer.domain.organisation import ReportingPeriod
from scrutineer.register import scales
from scrutineer.register.judgements import Subject
from scrutineer.register.judging import JudgedLine
from scrutineer.ui.assurance import columns, else_judged, judge, wording
from scrutineer.ui.assurance.judged import MEANINGS, JudgedDetail
from scrutineer.ui.assurance.period_part import PeriodPart
from scrutineer.ui.list_screen import RecordDetail
from scrutineer.ui.tools import Tools

_OF_THE_RECORD = frozenset({"changes", "link_evidence"})      # deeds about the judgement itself, not its subject


class JudgementsPart(PeriodPart):
    """Overall, the chosen framework's items, and what else was judged; S says that a view still is mine."""

    name = "Judgements"
    columns = columns.JUDGED
    shows = frozenset({
        "judgement", "reporting_period", "partnership", "local_framework", "local_wording", "evidence_link",
        "priority", "agency", "evidence", "activity", "finding",
    })  # fmt: skip

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.add_button("Definitions", "look", self._show_meanings)
        self.add_button("Something else", "judge-else", self._judge_else, icon="add")
        still = QShortcut(QKeySequence(Qt.Key.Key_S), self.table)
        still.setContext(Qt.ShortcutContext.WidgetShortcut)
        still.activated.connect(lambda: self._still(self.table.selected_id()))

    def make_detail(self) -> RecordDetail:
        """One judgement."""
        self._judged = JudgedDetail(self.tools, "Judgement")
        return self._judged

    def read(self, period: ReportingPeriod) -> Sequence[JudgedLine]:
        """What is expected first; a file that cannot be read is said above it."""
        lines = columns.in_order(self.register.judging.lines(period))
        self._judged.tell(lines, self.register.judgements.scale_of(period.id))
        left_out = [*self.register.frameworks.malformed(), *scales.malformed()]
        self.said.say(" ".join([*left_out, "It is left out; everything else is as usual."]) if left_out else "")
        return lines

    def ask(self, id_: str) -> None:
        """My view, on its sheet."""
        if self.period:
            period, subject = self.period, _subject(id_)
            self.tools.attempt(lambda: judge.ask(self.tools, self.window(), period, subject))

    def act(self, code: str, id_: str) -> None:
        """Giving a view, keeping one and wording an item are done here."""
        if code == "judge":
            self.ask(id_)
        elif code == "still":
            self._still(id_)
        elif code == "word":
            self.tools.attempt(lambda: wording.ask(self.tools, self.window(), _subject(id_)[1]))
        elif code in _OF_THE_RECORD and self.period:
            super().act(code, self.register.judgements.standing(self.period.id)[_subject(id_)].id)
        else:
            super().act(code, id_)

    def open(self, kind: str, id_: str) -> None:
        """Show one judgement in its period; of a framework or a wording, the list."""
        if kind == "judgement":
            found = self.register.judgements.get(id_)
            self.turn_to(found.period_id)
            self.table.select(":".join(found.subject))
            self.open_detail()

    def _still(self, id_: str) -> None:
        """Still my view, in one key; the next one that waits is chosen then."""
        period = self.period
        if not period or not id_:
            return

        def keep() -> str:
            judgements = self.register.judgements
            kept = judgements.still(period, _subject(id_))
            self._choose_next(id_)
            word = scales.scale(kept.scale).rating(kept.rating).word
            self.tools.say(f"Still my view: {word}. {judgements.called(kept)}", "Undo", lambda: judgements.remove(kept))
            return ""

        self.tools.attempt(keep)

    def _choose_next(self, id_: str) -> None:
        """The next in the list as it is sorted, and after the last the first again."""
        ids = [self.table.lines.line(row).id for row in range(self.table.lines.rowCount())]
        at = ids.index(id_)
        following = [one for one in (*ids[at + 1 :], *ids[:at]) if self._judged.waits(one)]
        if following:
            self.table.select(following[0])

    def _judge_else(self) -> None:
        if self.period:
            period = self.period
            self.tools.attempt(lambda: else_judged.ask(self.tools, self.window(), period))

    def _show_meanings(self) -> None:
        self.detail.show_record(MEANINGS)
        self.open_detail()


def _subject(id_: str) -> Subject:
    """What a line's id names."""
    kind, _, which = id_.partition(":")
    return kind, which
