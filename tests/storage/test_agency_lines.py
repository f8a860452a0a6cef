"""What stands between us and an agency is counted once, whether it answers alone, jointly, or is named twice."""

from __future__ import annotations

from datetime import timedelta

from scrutineer.domain.activity import ActivityStatus, FindingKind
from scrutineer.domain.challenge import Addressee, PartyKind, Status
from scrutineer.storage.agency_lines import Between, between
from scrutineer.storage.record import Record
from tests.factories import TODAY, a_challenge, a_finding, an_activity, an_agency
from tests.storage.conftest import put

ALONE, WITH = an_agency(id="alone"), an_agency(id="with", short_name="ICB")


def test_open_parts_are_counted_alone_and_jointly_and_what_has_ended_is_not(record: Record):
    both = (ALONE.id, WITH.id)
    put(
        record, ALONE, WITH,
        a_challenge(id="one", status=Status.RAISED), a_challenge(id="two", status=Status.RESPONDED),
        a_challenge(id="ended", status=Status.CLOSED), a_challenge(id="draft", status=Status.DRAFT),
        Addressee(id="a", challenge_id="one", agency_id=ALONE.id, status=Status.RAISED),
        Addressee(id="b", challenge_id="one", kind=PartyKind.JOINT, agency_ids=both, status=Status.RESPONDED),
        Addressee(id="c", challenge_id="two", agency_id=ALONE.id, agency_ids=both, status=Status.RAISED),
        Addressee(id="d", challenge_id="two", agency_id=ALONE.id, status=Status.CLOSED),
        Addressee(id="e", challenge_id="ended", agency_id=ALONE.id, status=Status.RAISED),
        Addressee(id="f", challenge_id="draft", agency_id=ALONE.id, status=Status.DRAFT),
    )
    assert between(record.database) == {
        ALONE.id: Between(open_challenges=2, awaited=2), WITH.id: Between(open_challenges=2, awaited=1),
    }


def test_strengths_and_the_last_visit_are_those_that_took_place(record: Record):
    later = TODAY + timedelta(days=9)
    put(
        record, ALONE, WITH,
        an_activity(id="seen", agency_ids=(ALONE.id,), held_on=TODAY, status=ActivityStatus.CARRIED_OUT),
        an_activity(id="ahead", agency_ids=(ALONE.id, WITH.id), held_on=later, status=ActivityStatus.PLANNED),
        a_finding(id="good", agency_ids=(ALONE.id, WITH.id), kind=FindingKind.STRENGTH),
        a_finding(id="bad", agency_ids=(ALONE.id,), kind=FindingKind.CONCERN),
    )
    assert between(record.database) == {
        ALONE.id: Between(strengths=1, last_seen_on=TODAY.isoformat()), WITH.id: Between(strengths=1),
    }
