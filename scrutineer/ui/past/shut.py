"""Takes away what would write: in a window over a past day only those buttons are left that lead to reading.

Screens know nothing of it. A button that is not known to read is not shown, whichever screen it comes from
and however late it is made; whatever slips through is refused by the record itself.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from scrutineer.ui.widgets.card import Card
from scrutineer.ui.widgets.steps import NextSteps

# By their names: what opens, shows, copies or leaves as a file.
_READS = re.compile(
    r"open(-.*)?|step-(open|open_file|save_file|copy-address|changes|brief)|challenge-changes|digest-.*"
    r"|export|more|look|back|notice-action|job-cancel|another-day|back-to-today"
)


def reads(name: str) -> bool:
    """Whether a button of this name leads to reading alone."""
    return _READS.fullmatch(name) is not None


class Shut(QObject):
    """Watches over one window for as long as it stands."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        if app := QApplication.instance():
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A button that comes into sight goes again unless it reads; so do steps none of which can be taken."""
        if (
            event.type() == QEvent.Type.Show and isinstance(watched, QPushButton | NextSteps)
            and watched.window() is self._window and self._writes(watched)
        ):
            watched.hide()
        return False

    @staticmethod
    def _writes(widget: QPushButton | NextSteps) -> bool:
        if isinstance(widget, NextSteps):
            return not any(reads(one.objectName()) for one in widget.findChildren(QPushButton))
        if type(widget) is not QPushButton:      # a chip, a room: buttons of a kind of their own choose what is shown
            return False
        return not reads(widget.objectName()) or _is_in_a_row(widget)


def _is_in_a_row(widget: QWidget) -> bool:
    """Whether it stands on a card, whose rows open by themselves."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, Card):
        above = above.parentWidget()
    return above is not None
