"""A date as people type it: `12 Mar 2026`, `12/3/26`, `today`, `+10` working days; or picked from a page."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from scrutineer.domain.dates import parse_date, short_date
from scrutineer.ui import theme
from scrutineer.ui.theme import SMALL, TINY
from scrutineer.ui.widgets import field
from scrutineer.ui.widgets.field import Desk
from scrutineer.ui.widgets.parts import icon_button


class DateField(QWidget):
    """A line that understands dates, and a button for the calendar. Empty is None."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._calendar: _Calendar | None = None
        self._line = _Line()
        self._line.setPlaceholderText("12 Mar 2026 or +10")
        self._line.textEdited.connect(self._say_edited)
        self._line.left.connect(self._tidy)
        self._line.opened.connect(self._pick)
        self._button = icon_button("calendar", "Choose a date (Alt+Down)")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)      # a day is typed: Tab goes on to the next field
        self._button.clicked.connect(self._pick)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TINY)
        row.addWidget(self._line, 1)
        row.addWidget(self._button)
        self.setFocusProxy(self._line)

    def call(self, name: str, label: str) -> None:
        """Name it."""
        field.name_it(self._line, name, label)
        field.name_it(self._button, f"{name}-calendar", f"{label}: choose a date")

    def suggest(self, words: str) -> None:
        """Say in the empty line what is taken when nothing is typed."""
        self._line.setPlaceholderText(words)

    def value(self) -> Any:
        """The date, or None."""
        try:
            return self._parsed()
        except ValueError:
            return None

    def set_value(self, value: Any) -> None:
        """Show a date as `12 Mar 2026`."""
        self._line.setText(short_date(value))

    def problem(self) -> str:
        """Why what is typed is no date."""
        try:
            self._parsed()
        except ValueError as problem:
            return str(problem)
        return ""

    def draft(self) -> str:
        """What is typed."""
        return self._line.text()

    def restore(self, draft: str) -> None:
        """Type it again."""
        self._line.setText(draft)
        self.edited.emit()

    def mark(self, sentence: str) -> None:
        """Show that something is wrong."""
        field.mark(self._line, sentence)

    def _say_edited(self) -> None:
        self.edited.emit()

    def _parsed(self) -> date | None:
        return parse_date(self._line.text(), self._desk.today(), self._desk.working_days())

    def _tidy(self) -> None:
        """Leaving the field, `+10` becomes the date it means.

        A field of a sheet that is closed is left too, later, when the record may be closed already: it keeps still.
        """
        if self.isVisible() and not self.problem():
            self.set_value(self.value())

    def _pick(self) -> None:
        if self._calendar is None:
            self._calendar = _Calendar(self)
            self._calendar.picked.connect(self._picked)
        self._calendar.open_at(self.value() or self._desk.today(), self.mapToGlobal(QPoint(0, self.height())))

    def _picked(self, day: QDate) -> None:
        self.set_value(date(day.year(), day.month(), day.day()))
        self._line.setFocus()
        self.edited.emit()


class _Line(QLineEdit):
    left = Signal()
    opened = Signal()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(theme.characters(self, 18) + 2 * SMALL, hint.height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F4 or Alt+Down shows the days, as they show what a list holds."""
        is_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if is_down or event.key() == Qt.Key.Key_F4:
            self.opened.emit()
            return
        super().keyPressEvent(event)


class _Calendar(QFrame):
    picked = Signal(QDate)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("panel", True)
        self._days = QCalendarWidget()
        self._days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._days.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._days.activated.connect(self._take)
        self._days.clicked.connect(self._take)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        inside.addWidget(self._days)

    def open_at(self, day: date, corner: QPoint) -> None:
        """Show the month of `day`; Enter or a click takes a day, Escape none."""
        self._days.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        self.move(corner)
        self.show()
        self._days.setFocus()

    def _take(self, day: QDate) -> None:
        if self.isVisible():
            self.hide()
            self.picked.emit(day)
