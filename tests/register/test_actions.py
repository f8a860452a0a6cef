"""Actions as agencies report them, my promises, and dated lines on any record."""

from dataclasses import replace
from datetime import timedelta

from scrutineer.domain.action import ActionStatus
from scrutineer.domain.note import NoteKind
from tests.factories import TODAY, an_action, an_activity, an_undertaking
from tests.register.conftest import refused

DAY = timedelta(days=1)


def test_an_action_is_done_on_a_day_or_dropped_for_a_reason(register):
    action = register.actions.save(an_action())
    assert "done_on" in refused(register.actions.report_done, action.id, None)
    assert register.actions.report_done(action.id, TODAY).status is ActionStatus.DONE
    assert "dropped_because" in refused(register.actions.drop, action.id, " ")
    assert register.actions.drop(action.id, "Overtaken by the new service.").status is ActionStatus.DROPPED


def test_an_action_keeps_its_first_date_and_moves_with_a_reason(register):
    action = register.actions.save(an_action(due_on=None))
    action = register.actions.change(replace(action, due_on=TODAY, owner_role="The lead"))
    assert (action.first_due_on, action.due_on, action.owner_role) == (TODAY, TODAY, "The lead")
    assert register.actions.change(replace(action, measure="An audit")).measure == "An audit"
    moved = replace(action, due_on=TODAY + DAY)
    assert set(refused(register.actions.change, replace(moved, text=" "), " \x00")) == {"text", "why"}
    assert register.actions.get(action.id).due_on == TODAY
    moved = register.actions.change(moved, "The lead: a vacancy.")
    assert (moved.first_due_on, moved.due_on) == (TODAY, TODAY + DAY)
    assert register.changes_of(moved)[0].why == "The lead: a vacancy."
    assert "why" in refused(register.actions.change, replace(moved, due_on=None))


def test_an_action_entered_without_its_first_date_keeps_the_one_it_had(register):
    action = register.actions.save(an_action())
    moved = register.actions.change(replace(action, due_on=TODAY + DAY), "They asked.")
    assert moved.first_due_on == TODAY


def test_a_promise_is_mine_and_open_until_it_is_kept(register):
    later = register.undertakings.promise(an_undertaking(text="Later", due_on=TODAY + DAY))
    sooner = register.undertakings.promise(an_undertaking(text="Sooner"))
    someday = register.undertakings.promise(an_undertaking(text="Some day", due_on=None))
    assert sooner.scrutineer_id == register.desk.me
    assert register.undertakings.open() == [sooner, later, someday]
    register.undertakings.keep(sooner.id, TODAY)
    assert register.undertakings.open() == [later, someday]


def test_notes_stand_on_any_record_in_the_order_of_their_days(register):
    visit = register.activities.save(an_activity())
    second = register.notes.about(visit, NoteKind.RANG, "Rang the lead.")
    first = register.notes.about(visit, NoteKind.MET, "Met the team.", TODAY - DAY)
    assert (second.noted_on, second.subject_kind, second.scrutineer_id) == (TODAY, "activity", register.desk.me)
    assert register.notes.of(visit.id) == [first, second]
    assert register.notes.of() == []
