"""What an open challenge lacks, and which agencies are among those that are looked at."""

from __future__ import annotations

from datetime import timedelta

from scrutineer.domain.activity import ActivityStatus
from scrutineer.domain.challenge import Status
from scrutineer.domain.entity import Origin
from scrutineer.domain.evidence import EvidenceLink
from scrutineer.domain.extension import Extension
from scrutineer.domain.organisation import AgencySuccession, PartnerStatus
from scrutineer.storage import loose_ends
from scrutineer.storage.record import Record
from tests.factories import TODAY, a_challenge, an_action, an_activity, an_addressee, an_agency
from tests.storage.conftest import put

DAY = timedelta(days=1)
AGENCY = an_agency()


def test_a_challenge_says_what_it_lacks(record: Record):
    bare = a_challenge(status=Status.RAISED)
    whole = a_challenge(status=Status.RAISED, what_works="A", why_it_matters="B", what_good_looks_like="C")
    found_so = a_challenge(status=Status.RAISED, origin=Origin.AS_FOUND)
    part = an_addressee(challenge_id=whole.id, agency_id=AGENCY.id)
    link = EvidenceLink(subject_kind="addressee", subject_id=part.id, source_kind="agency", source_id=AGENCY.id)
    put(record, AGENCY, bare, whole, found_so, a_challenge(status=Status.CLOSED), part, link)
    lacks = {one.id: one[3:] for one in loose_ends.thin(record.database)}
    assert lacks == {bare.id: (1, 1, 1, 1), whole.id: (0, 0, 0, 0), found_so.id: (0, 0, 0, 1)}


def moved(times: int, **of: str) -> list[Extension]:
    return [Extension(why="Asked for.", new_due_on=TODAY + n * DAY, **of) for n in range(times)]


def test_what_moved_three_times_is_found_once(record: Record):
    challenge = a_challenge(status=Status.RAISED)
    often, seldom = (an_addressee(challenge_id=challenge.id, agency_id=AGENCY.id) for _ in range(2))
    action = an_action(addressee_id=often.id, challenge_id=challenge.id)
    put(record, AGENCY, challenge, often, seldom, action, *moved(3, addressee_id=often.id),
        *moved(2, addressee_id=seldom.id), *moved(4, action_id=action.id))
    assert loose_ends.often_moved(record.database) == ([often.id], [action.id])


def test_agencies_of_the_partnership_are_those_of_the_day(record: Record):
    service = an_agency(parent_id=AGENCY.id)
    others = [an_agency(ends_on=TODAY - DAY), an_agency(starts_on=TODAY + DAY), an_agency(status=PartnerStatus.OTHER)]
    after = AgencySuccession(predecessor_id=others[0].id, successor_id=AGENCY.id)
    put(record, AGENCY, service, *others, after)
    assert loose_ends.partners(record.database, TODAY) == [(AGENCY.id, AGENCY.name)]
    assert set(loose_ends.kin(record.database)) == {(service.id, AGENCY.id), (others[0].id, AGENCY.id)}


def test_only_what_took_place_in_the_time_is_a_look(record: Record):
    others = [an_agency() for _ in range(3)]
    put(record, AGENCY, *others, an_activity(held_on=TODAY, agency_ids=(AGENCY.id,)),
        an_activity(held_on=TODAY - 2 * DAY, agency_ids=(others[0].id,)),
        an_activity(held_on=TODAY, agency_ids=(others[1].id,), status=ActivityStatus.PLANNED))
    assert loose_ends.looked_at(record.database, TODAY - DAY, TODAY) == {AGENCY.id}
