"""Find anything: any record by its words and any command by its name, with Ctrl+K."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from scrutineer.domain.records import BY_KIND, said
from scrutineer.register.register import Hit
from scrutineer.ui import theme
from scrutineer.ui.theme import MEDIUM, SMALL
from scrutineer.ui.widgets.parts import SearchBox
from scrutineer.ui.widgets.sheet import Sheet
from scrutineer.ui.widgets.two_lines import GAP, TwoLines
from scrutineer.ui.widgets.words import Words

_WHAT = Qt.ItemDataRole.UserRole


class Find(Sheet):
    """Type; choose with the arrow keys; Enter opens the record or runs the command."""

    def __init__(
        self,
        find: Callable[[str], list[Hit]],
        commands: Sequence[QAction],
        open_record: Callable[[str, str], None],
        parent: QWidget | None = None,
        words: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Find anything")
        self._find = find
        self._commands = commands
        self._open = open_record
        self._box = SearchBox("Find anything: a record by its words, or a command", "find-words")
        self._list = QListWidget()
        self._list.setObjectName("find-list")
        self._list.setAccessibleName("What was found")
        self._list.setItemDelegate(TwoLines(self._list))
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._none = Words("Nothing in the record holds these words.", "soft", hides=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        body.setSpacing(SMALL)
        for widget in (self._box, self._none):
            body.addWidget(widget)
        body.addWidget(self._list, 1)
        self._box.installEventFilter(self)
        self._box.textChanged.connect(self._search)
        self._list.itemActivated.connect(self._go)
        self._box.setText(words)
        self._search(words)

    def _search(self, words: str) -> None:
        self._list.clear()
        wanted = words.casefold().split()
        for action in self._commands:
            name = action.text().replace("&", "")
            if all(word in name.casefold() for word in wanted):
                keys = action.shortcut().toString()
                self._add(f"{name}{GAP}{keys}".rstrip(), action)
        for hit in self._find(words):
            self._add(f"{hit.title}\n{said(BY_KIND[hit.kind]).capitalize()}", hit)
        self._list.setCurrentRow(0)
        self._none.setVisible(not self._list.count())

    def _add(self, words: str, what: object) -> None:
        item = QListWidgetItem(words)
        item.setData(_WHAT, what)
        self._list.addItem(item)

    def _go(self, item: QListWidgetItem) -> None:
        what = item.data(_WHAT)
        self.accept()
        if isinstance(what, QAction):
            what.trigger()
        elif isinstance(what, tuple):
            hit = Hit(*what)
            self._open(hit.kind, hit.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the box, the arrow keys move in the list and Enter takes what is chosen there."""
        if watched is self._box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self._list.setCurrentRow(max(0, min(self._list.count() - 1, self._list.currentRow() + step)))
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._list.currentItem():
                self._go(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Wide enough for a title, high enough for a dozen."""
        wanted = QSize(theme.characters(self, 76), theme.characters(self, 60))
        over = self.parentWidget()
        return wanted.boundedTo(over.window().size() * 0.9) if over else wanted

