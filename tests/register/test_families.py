"""Which agencies count and are told together: an agency, its services, and those that it followed."""

from __future__ import annotations

from datetime import timedelta

from scrutineer.domain.organisation import Agency, Change, PartnerStatus
from scrutineer.register.families import Families
from tests.factories import TODAY

LATER = TODAY + timedelta(days=1)


def told(register, since=TODAY - timedelta(days=365)):
    return [name for _, name in Families(register.desk, LATER).told(since)]


def test_statutory_partners_stand_first_then_others_by_name_and_no_service_or_stranger(register, begun):
    register.agencies.add([Agency(name="Night team", parent_id=begun.icb.id),
                           Agency(name="A passer-by", status=PartnerStatus.OTHER),
                           Agency(name="Ambulance")])  # fmt: skip
    assert told(register) == ["ICB", "LA", "Police", "Ambulance", "Northmoor District"]


def test_an_agency_is_whole_with_its_services_and_those_that_it_followed(register, begun):
    team = register.agencies.save(Agency(name="Night team", parent_id=begun.district.id))
    after = register.agencies.save(Agency(name="Northmoor Unitary"))
    register.successions.follow([begun.district], [after], Change.RENAMED, TODAY)
    families = Families(register.desk, LATER)
    assert families.whole(after.id) == {after.id, begun.district.id, team.id}
    assert families.whole(begun.district.id) == frozenset()
    assert "Northmoor Unitary (formerly Northmoor District)" in told(register)


def test_one_that_ended_with_nobody_after_it_is_told_for_the_time_in_which_it_stood(register, begun):
    register.agencies.save(Agency(name="Trust", ends_on=TODAY - timedelta(days=30)))
    assert "Trust" in told(register)
    assert "Trust" not in told(register, TODAY - timedelta(days=29))
