"""One finding within its activity: its words, what belongs to it, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from scrutineer.domain.activity import Finding, FindingKind
from scrutineer.domain.dates import short_date
from scrutineer.ui import theme
from scrutineer.ui.theme import MEDIUM, SMALL, TINY
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.steps import Step
from scrutineer.ui.widgets.words import Words

MAY_BE_PASSED_ON = frozenset({FindingKind.STRENGTH, FindingKind.LEARNING})


def next_steps(finding: Finding) -> list[Step]:
    """What a strength leads to, what a concern, and what the others."""
    steps, is_strength = [], finding.kind is FindingKind.STRENGTH
    if finding.kind in MAY_BE_PASSED_ON:
        words = "Pass on again" if finding.passed_on_on else "Pass on"
        steps.append(Step("pass_on", words, primary=is_strength and not finding.passed_on_on))
        if not finding.thanked_on:
            steps.append(Step("thank", "Thank"))
    if finding.kind is FindingKind.VOICE:
        steps.append(Step("voice", "When and where heard", primary=True))
    if not is_strength:
        steps.append(Step("put", "Put a challenge"))
    return [*steps, Step("edit_finding", "Edit", quiet=True)]


def further_life(finding: Finding) -> str:
    """`Passed on to the districts, 12 Nov 2026 · thanked 14 Nov 2026`."""
    passed_on = ""
    if finding.passed_on_on:
        passed_on = f"passed on to {finding.passed_on_to}, {short_date(finding.passed_on_on)}"
    thanked = f"thanked {short_date(finding.thanked_on)}" if finding.thanked_on else ""
    use = "" if passed_on or not finding.who_could_use else f"for {finding.who_could_use}"
    said = " · ".join(filter(None, (use, passed_on, thanked)))
    return said[:1].upper() + said[1:]


class Found(QFrame):
    """`acted(code, id)` when a button is pressed. A strength has a bar in the colour of the record's own accent."""

    acted = Signal(str, str)

    def __init__(self, finding: Finding, words: QWidget, about: str) -> None:
        super().__init__()
        self._finding = finding
        body = QVBoxLayout(self)
        body.setContentsMargins(MEDIUM, TINY, 0, TINY)
        body.setSpacing(TINY)
        body.addWidget(words)
        self._body = body
        self.buttons = FlowRow(across=SMALL)
        body.addWidget(self.buttons)
        for soft in (about, further_life(finding)):
            self.say(soft)
        for step in next_steps(finding):
            made = button(step.words, f"{step.code}-{finding.id}", small=True, quiet=step.quiet)
            made.clicked.connect(lambda _checked=False, code=step.code: self.acted.emit(code, finding.id))
            self.buttons.add(made)

    def say(self, soft: str) -> None:
        """One more soft line about it, above its buttons."""
        self._body.insertWidget(self._body.indexOf(self.buttons), Words(soft, "small", hides=True))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bar."""
        token = "accent" if self._finding.kind is FindingKind.STRENGTH else "line"
        QPainter(self).fillRect(0, 0, 3, self.height(), theme.colour(token))
