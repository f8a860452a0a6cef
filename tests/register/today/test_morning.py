"""Names, days and clocks are said as everywhere else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scrutineer.domain.challenge import Addressee, Challenge, PartyKind
from scrutineer.domain.organisation import AgencyGroup
from scrutineer.register.today.morning import Morning, Saying, as_date
from tests.factories import TODAY

SAY = Saying(TODAY, {"a": "Police", "b": "ICB", "c": "LA"})


def test_a_party_of_each_kind_is_called_as_the_register_calls_it(register, begun):
    la, police, icb = begun.partners
    group = register.groups.save(AgencyGroup(name="Districts", agency_ids=(begun.district.id,)))
    register.challenges.put_to(Challenge(title="", text="Who?"), [
        Addressee(agency_id=police), Addressee(kind=PartyKind.PARTNERSHIP),
        Addressee(kind=PartyKind.JOINT, agency_ids=(police, la, icb), lead_id=la),
        Addressee(kind=PartyKind.JOINT, agency_ids=(police, icb)),
        Addressee(kind=PartyKind.BODY, body_id=begun.body.id), Addressee(kind=PartyKind.GROUP, group_id=group.id),
        Addressee(agency_id=icb, formerly_id=begun.district.id),
    ])
    morning = Morning(register.desk)
    called = {part.id: morning.say.party(part) for part in morning.parts.values()}
    assert len(called) == 7
    assert called == {id_: register.challenges.party_name(register.challenges.part(id_)) for id_ in called}


@pytest.mark.parametrize(("days", "said", "past"), [
    (0, "23 Nov", False), (3, "26 Nov", False), (-1, "since 22 Nov", True), (60, "22 Jan 2027", False),
    (-400, "since 19 Oct 2025", True),
])
def test_a_clock_is_neutral_and_names_the_year_where_that_is_another(days, said, past):
    day = (TODAY + timedelta(days=days)).isoformat()
    assert SAY.clock(day) == said
    assert SAY.is_past(day) is past


def test_no_day_is_never_past_and_says_nothing():
    assert (SAY.clock(None), SAY.clock(""), SAY.day(None)) == ("", "", "")
    assert not SAY.is_past(None)
    assert as_date(None) is None


def test_agencies_that_are_gone_are_left_out():
    assert (SAY.agencies("a,x,c"), SAY.agencies(None)) == ("Police, LA", "")
