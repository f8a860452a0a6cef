"""Whose an e-mail seems to be."""

from __future__ import annotations

import pytest

from scrutineer.ui.challenges.senders import agencies_of
from tests.factories import a_contact, an_agency

COUNCIL = an_agency(id="council", name="Exampleshire Council")
CARE = an_agency(id="care", name="Children’s social care", parent_id="council")
ICB = an_agency(id="icb", name="Integrated Care Board")
TRUST = an_agency(id="trust", name="Community Trust")
AGENCIES = (COUNCIL, CARE, ICB, TRUST)
CONTACTS = (
    a_contact(agency_id="council", email="chief@council.example"),
    a_contact(agency_id="care", email="Lead@care.example "),
    a_contact(agency_id="icb", email="doctor@nhs.example"), a_contact(agency_id="trust", email="nurse@nhs.example"),
    a_contact(agency_id=None, email="somebody@nowhere.example"), a_contact(agency_id="trust", email=""),
)  # fmt: skip


@pytest.mark.parametrize(("sender", "theirs"), [
    ("Designated Doctor <doctor@nhs.example>", {"icb"}),
    ("DOCTOR@NHS.EXAMPLE", {"icb"}),
    ("Another doctor <other@nhs.example>", set()),      # two agencies share the domain
    ("Head of service <head@council.example>", {"council", "care"}),
    ("lead@care.example", {"care", "council"}),
    ("somebody@nowhere.example", set()),
    ("The Chief Constable", set()),
    ("", set()),
])  # fmt: skip
def test_an_address_tells_the_agency_and_what_it_belongs_to(sender: str, theirs: set[str]):
    assert agencies_of(sender, CONTACTS, AGENCIES) == theirs
