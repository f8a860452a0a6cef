"""Which parts a reply answers: ticks, and for each the position it takes and, where they differ, its own words."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from scrutineer.domain.challenge import Position
from scrutineer.register.replies import Answer, Awaiting
from scrutineer.ui.challenges.answer_row import AnswerRow
from scrutineer.ui.challenges.rows import RowsField, first_problem
from scrutineer.ui.widgets import field
from scrutineer.ui.widgets.field import Desk
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.words import Words

_AT_ONCE = 12      # parts shown without typing; the rest is found by typing


class AnswersField(RowsField):
    """An Answer for the id of each ticked part.

    The part `first` stands at the top, then others of that party, then those of the agencies that are preferred.
    `answered()` reads who has answered already, when somebody asks for them.
    """

    def __init__(
        self, desk: Desk, awaiting: Sequence[Awaiting], first: str, answered: Callable[[], Sequence[Awaiting]] = list,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._first = first
        self._answered = answered
        self._awaiting = list(awaiting)
        self._preferred: Collection[str] = ()
        self._rows: dict[str, AnswerRow] = {}
        self._asks_positions = True
        self._following: set[AnswerRow] = set()      # rows that take what is being chosen for another
        self._search = QLineEdit()
        self._search.setPlaceholderText("Type to find a challenge or a party")
        self._search.textChanged.connect(self._look)
        self._more = Words("", "small", hides=True)
        self._others = button("Show those who have answered", "show-answered", quiet=True)
        self._others.clicked.connect(self._show_answered)
        for widget in (self._search, self._more):
            self.body.addWidget(widget)
        self.body.addWidget(self._others, 0, Qt.AlignmentFlag.AlignLeft)
        self._arrange()

    def call(self, name: str, label: str) -> None:
        """Name it, and where one types."""
        super().call(name, label)
        field.name_it(self._search, f"{name}-search", f"{label}: type to find")

    def value(self) -> Any:
        """The answers by the id of their part."""
        return {id_: row.answer() for id_, row in self._rows.items() if row.is_ticked()}

    def set_value(self, value: Any) -> None:
        """Tick these."""
        if value.keys() - {one.addressee_id for one in self._awaiting}:
            self._read_answered()
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

    def prefer(self, agency_ids: Collection[str]) -> None:
        """Put the parts of these agencies first: the reply seems to be theirs."""
        if agency_ids and set(agency_ids) != set(self._preferred):
            self._preferred = agency_ids
            self._arrange()

    def _arrange(self) -> None:
        """Put the rows in their order, made anew; what is ticked stays ticked."""
        ticked = self.value()
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows.clear()
        self._following.clear()
        party = next((one.party for one in self._awaiting if one.addressee_id == self._first), "")
        self._awaiting.sort(key=lambda one: (
            one.addressee_id != self._first, one.party != party, not set(one.agency_ids) & set(self._preferred),
            one.answered_on is not None,
        ))
        self._search.setVisible(len(self._awaiting) > _AT_ONCE)
        self._look()
        self.set_value(ticked)

    def _show_answered(self) -> None:
        held, before = self._others.hasFocus(), len(self._awaiting)
        self._read_answered()
        self._arrange()
        if len(self._awaiting) == before:
            self._more.say("Nobody has answered yet.")
        if held and self._rows:
            next(iter(self._rows.values())).tick_field.setFocus()

    def _read_answered(self) -> None:
        known = {one.addressee_id for one in self._awaiting}
        self._awaiting += [one for one in self._answered() if one.addressee_id not in known]
        self._others.hide()

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
        found = f"{left} more: type to find them." if left > 0 else ""
        self._more.say(found if self._awaiting else "No answer is awaited from anybody.")

    def _row(self, one: Awaiting) -> AnswerRow:
        if one.addressee_id not in self._rows:
            row = AnswerRow(self._desk, one, len(self._rows) + 1)
            row.ask_position(self._asks_positions)
            row.edited.connect(self.say_edited)
            row.ticked.connect(lambda: self._ticked(row))
            row.positioned.connect(lambda: self._positioned(row))
            row.settled.connect(self._following.clear)
            last = next(reversed(self._rows.values()), None)
            self._rows[one.addressee_id] = row
            self.body.insertWidget(len(self._rows), row)
            _follow(last or self._search, row)
            if last is None:
                self.setFocusProxy(row.tick_field)
        return self._rows[one.addressee_id]

    def _ticked(self, row: AnswerRow) -> None:
        """A row was ticked: it takes the position that the one before it was given."""
        given = [other.answer().position for other in self._rows.values() if other.is_ticked() and other is not row]
        if row.is_ticked() and any(given) and row.answer().position is None:
            row.take_position([one for one in given if one][-1])
        self.say_edited()

    def _positioned(self, chosen: AnswerRow) -> None:
        """A position was chosen: ticked rows without one take it, and follow until the keyboard goes on."""
        position = chosen.answer().position
        self._following.discard(chosen)
        for row in self._rows.values():
            if row is not chosen and row.is_ticked() and (row in self._following or row.answer().position is None):
                self._following.add(row)
                row.take_position(position)


def _follow(before: QWidget, row: QWidget) -> None:
    """Have Tab come to a row after what stands before it: Qt would put what is new last of the whole window."""
    last = next(reversed(_stops(before)), before)
    for one in _stops(row):
        QWidget.setTabOrder(last, one)
        last = one


def _stops(within: QWidget) -> list[QWidget]:
    """Where Tab stops on the way through a widget; the lists that drop down are windows of their own."""
    return [
        one for one in within.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None and one.window() is within.window()
    ]
