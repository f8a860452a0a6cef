"""The Meetings room: meetings and recommendations behind filter chips, and the page to type on.

It routes: the lists are told by `columns`, the right side by `detail` and `recommendation`, `typing` takes the lines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from scrutineer.domain.dates import short_date
from scrutineer.domain.meeting_page import MeetingLine
from scrutineer.domain.organisation import Meeting
from scrutineer.ui.agencies import acts
from scrutineer.ui.list_screen import RecordDetail
from scrutineer.ui.meetings import columns, minute, sheets
from scrutineer.ui.meetings.columns import MEETINGS, NO_MEETING, NOTHING
from scrutineer.ui.meetings.detail import MeetingDetail
from scrutineer.ui.meetings.recommendation import RecommendationDetail
from scrutineer.ui.meetings.typing import TypingPage
from scrutineer.ui.screen import Screen
from scrutineer.ui.theme import SMALL
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.empty import Empty
from scrutineer.ui.widgets.filter_bar import FilterBar
from scrutineer.ui.widgets.list_and_detail import ListAndDetail
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.table import RecordTable

_RECOMMENDATIONS = "recommendations"


class MeetingsScreen(Screen):
    """What was said, what was decided, and what became of it."""

    title = "Meetings"
    question = "What was said, and what was decided?"
    shows = frozenset({
        "meeting", "meeting_line", "body", "paper", "recommendation", "action", "reply", "response", "finding",
        "undertaking", "challenge", "addressee", "agency", "note", "evidence_link",
    })  # fmt: skip

    def build(self) -> None:
        """Buttons, chips, two lists each with its detail, and the page to type on."""
        self._lines: Sequence[Any] = ()
        self._recommend = self._head("recommend", "Write a recommendation")
        self._add = self._head("add-meeting", "Add a meeting")
        self._type = self._head("type-now", "Type what is said", primary=True)
        self._back = button("Back to the list", "back-to-list", quiet=True, icon="back")
        self._back.clicked.connect(self._leave_typing)
        self._back.hide()
        self.add_to_header(self._back)
        self._bar = FilterBar(columns.FILTERS)
        self._bar.changed.connect(self._turn)
        self._empty = Empty(NOTHING["all"], "Write a recommendation")
        no_meeting = Empty(NO_MEETING, "Add a meeting")
        self._empty.wanted.connect(lambda: self._do("recommend", ""))
        no_meeting.wanted.connect(lambda: self._do("add-meeting", ""))
        self._tables = {
            MEETINGS: self._table(MEETINGS, columns.meeting_columns(self.register.today, self.register.working_days),
                                  no_meeting),
            _RECOMMENDATIONS: self._table(
                _RECOMMENDATIONS, columns.recommendation_columns(self.register.today), self._empty
            ),
        }  # fmt: skip
        self._details: dict[str, RecordDetail] = {
            MEETINGS: MeetingDetail(self.tools, "The meeting"),
            _RECOMMENDATIONS: RecommendationDetail(self.tools, "The recommendation"),
        }
        self._both = self._put_beside()
        self._typing = TypingPage(self.tools)
        self._typing.open_requested.connect(self.open_requested)
        self._typing.wanted.connect(self.wanted)
        self._whole = QStackedWidget()
        self._whole.addWidget(_over(self._bar, self._both))
        self._whole.addWidget(self._typing)
        self.add(self._whole, 1)

    def _head(self, code: str, words: str, *, primary: bool = False) -> QWidget:
        made = button(words, code, primary=primary, icon="edit" if primary else "add")
        made.clicked.connect(lambda: self._do(code, ""))
        self.add_to_header(made)
        return made

    def _table(self, code: str, shown: Sequence[Column], empty: Empty) -> RecordTable:
        table = RecordTable(shown, code.capitalize(), empty=empty)
        table.setObjectName(f"list-{code}")
        table.selected.connect(lambda id_, code=code: self._details[code].show_record(id_))
        table.opened.connect(self._enter)
        table.clicked.connect(lambda _index: self._both.open_detail())
        return table

    def _put_beside(self) -> ListAndDetail:
        self._listed, self._read = QStackedWidget(), QStackedWidget()
        for code, table in self._tables.items():
            self._listed.addWidget(table)
            self._read.addWidget(self._details[code])
            # Queued, because the button that was pressed goes when the record is written anew.
            self._details[code].acted.connect(self._do, Qt.ConnectionType.QueuedConnection)
            self._details[code].open_requested.connect(self.open_requested)
        preferences = self.tools.preferences
        both = ListAndDetail(self._listed, self._read, preferences.splitter(self.title))
        both.moved.connect(lambda state: preferences.keep_splitter(self.title, state))
        both.covered.connect(self.make_room)
        self.step_aside(self._bar)
        return both

    # What the window asks

    def refresh(self, _ids: frozenset[str]) -> None:
        """Read both lists again, and the page that is typed on."""
        meetings, self._lines = self.register.meeting_pages.rows(), self.register.recommendations.lines()
        today = self.register.today()
        self._bar.count({MEETINGS: len(meetings)} | {
            choice.code: sum(columns.passes(line, choice.code, today) for line in self._lines)
            for choice in columns.FILTERS if choice.code != MEETINGS
        })  # fmt: skip
        self._tables[MEETINGS].show_lines(meetings)
        self._type.setVisible(bool(meetings) and not self._is_typing)
        shown = self._details[self._part].shown
        self._turn()
        if shown and shown == self._details[self._part].shown:
            self._details[self._part].show_record(shown)
        if self._is_typing:
            self._typing.refresh()

    def open(self, kind: str, id_: str) -> None:
        """Show one meeting, or one recommendation; for a line, the page on which it was typed."""
        if kind == MeetingLine.KIND:
            kind, id_ = Meeting.KIND, self.register.meeting_pages.get(id_).meeting_id or ""
            if not self.register.stood_on:      # of a past day there is nothing to type
                self._start_typing(id_)
                return
        self._leave_typing()
        part = MEETINGS if kind == Meeting.KIND else _RECOMMENDATIONS
        if part != self._part:
            self._bar.choose(MEETINGS if part == MEETINGS else "all")
        if not self._tables[part].select(id_) and part != MEETINGS:
            self._bar.choose("all")
            self._tables[part].select(id_)
        self._details[part].show_record(id_)
        self._enter()

    def finish(self) -> None:
        """The line that is being typed is kept as a draft."""
        self._typing.finish()

    # What is shown

    @property
    def _part(self) -> str:
        return MEETINGS if self._bar.chosen == MEETINGS else _RECOMMENDATIONS

    @property
    def _is_typing(self) -> bool:
        return self._whole.currentIndex() == 1

    def _turn(self) -> None:
        """Show the list of the chosen chip, and what is selected in it."""
        code, part = self._bar.chosen, self._part
        table = self._tables[part]
        if part == _RECOMMENDATIONS:
            today = self.register.today()
            self._empty.say(NOTHING[code if self._lines else "all"])
            table.show_lines([line for line in self._lines if columns.passes(line, code, today)])
        self._listed.setCurrentWidget(table)
        self._listed.setFocusProxy(table)
        self._read.setCurrentWidget(self._details[part])
        if not table.selected_id() and self._both.shows_both():
            table.select_first()
        self._details[part].show_record(table.selected_id())

    def _enter(self, _id: str = "") -> None:
        self._both.open_detail()
        self._details[self._part].setFocus(Qt.FocusReason.OtherFocusReason)

    def _start_typing(self, meeting_id: str) -> None:
        """The page of a meeting, over the whole width of the room."""
        meeting = self.register.meetings.get(meeting_id)
        self._typing.show_meeting(meeting_id)
        self._both.go_back()      # the header, with the way back, is there again
        self.entitle(f"{self.register.meetings.called(meeting)}, {short_date(meeting.held_on)}")
        self._whole.setCurrentIndex(1)
        self._show_buttons()
        self._typing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_typing(self) -> None:
        if not self._is_typing:
            return
        self._typing.finish()
        self.entitle(self.title)
        self._whole.setCurrentIndex(0)
        self._show_buttons()
        self._bar.choose(MEETINGS)
        self._tables[MEETINGS].select(self._typing.meeting_id)
        self._tables[MEETINGS].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self) -> None:
        for made in (self._recommend, self._add, self._type):
            made.setVisible(not self._is_typing)
        self._back.setVisible(self._is_typing)

    # What is done

    def _do(self, code: str, id_: str) -> None:
        """A deed of ours, or one of the window's."""
        self.tools.attempt(lambda: self._done(code, id_))

    def _done(self, code: str, id_: str) -> str:
        here: dict[str, Callable[[Tools, QWidget, str], str]] = {
            "recommend": sheets.write, "decide": sheets.decide, "follow": sheets.follow, "embed": sheets.test,
            "minutes": minute.ask, "add-meeting": acts.ACTS["add-meeting"],
        }  # fmt: skip
        if code in here:
            return here[code](self.tools, self, id_)
        if code in {"type", "type-now"}:
            self._start_typing(id_ or self._tables[MEETINGS].selected_id() or self._nearest())
        elif code == "edit_meeting":
            return acts.change(self.tools, self, self.register.meetings.get(id_))
        elif code == "remove_meeting":
            acts.remove(self.tools, self.register.meetings.get(id_))
        else:
            self.wanted.emit(code, id_)
        return ""

    def _nearest(self) -> str:
        """The meeting of today, otherwise the one that was last or comes next, whichever is nearer."""
        today = self.register.today()
        rows = self.register.meeting_pages.rows()
        return min(rows, key=lambda row: abs((row.held_on - today).days)).id


def _over(above: QWidget, below: QWidget) -> QWidget:
    """One above the other; what stands below takes the room."""
    held = QWidget()
    body = QVBoxLayout(held)
    body.setContentsMargins(0, 0, 0, 0)
    body.setSpacing(SMALL)
    body.addWidget(above, 0)
    body.addWidget(below, 1)
    return held
