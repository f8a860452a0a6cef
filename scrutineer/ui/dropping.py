"""Files dropped on a window or a sheet. It knows their paths alone; what becomes of them is the receiver's business."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_DRAGGED = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}


class Dropping(QObject):
    """Calls `take(paths)` when files are dropped on `over`; what is no file is left to whatever lies there.

    With `on_fields` also on the fields upon it, which would otherwise take a file for its address.
    """

    def __init__(self, over: QWidget, take: Callable[[list[Path]], object], *, on_fields: bool = False) -> None:
        super().__init__(over)
        self._over = over
        self._take = take
        over.setAcceptDrops(True)
        everything = QApplication.instance() if on_fields else None
        (everything or over).installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files are taken, and taken as copies."""
        if event.type() not in _DRAGGED or not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return False
        if not isinstance(watched, QWidget) or not (watched is self._over or self._over.isAncestorOf(watched)):
            return False
        files = _files(event.mimeData())
        if not files:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:      # later: the program they come from waits until this returns
            QTimer.singleShot(0, self._over, lambda: self._hand_on(files))
        return True

    def _hand_on(self, files: list[Path]) -> None:
        if isValid(self._over):
            self._take(files)


def _files(dropped: QMimeData) -> list[Path]:
    """The files of this computer among what is dropped."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile() and url.toLocalFile()]
