"""One party in the sheet: what is asked about it, and what follows from what is typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from scrutineer.domain.challenge import Addressee, PartyKind
from scrutineer.domain.organisation import Body, Meeting
from scrutineer.ui.challenges.parties import surroundings
from scrutineer.ui.challenges.party_row import PartyRow, Surroundings
from scrutineer.ui.widgets.fields import ChoiceField
from scrutineer.ui.widgets.several import SeveralField
from tests.ui.challenges.room import Room, press, read

PAPERS_DUE = date(2026, 12, 4)


@pytest.fixture
def meeting(room: Room) -> Meeting:
    body = room.register.bodies.save(Body(name="Strategic Board"))
    return room.register.meetings.save(Meeting(body_id=body.id, held_on=date(2026, 12, 18), papers_due_on=PAPERS_DUE))


@pytest.fixture
def around(room: Room, meeting: Meeting) -> Surroundings:
    return surroundings(room.tools, lambda id_: PAPERS_DUE if id_ else date(2026, 12, 21))


def test_the_date_that_follows_stands_in_the_empty_field(
    room: Room, around: Surroundings, meeting: Meeting, qtbot: QtBot
):
    row = PartyRow(Addressee(agency_id=room.police.id), around, 1)
    qtbot.addWidget(row)
    due = row.findChild(QLineEdit, "due_on-1")
    assert (due.text(), due.placeholderText()) == ("", "21 Dec 2026")
    row.findChild(ChoiceField, "meeting_id-1").restore(meeting.id)
    assert due.placeholderText() == "4 Dec 2026"
    assert (row.party().meeting_id, row.party().due_on) == (meeting.id, None)


def test_meeting_and_attention_are_out_of_the_way_until_asked_for(room: Room, around: Surroundings, qtbot: QtBot):
    row = PartyRow(Addressee(agency_id=room.police.id), around, 1)
    qtbot.addWidget(row)
    row.show()
    assert not row.findChild(QLineEdit, "contact_role-1").isVisible()
    press(row, "more-1")
    assert row.findChild(QLineEdit, "contact_role-1").isVisible()


def test_several_answer_jointly_and_one_of_them_leads(room: Room, around: Surroundings, qtbot: QtBot):
    row = PartyRow(Addressee(kind=PartyKind.JOINT), around, 1)
    qtbot.addWidget(row)
    row.show()
    assert "tick who answers together" in read(row)
    row.findChild(SeveralField, "agency_ids-1").restore(f"{room.police.id}\n{room.icb.id}")
    lead = row.findChild(ChoiceField, "lead_id-1")
    assert {lead.itemText(n) for n in range(1, lead.count())} == {"Police", "ICB"}
    lead.restore(room.icb.id)
    assert row.party().lead_id == room.icb.id
    assert "ICB (lead) with Police" in read(row)


def test_a_party_comes_out_as_it_went_in(room: Room, around: Surroundings, meeting: Meeting, qtbot: QtBot):
    party = Addressee(kind=PartyKind.JOINT, agency_ids=(room.icb.id, room.police.id), lead_id=room.police.id,
                      contact_role="Director", meeting_id=meeting.id, due_on=PAPERS_DUE)  # fmt: skip
    row = PartyRow(party, around, 1)
    qtbot.addWidget(row)
    assert replace(row.party(), agency_ids=party.agency_ids) == party
    assert set(row.party().agency_ids) == set(party.agency_ids)
    assert row.problem() == ""
    row.findChild(QLineEdit, "due_on-1").setText("soon")
    assert "not a date" in row.problem()
