"""One party among those to whom a challenge is put: its name, by when it is asked, for whose attention."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.domain.challenge import Addressee, PartyKind
from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import label_of
from scrutineer.ui.challenges.rows import Labelled, first_problem
from scrutineer.ui.theme import MEDIUM, SMALL
from scrutineer.ui.widgets.date_field import DateField
from scrutineer.ui.widgets.field import Desk, Field
from scrutineer.ui.widgets.fields import ChoiceField, Option, TextField
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import Panel, icon_button
from scrutineer.ui.widgets.several import SeveralField
from scrutineer.ui.widgets.words import Words

_WHO = ("id", "kind", "agency_id", "group_id", "body_id")


@dataclass(frozen=True)
class Surroundings:
    """What a row is told: what parties are called, which agencies and meetings there are, when answers are due."""

    called: Callable[[Addressee], str]
    agencies: Sequence[Option]
    meetings: Sequence[Option]
    due: Callable[[str | None], date | None]      # for a papers deadline's meeting, or None
    desk: Desk


class PartyRow(Panel):
    """Shows one party; `removed` when it shall not be asked after all."""

    edited = Signal()
    removed = Signal()

    def __init__(self, party: Addressee, around: Surroundings, number: int) -> None:
        super().__init__(margin=SMALL)
        self._party = party
        self._around = around
        self._name = Words("", "strong")
        self._due = DateField(around.desk)
        self._meeting = ChoiceField(around.meetings)
        self._jointly = SeveralField(around.agencies)
        self._lead = ChoiceField()
        self._asked: dict[str, Field] = {"due_on": self._due}
        if party.kind is PartyKind.JOINT:
            self._asked |= {"agency_ids": self._jointly, "lead_id": self._lead}
        if around.meetings:
            self._asked["meeting_id"] = self._meeting
        self._asked["contact_role"] = TextField()
        self.first: QWidget = self._jointly if party.kind is PartyKind.JOINT else self._due
        self._more = icon_button("more", "Meeting, attention", f"more-{number}")
        self._beneath = QWidget()
        self._build(number)
        for name, editor in self._asked.items():
            editor.set_value(getattr(party, name))
        self._changed()

    def _build(self, number: int) -> None:
        remove = icon_button("close", "Do not ask this party", f"remove-{number}")
        remove.clicked.connect(self.removed)
        self._more.setCheckable(True)
        self._more.toggled.connect(self._beneath.setVisible)
        due = Labelled("due", f"due_on-{number}", self._due, self._tell, beside=True)
        head = FlowRow(across=MEDIUM)
        head.add(self._name)
        for widget in (due, self._more, remove):
            head.add(widget, at_end=True)
        beneath = QVBoxLayout(self._beneath)
        beneath.setContentsMargins(0, 0, 0, 0)
        row = FlowRow(across=MEDIUM, top=True)
        for name, editor in self._asked.items():
            if editor is not self._due:
                labelled = Labelled(label_of(Addressee, name), f"{name}-{number}", editor, self._tell)
                if editor is self._jointly:
                    beneath.addWidget(labelled)
                else:
                    row.add(labelled)
        beneath.addWidget(row)
        self.body.addWidget(head)
        self.body.addWidget(self._beneath)
        party = self._party
        self._more.setChecked(bool(self._needs_names() or party.meeting_id or party.contact_role))
        self._beneath.setVisible(self._more.isChecked())

    def party(self) -> Addressee:
        """The party as it stands here."""
        typed: dict[str, Any] = {name: editor.value() for name, editor in self._asked.items()}
        return replace(self._party, **typed)

    def problem(self) -> str:
        """What is typed here and cannot be understood."""
        return first_problem(self._asked.values())

    def draft(self) -> dict[str, dict[str, Any]]:
        """Who it is, and what is typed."""
        return {
            "party": {name: getattr(self._party, name) for name in _WHO},
            "typed": {name: editor.draft() for name, editor in self._asked.items()},
        }

    def restore(self, typed: dict[str, str]) -> None:
        """Type it again."""
        for name, editor in self._asked.items():
            editor.restore(typed.get(name, ""))
        self._more.setChecked(self._more.isChecked() or any(typed.get(name) for name in ("meeting_id", "contact_role")))
        self._changed()

    def suggest(self) -> None:
        """Say in the empty date by when an answer is asked for."""
        due_on = self._around.due(self._meeting.value())
        self._due.suggest(short_date(due_on) if due_on else "no date")

    def _tell(self) -> None:
        self._changed()
        self.edited.emit()

    def _changed(self) -> None:
        """What follows from the row: its name, who may lead, by when it is asked."""
        chosen = set(self._jointly.value())
        self._lead.offer([one for one in self._around.agencies if one.id in chosen])
        party = self.party()
        nobody = party.kind is PartyKind.JOINT and not party.agency_ids
        self._name.say("Several jointly: tick who answers together" if nobody else self._around.called(party))
        self.suggest()

    def _needs_names(self) -> bool:
        return self._party.kind is PartyKind.JOINT and not self._party.agency_ids
