"""Which parts a reply answers: ticks, and for each the position it takes and, where they differ, its own words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from scrutineer.domain.challenge import Position
from scrutineer.domain.dates import short_date
from scrutineer.register.replies import Answer, Awaiting
from scrutineer.ui.challenges.rows import Labelled, RowsField, first_problem
from scrutineer.ui.theme import LARGE, SMALL
from scrutineer.ui.widgets import field
from scrutineer.ui.widgets.field import Desk, Field
from scrutineer.ui.widgets.fields import ChoiceField, TextField, TickField
from scrutineer.ui.widgets.markdown_field import MarkdownField
from scrutineer.ui.widgets.parts import Panel, button
from scrutineer.ui.widgets.words import Words

_AT_ONCE = 12      # parts shown without typing; the rest is found by typing


class AnswersField(RowsField):
    """An Answer for the id of each ticked part. The part `first` stands at the top, then others of that party."""

    def __init__(self, desk: Desk, awaiting: Sequence[Awaiting], first: str) -> None:
        super().__init__()
        self._desk = desk
        party = next((one.party for one in awaiting if one.addressee_id == first), "")
        self._awaiting = sorted(awaiting, key=lambda one: (one.addressee_id != first, one.party != party))
        self._rows: dict[str, _Row] = {}
        self._asks_positions = True
        self._search = QLineEdit()
        self._search.setPlaceholderText("Type to find a challenge or a party")
        self._search.textChanged.connect(self._look)
        self._search.setVisible(len(awaiting) > _AT_ONCE)
        self._more = Words("" if awaiting else "No answer is awaited from anybody.", "small", hides=True)
        self.body.addWidget(self._search)
        self.body.addWidget(self._more)
        self._look()

    def call(self, name: str, label: str) -> None:
        """Name it, and where one types."""
        super().call(name, label)
        field.name_it(self._search, f"{name}-search", f"{label}: type to find")

    def value(self) -> Any:
        """The answers by the id of their part."""
        return {id_: row.answer() for id_, row in self._rows.items() if row.is_ticked()}

    def set_value(self, value: Any) -> None:
        """Tick these."""
        for id_, row in self._rows.items():
            if id_ not in value:
                row.tick(False)
        for one in self._awaiting:
            if one.addressee_id in value:
                self._row(one).show_answer(value[one.addressee_id])
        self._look()

    def problem(self) -> str:
        """Whether what is typed in a ticked row cannot be understood."""
        return first_problem(editor for row in self._rows.values() if row.is_ticked() for editor in row.editors)

    def draft(self) -> str:
        """The ticks and what is typed beneath them."""
        return json.dumps({id_: list(answer) for id_, answer in self.value().items()})

    def restore(self, draft: str) -> None:
        """Tick them again."""
        self.set_value({
            id_: Answer(Position(position) if position else None, text, short_form)
            for id_, (position, text, short_form) in json.loads(draft).items()
        })
        self.say_edited()

    def ask_positions(self, wanted: bool) -> None:
        """A holding reply takes no position."""
        self._asks_positions = wanted
        for row in self._rows.values():
            row.ask_position(wanted)

    def _look(self) -> None:
        """Show what is ticked, and of the others as many of those that match as there is room for."""
        wanted = self._search.text().strip().casefold()
        matching = [one for one in self._awaiting if wanted in f"{one.challenge} {one.party}".casefold()]
        shown = {one.addressee_id for one in matching[:_AT_ONCE]}
        for one in matching[:_AT_ONCE]:
            self._row(one)
        for id_, row in self._rows.items():
            row.setVisible(id_ in shown or row.is_ticked())
        left = len(matching) - _AT_ONCE
        if self._awaiting:
            self._more.say(f"{left} more: type to find them." if left > 0 else "")

    def _row(self, one: Awaiting) -> _Row:
        if one.addressee_id not in self._rows:
            row = _Row(self._desk, one, len(self._rows) + 1, self)
            row.ask_position(self._asks_positions)
            self._rows[one.addressee_id] = row
            self.body.insertWidget(self.body.count() - 1, row)
            if self._rows.keys() == {one.addressee_id}:
                self.setFocusProxy(row.tick_field)
        return self._rows[one.addressee_id]

    def ticked(self, row: _Row) -> None:
        """A row was ticked: it takes the position that the one before it was given."""
        given = [other.answer().position for other in self._rows.values() if other.is_ticked() and other is not row]
        if row.is_ticked() and given and row.answer().position is None:
            row.take_position(given[-1])
        self.say_edited()


class _Row(Panel):
    def __init__(self, desk: Desk, one: Awaiting, number: int, owner: AnswersField) -> None:
        super().__init__(margin=SMALL)
        due = f" · due {short_date(one.due_on)}" if one.due_on else ""
        self.tick_field = TickField(f"{one.party}{due}")
        self.tick_field.setObjectName(f"answers-{number}")
        self.tick_field.setAccessibleName(f"{one.party}: {one.challenge}")
        self._position = ChoiceField.of(Position, optional=True)
        self._short = TextField()
        self._text = MarkdownField(desk, preview=False)
        self.editors: list[Field] = [self._position, self._text, self._short]
        self._positioned = Labelled("Position", f"position-{number}", self._position, owner.say_edited)
        short = Labelled("Short form for the paper", f"short_form-{number}", self._short, owner.say_edited)
        own = Labelled("Its own words, if not the whole reply", f"own-text-{number}", self._text, owner.say_edited)
        self._beneath = QWidget()
        beneath = QVBoxLayout(self._beneath)
        beneath.setContentsMargins(LARGE, 0, 0, 0)
        beneath.setSpacing(SMALL)
        self._own_words = own
        own.hide()
        self._own = button("Give its own words", f"own-{number}", quiet=True)
        self._own.clicked.connect(self._give_own_words)
        for labelled in (self._positioned, short, own):
            beneath.addWidget(labelled)
        beneath.addWidget(self._own, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.tick_field, Words(one.challenge, "small"), self._beneath):
            self.body.addWidget(widget)
        self._arrange()
        self.tick_field.toggled.connect(self._arrange)
        self.tick_field.edited.connect(lambda: owner.ticked(self))

    def is_ticked(self) -> bool:
        return self.tick_field.isChecked()

    def tick(self, on: bool) -> None:
        self.tick_field.setChecked(on)

    def answer(self) -> Answer:
        return Answer(*(editor.value() for editor in self.editors))

    def show_answer(self, answer: Answer) -> None:
        for editor, value in zip(self.editors, answer, strict=True):
            editor.set_value(value)
        self.tick(True)
        self._own_words.setVisible(bool(answer.text))
        self._own.setVisible(not answer.text)

    def take_position(self, position: Position | None) -> None:
        self._position.set_value(position)

    def ask_position(self, wanted: bool) -> None:
        self._positioned.setVisible(wanted)

    def _give_own_words(self) -> None:
        self._own_words.show()
        self._own.hide()
        self._text.setFocus()

    def _arrange(self) -> None:
        self._beneath.setVisible(self.is_ticked())
