"""One part among those that a reply may answer: its tick, and beneath it the position that is taken and its words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.domain.challenge import Position
from scrutineer.domain.dates import short_date
from scrutineer.register.replies import Answer, Awaiting
from scrutineer.ui.challenges.rows import Labelled
from scrutineer.ui.theme import LARGE, SMALL
from scrutineer.ui.widgets.field import Desk, Field
from scrutineer.ui.widgets.fields import ChoiceField, Option, TextField, TickField
from scrutineer.ui.widgets.markdown_field import MarkdownField
from scrutineer.ui.widgets.parts import Panel, button
from scrutineer.ui.widgets.words import Words

_SAID = [Option(one.value, one.label) for one in Position if one.is_said]
_COMES_BACK = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class AnswerRow(Panel):
    """Shows one part. `positioned` when the person chose its position, `settled` when that choice is over."""

    edited = Signal()
    ticked = Signal()
    positioned = Signal()
    settled = Signal()

    def __init__(self, desk: Desk, one: Awaiting, number: int) -> None:
        super().__init__(margin=SMALL)
        self._before = one.position
        self.tick_field = TickField(f"{one.party}{_when(one)}")
        self.tick_field.setObjectName(f"answers-{number}")
        self.tick_field.setAccessibleName(f"{one.party}: {one.challenge}")
        self._position = ChoiceField(_SAID, convert=Position)
        self._short = TextField()
        self._text = MarkdownField(desk, preview=False)
        self.editors: list[Field] = [self._position, self._text, self._short]
        self._positioned = Labelled("Position", f"position-{number}", self._position, self._choose)
        self._own_words = Labelled(
            "Its own words, if not the whole reply", f"own-text-{number}", self._text, self.edited.emit
        )
        self._own = button("Give its own words", f"own-{number}", quiet=True)
        short = Labelled("Short form for the paper", f"short_form-{number}", self._short, self.edited.emit)
        self._build(one, short)
        self._arrange()

    def _build(self, one: Awaiting, short: Labelled) -> None:
        self._beneath = QWidget()
        beneath = QVBoxLayout(self._beneath)
        beneath.setContentsMargins(LARGE, 0, 0, 0)
        beneath.setSpacing(SMALL)
        for labelled in (self._positioned, short, self._own_words):
            beneath.addWidget(labelled)
        beneath.addWidget(self._own, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.tick_field, Words(one.challenge, "small"), self._beneath):
            self.body.addWidget(widget)
        self._own_words.hide()
        self._own.clicked.connect(self._give_own_words)
        self._position.installEventFilter(self)
        self.tick_field.toggled.connect(self._arrange)
        self.tick_field.edited.connect(self._tick)

    def is_ticked(self) -> bool:
        """Whether the reply answers it."""
        return self.tick_field.isChecked()

    def tick(self, on: bool) -> None:
        """Tick it, or not; no edit."""
        self.tick_field.setChecked(on)

    def answer(self) -> Answer:
        """What is said of it."""
        return Answer(*(editor.value() for editor in self.editors))

    def show_answer(self, answer: Answer) -> None:
        """Tick it, with what is said of it."""
        for editor, value in zip(self.editors, answer, strict=True):
            editor.set_value(value)
        self.tick(True)
        self._own_words.setVisible(bool(answer.text))
        self._own.setVisible(not answer.text)

    def take_position(self, position: Position | None) -> None:
        """Take a position that was chosen elsewhere."""
        self._position.set_value(position)

    def ask_position(self, wanted: bool) -> None:
        """Whether a position is asked for."""
        self._positioned.setVisible(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The choice of a position is over once the keyboard has left it, and not merely for its list."""
        leaves = isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut
        if leaves and watched is self._position and event.reason() not in _COMES_BACK:      # type: ignore[attr-defined]
            self.settled.emit()
        return False

    def _tick(self) -> None:
        if self.is_ticked() and self.answer().position is None:
            self._position.set_value(self._before)
        self.ticked.emit()

    def _choose(self) -> None:
        self.positioned.emit()
        self.edited.emit()

    def _give_own_words(self) -> None:
        self._own_words.show()
        self._own.hide()
        self._text.setFocus()

    def _arrange(self) -> None:
        self._beneath.setVisible(self.is_ticked())


def _when(one: Awaiting) -> str:
    if one.answered_on:
        return f" · answered {short_date(one.answered_on)}"
    return f" · due {short_date(one.due_on)}" if one.due_on else ""
