"""The form, written once: the fields of a record with their labels, what was changed, what is wrong.

Labels, kinds of field and which texts may be private are read from the record's own declaration. The
form saves nothing: a screen takes `replace(entity)` to the register, inside `attempt`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from scrutineer.domain.entity import Entity
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.ui.theme import MEDIUM, SMALL
from scrutineer.ui.widgets.editors import editor_for, is_short
from scrutineer.ui.widgets.field import Desk, Field
from scrutineer.ui.widgets.fields import TickField
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.form_block import Block
from scrutineer.ui.widgets.scrolling import hold_edge
from scrutineer.ui.widgets.words import Words

E = TypeVar("E", bound=Entity)


class Beside(NamedTuple):
    """A field that stands in the form and is none of the record's: whoever made it reads it."""

    name: str
    label: str
    editor: Field


# A field's name, alone or with the editor to use for it; a field beside the record's; or words to read.
# The next short field after "" begins a new line.
Asked = str | tuple[str, Field] | Beside | Words
_PAUSE = 1000  # milliseconds without a key before a draft is worth keeping
_NO_VALUES: Mapping[str, Any] = MappingProxyType({})
_PRIVATE = "private"  # in a draft: the fields that are ticked as private


class Form(QScrollArea):
    """A form for one kind of record. It scrolls up and down, never sideways."""

    edited = Signal()  # at each change by the person
    draft_changed = Signal()  # one second after the last of them
    submitted = Signal()  # Ctrl+Enter

    def __init__(
        self,
        entity_class: type[Entity],
        fields: Sequence[Asked],
        desk: Desk,
        *,
        privacy: bool = False,
        preview: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._blocks: dict[str, Block] = {}
        self._beside: set[str] = set()
        self._loaded: dict[str, Any] = {}
        self._loading = False
        self._entity: Entity | None = None
        self._values_beside = _NO_VALUES
        self._begins_at = ""
        self._general = Words("", "problem", hides=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.draft_changed)
        self._build(entity_class, fields, desk, privacy=privacy, preview=preview)
        self._loaded = self._current()

    def _build(
        self, entity_class: type[Entity], fields: Sequence[Asked], desk: Desk, *, privacy: bool, preview: bool
    ) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("plain", True)
        body = self._body = QVBoxLayout(inside)
        body.setContentsMargins(SMALL, SMALL, SMALL, SMALL)      # the ring of the keyboard has room
        body.setSpacing(MEDIUM)
        hold_edge(self, body, MEDIUM)
        body.addWidget(self._general)
        row: FlowRow | None = None
        holds_ticks = False
        for asked in fields:
            if isinstance(asked, Words) or not asked:
                row = None
                if asked:
                    body.addWidget(asked)
                continue
            block = self._block(entity_class, asked, desk, privacy=privacy, preview=preview)
            if is_short(block.field):
                is_tick = isinstance(block.field, TickField)
                if row is None or is_tick is not holds_ticks:      # a tick has no label above it: it would stand higher
                    holds_ticks = is_tick
                    row = FlowRow(across=MEDIUM, down=MEDIUM, top=True)
                    body.addWidget(row)
                row.add(block)
            else:
                row = None
                body.addWidget(block)
        body.addStretch(1)
        self.setWidget(inside)

    def _block(
        self,
        entity_class: type[Entity],
        asked: str | tuple[str, Field] | Beside,
        desk: Desk,
        *,
        privacy: bool,
        preview: bool,
    ) -> Block:
        if isinstance(asked, Beside):
            block = Block(entity_class, asked.name, asked.editor, privacy=False, label=asked.label)
            self._beside.add(asked.name)
        else:
            name, editor = asked if isinstance(asked, tuple) else (asked, None)
            editor = editor or editor_for(entity_class, name, desk, preview=preview)
            block = Block(entity_class, name, editor, privacy=privacy)
        block.edited.connect(self._edited)
        self._blocks[asked if isinstance(asked, str) else asked[0]] = block
        return block

    def full_height(self, width: int) -> int:
        """The height in pixels at which a form of this width need not scroll."""
        beside_a_bar = MEDIUM - self._body.contentsMargins().right()      # while it scrolls, the edge is held so
        return self._body.heightForWidth(width - beside_a_bar)

    # A record in and out

    def load(self, entity: Entity, beside: Mapping[str, Any] = _NO_VALUES) -> None:
        """Show a record, and values in the fields beside it; nothing counts as changed."""
        self._entity, self._values_beside = entity, beside
        self._loading = True
        for name, block in self._blocks.items():
            block.field.set_value(beside.get(name) if name in self._beside else getattr(entity, name))
            block.set_private(name in entity.private)
        self._loading = False
        self._timer.stop()
        self._loaded = self._current()
        self.show_problems([])

    def start_afresh(self) -> None:
        """Show the record again as it was loaded."""
        if self._entity is not None:
            self.load(self._entity, self._values_beside)

    def values(self) -> dict[str, Any]:
        """Every field's value, by name. Raises Invalid when something typed cannot be understood."""
        problems = [Problem(name, block.field.problem()) for name, block in self._blocks.items()]
        if found := [problem for problem in problems if problem.sentence]:
            raise Invalid(found)
        return {name: block.field.value() for name, block in self._blocks.items()}

    def changed(self) -> dict[str, Any]:
        """What the person has changed since the record was loaded, and `private` if a tick was."""
        self.values()
        return {name: value for name, value in self._current().items() if value != self._loaded.get(name)}

    def replace(self, entity: E, **values: Any) -> E:
        """The record with what was changed here, and with `values`. Raises Invalid as `values()` does."""
        changed = {name: value for name, value in self.changed().items() if name not in self._beside}
        if _PRIVATE in changed:
            elsewhere = [name for name in entity.private if name not in self._blocks]
            changed[_PRIVATE] = (*elsewhere, *changed[_PRIVATE])
        return dataclasses.replace(entity, **{**changed, **values})

    def is_changed(self) -> bool:
        """Whether there is anything that would be lost."""
        return self._current() != self._loaded

    def show_field(self, name: str, shown: bool) -> None:
        """Show a field, or put it out of the way."""
        self._blocks[name].setVisible(shown)

    def field(self, name: str) -> Field:
        """The editor of a field."""
        return self._blocks[name].field

    # What is wrong

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do `act`; when it raises Invalid, each problem stands beside its field and this is False."""
        try:
            act()
        except Invalid as invalid:
            self.show_problems(invalid.problems)
            return False
        self.show_problems([])
        return True

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Put each sentence beside its field, and the keyboard into the first; [] clears them."""
        sentences: dict[str, list[str]] = {}
        for problem in problems:
            sentences.setdefault(problem.field if problem.field in self._blocks else "", []).append(problem.sentence)
        self._general.say(" ".join(sentences.get("", [])))
        for name, block in self._blocks.items():
            block.show_problem(" ".join(sentences.get(name, [])))
        first = next((block for name, block in self._blocks.items() if name in sentences), None)
        if first:
            first.take_keyboard()
            self.ensureWidgetVisible(first)
        elif sentences:
            self.ensureWidgetVisible(self._general)

    def begin_at(self, name: str) -> None:
        """Where the keyboard is to be when the form comes into sight, instead of the first field."""
        self._begins_at = name

    def focus(self, name: str = "") -> None:
        """Put the keyboard into a field, that at which the form begins unless named."""
        name = name or self._begins_at
        (self._blocks[name] if name else next(iter(self._blocks.values()))).take_keyboard()

    # Drafts

    def as_draft(self) -> dict[str, str]:
        """What the person has typed since the record was loaded, as texts by field name."""
        current = self._current()
        draft = {
            name: block.field.draft()
            for name, block in self._blocks.items()
            if block.field.problem() or current[name] != self._loaded.get(name)
        }
        if current[_PRIVATE] != self._loaded.get(_PRIVATE):
            draft[_PRIVATE] = " ".join(current[_PRIVATE])
        return draft

    def restore_draft(self, draft: dict[str, str]) -> None:
        """Type a draft again over the record that is loaded; fields no longer known are left aside."""
        for name, text in draft.items():
            if name in self._blocks:
                self._blocks[name].field.restore(text)
        if _PRIVATE in draft:
            for name, block in self._blocks.items():
                block.set_private(name in draft[_PRIVATE].split())

    def _current(self) -> dict[str, Any]:
        private = tuple(name for name, block in self._blocks.items() if block.is_private())
        return {name: block.field.value() for name, block in self._blocks.items()} | {_PRIVATE: private}

    def _edited(self) -> None:
        if not self._loading:
            self._timer.start()
            self.edited.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Where the keyboard is to be comes into sight, once everything has its place."""
        super().showEvent(event)
        if self._begins_at:
            QTimer.singleShot(0, self, self._look_where_it_begins)

    def _look_where_it_begins(self) -> None:
        place = self.window().focusWidget()
        if place is not None and self.isAncestorOf(place):
            self.ensureWidgetVisible(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, from whichever field."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submitted.emit()
            return
        super().keyPressEvent(event)
