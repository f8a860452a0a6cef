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
    dropped = register.actions.drop(action.id, "Overtaken by the new service.")
    assert (dropped.status, dropped.dropped_on, dropped.done_on) == (ActionStatus.DROPPED, TODAY, None)
    assert [one.status for one in register.updates.of_actions([action.id])] == [ActionStatus.DONE, ActionStatus.DROPPED]


def test_an_action_keeps_its_first_date_and_moves_with_a_reason(register):
    action = register.actions.save(an_action(due_on=None))
    action = register.actions.change(replace(action, due_on=TODAY, owner_role="The lead"))
    assert (action.first_due_on, action.due_on, action.owner_role) == (TODAY, TODAY, "The lead")
    assert register.actions.change(replace(action, measure="An audit")).measure == "An audit"
    moved = replace(action, due_on=TODAY + DAY)
    assert set(refused(register.actions.change, replace(moved, text=" "), " \x00")) == {"text", "why"}
    assert register.actions.get(action.id).due_on == TODAY
    moved = register.actions.change(moved, "A vacancy.", asked_by="The lead")
    assert (moved.first_due_on, moved.due_on) == (TODAY, TODAY + DAY)
    assert register.changes_of(moved)[0].why == "A vacancy."
    assert [one.asked_by for one in register.extensions.of_actions([moved.id])[moved.id]] == ["The lead"]
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


def test_the_list_begins_with_what_is_to_be_done_and_ends_with_what_was_settled_first(register):
    days = {"undated": None, "later": TODAY + DAY, "sooner": TODAY - DAY}
    made = {text: register.actions.save(an_action(text=text, due_on=day)) for text, day in days.items()}
    for text, on in (("done first", TODAY - DAY), ("done last", TODAY)):
        register.actions.report_done(register.actions.save(an_action(text=text)).id, on)
    found = register.actions.lines()
    assert [line.text for line in found] == ["sooner", "later", "undated", "done last", "done first"]
    assert found[0].id == made["sooner"].id


def test_promises_stand_in_the_list_with_whom_they_were_made_to(register, begun):
    kept = register.undertakings.promise(an_undertaking(text="Kept", to_whom="The Board"))
    register.undertakings.keep(kept.id, TODAY)
    register.undertakings.promise(an_undertaking(text="To keep", agency_id=begun.police.id))
    to_keep, done = register.undertakings.lines()
    assert (to_keep.text, to_keep.party, to_keep.due_on, to_keep.is_open) == ("To keep", "Police", "2026-11-23", True)
    assert (done.text, done.party, done.done_on, done.is_open) == ("Kept", "The Board", "2026-11-23", False)
    assert to_keep.is_promise
