"""The page to type on while a meeting happens: the lines that were kept, and below them the line to type.

Every line is in the record as soon as it is kept; the one that is being typed is kept as a draft. What a line becomes
is the register's business.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.domain.errors import Invalid, ScrutineerError
from scrutineer.domain.meeting_page import LineKind, MeetingLine, Told
from scrutineer.ui import sheets
from scrutineer.ui.drafts import RecordDraft
from scrutineer.ui.meetings import minute
from scrutineer.ui.meetings.composer import Composer
from scrutineer.ui.meetings.kept import CHANGE, DOWN, MINUTE, OPEN, PUT, TAKE_OUT, UP, KeptLines
from scrutineer.ui.theme import SMALL
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import Option

_PAUSE = 1000      # milliseconds without a key before a draft is worth keeping


class TypingPage(QWidget):
    """One meeting at a time; `open_requested(kind, id)` and `wanted(deed, id)` as a screen says them."""

    open_requested = Signal(str, str)
    wanted = Signal(str, str)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._pages = tools.register.meeting_pages
        self.meeting_id = ""
        self._lines = KeptLines()
        self._composer = Composer(tools.desk)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._keep_draft)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(SMALL)
        body.addWidget(self._lines, 1)
        body.addWidget(self._composer)
        self.setFocusProxy(self._composer)
        self._composer.kept.connect(self._keep)
        self._composer.left.connect(self._lines.go_to)
        self._composer.edited.connect(self._timer.start)
        self._lines.left.connect(self._composer.setFocus)
        self._lines.wished.connect(self._grant)

    def show_meeting(self, meeting_id: str) -> None:
        """Show the page of a meeting, with what was being typed when it was last left."""
        if meeting_id != self.meeting_id:
            self.finish()
            self.meeting_id = ""
            self._composer.begin()
            self._composer.let_go(self._composer.line().subject_id or "")
        is_new, self.meeting_id = not self.meeting_id, meeting_id
        self.refresh()
        draft = self._draft.kept() if is_new else {}
        if draft.get("text"):
            self._composer.restore(draft, self._pages.find(draft.get("line")))

    def refresh(self) -> None:
        """Read the lines again, and what they may be about."""
        if not self.meeting_id:
            return
        self._composer.offer(self._pages.subjects(self.meeting_id), self._agencies())
        self._lines.show_lines(self._pages.shown(self.meeting_id))

    def finish(self) -> None:
        """What is being typed is kept as a draft."""
        if self._timer.isActive():
            self._timer.stop()
            self._keep_draft()

    def _agencies(self) -> list[Option]:
        """Agencies by the name that is said in a meeting, with the whole one where that is another."""
        short = {one.id: one.short_name for one in self._tools.register.agencies.current()}
        return [
            Option(one.id, f"{short[one.id]} · {one.label}" if short[one.id] not in {"", one.label} else one.label)
            for one in sheets.agencies(self._tools)
        ]

    @property
    def _draft(self) -> RecordDraft:
        return RecordDraft(self._tools.register, f"meeting_page:{self.meeting_id}")

    def _keep_draft(self) -> None:
        if not self.meeting_id:
            return
        with suppress(ScrutineerError):      # tried again at the next pause, and when the page is left
            words = self._composer.draft()
            if words:
                self._draft.keep(words)
            elif self._draft.kept():
                self._draft.forget()

    def _keep(self, line: MeetingLine, told: Told) -> None:
        """Keep what was typed; what is missing is said below the line, and nothing is lost."""
        line = replace(line, meeting_id=self.meeting_id)
        try:
            kept = self._pages.keep(line, told)
        except Invalid as invalid:
            self._composer.show_problems(invalid.problems)
            return
        except ScrutineerError as error:
            self._tools.messages.show_error(error)
            return
        self._composer.begin()
        if kept.made_kind == "recommendation":      # it is decided: the next line is about something else
            self._composer.let_go(kept.subject_id or "")
        self._timer.stop()
        self._keep_draft()
        self._composer.setFocus()

    def _grant(self, code: str, line_id: str) -> None:
        """Do what was asked with a line that was kept."""
        line = self._pages.get(line_id)
        acts: dict[str, Callable[[], object]] = {
            CHANGE.code: lambda: self._composer.change(line, self._pages.told_of(line)),
            TAKE_OUT.code: lambda: self._take_out(line),
            UP.code: lambda: self._pages.move(line_id, -1),
            DOWN.code: lambda: self._pages.move(line_id, 1),
            OPEN.code: lambda: self.open_requested.emit(line.made_kind, line.made_id or ""),
            PUT.code: lambda: self.wanted.emit("put", line.made_id or ""),
            MINUTE.code: lambda: self._say(minute.ask_line(self._tools, self, line_id)),
        }
        try:
            acts.get(code, lambda: self._turn(line, code))()
        except Invalid as invalid:
            self._tools.say(" ".join(problem.sentence for problem in invalid.problems))
        except ScrutineerError as error:
            self._tools.messages.show_error(error)

    def _turn(self, line: MeetingLine, code: str) -> None:
        """Make a kept line another kind; where that needs more words, it is changed below with what is missing."""
        turned = replace(line, kind=LineKind(code))
        try:
            self._pages.keep(turned)
        except Invalid as invalid:
            if any(problem.field == "kind" for problem in invalid.problems):
                raise
            self._composer.change(turned, Told())
            self._composer.show_problems(invalid.problems)

    def _take_out(self, line: MeetingLine) -> None:
        """It can be put back as long as the notice stands."""
        told = self._pages.told_of(line)
        self._pages.take_out(line.id)
        said = "The line is taken out, with what it became."
        self._tools.say(said, "Put it back", lambda: self._put_back(line, told))

    def _put_back(self, line: MeetingLine, told: Told) -> None:
        with self._tools.register.desk.act():
            note = self._pages.keep(replace(line, kind=LineKind.NOTE, made_kind="", made_id=None))
            self._pages.keep(replace(note, kind=line.kind), told)

    def _say(self, sentence: str) -> None:
        if sentence:
            self._tools.say(sentence)
