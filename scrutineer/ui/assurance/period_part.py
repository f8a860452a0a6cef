"""A part over one period: the period above, a list on the left, what is chosen in it on the right.

What is listed, how it is shown and what Enter asks is told by the part that is made of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from scrutineer.domain.organisation import ReportingPeriod
from scrutineer.register.judgements import period_key, period_on
from scrutineer.ui.assurance.part import Part
from scrutineer.ui.list_screen import RecordDetail
from scrutineer.ui.theme import MEDIUM
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.empty import Empty
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.list_and_detail import ListAndDetail
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.table import RecordTable
from scrutineer.ui.widgets.words import Words

_NO_PERIOD = "A judgement is made for a period, and there is none yet for this year."
_BEGIN = "Begin this year’s quarters"


class PeriodPart(Part):
    """Its subclass fills in what is particular, from `name` to `ask`."""

    name: ClassVar[str]
    columns: ClassVar[Sequence[Column]]

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.period: ReportingPeriod | None = None
        self._choice = ChoiceField(optional=False)
        self._choice.call("period", "Period")
        self._choice.edited.connect(self._turn)
        self.row = FlowRow(across=MEDIUM)
        self.row.add(self._choice)
        self._buttons: FlowRow | None = None
        self.said = Words("", "soft", hides=True)
        empty = Empty(_NO_PERIOD, _BEGIN)
        empty.wanted.connect(self._begin)
        self.table = RecordTable(self.columns, self.name, empty=empty)
        self.detail = self.make_detail()
        preferences = tools.preferences
        self.both = ListAndDetail(self.table, self.detail, preferences.splitter(self.name))
        self.both.moved.connect(lambda state: preferences.keep_splitter(self.name, state))
        self.table.selected.connect(self.detail.show_record)
        self.table.clicked.connect(lambda _index: self.open_detail())
        self.table.opened.connect(self._enter)
        # Queued, because the button that was pressed goes when the record is written anew.
        self.detail.acted.connect(self.act, Qt.ConnectionType.QueuedConnection)
        self.detail.open_requested.connect(self.open_requested)
        self.both.covered.connect(self.cover)
        self.both.covered.connect(lambda is_covered: self.row.setVisible(not is_covered))
        self.body.addWidget(self.row)
        self.body.addWidget(self.said)
        self.body.addWidget(self.both, 1)
        self.setFocusProxy(self.table)

    def make_detail(self) -> RecordDetail:
        """The right side."""
        raise NotImplementedError

    def read(self, period: ReportingPeriod) -> Sequence[Any]:
        """The lines of a period, in order; the detail may be told of them here."""
        raise NotImplementedError

    def ask(self, id_: str) -> None:
        """Ask on a sheet about the line with this id."""
        raise NotImplementedError

    def act(self, code: str, id_: str) -> None:
        """A button of the detail was pressed: what is not the part's own deed is asked of the window."""
        self.wanted.emit(code, id_)

    def add_button(self, words: str, name: str, act: Callable[[], object], *, icon: str = "") -> None:
        """A button at the right end above the list."""
        made = button(words, name, small=True, icon=icon)
        made.clicked.connect(act)
        if self._buttons is None:
            self._buttons = FlowRow(across=MEDIUM)      # where the line is full they go on the next together
            self._buttons.add(made)
            self.row.add(self._buttons, at_end=True)
            QWidget.setTabOrder(self._choice, made)
        else:
            self._buttons.add(made)

    def refresh(self, _ids: frozenset[str]) -> None:
        """Read the periods and the list again, and what is chosen in it."""
        known = sorted(self.register.periods.all(), key=period_key, reverse=True)
        began = [one for one in known if one.starts_on and one.starts_on <= self.register.today()]
        usual = self.period or period_on(began, self.register.today())
        self.period = next((one for one in began if usual and one.id == usual.id), None)
        self._choice.offer([Option(one.id, one.words) for one in began])
        self._choice.set_value(self.period.id if self.period else None)
        self._list()

    def open_detail(self) -> None:
        """Show the right side, in a narrow window over the list, with the keyboard in it."""
        self.both.open_detail()
        if not self.both.shows_both():
            self.detail.setFocus()

    def turn_to(self, period_id: str | None) -> None:
        """Show another period."""
        self.period = self.register.periods.find(period_id)
        self.refresh(frozenset())

    def _list(self) -> None:
        shown = self.detail.shown
        self.table.show_lines(self.read(self.period) if self.period else ())
        if not self.table.selected_id() and self.both.shows_both():
            self.table.select_first()
        if self.detail.shown == shown:
            self.detail.show_record(shown)

    def _turn(self) -> None:
        self.turn_to(self._choice.value())

    def _begin(self) -> None:
        self.register.periods.ensure_quarters(self.register.today())
        self.refresh(frozenset())

    def _enter(self, id_: str) -> None:
        """Enter asks where the record is read beside the list; otherwise, and of a past day, it is read first."""
        if self.register.stood_on or not self.both.shows_both():
            self.open_detail()
        else:
            self.ask(id_)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a wide window something is always chosen."""
        super().resizeEvent(event)
        if self.both.shows_both() and not self.table.selected_id():
            self.table.select_first()
