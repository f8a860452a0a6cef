from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import Any

import pytest

from scrutineer.domain.action import Action, ActionStatus, Seen
from scrutineer.domain.activity_form import FormEntry, Prompt
from scrutineer.domain.assurance import Confidence, Confirmation, ConfirmationState, Direction, JudgedKind, Judgement
from scrutineer.domain.challenge import (
    Addressee,
    ImpactLevel,
    Outcome,
    PartyKind,
    Position,
    Priority,
    Quality,
    Stage,
    Status,
)
from scrutineer.domain.culture import CultureAspect, CultureStatement, Feedback, Verdict
from scrutineer.domain.entity import Entity, Origin
from scrutineer.domain.escalation import EscalationOutcome, EscalationStep
from scrutineer.domain.evidence import Evidence, EvidenceKind, EvidenceStrength
from scrutineer.domain.meeting_page import LineKind, MeetingLine
from scrutineer.domain.organisation import Agency, PartnerStatus
from scrutineer.domain.plan import PlanItem, PlanStatus
from scrutineer.domain.recommendation import Decision, Embedded, Recommendation
from scrutineer.domain.records import ENTITIES
from scrutineer.domain.reply import Channel, Reply, ReplyKind, Response
from scrutineer.domain.retest import Retest, RetestResult
from scrutineer.domain.serving import sources_for, whose_for
from scrutineer.domain.step import StatusEvent, Step
from scrutineer.domain.update import ProgressUpdate, Side
from scrutineer.register.register import Register
from tests.factories import TODAY

TERMS: list[tuple[type[Entity], str, type[Enum]]] = [
    (Addressee, "status", Status), (Addressee, "position", Position), (Addressee, "rung", Stage),
    (Addressee, "outcome", Outcome), (Addressee, "impact_level", ImpactLevel), (Addressee, "kind", PartyKind),
    (Action, "status", ActionStatus), (EscalationStep, "outcome", EscalationOutcome),
    (EscalationStep, "stage", Stage), (Evidence, "kind", EvidenceKind), (Evidence, "strength", EvidenceStrength),
    (ProgressUpdate, "side", Side), (ProgressUpdate, "seen", Seen), (Reply, "channel", Channel),
    (Reply, "kind", ReplyKind), (Response, "quality", Quality), (Retest, "result", RetestResult),
    (StatusEvent, "step", Step),
    (PlanItem, "status", PlanStatus), (FormEntry, "prompt", Prompt), (Judgement, "kind", JudgedKind),
    (Judgement, "direction", Direction), (Judgement, "confidence", Confidence),
    (Confirmation, "state", ConfirmationState), (CultureStatement, "aspect", CultureAspect),
    (Feedback, "did_help", Verdict), (MeetingLine, "kind", LineKind), (Recommendation, "decision", Decision),
    (Recommendation, "embedded", Embedded),
]  # fmt: skip


def parts(register: Register, **equal: object) -> list[Addressee]:
    return register.desk.reader.all(Addressee, **equal)


@pytest.mark.parametrize(("cls", "field", "terms"), TERMS, ids=lambda one: getattr(one, "__name__", one))
def test_every_term_occurs(register: Register, cls: type[Entity], field: str, terms: type[Enum]):
    found: set[Any] = {getattr(one, field) for one in register.desk.reader.all(cls)}
    assert set(terms) - found == set()


def test_every_kind_of_record_there_is_occurs_but_words_struck_out(register: Register):
    assert [cls.KIND for cls in ENTITIES if not register.desk.reader.all(cls)] == ["strike_out"]


def test_of_sources_and_voices_all_occur_that_are_offered_to_a_partnership_for_children(register: Register):
    serves = register.partnership.serves
    assert {one.source for one in register.recommendations.all()} == set(sources_for(serves))
    assert {one.whose for one in register.voices.all()} == set(whose_for(serves))


def test_every_status_and_priority_of_a_whole_challenge_is_shown(register: Register):
    challenges = register.challenges.all()
    assert 45 <= len(challenges) <= 80
    assert {one.status for one in challenges} == set(Status)
    assert {one.priority for one in challenges} == set(Priority)
    assert len([one for one in challenges if one.is_open and one.stage is not Stage.DIRECT]) == 1


def test_parties_of_one_challenge_have_come_to_different_places(register: Register):
    places = Counter(part.challenge_id for part in parts(register))
    mixed = [
        one for one in places if len({part.status for part in register.challenges.parts(one)}) > 1
    ]
    assert len(mixed) >= 5


def test_one_part_is_closed_while_another_is_awaited(register: Register):
    closed = {part.challenge_id for part in parts(register, status=Status.CLOSED)}
    assert closed & {part.challenge_id for part in parts(register) if part.status.awaits_answer}


def test_one_challenge_is_put_to_the_three_statutory_partners_jointly(register: Register):
    joint, = parts(register, kind=PartyKind.JOINT)
    statutory = register.desk.reader.all(Agency, status=PartnerStatus.STATUTORY, ends_on=None)
    assert set(joint.agency_ids) == {one.id for one in statutory}
    assert joint.lead_id in joint.agency_ids


def test_a_challenge_was_put_to_a_further_party_later(register: Register):
    puts = register.desk.reader.all(StatusEvent, step=Step.PUT)
    later = [one for one in puts if register.challenges.get(one.challenge_id).raised_on < one.taken_on]
    assert {register.challenges.part(one.addressee_id).status for one in later} >= {Status.RAISED, Status.CLOSED}


def test_one_was_re_worded_after_it_was_put_and_both_wordings_stand(register: Register):
    reworded = [one for challenge in register.challenges.all() for one in register.challenges.rewordings(challenge.id)]
    assert len(reworded) == 1
    assert reworded[0].words_after == register.challenges.get(reworded[0].challenge_id).text != reworded[0].words_before
    assert reworded[0].why


def test_two_come_from_a_predecessor_s_log_and_one_of_them_is_open(register: Register):
    found = [one for one in register.challenges.all() if one.origin is Origin.AS_FOUND]
    assert sorted(one.is_open for one in found) == [False, True]
    ended = [part for one in found for part in register.challenges.parts(one.id) if part.status.is_ended]
    assert [part.what_changed for part in ended] == [""]


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


def test_this_quarter_is_calm(register: Register):
    quarter = register.papers.all()[-1].starts_on
    steps = [one for one in register.escalations.all() if one.stepped_on >= quarter]
    assert [one.stage for one in steps] == [Stage.AGENCY_LEAD]
    looked = [one for one in register.retests.all() if one.done_on and one.done_on >= quarter]
    assert looked == []
