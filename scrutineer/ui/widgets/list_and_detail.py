"""A list and the record that is chosen in it, side by side; in a narrow window one over the other.

It knows two widgets and whether a record is open, nothing of what they show.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from scrutineer.ui import theme
from scrutineer.ui.theme import MEDIUM, SMALL
from scrutineer.ui.widgets.parts import button


class ListAndDetail(QWidget):
    """`open_detail()` shows the right side in a narrow window; Back and Escape return to the list.

    `shares` are those of the width that both get until somebody moves the line between them.
    """

    went_back = Signal()
    covered = Signal(bool)           # whether the detail stands over the list, and needs all the room there is
    moved = Signal(QByteArray)  # the splitter's state, to be kept in the preferences

    def __init__(
        self,
        listed: QWidget,
        detail: QWidget,
        state: QByteArray | None = None,
        parent: QWidget | None = None,
        *,
        back: str = "Back to the list",
        shares: tuple[int, int] = (7, 5),
    ) -> None:
        super().__init__(parent)
        self._list = listed
        self._is_open = False
        self._back = button(back, "back", quiet=True, icon="back")
        self._back.clicked.connect(self.go_back)
        self._detail = QWidget()
        right = QVBoxLayout(self._detail)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(SMALL)
        right.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(detail, 1)
        self._splitter = self._split(listed, state, shares)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._splitter)
        self._arrange()

    def _split(self, listed: QWidget, state: QByteArray | None, shares: tuple[int, int]) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(MEDIUM)
        splitter.addWidget(listed)
        splitter.addWidget(self._detail)
        for place, share in enumerate(shares):
            splitter.setStretchFactor(place, share)
        splitter.setSizes([100 * share for share in shares])
        if state:
            splitter.restoreState(state)
        splitter.splitterMoved.connect(lambda: self.moved.emit(splitter.saveState()))
        return splitter

    def open_detail(self) -> None:
        """Bring the detail into sight; in a wide window it is there already."""
        self._is_open = True
        self._arrange()

    def go_back(self) -> None:
        """Return to the list."""
        self._is_open = False
        self._arrange()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.went_back.emit()

    def shows_both(self) -> bool:
        """Whether there is room for both."""
        return not theme.is_narrow(self)

    def _arrange(self) -> None:
        both = self.shows_both()
        self._back.setVisible(not both)
        self.covered.emit(self._is_open and not both)
        self._list.setVisible(both or not self._is_open)
        self._detail.setVisible(both or self._is_open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window may have become narrow or wide."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape and (self._is_open or not self._list.hasFocus()):
            self.go_back()
            return
        super().keyPressEvent(event)
