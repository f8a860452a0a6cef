"""The list holds everything that is awaited, once, and nothing that is for me alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Challenge, Stage, Status, Visibility
from scrutineer.domain.escalation import EscalationStep
from scrutineer.domain.note import NoteKind
from tests.factories import TODAY

DAY = timedelta(days=1)


@pytest.fixture
def parts(register, begun):
    """One challenge put to the police and the ICB twenty days ago, due six days ago."""
    challenge = register.challenges.put_to(Challenge(title="Fathers", text="Who?", raised_on=TODAY - 20 * DAY), [
        Addressee(agency_id=id_, due_on=TODAY - 6 * DAY, contact_role=role)
        for id_, role in ((begun.police.id, "Head of safeguarding"), (begun.icb.id, ""))
    ])  # fmt: skip
    return register.challenges.parts(challenge.id)


def test_each_party_has_its_row_with_its_clock_by_party_and_day(register, parts):
    rows = register.owed().rows
    assert [(one.who, one.role, one.what, one.clock) for one in rows] == [
        ("ICB", "", "Fathers", "answer awaited since 17 Nov (4 working days)"),
        ("Police", "Head of safeguarding", "Fathers", "answer awaited since 17 Nov (4 working days)"),
    ]
    assert all(one.is_late and one.put_on == TODAY - 20 * DAY for one in rows)


def test_chases_extensions_and_the_ladder_stand_with_it(register, parts):
    police, _ = parts
    register.notes.about(police, NoteKind.CHASED, "", TODAY - DAY)
    register.notes.about(register.challenges.get(police.challenge_id), NoteKind.CHASED, "", TODAY - 2 * DAY)
    register.notes.about(police, NoteKind.RANG, "", TODAY)
    register.extensions.extend([police.id], TODAY + 3 * DAY, "Asked for.")
    register.escalations.escalate([police.id], EscalationStep(
        stage=Stage.AGENCY_LEAD, stepped_on=TODAY, reply_due_on=TODAY + 9 * DAY
    ))
    icb, police_row = register.owed().rows
    assert police_row.chased_on == (TODAY - 2 * DAY, TODAY - DAY)
    assert icb.chased_on == (TODAY - 2 * DAY,)
    assert police_row.ledger == "second date, 7 working days later than first agreed"
    assert (police_row.clock, police_row.is_late) == ("awaited, due 26 Nov", False)
    assert police_row.escalation == "Stage 1 · agency lead, reply awaited, due 2 Dec"


def test_actions_and_replies_on_the_ladder_are_awaited_too(register, parts, answer):
    police, icb = parts
    answer(police)
    answer(icb)
    register.escalations.escalate([police.id], EscalationStep(
        stage=Stage.AGENCY_LEAD, stepped_on=TODAY - DAY, reply_due_on=TODAY - DAY
    ))
    register.courses.agree_action(icb.id, [
        Action(text="Audit twenty cases. Then more.", due_on=TODAY - DAY),
        Action(text="Between us.", private=("text",)), Action(text="Done."),
    ])
    register.actions.report_done(register.challenges.actions(icb.id)[2].id, TODAY)
    assert [(one.who, one.what, one.clock, one.is_late) for one in register.owed().rows] == [
        ("ICB", "Action: Audit twenty cases", "awaited since 22 Nov (1 working day)", True),
        ("ICB", "Action: an action that was agreed", "awaited, no date set", False),
        ("Police", "Stage 1 · agency lead, reply: Fathers", "awaited since 22 Nov (1 working day)", True),
    ]


def test_what_is_for_me_alone_and_what_has_ended_or_is_a_draft_is_not_listed(register, begun, parts):
    register.challenges.draft(Challenge(title="Draft", text="?"), [Addressee(agency_id=begun.la.id)])
    register.challenges.as_found(Challenge(title="Old"), [Addressee(agency_id=begun.la.id, status=Status.CLOSED)])
    assert len(register.owed().rows) == 2
    challenge = register.challenges.get(parts[0].challenge_id)
    register.challenges.save(replace(challenge, visibility=Visibility.PRIVATE))
    assert register.owed().rows == ()
