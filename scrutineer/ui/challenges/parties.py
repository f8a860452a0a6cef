"""“Put to”: parties picked by typing a few letters, each with its own due date.

An agency or service, several jointly, a group as one or member by member, a body, or the Partnership as a
whole. Enter takes the first that is found; nothing is written here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from scrutineer.domain.challenge import Addressee, PartyKind
from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import new_id
from scrutineer.domain.organisation import PartnerStatus
from scrutineer.domain.text import listed
from scrutineer.register.register import Register
from scrutineer.ui.challenges.party_row import PartyRow, Surroundings
from scrutineer.ui.challenges.rows import RowsField
from scrutineer.ui.theme import TINY
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets import field
from scrutineer.ui.widgets.fields import Option
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.words import Words

_AT_ONCE = 10      # what is offered without typing more
JOINTLY = "Several jointly …"


class Offered(NamedTuple):
    """Something that can be picked: what it is called, what else finds it, and the parties that it stands for."""

    words: str
    also: str
    parties: tuple[Addressee, ...]


class PartiesField(RowsField):
    """A tuple of addressees in the order in which they were picked.

    `due(meeting_id)` says by when an answer is asked for where no date is typed.
    """

    def __init__(self, around: Surroundings, offered: Sequence[Offered]) -> None:
        super().__init__()
        self._around = around
        self._offered = offered
        self._rows: list[PartyRow] = []
        self._at = -1                  # which of the found ones Enter would take
        self._found: list[Offered] = []
        self._search = _Search()
        self._search.setPlaceholderText("Type a few letters, then Enter")
        self._search.textChanged.connect(self._look)
        self._search.moved.connect(self._move)
        self._search.entered.connect(self._enter)
        self._row = FlowRow(across=TINY, down=TINY)
        self._more = Words("", "small", hides=True)
        for widget in (self._search, self._row, self._more):
            self.body.addWidget(widget)
        self.setFocusProxy(self._search)
        self._look()

    def call(self, name: str, label: str) -> None:
        """Name it, and where one types."""
        super().call(name, label)
        field.name_it(self._search, f"{name}-search", f"{label}: type to find")

    def value(self) -> Any:
        """The parties."""
        return tuple(row.party() for row in self._rows)

    def set_value(self, value: Any) -> None:
        """Show these parties."""
        while self._rows:
            self._rows.pop().deleteLater()
        for party in value:
            self._add(party)

    def problem(self) -> str:
        """Whether a date or a choice in one of the rows cannot be understood."""
        return next(filter(None, (row.problem() for row in self._rows)), "")

    def draft(self) -> str:
        """The parties and what is typed in their rows."""
        return json.dumps([row.draft() for row in self._rows])

    def restore(self, draft: str) -> None:
        """Show them again."""
        self.set_value([])
        for kept in json.loads(draft):
            row = self._add(Addressee(**kept["party"] | {"kind": PartyKind(kept["party"]["kind"])}))
            row.restore(kept["typed"])
        self.say_edited()

    def suggest_dates(self) -> None:
        """Say anew by when an answer is asked for, because the date or the priority has changed."""
        for row in self._rows:
            row.suggest()

    def _look(self) -> None:
        """Offer what matches, what begins with the letters first."""
        typed = self._search.text().strip().casefold()
        matching = [one for one in self._offered if typed in f"{one.words} {one.also}".casefold()]
        if typed:
            matching.sort(key=lambda one: not one.words.casefold().startswith(typed))
        self._found, left = matching[:_AT_ONCE], len(matching) - _AT_ONCE
        self._at = 0 if typed and self._found else -1
        self._more.say("Nobody is called so." if not matching else f"{left} more: type to find." if left > 0 else "")
        self._show_found()

    def _show_found(self) -> None:
        self._row.clear()
        for place, one in enumerate(self._found):
            made = button(one.words.replace("&", "&&"), f"offer-{place}")
            made.setProperty("pill", True)
            made.setCheckable(True)
            made.setChecked(place == self._at)
            made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            made.clicked.connect(lambda _checked=False, one=one: self._take(one))
            self._row.add(made)
        chosen = self._found[self._at].words if self._at >= 0 else ""
        self._search.setAccessibleDescription(f"Enter takes {chosen}" if chosen else "")

    def _move(self, step: int) -> None:
        if self._found:
            self._at = (max(self._at, -1 if step > 0 else 0) + step) % len(self._found)
            self._show_found()

    def _enter(self) -> None:
        if self._at >= 0:
            self._take(self._found[self._at])

    def _take(self, one: Offered) -> None:
        known = {_who(row.party()) for row in self._rows}
        rows = [self._add(replace(party, id=new_id())) for party in one.parties
                if party.kind is PartyKind.JOINT or _who(party) not in known]  # fmt: skip
        self._search.clear()
        self._look()
        (rows[-1].first if rows and one.words == JOINTLY else self._search).setFocus()
        self.say_edited()

    def _add(self, party: Addressee) -> PartyRow:
        row = PartyRow(party, self._around, len(self._rows) + 1)
        row.edited.connect(self.say_edited)
        row.removed.connect(lambda: self._remove(row))
        self._rows.append(row)
        self.body.addWidget(row)
        return row

    def _remove(self, row: PartyRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self._search.setFocus()
        self.say_edited()


def offered(register: Register, but: Sequence[Addressee] = ()) -> list[Offered]:
    """Everybody to whom a challenge can be put, the statutory partners first; not those whom it was put to already."""
    asked = {_who(one) for one in but if one.kind is not PartyKind.JOINT}
    left = [
        one._replace(parties=tuple(party for party in one.parties if _who(party) not in asked))
        for one in _everybody(register)
    ]
    return [one for one in left if one.parties]


def _everybody(register: Register) -> list[Offered]:
    agencies = register.agencies.current()
    partners = [one for one in agencies if one.status is PartnerStatus.STATUTORY]
    found = [
        Offered(one.called, one.name, (Addressee(agency_id=one.id),))
        for one in sorted(agencies, key=lambda one: one.status is not PartnerStatus.STATUTORY)
    ]
    jointly = [Offered(JOINTLY, "", (Addressee(kind=PartyKind.JOINT),))]
    if len(partners) > 1:
        ids, names = tuple(one.id for one in partners), listed([one.called for one in partners])
        jointly.insert(0, Offered(
            f"{names} jointly", "statutory partners", (Addressee(kind=PartyKind.JOINT, agency_ids=ids),)
        ))
    for group in register.groups.all():
        as_one = Addressee(kind=PartyKind.GROUP, group_id=group.id)
        members = tuple(Addressee(agency_id=id_) for id_ in group.agency_ids)
        found += [Offered(f"{group.called}, as one", group.name, (as_one,)),
                  Offered(f"{group.called}, each of them", group.name, members)]  # fmt: skip
    found += [
        Offered(one.called, one.name, (Addressee(kind=PartyKind.BODY, body_id=one.id),))
        for one in register.bodies.all()
    ]
    whole = Offered("The Partnership as a whole", register.partnership.name, (Addressee(kind=PartyKind.PARTNERSHIP),))
    return [*found, *jointly, whole]


def surroundings(tools: Tools, due: Callable[[str | None], date | None]) -> Surroundings:
    """What rows of parties are told: names, agencies, meetings to come, and the dates that follow from them."""
    register = tools.register
    agencies = [Option(one.id, one.called) for one in register.agencies.current()]
    meetings = [
        Option(one.id, f"{register.meetings.called(one)}, {short_date(one.held_on)}")
        for one in register.meetings.coming() if one.held_on and one.papers_due_on
    ]
    names = register.desk.names()
    called = register.challenges.party_name
    return Surroundings(lambda part: called(part, names), agencies, meetings, due, tools.desk)


def _who(party: Addressee) -> tuple[object, ...]:
    return party.kind, party.agency_id, party.group_id, party.body_id


class _Search(QLineEdit):
    entered = Signal()
    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go through what was found; Enter takes it, and does not reach the form."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
