"""What is open with agencies that end or split: how much is handed over, and after a split to whom each part goes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.domain.organisation import Contact
from scrutineer.domain.reference import short
from scrutineer.domain.text import counted, listed
from scrutineer.register.register import Register
from scrutineer.register.successions import HandedOver
from scrutineer.ui.challenges.rows import RowsField
from scrutineer.ui.theme import SMALL, TINY
from scrutineer.ui.widgets import field
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.words import Words


class OpenItem(NamedTuple):
    """One thing that is handed over: its id, what it is, and the ids of what goes with it."""

    id: str
    words: str
    along: tuple[str, ...] = ()


class Handing(NamedTuple):
    """All that is handed over by some agencies."""

    handed: HandedOver
    items: tuple[OpenItem, ...]


def open_with(register: Register, agency_ids: Sequence[str]) -> Handing:
    """What is open with these agencies; the actions of an open part go with it."""
    items: dict[str, OpenItem] = {}
    seen: set[str] = set()
    counts = [0] * len(HandedOver._fields)
    for agency_id in agency_ids:
        parts, actions, promises, within, people = register.successions.open_with(agency_id)
        services = [one for one in within if one.id not in agency_ids]
        numbers = len(parts), len(actions), len(promises), len(services), len(people)
        counts = [so_far + more for so_far, more in zip(counts, numbers, strict=True)]
        for part in parts:
            along = tuple(one.id for one in actions if one.addressee_id == part.id)
            seen |= set(along)
            whole = register.challenges.get(part.challenge_id)
            with_it = f" · with {counted(len(along), 'action')}" if along else ""
            items[part.id] = OpenItem(part.id, f"{short(whole.reference)} {whole.title}{with_it}", along)
        items |= {one.id: OpenItem(one.id, f"Action: {one.text}") for one in actions if one.id not in seen}
        items |= {one.id: OpenItem(one.id, f"My promise: {one.text}") for one in promises}
        items |= {one.id: OpenItem(one.id, f"Service: {one.name}") for one in services}
        items |= {one.id: OpenItem(one.id, f"Person: {_called(one)}") for one in people}
    return Handing(HandedOver(*counts), tuple(items.values()))


def in_words(handed: HandedOver) -> str:
    """`3 open parts, 2 actions and 1 promise`; "" for nothing."""
    found = [(handed.parts, "open part", ""), (handed.actions, "action", ""), (handed.promises, "promise", ""),
             (handed.services, "service", ""), (handed.people, "person", "people")]  # fmt: skip
    return listed([counted(number, one, many) for number, one, many in found if number])


def _called(person: Contact) -> str:
    return ", ".join(filter(None, (person.name, person.role)))


class HandingField(RowsField):
    """By the id of what is handed over, that of the agency it goes to, where there is a choice."""

    def __init__(self) -> None:
        super().__init__()
        self._handing = Handing(HandedOver(0, 0, 0), ())
        self._successors: tuple[Option, ...] = ()
        self._rows: dict[str, ChoiceField] = {}
        self._chosen: dict[str, str] = {}
        self._words = Words("", "soft")
        self._holder = QWidget()
        self.body.addWidget(self._words)
        self.body.addWidget(self._holder)

    def show_handing(self, handing: Handing, successors: Sequence[Option]) -> None:
        """Say what is handed over, and ask for each thing to whom, if several follow."""
        before, at_first = (self._handing.items, len(self._successors) > 1), self._successors[:1]
        self._handing, self._successors = handing, tuple(successors)
        if (handing.items, len(successors) > 1) != before:
            self._build()
        for choice in self._rows.values():
            choice.offer(self._successors)
            if choice.value() not in {one.id for one in self._successors} - {one.id for one in at_first}:
                choice.set_value(self._successors[0].id)
        self._words.say(self._sentence())

    def value(self) -> Any:
        """The choices, and those of what goes along."""
        found = {id_: choice.value() for id_, choice in self._rows.items()}
        along = {item.id: item.along for item in self._handing.items}
        return found | {id_: found[item] for item, ids in along.items() if item in found for id_ in ids}

    def set_value(self, value: Any) -> None:
        """Choose these, where they are asked for."""
        for id_, agency_id in (value or {}).items():
            if id_ in self._rows:
                self._rows[id_].set_value(agency_id)

    def problem(self) -> str:
        """What was typed into a choice and is not on the list."""
        return next(filter(None, (choice.problem() for choice in self._rows.values())), "")

    def draft(self) -> str:
        """The choices."""
        return json.dumps(self.value())

    def restore(self, draft: str) -> None:
        """Choose them again."""
        self.set_value(json.loads(draft))
        self.say_edited()

    def _sentence(self) -> str:
        words = in_words(self._handing.handed)
        if not words:
            return "Nothing is open with it."
        if len(self._successors) > 1:
            return f"{words}: to whom does each go?"
        if not self._successors:
            return f"{words}: say who follows."
        return f"{words} will be handed over to {self._successors[0].label}, with their dates and their history."

    def _build(self) -> None:
        """A row for each thing, if there is a choice."""
        kept = {id_: choice.value() for id_, choice in self._rows.items()}
        self.body.removeWidget(self._holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder, self._rows = QWidget(), {}
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for number, item in enumerate(self._handing.items if len(self._successors) > 1 else (), start=1):
            self._rows[item.id] = choice = ChoiceField(self._successors, optional=False)
            field.name_it(choice, f"goes-to-{number}", f"{item.words}: goes to")
            choice.edited.connect(self.say_edited)
            column.addWidget(_row(item, choice))
        self.body.addWidget(self._holder)
        self._holder.show()
        self.set_value(kept)


def _row(item: OpenItem, choice: ChoiceField) -> QWidget:
    made = QWidget()
    body = QVBoxLayout(made)
    body.setContentsMargins(0, 0, 0, 0)
    body.setSpacing(TINY)
    body.addWidget(Words(item.words))
    body.addWidget(choice)
    return made


def chosen(value: Mapping[str, str | None]) -> dict[str, str]:
    """The choices without those that were not made."""
    return {id_: agency_id for id_, agency_id in value.items() if agency_id}
