from __future__ import annotations

from collections import Counter

from scrutineer.domain.challenge import Addressee, PartyKind, Position, Priority, Stage, Status
from scrutineer.domain.entity import Origin
from scrutineer.domain.organisation import Agency, PartnerStatus
from scrutineer.domain.reply import Channel, Reply, ReplyKind, Response
from scrutineer.register.register import Register
from tests.factories import TODAY


def parts(register: Register, **equal: object) -> list[Addressee]:
    return register.desk.reader.all(Addressee, **equal)


def test_every_status_level_kind_of_party_and_priority_is_shown(register: Register):
    challenges = register.challenges.all()
    assert len(challenges) >= 40
    assert {one.status for one in challenges} == set(Status)
    assert {part.status for part in parts(register)} >= set(Status) - {Status.DRAFT}
    assert {part.kind for part in parts(register)} == set(PartyKind)
    assert {one.priority for one in challenges} == set(Priority)
    assert {level.rung for part in parts(register) if (level := part.impact_level)} == {0, 1, 2}
    assert [one.stage for one in challenges if one.stage is not Stage.DIRECT] == [Stage.AGENCY_LEAD]


def test_parties_of_one_challenge_have_come_to_different_places(register: Register):
    places = Counter(part.challenge_id for part in parts(register))
    mixed = [
        one for one in places if len({part.status for part in register.challenges.parts(one)}) > 1
    ]
    assert len(mixed) >= 5


def test_one_challenge_is_put_to_the_three_statutory_partners_jointly(register: Register):
    joint, = parts(register, kind=PartyKind.JOINT)
    agencies = [register.agencies.get(id_) for id_ in joint.agency_ids]
    statutory = register.desk.reader.all(Agency, status=PartnerStatus.STATUTORY)
    assert {one.id for one in agencies} == {one.id for one in statutory}
    assert joint.lead_id in joint.agency_ids


def test_sixty_responses_came_in_fewer_replies_and_each_old_one_was_judged(register: Register):
    responses = register.desk.reader.all(Response)
    together = Counter(one.reply_id for one in responses)
    assert len(responses) >= 60
    assert len([number for number in together.values() if number > 1]) >= 5
    assert max(together.values()) >= 3
    assert {one.position for one in responses} == set(Position)
    assert all(one.short_form for one in responses)


def test_replies_came_in_every_way(register: Register):
    replies = register.desk.reader.all(Reply)
    assert {one.channel for one in replies} == set(Channel)
    assert {one.kind for one in replies} == set(ReplyKind)
    assert {one.as_i_heard_it for one in replies if one.channel is Channel.SPOKEN} == {True, False}


def test_a_moved_date_keeps_its_first_one_and_the_reason(register: Register):
    moved = [part for part in parts(register) if part.first_due_on != part.due_on and part.due_on]
    reasons = [
        change.why for part in moved for change in register.changes_of(part) if change.why
    ]
    assert len(moved) >= 4
    assert any("asked for time" in why for why in reasons)


def test_two_come_from_a_predecessor_s_log_and_one_of_them_is_open(register: Register):
    found = [one for one in register.challenges.all() if one.origin is Origin.AS_FOUND]
    assert sorted(one.is_open for one in found) == [False, True]


def test_nothing_is_due_before_it_was_asked_or_answered_before_it_was_put(register: Register):
    for part in parts(register):
        raised_on = register.challenges.get(part.challenge_id).raised_on
        if raised_on:
            assert all(raised_on <= day for day in (part.due_on, part.first_due_on, part.answered_on) if day)
            assert not part.closed_on or raised_on <= part.closed_on <= TODAY


def test_references_are_counted_in_the_order_in_which_challenges_were_entered(register: Register):
    put = [one for one in register.challenges.all() if one.raised_on and one.origin is Origin.OWN]
    assert [one.reference for one in sorted(put, key=lambda one: (one.raised_on, one.reference))] == sorted(
        one.reference for one in put
    )
