"""The Agencies screen: five lists behind filter chips, and on the right the record that is chosen.

It routes: the lists are told by `lists`, the right side is written by `detail`, deeds ask on their own sheets.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from scrutineer.ui.agencies.acts import ACTS, change, remove
from scrutineer.ui.agencies.detail import PartnershipDetail
from scrutineer.ui.agencies.lists import LISTS, Listing
from scrutineer.ui.screen import Screen
from scrutineer.ui.widgets.empty import Empty
from scrutineer.ui.widgets.filter_bar import Choice, FilterBar
from scrutineer.ui.widgets.list_and_detail import ListAndDetail
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.table import RecordTable


class AgenciesScreen(Screen):
    """Agencies, groups, boards and meetings, people, and the partnership's own rules."""

    title = "Agencies"
    question = "Who is in the partnership, and what stands between us?"
    shows = frozenset({
        "agency", "agency_group", "agency_succession", "body", "meeting", "contact", "partnership", "scrutineer",
        "appointment", "closed_days", "reporting_period", "challenge", "addressee", "response", "activity",
        "finding", "undertaking", "conflict",
    })  # fmt: skip

    def build(self) -> None:
        """Buttons, chips, lists and detail."""
        self._lines: dict[str, dict[str, Any]] = {one.code: {} for one in LISTS}
        self._adds = {code: button(words, code, primary=not place, icon="" if place else "add")
                      for one in LISTS for place, (code, words) in enumerate(one.adds)}  # fmt: skip
        for code, made in self._adds.items():
            made.clicked.connect(lambda _checked=False, code=code: self._do(code, ""))
        for made in reversed(self._adds.values()):      # the primary one stands last
            self.add_to_header(made)
        self._bar = FilterBar([Choice(one.code, one.label) for one in LISTS])
        self._bar.changed.connect(self._turn)
        self.add(self._bar)
        self._tables = {one.code: self._table(one) for one in LISTS}
        self._stack = QStackedWidget()
        for table in self._tables.values():
            self._stack.addWidget(table)
        self._detail = PartnershipDetail(self.tools, "What is chosen")
        # Queued, because the button that was pressed goes when the record is written anew.
        self._detail.acted.connect(self._do, Qt.ConnectionType.QueuedConnection)
        self._detail.open_requested.connect(self.open_requested)
        preferences = self.tools.preferences
        self._both = ListAndDetail(self._stack, self._detail, preferences.splitter("agencies"))
        self.step_aside(self._bar)
        self._both.covered.connect(self.make_room)
        self._both.moved.connect(lambda state: preferences.keep_splitter("agencies", state))
        self.add(self._both, 1)

    def _table(self, listing: Listing) -> RecordTable:
        empty = Empty(listing.empty, listing.first[1])
        empty.wanted.connect(lambda: self._do(listing.first[0], ""))
        table = RecordTable(listing.columns(self.register.today()), listing.label, empty=empty)
        table.setObjectName(f"list-{listing.code}")
        table.selected.connect(lambda id_, code=listing.code: self._show(code, id_))
        table.opened.connect(self._enter)
        table.clicked.connect(lambda _index: self._both.open_detail())
        return table

    def refresh(self, ids: frozenset[str]) -> None:
        """Read every list again; what was just added is chosen, otherwise what was chosen stays so."""
        before = {id_ for lines in self._lines.values() for id_ in lines}
        for one in LISTS:
            lines = one.lines(self.register)
            self._lines[one.code] = {line.id: line for line in lines}
            self._tables[one.code].show_lines(lines)
        self._bar.count({code: len(lines) for code, lines in self._lines.items() if code != "partnership"})
        new = [id_ for id_ in self._lines[self._bar.chosen] if id_ in ids - before]
        if new:
            self._tables[self._bar.chosen].select(new[0])
        self._turn()

    def open(self, kind: str, id_: str) -> None:
        """Show one record in its list; of what stands on no list, the room alone."""
        code = next((one.code for one in LISTS if kind in one.kinds), "")
        if not code:
            return
        if code != self._bar.chosen:
            self._bar.choose(code)
        self._tables[code].select(id_)
        self._enter()

    def _turn(self) -> None:
        """Show the list of the chosen chip, its buttons, and what is selected in it."""
        listing = next(one for one in LISTS if one.code == self._bar.chosen)
        wanted = {code for code, _ in listing.adds}
        for code, made in self._adds.items():
            made.setVisible(code in wanted)
        table = self._tables[listing.code]
        self._stack.setCurrentWidget(table)
        self._stack.setFocusProxy(table)
        if not table.selected_id() and self._both.shows_both():
            table.select_first()
        self._show(listing.code, table.selected_id())

    def _show(self, code: str, id_: str) -> None:
        if code == self._bar.chosen:
            line = self._lines[code].get(id_)
            self._detail.show_one("agency" if code == "agencies" else line.kind if line else "", id_ if line else "")

    def _enter(self, _id: str = "") -> None:
        self._both.open_detail()
        self._detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, code: str, id_: str) -> None:
        """A deed of ours, or one of the window's."""
        self.tools.attempt(lambda: self._done(code, id_))

    def _done(self, code: str, id_: str) -> str:
        if code in ACTS:
            return ACTS[code](self.tools, self, id_)
        if code in {"edit", "remove"}:
            entity = self._detail.entity(id_)
            if code == "edit":
                return change(self.tools, self, entity)
            remove(self.tools, entity)
            return ""
        self.wanted.emit(code, id_)
        return ""
