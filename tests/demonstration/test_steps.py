from __future__ import annotations

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.challenge import Status
from scrutineer.domain.note import NoteKind
from scrutineer.domain.step import StatusEvent, Step
from scrutineer.register.register import Register


def test_more_was_asked_with_a_date_after_the_answer(register: Register):
    asked = register.desk.reader.all(StatusEvent, step=Step.ASK_MORE)
    assert len(asked) >= 5
    assert all(one.words.endswith("?") for one in asked)


def test_an_open_action_waits_for_an_owner_and_a_date(register: Register):
    waiting = [one for one in register.desk.reader.all(Action) if not one.owner_role and not one.due_on]
    assert [one.status for one in waiting] == [ActionStatus.OPEN]
    assert register.challenges.part(waiting[0].addressee_id).status is Status.ACTION_AGREED


def test_what_became_of_actions_came_on_days_of_its_own(register: Register):
    for action in register.desk.reader.all(Action):
        agreed_on = action.created_at.date()
        days = (action.done_on, action.dropped_on, action.seen_on)
        assert all(agreed_on < day for day in days if day)


def test_somebody_was_chased_lately(register: Register):
    chases = [one for one in register.notes.all() if one.kind is NoteKind.CHASED]
    assert all(register.challenges.part(one.subject_id).status.awaits_answer for one in chases)
    assert chases
