"""Ticks over parties: each with its clock, and beneath it the challenge that it was asked about.

Tab comes in once; arrow keys go from tick to tick, Space ticks; many are found by typing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.ui.challenges.rows import RowsField
from scrutineer.ui.theme import MEDIUM, TINY
from scrutineer.ui.widgets import field
from scrutineer.ui.widgets.fields import TickField
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import SearchBox, button
from scrutineer.ui.widgets.words import Words

_AT_ONCE = 12      # parties shown without typing; the rest is found by typing


class Party(NamedTuple):
    """One that can be ticked: its id, its name, its clock or what else is said of it, and its challenge."""

    id: str
    name: str
    clock: str = ""
    challenge: str = ""


class TicksField(RowsField):
    """A tuple of the ids that are ticked, in the order of the list."""

    def __init__(self, parties: Iterable[Party], none: str = "") -> None:
        super().__init__()
        self._parties = tuple(parties)
        self._chosen: set[str] = set()
        self._rows: dict[str, _Row] = {}
        self._search = SearchBox("Type to find a party or a challenge", "ticks-search")
        self._search.textChanged.connect(self._look)
        self._search.setVisible(len(self._parties) > _AT_ONCE)
        self._all = button("Tick all that are shown", "tick-all", small=True)
        self._all.clicked.connect(self._tick_shown)
        self._all.setVisible(len(self._parties) > 1)
        self._more = Words("" if self._parties else none, "small", hides=True)
        head = FlowRow(across=MEDIUM)
        head.add(self._search)
        head.add(self._all)
        self._list = QVBoxLayout()
        self._list.setSpacing(TINY)
        self.body.addWidget(head)
        self.body.addLayout(self._list)
        self.body.addWidget(self._more)
        self._look()

    def call(self, name: str, label: str) -> None:
        """Name it, and where one types."""
        super().call(name, label)
        field.name_it(self._search, f"{name}-search", f"{label}: type to find")

    def value(self) -> Any:
        """The ids."""
        return tuple(one.id for one in self._parties if one.id in self._chosen)

    def set_value(self, value: Any) -> None:
        """Tick these; ids that are not on the list are left aside."""
        self._chosen = {one.id for one in self._parties} & set(value or ())
        self._look()

    def problem(self) -> str:
        """Ticks are always understood."""
        return ""

    def draft(self) -> str:
        """The ids, one a line."""
        return "\n".join(self.value())

    def restore(self, draft: str) -> None:
        """Tick them again."""
        self.set_value(draft.split("\n"))
        self.say_edited()

    def _look(self) -> None:
        """Show what is ticked, and of the others as many of those that match as there is room for."""
        wanted = self._search.text().strip().casefold()
        matching = [one for one in self._parties if wanted in f"{one.name} {one.challenge}".casefold()]
        at_once = {one.id for one in matching[:_AT_ONCE]}
        shown = [one for one in self._parties if one.id in at_once or one.id in self._chosen]
        for one in shown:
            self._row(one)
        for id_, row in self._rows.items():
            row.tick.setChecked(id_ in self._chosen)
            row.setVisible(any(one.id == id_ for one in shown))
        self._enter_at([self._rows[one.id].tick for one in shown])
        left = len(matching) - len(at_once)
        if self._parties:
            self._more.say(f"{left} more: type to find them." if left > 0 else "")

    def _enter_at(self, ticks: Sequence[TickField]) -> None:
        """Tab comes to the first that is shown."""
        for number, tick in enumerate(ticks):
            tick.setFocusPolicy(Qt.FocusPolicy.ClickFocus if number else Qt.FocusPolicy.StrongFocus)
        if ticks:
            self.setFocusProxy(ticks[0])
            QWidget.setTabOrder(self._all, ticks[0])      # one that was found later would come last of the whole form

    def _row(self, one: Party) -> _Row:
        if one.id not in self._rows:
            row = _Row(one, len(self._rows) + 1)
            row.tick.toggled.connect(lambda on, id_=one.id: self._toggle(id_, on=on))
            row.tick.edited.connect(self.say_edited)
            row.tick.stepped.connect(lambda by, id_=one.id: self._step(id_, by))
            place = sum(1 for before in self._parties[: self._parties.index(one)] if before.id in self._rows)
            self._rows[one.id] = row
            self._list.insertWidget(place, row)
        return self._rows[one.id]

    def _in_sight(self) -> list[str]:
        return [one.id for one in self._parties if one.id in self._rows and not self._rows[one.id].isHidden()]

    def _toggle(self, id_: str, *, on: bool) -> None:
        (self._chosen.add if on else self._chosen.discard)(id_)

    def _step(self, id_: str, by: int) -> None:
        shown = self._in_sight()
        here = self._rows[id_].tick
        there = self._rows[shown[(shown.index(id_) + by) % len(shown)]].tick
        here.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        there.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        there.setFocus(Qt.FocusReason.TabFocusReason)

    def _tick_shown(self) -> None:
        """All that are shown, or none of them if all are ticked already."""
        shown = set(self._in_sight())
        self._chosen = self._chosen - shown if shown <= self._chosen else self._chosen | shown
        self._look()
        self.say_edited()


class _Row(QWidget):
    def __init__(self, one: Party, number: int) -> None:
        super().__init__()
        self.tick = TickField(one.name)
        self.tick.setObjectName(f"tick-{number}")
        self.tick.setAccessibleName(": ".join(filter(None, (one.name, one.challenge))))
        self.tick.setAccessibleDescription(one.clock)
        head = FlowRow(across=MEDIUM, down=0)
        head.add(self.tick)
        if one.clock:
            head.add(Words(one.clock, "small"))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(head)
        if one.challenge:
            beneath = Words(one.challenge, "small")
            beneath.setContentsMargins(self.tick.words_at(), 0, 0, 0)
            body.addWidget(beneath)
