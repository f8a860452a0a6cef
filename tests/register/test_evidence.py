"""How do I know? Links from any record to any other, and a register for what is held elsewhere."""

from dataclasses import replace

import pytest

from scrutineer.domain.activity import ActivityStatus, ActivityType, FindingKind
from scrutineer.domain.evidence import Evidence, EvidenceKind
from scrutineer.domain.update import Side
from tests.factories import TODAY, a_finding, a_meeting, an_action, an_activity, an_evidence, an_update
from tests.register.conftest import refused


def sources(register, *ids):
    return [one.source.id for one in register.evidence.shown(*ids)]


def test_an_entry_gets_its_reference_and_is_mine_and_keeps_both(register):
    first = register.evidence.save(an_evidence())
    assert (first.reference, first.scrutineer_id) == ("EX-E-2026-001", register.desk.me)
    assert register.evidence.save(replace(first, title="Report")).reference == first.reference
    assert register.evidence.save(an_evidence()).reference == "EX-E-2026-002"
    assert set(refused(register.evidence.save, Evidence())) == {"title"}
    assert register.evidence.save(an_evidence()).reference == "EX-E-2026-003"      # a refusal gives its own back


def test_any_record_shows_something_about_any_other(register, put, answer, begun):
    challenge, (part, _) = put()
    answer(part)
    (response,) = register.challenges.responses(part.id)
    visit = register.activities.save(an_activity())
    shown_by = [
        visit, register.findings.save(a_finding(activity_id=visit.id)), register.evidence.save(an_evidence()),
        register.meetings.save(a_meeting()), register.challenges.reply_of(response), begun.police,
    ]
    for source in shown_by:
        register.evidence.link(challenge, source, "It is so.")
    found = register.evidence.shown(challenge.id)
    assert [one.source.id for one in found] == [one.id for one in shown_by]
    assert [one.kind for one in found] == [
        EvidenceKind.OBSERVATION, EvidenceKind.OBSERVATION, EvidenceKind.DATA, EvidenceKind.MINUTES,
        EvidenceKind.AGENCY_STATEMENT, EvidenceKind.AGENCY_STATEMENT,
    ]
    assert [one.is_independent for one in found] == [True, True, True, False, False, False]
    assert {one.link.subject_kind for one in found} == {"challenge"}


def test_what_is_linked_twice_is_linked_once_and_unlinked_it_is_gone(register, put):
    _, (part, _) = put()
    visit = register.activities.save(an_activity())
    first = register.evidence.link(part, visit, "Ten of ten.")
    assert register.evidence.link(part, visit) == first
    assert register.evidence.link(part, visit, "Nine of ten.").shows == "Nine of ten."
    assert [one.subject_id for one in register.evidence.used_by(visit.id)] == [part.id]
    register.evidence.unlink(first.id)
    assert (sources(register, part.id), register.evidence.used_by(visit.id)) == ([], [])
    assert register.evidence.link(part, visit).id != first.id
    assert set(refused(register.evidence.link, visit, visit)) == {"source_id"}


def test_a_finding_is_of_the_kind_of_its_activity_whatever_that_becomes(register, put):
    _, (part, _) = put()
    talk = register.activities.save(an_activity(type=ActivityType.LEADER_INTERVIEW))
    voice = register.findings.save(a_finding(kind=FindingKind.VOICE, activity_id=talk.id))
    register.evidence.link(part, voice)
    assert not register.courses.facts(part).has_independent
    register.activities.save(replace(talk, type=ActivityType.FRONT_LINE_VISIT))
    assert register.evidence.shown(part.id)[0].kind is EvidenceKind.PRACTITIONERS
    assert register.courses.facts(part).has_independent


def test_what_is_planned_or_was_taken_away_shows_nothing(register, put):
    _, (part, _) = put()
    visit = register.activities.save(an_activity(status=ActivityStatus.PLANNED))
    entry = register.evidence.save(an_evidence())
    for source in (visit, entry):
        register.evidence.link(part, source)
    register.evidence.remove(entry)
    assert sources(register, part.id) == [visit.id]
    assert not register.courses.facts(part).has_independent
    register.activities.save(replace(visit, status=ActivityStatus.CARRIED_OUT))
    assert register.courses.facts(part).has_independent


@pytest.mark.parametrize("hangs_on", ["part", "challenge", "answer", "action", "line"])
def test_what_shows_it_counts_wherever_in_the_part_it_was_linked_and_for_no_other_party(
    register, put, answer, hangs_on
):
    challenge, (part, other) = put()
    answer(part)
    (response,) = register.challenges.responses(part.id)
    part = register.courses.agree_action(part.id, [an_action()])
    (action,) = register.challenges.actions(part.id)
    line = register.updates.note(an_update(action_id=action.id, side=Side.REPORTED, noted_on=TODAY))
    subject = {"part": part, "challenge": challenge, "answer": response, "action": action, "line": line}[hangs_on]
    visit = register.activities.save(an_activity())
    register.evidence.link(subject, visit)
    assert sources(register, subject.id) == [visit.id]
    assert register.courses.facts(part).has_independent
    assert register.courses.facts(other).has_independent is (hangs_on == "challenge")
    assert register.challenges_of([visit.id]) == {challenge.id}
    assert register.challenges_of([register.evidence.links_of(subject.id)[0].id]) == {challenge.id}
