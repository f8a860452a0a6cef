"""Plain fields: a line of text, a number, a tick, and a choice of one out of a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QWidget

from scrutineer.domain.vocabulary import Term
from scrutineer.ui import icons, theme
from scrutineer.ui.theme import SMALL, TINY
from scrutineer.ui.widgets import field
from scrutineer.ui.widgets.words import breakable

_MANY = 9  # from so many choices on, typing any part of a word finds one


class Option(NamedTuple):
    """One thing that can be picked: the id of a record or the code of a term, and what people read."""

    id: str
    label: str


class TextField(QLineEdit):
    """A short text on one line; with `digits` it is no wider than that, and may share its line."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, digits: int = 0) -> None:
        super().__init__(parent)
        self.digits = digits
        self.textEdited.connect(self._say_edited)

    def sizeHint(self) -> QSize:
        """As wide as what is usually typed into it."""
        hint = super().sizeHint()
        return QSize(theme.characters(self, self.digits), hint.height()) if self.digits else hint

    def call(self, name: str, label: str) -> None:
        """Name it."""
        field.name_it(self, name, label)

    def value(self) -> Any:
        """The text."""
        return self.text()

    def set_value(self, value: Any) -> None:
        """Show a text from its beginning."""
        self.setText(value or "")
        self.setCursorPosition(0)

    def problem(self) -> str:
        """Any text is a text."""
        return ""

    def draft(self) -> str:
        """The text."""
        return self.text()

    def restore(self, draft: str) -> None:
        """Type it again."""
        self.setText(draft)
        self.edited.emit()

    def mark(self, sentence: str) -> None:
        """Show that something is wrong."""
        field.mark(self, sentence)

    def _say_edited(self) -> None:
        self.edited.emit()


class NumberField(TextField):
    """A number, typed: `3`, `2.5`, `2½`. Empty is None when it is optional, otherwise 0."""

    def __init__(self, *, whole: bool = False, optional: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent, digits=10)
        self._whole = whole
        self._optional = optional

    def value(self) -> Any:
        """The number, as `int` or `float`."""
        number = self._number()
        if number is None:
            return None if self._optional else (0 if self._whole else 0.0)
        return int(number) if self._whole else number

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come to by the keyboard, what is typed takes the place of what stands there."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def set_value(self, value: Any) -> None:
        """Show a number without needless noughts."""
        self.setText("" if value is None else f"{value:.6g}")

    def problem(self) -> str:
        """Whether it is no number, or not a whole one."""
        number = self._number()
        if number is None:
            return f"“{self.text().strip()}” is not a number." if self.text().strip() else ""
        return "A whole number, please." if self._whole and number != int(number) else ""

    def _number(self) -> float | None:
        typed = self.text().strip().replace(",", ".")
        for sign, decimals in (("¼", ".25"), ("½", ".5"), ("¾", ".75")):
            typed = typed.replace(sign, decimals)
        return float(typed) if re.fullmatch(r"-?\d{0,9}(\.\d{1,6})?", typed) and typed not in {"", "-"} else None


