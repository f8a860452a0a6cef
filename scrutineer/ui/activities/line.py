"""One line of what was found, as it is typed: it grows with its words, and Enter is the next line's business.

It knows the keys; where lines stand and what becomes of them is known by whoever arranges them.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPlainTextEdit, QWidget

from scrutineer.domain.activity import FindingKind
from scrutineer.ui import theme
from scrutineer.ui.activities.words import HEADINGS
from scrutineer.ui.theme import SMALL, TINY
from scrutineer.ui.widgets.parts import icon_button

_BULLET = re.compile(r"^\s*(?:[-*•–]|\d+[.)])\s+")
_KINDS = dict(enumerate(FindingKind, start=1))      # Ctrl with this figure makes the line this kind
PADDING = 8                                         # pixels above and below the words, border included


class Line(QWidget):
    """An `editor` and its menu. Says what the keys ask for: `entered`, `rubbed_out`, `stepped`, `turned`, `pasted`."""

    edited = Signal()
    entered = Signal()
    rubbed_out = Signal()        # Backspace in an empty line
    stepped = Signal(int)        # the line above (-1) or below (+1)
    turned = Signal(str)         # the code of the kind that it is to be
    pasted = Signal(list)        # further lines, when several were pasted

    def __init__(self, invite: str = "") -> None:
        super().__init__()
        self.editor = _Editor(self)
        self.editor.setPlaceholderText(invite)
        self._menu = icon_button("more", "Change what kind of line it is")
        self._menu.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._menu.clicked.connect(self._offer_kinds)
        policy = self._menu.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._menu.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TINY)
        row.addWidget(self.editor, 1)
        row.addWidget(self._menu, 0, Qt.AlignmentFlag.AlignTop)
        self.editor.textChanged.connect(self._changed)
        self._changed()

    def call(self, name: str, label: str) -> None:
        """objectName for tests, accessible name for people."""
        self.editor.setObjectName(name)
        self.editor.setAccessibleName(label)
        self._menu.setAccessibleName(f"{label}: change what kind of line it is")

    def text(self) -> str:
        """What is typed, without blanks at its ends."""
        return self.editor.toPlainText().strip()

    def say(self, text: str) -> None:
        """Show a text, with the keyboard's place at its end."""
        self.editor.setPlainText(text)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)

    def come_after(self, line: Line) -> None:
        """Tab comes here from `line`."""
        QWidget.setTabOrder(line.editor, self.editor)

    def _changed(self) -> None:
        self._menu.setVisible(bool(self.text()))
        self.edited.emit()

    def _offer_kinds(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for figure, kind in _KINDS.items():
            action = menu.addAction(f"{HEADINGS[kind]}\tCtrl+{figure}")
            action.triggered.connect(lambda _checked=False, kind=kind: self.turned.emit(kind.value))
        menu.popup(self._menu.mapToGlobal(QPoint(0, self._menu.height())))


class _Editor(QPlainTextEdit):
    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Backspace, the arrow keys and Ctrl with a figure mean the lines, not the text."""
        if not self._meant_for_lines(event):
            super().keyPressEvent(event)

    def _meant_for_lines(self, event: QKeyEvent) -> bool:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        figure = key - Qt.Key.Key_0
        if control and figure in _KINDS:
            self._line.turned.emit(_KINDS[figure].value)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not control:
            self._line.entered.emit()
        elif key == Qt.Key.Key_Backspace and not self.toPlainText():
            self._line.rubbed_out.emit()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and not self._has_words(key):
            self._line.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def _has_words(self, key: int) -> bool:
        """Whether there is a row of words above or below the keyboard's place within this line."""
        cursor = self.textCursor()
        down = key == Qt.Key.Key_Down
        return cursor.movePosition(QTextCursor.MoveOperation.Down if down else QTextCursor.MoveOperation.Up)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted in several lines becomes several lines; bullets are left behind."""
        lines = [_BULLET.sub("", line).strip() for line in source.text().splitlines()]
        first, *others = [line for line in lines if line] or [""]
        self.textCursor().insertText(first)
        if others:
            self._line.pasted.emit(others)

    def _fit(self) -> None:
        """As high as its words: nothing scrolls inside a line."""
        rows = max(1, round(self.document().size().height()))
        height = rows * self.fontMetrics().lineSpacing() + 2 * PADDING
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower is higher."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(theme.characters(self, 10), self.fontMetrics().lineSpacing() + SMALL)
