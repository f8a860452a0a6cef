"""The year at a glance: its months from the top down, each with what is planned for it, and where today is.

Every item is a mark with its words, which wrap and are never cut off; how far it has come is told by word and
shape. One Tab leads in, the arrow keys go from mark to mark. It shows lines and knows nothing of the record.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from scrutineer.domain.dates import month_name
from scrutineer.domain.plan import PlanLine
from scrutineer.domain.year import Year, in_days
from scrutineer.ui import theme
from scrutineer.ui.plan.mark import Mark
from scrutineer.ui.theme import LARGE, MEDIUM, SMALL, TINY
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.words import Words

_NAME_WIDTH = 13      # digits for the name of a month and its days
_DOT = 5              # pixels from the middle of a month's dot to its edge


class YearGlance(QScrollArea):
    """`show_year(…)`; says `chosen(id)` when a mark is come to, `opened(id)` when it is to be read."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("The year at a glance")
        self.setProperty("panel", True)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._marks: list[Mark] = []
        self._chosen = ""
        self._follows = False      # the chosen mark, until somebody scrolls: months grow once they know their width
        self.verticalScrollBar().actionTriggered.connect(self._let_go)
        self.verticalScrollBar().rangeChanged.connect(self._follow, Qt.ConnectionType.QueuedConnection)

    def show_year(self, year: Year, lines: Sequence[PlanLine], today: date) -> None:
        """Show these items of a year; the mark that had the keyboard has it again, if it is still there."""
        held = next((mark.line.id for mark in self._marks if mark.hasFocus()), "")
        place = self.verticalScrollBar().value()
        self._marks = [self._mark(line) for line in lines]
        sheet = QWidget()
        sheet.setProperty("plain", True)
        body = QVBoxLayout(sheet)
        body.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        body.setSpacing(0)
        for month in year.months:
            marks = [mark for mark in self._marks if _is_in(mark.line, month)]
            body.addWidget(_Month(month_name(month), marks, is_now=_is_month(month, today),
                                  is_past=month < today.replace(day=1), is_first=month == year.starts_on,
                                  is_last=month == year.months[-1]))  # fmt: skip
        open_ones = [mark for mark in self._marks if mark.line.item.planned_on is None]
        if open_ones:
            body.addWidget(_Month("No month yet", open_ones, is_alone=True))
        body.addStretch(1)
        self.setWidget(sheet)
        self._marks = [mark for month in sheet.findChildren(_Month) for mark in month.marks]
        self.choose(self._chosen)
        self.verticalScrollBar().setValue(place)
        if held:
            self.take_keyboard(held)

    def choose(self, id_: str) -> None:
        """Mark one item as the chosen one; Tab leads to it, or else to the first."""
        self._follows = self._follows or id_ != self._chosen
        self._chosen = id_
        for mark in self._marks:
            mark.setChecked(mark.line.id == id_)
        entry = next((mark for mark in self._marks if mark.isChecked()), next(iter(self._marks), None))
        for mark in self._marks:
            mark.setFocusPolicy(Qt.FocusPolicy.StrongFocus if mark is entry else Qt.FocusPolicy.ClickFocus)
        self._follow()

    def take_keyboard(self, id_: str = "") -> None:
        """Put the keyboard on an item's mark; on the chosen one, or the first, unless named."""
        wanted = id_ or self._chosen
        mark = next((one for one in self._marks if one.line.id == wanted), next(iter(self._marks), None))
        if mark:
            mark.setFocus(Qt.FocusReason.TabFocusReason)

    def _follow(self) -> None:
        chosen = next((mark for mark in self._marks if mark.isChecked()), None)
        if chosen and self._follows:
            self.ensureWidgetVisible(chosen)

    def _let_go(self) -> None:
        self._follows = False

    def _mark(self, line: PlanLine) -> Mark:
        mark = Mark(line)
        mark.clicked.connect(lambda: self._open(line.id))
        mark.stepped.connect(lambda step: self._step(mark, step))
        return mark

    def _open(self, id_: str) -> None:
        self.choose(id_)
        self.chosen.emit(id_)
        self.opened.emit(id_)

    def _step(self, mark: Mark, step: int) -> None:
        place = self._marks.index(mark) + step
        if 0 <= place < len(self._marks):
            there = self._marks[place]
            self.choose(there.line.id)
            there.setFocus(Qt.FocusReason.TabFocusReason)
            self.chosen.emit(there.line.id)


class _Month(QFrame):
    """A month: its name and its days on the left, a line with a dot that runs down the year, its marks on the right."""

    def __init__(
        self, name: str, marks: Sequence[Mark], *, is_now: bool = False, is_past: bool = False, is_first: bool = False,
        is_last: bool = False, is_alone: bool = False,
    ) -> None:
        super().__init__()
        self.marks = list(marks)
        self._is_now, self._is_past, self._is_alone = is_now, is_past, is_alone
        self._is_first, self._is_last = is_first, is_last
        self._name = Words(name, "strong" if is_now else "")
        days = sum(mark.line.item.days for mark in marks if mark.line.standing.is_in_the_plan)
        about = ", ".join(filter(None, ("now" if is_now else "", in_days(days) if days else "")))
        left = QVBoxLayout()
        left.setContentsMargins(0, TINY, 0, TINY)
        left.setSpacing(0)
        left.addWidget(self._name)
        left.addWidget(Words(about, "small", hides=True))
        left.addStretch(1)
        held = QWidget()
        held.setLayout(left)
        held.setFixedWidth(theme.characters(self, _NAME_WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * LARGE)
        row.addWidget(held, 0, Qt.AlignmentFlag.AlignTop)
        flow = FlowRow(across=SMALL, down=SMALL, top=True)
        flow.setContentsMargins(0, TINY, 0, SMALL)
        for mark in self.marks:
            flow.add(mark)
        row.addWidget(flow, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line down the year; the dot of a month that is past or now is filled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        across = theme.characters(self, _NAME_WIDTH) + LARGE
        middle = self._name.mapTo(self, self._name.rect().topLeft()).y() + self._name.fontMetrics().height() / 2
        if not self._is_alone:
            painter.setPen(QPen(theme.colour("line"), 2))
            painter.drawLine(QPointF(across, middle if self._is_first else 0),
                             QPointF(across, middle if self._is_last else self.height()))  # fmt: skip
        filled = self._is_now or self._is_past
        painter.setPen(QPen(theme.colour("accent" if self._is_now else "field_line"), 2))
        painter.setBrush(theme.colour("accent" if self._is_now else "field_line" if filled else "paper"))
        painter.drawEllipse(QPointF(across, middle), _DOT + self._is_now, _DOT + self._is_now)


def _is_in(line: PlanLine, month: date) -> bool:
    return line.item.planned_on is not None and _is_month(month, line.item.planned_on)


def _is_month(month: date, day: date) -> bool:
    return (month.year, month.month) == (day.year, day.month)
