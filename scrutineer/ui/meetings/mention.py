"""The short list that opens over the words when `@` or `#` is typed: which agency, which challenge.

It never takes the keyboard. What the choices mean, and what becomes of the one that is taken, others know.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit

from scrutineer.ui import theme
from scrutineer.ui.theme import LARGE, MEDIUM
from scrutineer.ui.widgets.fields import Option

_SIGN = re.compile(r"(?:^|\s)([@#])([^@#]{0,60})$")
_ROWS = 8
_PADDING = 14       # pixels above and below the words of a choice, as the style sheet has them, and a little more
_ENDLESS = 10_000   # pixels
_ID = Qt.ItemDataRole.UserRole


class Mention(QListWidget):
    """Follows what is typed in an editor; `taken(sign, id)` when a choice is made, whose sign and letters then go."""

    taken = Signal(str, str)

    def __init__(self, editor: QPlainTextEdit, options: Callable[[str], Sequence[Option]]) -> None:
        super().__init__(editor.window())
        self._editor = editor
        self._options = options
        self._sign, self._start, self._passed_over = "", -1, -1
        self.setObjectName("mention")
        self.setAccessibleName("Choices")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()
        self.itemClicked.connect(lambda _item: self._take())
        editor.textChanged.connect(self.follow)

    def follow(self) -> None:
        """Open, narrow or close with what stands before the keyboard's place."""
        cursor = self._editor.textCursor()
        found = _SIGN.search(cursor.block().text()[: cursor.positionInBlock()])
        if found is None:
            self._passed_over = -1
            self.hide()
            return
        self._sign, self._start = found[1], cursor.block().position() + found.start(1)
        if self._start == self._passed_over:
            return
        typed = found[2].casefold().split()
        options = [one for one in self._options(self._sign) if all(word in one.label.casefold() for word in typed)]
        self.clear()
        for option in options:
            item = QListWidgetItem(option.label)
            item.setData(_ID, option.id)
            self.addItem(item)
        self.setCurrentRow(0)
        self.setVisible(bool(options))
        if options:
            self._stand_above()

    def heeds(self, event: QKeyEvent) -> bool:
        """Whether a key was meant for the list: the arrows, Enter or Tab to take, Escape to pass it over."""
        if not self.isVisible():
            return False
        key, row = event.key(), self.currentRow()
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.setCurrentRow((row + (1 if key == Qt.Key.Key_Down else -1)) % self.count())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}:
            self._take()
        elif key == Qt.Key.Key_Escape:
            self._passed_over = self._start
            self.hide()
        else:
            return False
        return True

    def _take(self) -> None:
        sign, chosen = self._sign, self.currentItem().data(_ID)
        cursor = self._editor.textCursor()
        cursor.setPosition(self._start, QTextCursor.MoveMode.KeepAnchor)
        self.hide()
        cursor.removeSelectedText()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.taken.emit(sign, chosen)

    def _stand_above(self) -> None:
        """Over the words, for below them the window ends."""
        if self.parentWidget() is not self._editor.window():
            self.setParent(self._editor.window())
            self.show()
        width = min(self._editor.width(), theme.characters(self, 80))
        inside, metrics = QRect(0, 0, width - 2 * LARGE, _ENDLESS), self.fontMetrics()
        wraps = int(Qt.TextFlag.TextWordWrap)
        height = sum(
            metrics.boundingRect(inside, wraps, self.item(row).text()).height() + _PADDING
            for row in range(min(self.count(), _ROWS))
        ) + MEDIUM
        corner = self._editor.mapTo(self._editor.window(), QPoint(0, 0))
        top = max(0, corner.y() - height)
        self.setGeometry(corner.x(), top, width, corner.y() - top)
        self.raise_()
