"""The right side of this screen: one record of the partnership's own, with its facts and what can be done.

What an agency page holds is written by `agency`; here are the boards, people and rules.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from scrutineer.domain.assurance import Conflict
from scrutineer.domain.dates import long_date
from scrutineer.domain.entity import Entity, label_of, narratives
from scrutineer.domain.organisation import Agency, AgencyGroup, Body, Contact, Meeting, Partnership
from scrutineer.ui.agencies import agency
from scrutineer.ui.agencies.facts import Facts
from scrutineer.ui.agencies.form import EDITED
from scrutineer.ui.list_screen import EVERY_CHANGE, TAKE_OFF, RecordDetail, edit
from scrutineer.ui.widgets.card import Card
from scrutineer.ui.widgets.card_row import CardRow
from scrutineer.ui.widgets.chip import Chip
from scrutineer.ui.widgets.steps import Step

_ALWAYS = frozenset({"agency", "partnership", "scrutineer"})      # ended by a date, never taken off the list


class PartnershipDetail(RecordDetail):
    """Shows any record of the kinds that this screen lists."""

    kind = ""

    def show_one(self, kind: str, id_: str) -> None:
        """Show a record of this kind; "" shows none."""
        self.kind = kind
        self.show_record(id_)

    def entity(self, id_: str) -> Entity:
        """The record itself, as it is now."""
        found: Entity = EDITED[self.kind].keeper(self.register).get(id_)
        return found

    def write(self, id_: str) -> None:
        """Put the record on the sheet."""
        entity = self.entity(id_)
        if isinstance(entity, Agency):
            agency.write(self, self.register.agency_page(id_))
            return
        self._head(entity)
        fields = EDITED[self.kind].fields
        plain = [name for name in fields if name not in _SHOWN_OTHERWISE | {*narratives(type(entity))}]
        self.add(Facts(entity, plain, self.register.desk.names()))
        self.narratives(entity)
        if isinstance(entity, AgencyGroup):
            self._members(entity)
        elif isinstance(entity, Body):
            self._meetings(entity)
        elif isinstance(entity, Partnership):
            self.steps(_PARTNERSHIP, entity.id)
        elif isinstance(entity, Contact | Conflict) and (found := self.register.agencies.find(entity.agency_id)):
            self.rows("Agency", [CardRow("agency", found.id, found.name, found.kind.label)])

    def narratives(self, entity: Entity) -> None:
        """Its long texts; one that is private says so."""
        for name in narratives(type(entity)):
            if text := getattr(entity, name):
                chips = [Chip("private to me")] if name in entity.private else []
                self.party(label_of(type(entity), name), chips)
                self.narrative(text)

    def rows(self, title: str, rows: Sequence[CardRow], empty: str = "") -> None:
        """Records that belong to this one, each of which opens."""
        card = Card(title, empty, flat=True)
        card.show_rows(rows)
        card.opened.connect(self.open_requested, Qt.ConnectionType.QueuedConnection)
        self.add(card)

    def _head(self, entity: Entity) -> None:
        if isinstance(entity, Meeting):
            self.kicker(self.register.meetings.called(entity))
            self.title(long_date(entity.held_on))
            self.steps([Step("write", "Begin a paper for it"), edit(), TAKE_OFF, EVERY_CHANGE], entity.id)
            return
        self.title(getattr(entity, "name", "") or _CALLED[entity.KIND])
        if isinstance(entity, Contact):
            lead = ((entity.is_lsp, "is_lsp"), (entity.is_dsp, "is_dsp"))
            self.chips([Chip(label_of(Contact, name)) for wanted, name in lead if wanted])
        more = (Step("meeting-of", "Add a meeting"),) if isinstance(entity, Body) else ()
        if isinstance(entity, Contact) and entity.email:
            more = (Step("copy-address", "Copy the e-mail address"),)
        off = () if entity.KIND in _ALWAYS else (TAKE_OFF,)
        self.steps([*more, edit(), *off, EVERY_CHANGE], entity.id)

    def _members(self, group: AgencyGroup) -> None:
        found = [self.register.agencies.get(id_) for id_ in group.agency_ids]
        self.rows("Members", [
            CardRow("agency", one.id, one.name, one.kind.label,
                    chip=Chip("answers for the group") if one.id == group.lead_id else None)
            for one in found
        ], "Nobody is a member yet.")  # fmt: skip

    def _meetings(self, body: Body) -> None:
        held = sorted(self.register.meetings.all(body_id=body.id), key=lambda one: str(one.held_on), reverse=True)
        self.rows("Meetings", [
            CardRow("meeting", one.id, long_date(one.held_on),
                    f"papers due {long_date(one.papers_due_on)}" if one.papers_due_on else one.place,
                    right=one.minute_ref)
            for one in held
        ], "No meeting is known yet. The next one, and its papers deadline, would stand here.")  # fmt: skip


_SHOWN_OTHERWISE = frozenset({"name", "agency_ids", "agency_id", "is_lsp", "is_dsp", "lead_id", "held_on", "body_id"})
_PARTNERSHIP = (
    Step("add-scrutineer", "Add a scrutineer"), Step("add-appointment", "Add terms"),
    Step("add-conflict", "Note a conflict of interest"),
    Step("add-closed_days", "Add closed days"), Step("add-reporting_period", "Add a period"),
)  # fmt: skip
_CALLED = {
    "appointment": "Terms of appointment", "conflict": "A conflict of interest", "closed_days": "Closed days",
    "reporting_period": "Reporting period",
}  # fmt: skip
