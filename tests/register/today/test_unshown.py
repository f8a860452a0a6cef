"""A level that lost its evidence hangs loose until another level, a reason or another link puts it right."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from scrutineer.domain.action import Action
from scrutineer.domain.activity import ActivityStatus, ActivityType
from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, Status
from scrutineer.domain.evidence import EvidenceKind
from scrutineer.domain.update import ProgressUpdate, Side
from tests.factories import MOMENT, TODAY, an_activity, an_evidence
from tests.register.conftest import close, refused

GONE = "no longer has the evidence that its rule asks for: Police · C-2026-001"


def unshown(register):
    return [row for row in register.today_page().loose_ends if "no longer has the evidence" in row.detail]


@pytest.fixture
def seen(register):
    """An activity that shows something, as long as it took place."""
    return register.activities.save(an_activity(type=ActivityType.FRONT_LINE_VISIT))


@pytest.fixture
def closed(register, put, answer):
    """Close the first part of a challenge at a level, on what is linked to it (or to its challenge)."""

    def closed(*sources, level=ImpactLevel.PRACTICE_CHANGED, outcome=Outcome.PRACTICE_CHANGE_EVIDENCED, stands_in=""):
        _, (part, _) = put()
        answer(part)
        for source in sources:
            register.evidence.link(register.challenges.part(part.id), source)
        register.courses.test(part.id, "I look.", TODAY)
        return close(register, part, level=level, outcome=outcome, stands_in=stands_in)

    return closed


def links(register, part):
    return [one.id for one in register.evidence.links_of(part.id)]


def test_what_was_closed_on_evidence_taken_back_says_so_and_opens_the_place_to_mend_it(register, closed, seen):
    part = closed(seen)
    assert unshown(register) == []
    register.evidence.unlink(links(register, part)[0])
    (row,) = unshown(register)
    assert row.detail == f"closed, and its level {GONE}"
    assert (row.kind, row.id, row.deed, row.deed_id) == ("challenge", part.challenge_id, "say_what_changed", part.id)
    now = register.challenges.part(part.id)
    assert now.impact_level is ImpactLevel.PRACTICE_CHANGED      # it is my word, and nobody else’s


@pytest.mark.parametrize("mend", ["link", "reason", "level"])
def test_it_goes_with_another_link_a_reason_or_a_level_that_is_shown(register, closed, seen, mend):
    part = closed(seen)
    register.evidence.unlink(links(register, part)[0])
    if mend == "link":
        register.evidence.link(part, register.evidence.save(an_evidence(kind=EvidenceKind.DATA)))
    elif mend == "reason":
        register.mending.say_what_changed(replace(part, stands_in="I saw it; the note was of somebody else."))
    else:
        lower = replace(part, impact_level=ImpactLevel.PROCESS_CHANGED, outcome=Outcome.PROCESS_CHANGED_ONLY)
        register.mending.say_what_changed(lower)
    assert unshown(register) == []


def test_to_keep_the_level_as_it_is_asks_for_what_the_closing_asked(register, closed, seen):
    part = closed(seen)
    register.evidence.unlink(links(register, part)[0])
    assert "stands_in" in refused(register.mending.say_what_changed, part)


def test_enough_that_is_left_leaves_nothing_loose(register, closed, seen):
    part = closed(seen, register.evidence.save(an_evidence(kind=EvidenceKind.DATA)))
    register.evidence.unlink(links(register, part)[0])
    assert unshown(register) == []
    register.evidence.unlink(links(register, part)[0])
    assert len(unshown(register)) == 1


def test_a_level_that_the_agencys_own_account_reaches_or_for_which_a_reason_stands_in_loses_nothing(
    register, closed, seen
):
    own = register.evidence.save(an_evidence(kind=EvidenceKind.POLICY))
    low = closed(own, level=ImpactLevel.PROCESS_CHANGED, outcome=Outcome.PROCESS_CHANGED_ONLY)
    reasoned = closed(seen, stands_in="They named the chair.")
    for part in (low, reasoned):
        register.evidence.unlink(links(register, part)[0])
    assert unshown(register) == []


def test_assured_rests_on_evidence_too(register, closed, seen):
    part = closed(seen, level=ImpactLevel.REPLY_ONLY, outcome=Outcome.ASSURED_NO_CHANGE_NEEDED)
    register.evidence.unlink(links(register, part)[0])
    assert [row.detail for row in unshown(register)] == [f"closed, and “assured” {GONE}"]


def test_evidence_linked_to_the_challenge_counts_for_its_parts(register, put, answer, seen):
    challenge, (part, _) = put()
    answer(part)
    link = register.evidence.link(challenge, seen)
    register.courses.test(part.id, "I look.", TODAY)
    close(register, part, level=ImpactLevel.PRACTICE_CHANGED, outcome=Outcome.PRACTICE_CHANGE_EVIDENCED, stands_in="")
    register.evidence.unlink(link.id)
    assert [row.deed_id for row in unshown(register)] == [part.id]


@pytest.mark.parametrize("hangs_on", ["part", "answer", "action", "line of an action", "line of an answer"])
def test_wherever_it_hung_what_is_taken_back_is_missed(register, put, answer, seen, hangs_on):
    _, (part, _) = put()
    answer(part)
    register.courses.agree_action(part.id, [Action(text="Audit.")])
    (action,), (response,) = register.challenges.actions(part.id), register.challenges.responses(part.id)
    line = {"side": Side.REPORTED, "noted_on": TODAY, "text": "Done."}
    subject = {
        "part": lambda: part, "answer": lambda: response, "action": lambda: action,
        "line of an action": lambda: register.updates.note(ProgressUpdate(action_id=action.id, **line)),
        "line of an answer": lambda: register.updates.note(ProgressUpdate(response_id=response.id, **line)),
    }[hangs_on]()
    link = register.evidence.link(subject, seen)
    register.actions.report_done(action.id, TODAY)
    register.courses.test(part.id, "I look.", TODAY)
    close(register, part, level=ImpactLevel.PRACTICE_CHANGED, outcome=Outcome.PRACTICE_CHANGE_EVIDENCED, stands_in="")
    assert unshown(register) == []
    register.evidence.unlink(link.id)
    assert [row.deed_id for row in unshown(register)] == [part.id]


def test_a_source_that_goes_or_counts_no_longer_is_taken_back_too(register, closed, seen):
    closed(seen)
    register.activities.save(replace(seen, status=ActivityStatus.CANCELLED))
    assert len(unshown(register)) == 1
    register.activities.save(replace(seen, status=ActivityStatus.CARRIED_OUT))
    assert unshown(register) == []
    register.activities.remove(seen)
    assert len(unshown(register)) == 1


def test_an_audit_that_was_not_sampled_after_all_counts_no_longer(register, closed, monkeypatch):
    audit = register.evidence.save(an_evidence(kind=EvidenceKind.SINGLE_AUDIT, is_sampled=True))
    closed(audit)
    monkeypatch.setattr(register.desk.record.gate, "_now", lambda: MOMENT + timedelta(hours=1))
    register.evidence.save(replace(audit, is_sampled=False))
    assert len(unshown(register)) == 1


def test_of_what_an_old_log_says_nothing_is_asked(register, begun, seen):
    party = Addressee(agency_id=begun.police.id, status=Status.CLOSED, impact_level=ImpactLevel.DIFFERENCE,
                      outcome=Outcome.IMPACT_EVIDENCED, what_changed="They wait less.")  # fmt: skip
    challenge = register.challenges.as_found(Challenge(title="Old"), [party])
    (part,) = register.challenges.parts(challenge.id)
    link = register.evidence.link(part, seen)
    register.evidence.unlink(link.id)
    assert unshown(register) == []


def test_what_is_asked_again_is_open_and_owes_nothing_of_its_old_level(register, closed, seen):
    part = closed(seen)
    register.evidence.unlink(links(register, part)[0])
    register.courses.ask_again(part.id, "It needs another look.", TODAY.replace(day=30), TODAY)
    assert unshown(register) == []
