"""Records picked by typing a few letters: each with a second line that says what it is, and a line to write beneath.

It knows ids and words; which records are offered is told by whoever asks.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from scrutineer.domain.text import opening
from scrutineer.reports.markdown import plain
from scrutineer.ui.challenges.rows import Labelled, RowsField
from scrutineer.ui.theme import SMALL, TINY
from scrutineer.ui.widgets import field
from scrutineer.ui.widgets.fields import TextField, TickField
from scrutineer.ui.widgets.parts import Panel, button
from scrutineer.ui.widgets.words import Words

_AT_ONCE = 6      # offered without typing more
_LONGEST = 120      # characters of a first sentence


class Pick(NamedTuple):
    """One record that can be picked: what it is called, in its first sentence, and what it is."""

    id: str
    title: str
    about: str = ""

    @property
    def called(self) -> str:
        """The first sentence of its title."""
        return opening(plain(self.title), _LONGEST)


class PickField(RowsField):
    """A dictionary from the id of each picked record to what is written beneath it (`asks`, or nothing is asked).

    Enter picks the first that is found. `make` is called by the button `new`, and may give one more, picked.
    """

    def __init__(
        self, offered: Sequence[Pick], nothing: str, *, asks: str = "", new: str = "",
        make: Callable[[], Pick | None] = lambda: None,
    ) -> None:
        super().__init__()
        self._offered = list(offered)
        self._nothing = nothing
        self._asks = asks
        self._make = make
        self._made = 0
        self._rows: dict[str, _Row] = {}
        self._search = _Search()
        self._search.setPlaceholderText("Type a few letters, then Enter")
        self._search.textChanged.connect(self._look)
        self._search.entered.connect(self._enter)
        self._more = Words("", "small", hides=True)
        self._new = button(new, "new-pick", small=True, icon="add")
        self._new.clicked.connect(self._add)
        self._new.setVisible(bool(new))
        for widget in (self._search, self._more):
            self.body.addWidget(widget)
        self.body.addWidget(self._new, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._search)
        self._look()

    def call(self, name: str, label: str) -> None:
        """Name it, and where one types."""
        super().call(name, label)
        field.name_it(self._search, f"{name}-search", f"{label}: type to find")

    def value(self) -> Any:
        """What is picked."""
        return {id_: row.written() for id_, row in self._rows.items() if row.is_picked()}

    def set_value(self, value: Any) -> None:
        """Pick these."""
        for id_, row in self._rows.items():
            if id_ not in value:
                row.pick(False)
        for one in self._offered:
            if one.id in value:
                self._row(one).write(value[one.id])
        self._look()

    def problem(self) -> str:
        """Any pick is understood."""
        return ""

    def draft(self) -> str:
        """What is picked."""
        return json.dumps(self.value())

    def restore(self, draft: str) -> None:
        """Pick it again."""
        self.set_value(json.loads(draft or "{}"))
        self.say_edited()

    def _look(self) -> None:
        """Show what is picked, and of the others as many of those that match as there is room for."""
        typed = self._search.text().casefold().split()
        matching = [one for one in self._offered if all(
            word in f"{one.title} {one.about}".casefold() for word in typed
        )]  # fmt: skip
        shown = [one.id for one in matching[:_AT_ONCE]]
        for id_ in [id_ for id_, row in self._rows.items() if id_ not in shown and not row.is_picked()]:
            old = self._rows.pop(id_)
            old.hide()
            old.deleteLater()
        before: QWidget = self._search
        for one in matching[:_AT_ONCE]:
            row = self._row(one)
            for inside in row.places():
                QWidget.setTabOrder(before, inside)
                before = inside
        left = len(matching) - _AT_ONCE
        found = f"{left:,} more: type to find them." if left > 0 else "" if matching else "Nothing is called so."
        self._more.say(found if self._offered else self._nothing)
        self._search.setVisible(len(self._offered) > _AT_ONCE)
        if len(self._offered) <= _AT_ONCE:      # nothing to type: the keyboard goes to what is there
            first = next(iter(self._rows.values()), None)
            self.setFocusProxy(first.tick_field if first else self._new)

    def _row(self, one: Pick) -> _Row:
        if one.id not in self._rows:
            self._made += 1
            row = _Row(one, self._made, self._asks, self.say_edited)
            self._rows[one.id] = row
            self.body.insertWidget(self.body.count() - 2, row)
            row.show()      # at once: Qt would wait, and the keyboard cannot enter what is not shown
        return self._rows[one.id]

    def _enter(self) -> None:
        wanted = next((row for row in self._rows.values() if row.isVisible() and not row.is_picked()), None)
        if wanted and self._search.text().strip():
            wanted.pick(True)
            self._search.clear()
            self.say_edited()

    def _add(self) -> None:
        made = self._make()
        if made:
            self._offered.insert(0, made)
            self._row(made).pick(True)
            self._look()
            self.say_edited()


class _Row(Panel):
    """A tick, with words beside it that wrap; a click on the words ticks as well."""

    def __init__(self, one: Pick, number: int, asks: str, edited: Callable[[], None]) -> None:
        super().__init__(margin=SMALL)
        self._asks = bool(asks)
        self._edited = edited
        self.tick_field = TickField()
        field.name_it(self.tick_field, f"pick-{number}", ", ".join(filter(None, (one.called, one.about))))
        self._line = TextField()
        self._beneath = QWidget()
        beneath = QVBoxLayout(self._beneath)
        beneath.setContentsMargins(0, 0, 0, 0)
        if asks:
            beneath.addWidget(Labelled(asks, f"shows-{number}", self._line, edited))
        beside = QGridLayout()
        beside.setHorizontalSpacing(SMALL)
        beside.setVerticalSpacing(TINY)
        beside.setColumnStretch(1, 1)
        beside.addWidget(self.tick_field, 0, 0, Qt.AlignmentFlag.AlignTop)
        for place, widget in enumerate((Words(one.called), Words(one.about, "small", hides=True), self._beneath)):
            beside.addWidget(widget, place, 1)
        self.body.addLayout(beside)
        self._arrange()
        self.tick_field.toggled.connect(self._arrange)
        self.tick_field.edited.connect(edited)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words can be clicked as well as the box."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pick(not self.is_picked())
            self._edited()

    def places(self) -> list[QWidget]:
        """What the keyboard comes to."""
        return [self.tick_field, self._line] if self._asks else [self.tick_field]

    def is_picked(self) -> bool:
        """Whether it is picked."""
        return self.tick_field.isChecked()

    def pick(self, on: bool) -> None:
        """Pick it, or not; no edit."""
        self.tick_field.setChecked(on)

    def written(self) -> str:
        """What is written beneath."""
        return self._line.text().strip()

    def write(self, words: str) -> None:
        """Pick it, with these words."""
        self._line.set_value(words)
        self.pick(True)

    def _arrange(self) -> None:
        self._beneath.setVisible(self._asks and self.is_picked())


class _Search(QLineEdit):
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to this field, not to the form."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            return
        super().keyPressEvent(event)
