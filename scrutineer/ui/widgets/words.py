"""Words on a page: a label that wraps and is never cut off, in one of a few manners.

The manners (`title`, `heading`, `strong`, `soft`, `small`, `label`, `clock`, `problem`) are those of
the style sheet. The text is always plain: what a record says is never taken for markup.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from scrutineer.ui import theme

_LONGEST_WORD = 24  # characters; a longer one, such as an address, may be broken anywhere
_WIDEST = 70  # digits a label asks for before it would rather wrap
_BREAK = "\u200b"  # a place where a line may be broken, unseen
_TOO_LONG = re.compile(rf"(\S{{{_LONGEST_WORD}}})(?=\S)")
_HOLD = "\u00a0"  # a space at which no line is broken
_DATE = re.compile(r"\b(\d\d?) ((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:[a-z]+|(?: \d{4})?))\b")
_MINUTE = re.compile(r"\b[Mm]inute:? [A-Z]{2,} \d[\d./]*|\b[A-Z]{2,} \d+\.\d+")  # or its reference alone
_DAYS = re.compile(r"\b\d+(?:\.\d)?(?: working)? days?\b")
_COUNT = re.compile(r"\b\d+ of \d+\b")
_WHOLE = (_DATE, _MINUTE, _DAYS, _COUNT)


class Words(QLabel):
    """A label. `role` is the manner; an empty text takes no room when `hides` is set."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None, *, hides: bool = False) -> None:
        super().__init__(parent)
        self._hides = hides
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(text)

    def say(self, text: str) -> None:
        """Show other words."""
        self.setText(breakable(text))
        if self._hides and (self.parentWidget() or not text):
            self.setVisible(bool(text))
        elif self._hides:      # shown alone it would be a window of its own; its parent will show it
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)

    def said(self) -> str:
        """The words as they were given."""
        return as_given(self.text())

    def sizeHint(self) -> QSize:
        """One line if that is not too wide: a label would ask for a square block."""
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(line) for line in self.text().split("\n")), default=0)
        margins = self.contentsMargins()
        width = min(longest + 2, theme.characters(self, _WIDEST)) + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its longest unbreakable piece."""
        return QSize(min(self.sizeHint().width(), theme.characters(self, 10)), self.fontMetrics().height())


def breakable(text: str) -> str:
    """The text as its lines may be broken: unseen places in words too long for any column, none in what is one.

    A date, the reference of a minute and a number of days stay whole; a middle dot stays at the end of its line.
    """
    held = text.replace(" · ", f"{_HOLD}· ")
    for one in _WHOLE:
        held = one.sub(lambda found: found[0].replace(" ", _HOLD), held)
    return _TOO_LONG.sub(rf"\1{_BREAK}", held) if len(held) > _LONGEST_WORD else held


def as_given(text: str) -> str:
    """The words before they were made `breakable`."""
    return text.replace(_BREAK, "").replace(_HOLD, " ")
