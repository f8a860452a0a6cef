"""A layout that goes on the next line when the line is full, as words do.

Things added with `at_end=True` stand at the right end of their line. It knows only widgets.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from scrutineer.ui.theme import SMALL


def lines_of(sizes: Sequence[QSize], width: int, across: int, down: int) -> list[QRect]:
    """The rooms of things of these sizes that follow each other like words, each at the middle of its line."""
    rooms: list[QRect] = []
    top = 0
    for line in _broken(sizes, width, across):
        height = max(size.height() for size in line)
        x = 0
        for size in line:
            rooms.append(QRect(QPoint(x, top + (height - size.height()) // 2), size))
            x += size.width() + across
        top += height + down
    return rooms


def _broken(sizes: Sequence[QSize], width: int, across: int) -> list[list[QSize]]:
    """The sizes line by line: one goes on the next line when its own is full."""
    lines: list[list[QSize]] = []
    left = 0
    for size in sizes:
        if not lines or size.width() + across > left:
            lines.append([])
            left = width + across
        lines[-1].append(size)
        left -= size.width() + across
    return lines


class Flow(QLayout):
    """Left to right, then downwards. A thing wider than the whole line is given the line.

    The things of a line stand at its middle, or with `top` at its top.
    """

    def __init__(
        self, parent: QWidget | None = None, across: int = SMALL, down: int = SMALL, *, top: bool = False
    ) -> None:
        super().__init__(parent)
        self._top = top
        self._items: list[QLayoutItem] = []
        self._at_end: set[QWidget] = set()
        self._heights: dict[int, int] = {}
        self._across = across
        self._down = down
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget, *, at_end: bool = False) -> None:
        """Add a widget as the last; at the right end of its line when asked."""
        if at_end:
            self._at_end.add(widget)
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Called by Qt when a widget is added."""
        self._items.append(item)

    def count(self) -> int:
        """How many things there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The thing at a place, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take a thing out, or None."""
        if not 0 <= index < len(self._items):
            return None
        item = self._items.pop(index)
        self._at_end.discard(item.widget())
        return item

    def expandingDirections(self) -> Qt.Orientation:
        """It asks for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the things need at this width."""
        if width not in self._heights:      # asked for many times between two changes
            self._heights[width] = self._lay_out(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it has changed."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Place everything."""
        super().setGeometry(rect)
        self._lay_out(rect, place=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._across * max(0, len(hints) - 1)
        margins = self.contentsMargins()
        return QSize(width + margins.left() + margins.right(), self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """As wide as the widest thing must be."""
        width = max((item.minimumSize().width() for item in self._shown()), default=0)
        margins = self.contentsMargins()
        return QSize(width + margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay_out(self, rect: QRect, *, place: bool) -> int:
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        top = area.top()
        for line in self._lines(area.width()):
            height = max(size.height() for _, size in line)
            if place:
                self._place(line, QRect(area.left(), top, area.width(), height))
            top += height + self._down
        used = max(0, top - self._down - area.top())
        return used + margins.top() + margins.bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        items = self._shown()
        lines = _broken([_fitted(item, width) for item in items], width, self._across)
        following = iter(items)
        return [list(zip(islice(following, len(sizes)), sizes, strict=True)) for sizes in lines]

    def _place(self, line: list[tuple[QLayoutItem, QSize]], area: QRect) -> None:
        used = sum(size.width() for _, size in line) + self._across * (len(line) - 1)
        spare = area.width() - used
        x = area.left()
        for item, size in line:
            if spare and item.widget() in self._at_end:
                x, spare = x + spare, 0
            y = area.top() + (0 if self._top else (area.height() - size.height()) // 2)
            room = QRect(QPoint(x, y), size)
            if widget := item.widget():
                widget.setGeometry(room)      # an item would not let it be higher than its hint, which is of one line
            else:
                item.setGeometry(room)
            x += size.width() + self._across


def _fitted(item: QLayoutItem, width: int) -> QSize:
    hint = item.sizeHint()
    if hint.width() <= width:
        return hint
    height = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
    return QSize(width, height)


class FlowRow(QWidget):
    """A widget whose children flow; `add` them."""

    def __init__(
        self, parent: QWidget | None = None, across: int = SMALL, down: int = SMALL, *, top: bool = False
    ) -> None:
        super().__init__(parent)
        self._flow = Flow(self, across, down, top=top)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget, *, at_end: bool = False) -> None:
        """Add a widget as the last, for the keyboard too; at the right end of its line when asked."""
        before = self._flow.itemAt(self._flow.count() - 1)
        self._flow.add(widget, at_end=at_end)
        if before and (last := before.widget()):
            QWidget.setTabOrder(_tail(last), widget)

    def clear(self) -> None:
        """Take everything out and let it go."""
        while (item := self._flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()


def _tail(widget: QWidget) -> QWidget:
    """The last of a widget and its parts to which the keyboard comes."""
    last = widget
    while (following := last.nextInFocusChain()) and widget.isAncestorOf(following):
        last = following
    return last
