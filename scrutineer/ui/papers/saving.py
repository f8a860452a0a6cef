"""What is typed in a paper saves itself: a second after the last key, and when it is left.

Its own pause is all that it knows; what is saved, and where, is told by whoever uses it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from scrutineer.domain.errors import ScrutineerError

_PAUSE = 1000      # milliseconds


class SavesItself(QObject):
    """`touch()` when something was typed; `save` is then called once, at the latest by `finish()`.

    When it fails, `show_error` is told, and it is tried again at the next occasion.
    """

    def __init__(
        self, save: Callable[[], object], show_error: Callable[[ScrutineerError], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._show_error = show_error
        self._is_due = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.finish)

    def touch(self) -> None:
        """Something was typed."""
        self._is_due = True
        self._timer.start()

    def finish(self) -> None:
        """Save now what has not been saved."""
        self._timer.stop()
        if not self._is_due:
            return
        self._is_due = False
        try:
            self._save()
        except ScrutineerError as error:
            self._is_due = True
            self._show_error(error)
