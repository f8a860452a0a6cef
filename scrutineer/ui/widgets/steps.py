"""The next steps of a record as buttons; one that cannot be taken yet says beneath what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.ui.theme import SMALL, TINY
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.words import Words


class Step(NamedTuple):
    """A step: its code, the words on its button, what is missing before it can be taken, how much it stands out."""

    code: str
    words: str
    missing: str = ""
    primary: bool = False
    quiet: bool = False


class NextSteps(QWidget):
    """The buttons of some steps; `taken(code)` when one is pressed."""

    taken = Signal(str)

    def __init__(self, steps: Iterable[Step] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowRow(down=SMALL)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(TINY)
        self._body.addWidget(self._row)
        self._sentences: list[Words] = []
        self.offer(steps)

    def offer(self, steps: Iterable[Step]) -> None:
        """Offer these steps instead."""
        self._row.clear()
        while self._sentences:
            self._sentences.pop().deleteLater()
        for step in steps:
            made = button(step.words, f"step-{step.code}", primary=step.primary, quiet=step.quiet)
            made.setEnabled(not step.missing)
            made.clicked.connect(lambda _checked=False, code=step.code: self.taken.emit(code))
            self._row.add(made)
            if step.missing:
                made.setAccessibleDescription(step.missing)
                sentence = Words(f"{step.words}: {step.missing}", "small")
                self._sentences.append(sentence)
                self._body.addWidget(sentence)
