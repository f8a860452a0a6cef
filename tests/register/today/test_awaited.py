"""Who owes an answer, a reply or an action: with a neutral clock, and what can be done about it at once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Stage
from scrutineer.domain.escalation import EscalationOutcome, EscalationStep, Rung
from scrutineer.domain.note import NoteKind
from tests.factories import TODAY
from tests.register.today.conftest import answered, on, told

DAY = timedelta(days=1)


def awaited(register):
    return told(register.today_page().awaited)


def escalated(register, part, **over):
    facts = {"stage": Stage.EXECUTIVE, "stepped_on": TODAY - 9 * DAY, "why": "It cannot wait."}
    return register.escalations.escalate([part.id], EscalationStep(**facts | over))[0]


@pytest.mark.parametrize(("days", "late"), [(-1, False), (0, False), (1, True)])
def test_lateness_follows_the_day_and_is_never_stored(register, part, days, late):
    row = on(register, part.due_on + days * DAY, lambda page: page.awaited[0])
    assert row.is_late is late
    assert row.when == ("since 21 Dec" if late else "21 Dec")
    assert (row.kind, row.id, row.deed, row.deed_id) == ("challenge", part.challenge_id, "chase", part.id)


def test_a_chase_shows_and_the_answer_ends_the_waiting(register, part):
    register.notes.about(part, NoteKind.CHASED, "", TODAY - DAY)
    register.notes.about(part, NoteKind.RANG, "", TODAY)
    assert awaited(register) == [("Who?", "Police · chased 22 Nov", "21 Dec")]
    answered(register, part)
    assert awaited(register) == []


def test_a_chase_of_the_whole_challenge_is_one_of_each_of_its_parties(register, put):
    challenge, _ = put()
    register.notes.about(challenge, NoteKind.CHASED, "", TODAY)
    assert {row.detail for row in register.today_page().awaited} == {
        "Police · chased 23 Nov", "ICB · chased 23 Nov"
    }


def test_nobody_waits_for_an_answer_to_a_challenge_that_was_removed(register, part):
    register.challenges.remove(register.challenges.get(part.challenge_id))
    assert register.today_page()[:3] == ((), (), ())
    assert register.replies.awaiting() == []


def test_a_part_on_the_ladder_says_so_in_its_own_row(register, part):
    register.escalations.save_rung(Rung(stage=Stage.EXECUTIVE, title="the chief officers"))
    escalated(register, part, reply_due_on=TODAY + 3 * DAY)
    assert awaited(register) == [
        ("Who?", "Police · Stage 2 · the chief officers · reply awaited, due 26 Nov", "21 Dec")
    ]


def test_a_reply_on_the_ladder_is_awaited_even_when_an_answer_came(register, part):
    answered(register, part)
    step = escalated(register, part, reply_due_on=TODAY - 3 * DAY)
    (row,) = register.today_page().awaited
    assert row[2:5] == ("Who?", "Police · Stage 2 · executive group · reply awaited", "since 20 Nov")
    assert (row.is_late, row.deed, row.deed_id) == (True, "remind", part.id)
    register.escalations.settle(step.id, EscalationOutcome.RESOLVED, TODAY)
    assert awaited(register) == []


def test_an_action_is_awaited_once_its_day_has_passed(register, part):
    answered(register, part)
    register.courses.agree_action(part.id, [
        Action(text="Audit twenty.", due_on=TODAY - DAY), Action(text="Train all.", due_on=TODAY),
        Action(text="Some day."),
    ])
    late = register.challenges.actions(part.id)[0]
    (row,) = register.today_page().awaited
    assert row[:5] == ("action", late.id, "Audit twenty", "Police · action agreed", "since 22 Nov")
    assert (row.is_late, row.deed, row.deed_id) == (True, "remind_action", late.id)
    register.courses.ask_more(part.id, "And?", TODAY + 5 * DAY)
    assert [row.deed for row in register.today_page().awaited] == ["remind_action", "chase"]
    register.actions.report_done(late.id, TODAY)
    assert [row.deed for row in register.today_page().awaited] == ["chase"]