class TickField(QCheckBox):
    """Yes or no. The box is drawn here, because its border must be seen in both schemes."""

    edited = Signal()
    stepped = Signal(int)  # an arrow key: +1 forwards, -1 backwards

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self.setAccessibleName(words)
        self.clicked.connect(self._say_edited)

    def call(self, name: str, label: str) -> None:
        """Name it; its words stand beside the box."""
        field.name_it(self, name, label)
        self.setText(label.replace("&", "&&"))

    def value(self) -> Any:
        """True when ticked."""
        return self.isChecked()

    def set_value(self, value: Any) -> None:
        """Tick or untick."""
        self.setChecked(bool(value))

    def problem(self) -> str:
        """A tick is always understood."""
        return ""

    def draft(self) -> str:
        """`yes` or `no`."""
        return "yes" if self.isChecked() else "no"

    def restore(self, draft: str) -> None:
        """Tick it again."""
        self.setChecked(draft == "yes")
        self.edited.emit()

    def mark(self, sentence: str) -> None:
        """Tell screen readers; the sentence beside it is enough for the eyes."""
        self.setAccessibleDescription(sentence)

    def sizeHint(self) -> QSize:
        """The box, a gap and the words."""
        metrics = self.fontMetrics()
        words = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text())
        across = self.words_at() + words.width() + TINY
        return QSize(across, max(words.height(), self._side()) + TINY)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow: its words then go on in further lines."""
        return QSize(min(self.sizeHint().width(), theme.characters(self, 16)), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words need at this width."""
        across = max(1, width - self.words_at())
        flags = int(Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextWordWrap)
        words = self.fontMetrics().boundingRect(QRect(0, 0, across, 100_000), flags, breakable(self.text()))
        return max(words.height(), self._side()) + TINY

    def words_at(self) -> int:
        """Where its words begin, in pixels from its left edge: what stands beneath it begins there too."""
        return self._side() + SMALL

    def hitButton(self, pos: Any) -> bool:
        """The words can be clicked as well as the box."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys are told to whoever arranged several ticks."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}.get(
            Qt.Key(event.key())
        )
        if step:
            self.stepped.emit(step)
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A box with or without its tick, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._side()
        box = QRectF(0.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1)
        ticked = self.isChecked()
        painter.setPen(QPen(theme.colour("accent" if ticked else "field_line"), 1))
        painter.setBrush(theme.colour("accent" if ticked else "paper"))
        painter.drawRoundedRect(box, 3, 3)
        if ticked:
            icons.paint(painter, box.adjusted(1, 1, -1, -1), "tick", theme.colour("on_accent"))
        painter.setPen(theme.colour("ink" if self.isEnabled() else "ink_soft"))
        flags = int(Qt.TextFlag.TextShowMnemonic | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        if self.width() < self.sizeHint().width():
            flags |= int(Qt.TextFlag.TextWordWrap)
        words = QRect(self.words_at(), 0, self.width() - self.words_at(), self.height())
        painter.drawText(words, flags, breakable(self.text()))

    def _say_edited(self) -> None:
        self.edited.emit()

    def _side(self) -> int:
        return round(self.fontMetrics().height() * 0.9)


class ChoiceField(QComboBox):
    """One out of a list; with many choices, typing any part of a word finds it.

    A value that is not on the list is shown as such and kept.
    """

    edited = Signal()

    def __init__(
        self,
        options: Sequence[Option] = (),
        *,
        optional: bool = True,
        convert: Callable[[str], Any] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._convert = convert
        self._optional = optional
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(self._say_edited)
        self.offer(options)

    @classmethod
    def of(cls, terms: type[Term], *, optional: bool = False) -> ChoiceField:
        """A choice among the terms of an enumeration."""
        return cls([Option(term.value, term.label) for term in terms], optional=optional, convert=terms)

    def offer(self, options: Sequence[Option]) -> None:
        """Offer these instead; what was chosen stays chosen."""
        kept = self.currentData() if self.count() else None
        self.clear()
        if self._optional:
            self.addItem("", "")
        for option in options:
            self.addItem(option.label, option.id)
        if len(options) >= _MANY and not self.isEditable():
            self._search_by_typing()
        if kept is not None:
            self._choose(kept)

    def call(self, name: str, label: str) -> None:
        """Name it."""
        field.name_it(self, name, label)
        if line := self.lineEdit():
            line.setAccessibleName(label)

    def value(self) -> Any:
        """The id or the term; None for nothing."""
        index = self._found()
        chosen = self.itemData(index) if index >= 0 else ""
        return self._convert(chosen) if chosen else None

    def set_value(self, value: Any) -> None:
        """Choose a value; None chooses nothing."""
        self._choose("" if value is None else str(value))

    def problem(self) -> str:
        """Whether what was typed is on the list."""
        if self._found() >= 0 or not self.currentText().strip():
            return ""
        return f"“{self.currentText().strip()}” is not on the list."

    def draft(self) -> str:
        """The id or the code."""
        value = self.value()
        return "" if value is None else str(value)

    def restore(self, draft: str) -> None:
        """Choose it again."""
        self._choose(draft)
        self.edited.emit()

    def mark(self, sentence: str) -> None:
        """Show that something is wrong."""
        field.mark(self, sentence)

    def minimumSizeHint(self) -> QSize:
        """It may become narrower than its longest choice."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), theme.characters(self, 12)), hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a form must not change what is chosen."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame and the words, and our own arrow."""
        super().paintEvent(event)
        side = round(self.fontMetrics().ascent() * 1.1)
        where = QRectF(self.width() - side - SMALL, (self.height() - side) / 2, side, side)
        icons.paint(QPainter(self), where, "down", theme.colour("ink_soft"))

    def _search_by_typing(self, among: QAbstractItemModel | None = None) -> None:
        """Let a part of a word find a choice, among the labels in another model if one is given."""
        line = QLineEdit()
        line.textEdited.connect(self._say_edited)
        line.editingFinished.connect(self._take_what_was_meant)
        self.setLineEdit(line)
        completer = QCompleter(among or self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._say_edited)
        self.setCompleter(completer)

    def _take_what_was_meant(self) -> None:
        """Left with a part of a word, it takes the first choice that begins so, or the only one that holds it."""
        typed = self.currentText().strip().casefold()
        if not typed or self._found() >= 0:
            return
        labels = [self.itemText(place).casefold() for place in range(self.count())]
        begin = [place for place, label in enumerate(labels) if label.startswith(typed)]
        hold = [place for place, label in enumerate(labels) if typed in label]
        if begin or len(hold) == 1:
            self.setCurrentIndex((begin or hold)[0])
            self._say_edited()

    def _say_edited(self) -> None:
        self.edited.emit()

    def _found(self) -> int:
        if not self.isEditable():
            return self.currentIndex()
        if self.currentText() == self.itemText(self.currentIndex()):
            return self.currentIndex()
        return self.findText(self.currentText().strip(), Qt.MatchFlag.MatchFixedString)

    def _choose(self, code: str) -> None:
        index = self.findData(code)
        if index < 0 and code:
            self.addItem("Not on this list", code)
            index = self.count() - 1
        self.setCurrentIndex(index)
        if line := self.lineEdit():
            line.setCursorPosition(0)
