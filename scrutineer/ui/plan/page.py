"""The screen that answers: what will I look at this year, and with which days?

Items of the plan are shown as the year at a glance or as a list; agreed plans, priorities, principles and days
have a list of their own behind the same chips.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from scrutineer.domain.entity import Entity
from scrutineer.domain.year import year_of
from scrutineer.register.desk import Records
from scrutineer.ui import theme
from scrutineer.ui.list_screen import ListScreen, RecordDetail
from scrutineer.ui.plan import agreeing, columns, days, deciding, item, principles, priorities
from scrutineer.ui.plan.columns import PlanRow
from scrutineer.ui.plan.detail import PlanDetail
from scrutineer.ui.plan.year import YearGlance
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.words import Words

_Act = Callable[[Tools, QWidget, str], str]
_EDIT: dict[str, _Act] = {
    "plan_item": item.edit, "plan_version": agreeing.edit, "priority": priorities.ask, "principle": principles.ask,
    "time_entry": days.edit,
}  # fmt: skip
_OWN: dict[str, _Act] = {
    "begin": deciding.begin, "mark_done": deciding.mark_done, "roll_over": deciding.roll_over, "drop": deciding.drop,
    "put_back": deciding.put_back, "example": principles.example, "edit_example": principles.edit_example,
}  # fmt: skip
_ASIDE = {"statement", "agree_plan"}      # beside the one button that stands out
_AS_LIST, _AS_YEAR = "Show as a list", "Show the year at a glance"


class PlanScreen(ListScreen):
    """The plan, month by month, and what belongs to it."""

    title = "Plan"
    question = "What will I look at this year, and with which days?"
    shows = frozenset({
        "plan_item", "plan_version", "priority", "principle", "principle_example", "time_entry", "activity", "retest",
        "appointment", "agency", "note", "method",
    })  # fmt: skip
    filters = columns.FILTERS
    at_first = "year"
    nothing = columns.NOTHING
    of_their_own = frozenset(columns.FIRST)

    def build(self) -> None:
        """My days in a line; buttons that follow the chosen list; the year or the list, and its detail."""
        self._wants_year, self._was_seen, self._is_covered = True, False, False
        self._days = Words("", "soft", hides=True)
        self.add(self._days)
        super().build()
        self._switch = button(_AS_LIST, "open-other")
        self._switch.clicked.connect(self._turn)
        self.add_to_header(self._switch)
        self._adds = {
            "statement": self._deed("statement", "Statement of days"), "agree_plan": self._deed("agree_plan"),
            "priority": self._deed("priority"), "principles": self._deed("principles"), "time": self._deed("time"),
            "plan_item": self._deed("plan_item"),
        }  # fmt: skip
        self.table.selected.connect(self.year.choose)
        self.year.chosen.connect(self.table.select)
        self.year.opened.connect(self.enter)
        self.both.went_back.connect(self.take_keyboard)
        self.both.covered.connect(self._make_room)

    def _deed(self, code: str, words: str = "") -> QPushButton:
        said = words or next(words for deed, words in (*columns.FIRST.values(), columns.PLAN) if deed == code)
        made = button(said, code, primary=code not in _ASIDE, icon="add" if code == "plan_item" else "")
        made.clicked.connect(lambda: self.wanted.emit(code, ""))
        self.add_to_header(made)
        return made

    def make_left(self) -> QWidget:
        """The year at a glance, or the list."""
        self.year = YearGlance()
        self._left = QStackedWidget()
        self._left.addWidget(self.table)
        self._left.addWidget(self.year)
        return self._left

    def columns(self) -> Sequence[Column]:
        """What, how far, when."""
        return columns.COLUMNS

    def read(self, _ids: Sequence[str] | None) -> Sequence[PlanRow]:
        """Every line of every list; no year has many."""
        days_of = self.register.time.of_year(year_of(self.register.today()))
        self._days.say(f"{days_of.year.label}: {days_of.in_words()}")
        self._show_days()
        return columns.rows(self.register)

    def passes(self, line: Any, code: str) -> bool:
        """Whether a filter lists this line."""
        return columns.passes(line, code, self.register.today())

    def first_deed(self) -> tuple[str, str]:
        """What makes the first record of the list that is chosen."""
        return columns.first_of(self.bar.chosen)

    def make_detail(self) -> RecordDetail:
        """One record of the plan."""
        return PlanDetail(self.tools, "Plan")

    def was_listed(self, lines: Sequence[Any]) -> None:
        """Show the same items in their months, where the chosen list is one of items of a single year."""
        code, today = self.bar.chosen, self.register.today()
        can_show_year = code in columns.OF_ONE_YEAR and bool(lines)
        if can_show_year:
            self._begin_now(lines)
            year = year_of(today).next if code == "next" else year_of(today)
            self.year.show_year(year, [line.item for line in lines], today)
            self.year.choose(self.table.selected_id())
        shows_year = can_show_year and self._wants_year
        self._left.setCurrentWidget(self.year if shows_year else self.table)
        self.table.entitle(1, columns.beside_what(code))
        self._show_days()
        self._switch.setVisible(can_show_year)
        self._switch.setText(_AS_LIST if shows_year else _AS_YEAR)
        self._switch.setAccessibleName(self._switch.text())
        self._offer_deeds()

    def take_keyboard(self) -> None:
        """Typing begins on the year, or in the list."""
        if self._left.currentWidget() is self.year:
            self.year.take_keyboard()
        else:
            super().take_keyboard()

    def open(self, kind: str, id_: str) -> None:
        """Show one record, on the list that it stands on."""
        if kind == "principle_example":
            id_ = self.register.principle_examples.get(id_).principle_id or ""
        if not self.table.select(id_):
            self.bar.choose(columns.LIST_OF.get(kind) or self._list_of_item(id_))
        super().open(kind, id_)

    def act(self, code: str, id_: str) -> None:
        """What is decided about a record is asked here; the rest is asked of the window."""
        if code == "edit":
            self.ask_here(_EDIT[self._entity(id_).KIND], id_)
        elif code == "remove":
            self._remove(self._entity(id_))
        elif code in _OWN:
            self.ask_here(_OWN[code], id_)
        else:
            super().act(code, id_)

    def _list_of_item(self, id_: str) -> str:
        row = self.reading.lines.get(id_)
        return next((code for code in columns.OF_ONE_YEAR if row and self.passes(row, code)), "all")

    def _entity(self, id_: str) -> Entity:
        assert isinstance(self.detail, PlanDetail)
        return self.detail.entity(id_)

    def _remove(self, entity: Entity) -> None:
        """Take it off its list, and offer to put it back."""
        keepers: dict[str, Records[Any]] = {"priority": self.register.priorities, "time_entry": self.register.time}
        keeper = keepers[entity.KIND]
        keeper.remove(entity)

        def put_back() -> None:
            keeper.save(entity)

        self.tools.say("Taken off the list.", "Put it back", put_back)

    def _begin_now(self, lines: Sequence[PlanRow]) -> None:
        """When the plan is first seen, what comes next is chosen, not what was done in April."""
        if self._was_seen:
            return
        self._was_seen = True
        first_day = self.register.today().replace(day=1)
        ahead = (row.id for row in lines if row.item and row.item.standing.is_to_do
                 and (row.item.item.planned_on or date.max) >= first_day)  # fmt: skip
        self.table.select(next(ahead, ""))

    def _offer_deeds(self) -> None:
        """The buttons of the list that is chosen; in a narrow window those that stand beside are left to the menu."""
        code = self.bar.chosen
        deeds = columns.DEEDS.get(code, ("agree_plan", "plan_item"))
        for name, made in self._adds.items():
            made.setVisible(name in deeds and not (len(deeds) > 1 and name in _ASIDE and theme.is_narrow(self)))

    def _make_room(self, is_covered: bool) -> None:
        """In a narrow window everything else makes room for the record that is read."""
        self.make_room(is_covered)
        self._is_covered = is_covered
        self._show_days()

    def _show_days(self) -> None:
        """My days in a line, which a low window has for the list of them alone."""
        has_room = not theme.is_low(self) or self.bar.chosen == "time"
        self._days.setVisible(bool(self._days.said()) and has_room and not self._is_covered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window may have become narrow or wide."""
        super().resizeEvent(event)
        self._offer_deeds()
        self._show_days()

    def _turn(self) -> None:
        self._wants_year = self._left.currentWidget() is not self.year
        self._list()
        self.take_keyboard()
