"""Rows of a few small fields each, typed like a table: Enter goes down a column, and beyond the last row adds one.

What a row holds is known by whoever makes it. In a narrow window a row goes on the next line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.ui import theme
from scrutineer.ui.theme import MEDIUM, SMALL, TINY
from scrutineer.ui.widgets.field import Field
from scrutineer.ui.widgets.fields import TextField
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button, icon_button

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SmallField(TextField):
    """A short text in a row: as wide as `digits`, wider once more is typed, so that nothing is cut off."""

    def __init__(self, invite: str, digits: int) -> None:
        super().__init__(digits=digits)
        self.setPlaceholderText(invite)
        self.textChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as what stands in it."""
        hint, typed = super().sizeHint(), self.fontMetrics().horizontalAdvance(self.text())
        return QSize(max(hint.width(), typed + theme.characters(self, 4)), hint.height())

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(theme.characters(self, 10), super().minimumSizeHint().height())


class Row(FlowRow):
    """One row. A subclass names its `labels`, makes an editor for each, and tells its `value`."""

    edited = Signal()
    let_go = Signal()
    labels: ClassVar[dict[str, str]]

    def __init__(self, editors: dict[str, Field], aside: dict[str, QWidget] | None = None) -> None:
        """`aside` are words to stand behind an editor, by its name."""
        super().__init__(across=SMALL, down=TINY)
        self.editors = editors
        self._remove = icon_button("close", "Take this row out")
        self._remove.clicked.connect(self.let_go)
        for name, editor in editors.items():
            editor.edited.connect(self.edited)
            self.add(cast(QWidget, editor))
            if words := (aside or {}).get(name):
                self.add(words)
        self.add(self._remove, at_end=True)

    def value(self) -> Any:
        """What stands in the row."""
        raise NotImplementedError

    def call(self, number: int) -> None:
        """Its fields are called after their column and its number: `own-2`, `Own grade, row 2`."""
        for name, editor in self.editors.items():
            editor.call(f"{name}-{number}", f"{self.labels[name]}, row {number}")
        self._remove.setObjectName(f"take-out-{number}")
        self._remove.setAccessibleName(f"Take out row {number}")

    def first_blank(self) -> int:
        """The place of the first editor in which nothing stands, or of the first."""
        return next((place for place, one in enumerate(self.editors.values()) if not one.value()), 0)

    def in_order(self) -> list[QWidget]:
        """What Tab comes to."""
        return [*self.cells(), self._remove]

    def cells(self) -> list[QWidget]:
        """Its editors, from left to right."""
        return [cast(QWidget, editor) for editor in self.editors.values()]


class Rows(QWidget):
    """Rows one below the other, with buttons beneath. `begin(row before)` makes the value of a new row."""

    edited = Signal()
    arranged = Signal()      # rows came or went

    def __init__(
        self, make: Callable[[Any], Row], begin: Callable[[Row | None], Any], add_words: str, name: str
    ) -> None:
        super().__init__()
        self._make = make
        self._begin = begin
        self.rows: list[Row] = []
        self._offered: list[QWidget] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(MEDIUM)      # a row may have several lines
        self.buttons = FlowRow()
        self.offer(add_words, f"add-{name}", lambda: self._go_to(self._append(), 0))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(SMALL)
        body.addLayout(self._column)
        body.addWidget(self.buttons)

    def offer(self, words: str, name: str, act: Callable[[], object]) -> None:
        """A further button beneath the rows."""
        made = button(words, name, small=True)
        made.clicked.connect(lambda _checked=False: act())
        self.buttons.add(made)
        self._offered.append(made)

    def in_order(self) -> list[QWidget]:
        """What Tab comes to, as the eye does: Qt would come to new rows last."""
        return [*(one for row in self.rows for one in row.in_order()), *self._offered]

    def values(self) -> list[Any]:
        """What stands in each row."""
        return [row.value() for row in self.rows]

    def show_rows(self, values: Iterable[Any]) -> None:
        """Show these in the place of what is shown; no edit."""
        while self.rows:
            self._take_out(self.rows[-1])
        for value in values:
            self.add(value)
        self.arranged.emit()

    def add(self, value: Any) -> Row:
        """One more row, the last."""
        row = self._make(value)
        row.edited.connect(self.edited)
        row.let_go.connect(lambda: self._let_go(row))
        for cell in row.cells():
            cell.installEventFilter(self)
        self.rows.append(row)
        self._column.addWidget(row)
        row.show()      # at once: Qt would wait, and the keyboard cannot enter what is not shown
        row.call(len(self.rows))
        return row

    def extend(self, values: Iterable[Any]) -> None:
        """Several more rows, typed by the press of one button; the keyboard goes to what is left to type in them."""
        new = [self.add(value) for value in values]
        self.arranged.emit()
        if new:
            self._go_to(new[0], new[0].first_blank())
            self.edited.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, and Up and Down in a text, mean the rows; Ctrl+Enter is the form’s."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or event.modifiers():
            return False
        row = next((one for one in self.rows if watched in one.cells()), None)
        step = _STEPS.get(Qt.Key(event.key()), 0) if isinstance(watched, TextField) else 0
        if row is None or not (step or event.key() in _ENTER):
            return False
        there, column = self.rows.index(row) + (step or 1), row.cells().index(cast(QWidget, watched))
        if there in range(len(self.rows)):
            self._go_to(self.rows[there], column)
        elif not step:
            self._go_to(self._append(), column)
        return True

    def _append(self) -> Row:
        row = self.add(self._begin(self.rows[-1] if self.rows else None))
        self.arranged.emit()
        return row

    def _go_to(self, row: Row, column: int) -> None:
        row.cells()[column].setFocus(Qt.FocusReason.TabFocusReason)

    def _let_go(self, row: Row) -> None:
        place = self.rows.index(row)
        self._take_out(row)
        for number, one in enumerate(self.rows, start=1):
            one.call(number)
        if self.rows:
            self._go_to(self.rows[min(place, len(self.rows) - 1)], 0)
        else:
            self._offered[0].setFocus()
        self.arranged.emit()
        self.edited.emit()

    def _take_out(self, row: Row) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
