"""Dates that move: each with who asked and why, all together or none, and the first one unchanged."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutineer.domain.action import Action
from tests.factories import TODAY
from tests.register.conftest import refused

DAY = timedelta(days=1)


def everything(register):
    return register.figures.whole().entities


def test_a_date_moves_only_with_a_reason_and_the_first_stays(register, put):
    _, (part, _) = put()
    later = part.due_on + 14 * DAY
    assert set(refused(register.extensions.extend, [part.id], None, " ")) == {"due_on", "why"}
    assert set(refused(register.extensions.extend, [part.id], part.due_on, "Why")) == {"due_on"}
    assert set(refused(register.extensions.extend, [part.id], TODAY - DAY, "Why")) == {"due_on"}
    assert set(refused(register.extensions.extend, [part.id], later, "Why", on=TODAY + DAY)) == {"agreed_on"}
    (line,) = register.extensions.extend(
        [part.id], later, "The audit is not ready.", asked_by="The ICB", agreed_by="Chair", on=TODAY - DAY
    )
    assert (line.old_due_on, line.new_due_on, line.agreed_on) == (part.due_on, later, TODAY - DAY)
    assert (line.why, line.asked_by, line.agreed_by) == ("The audit is not ready.", "The ICB", "Chair")
    moved = register.challenges.part(part.id)
    assert (moved.first_due_on, moved.due_on) == (part.due_on, later)
    change = register.changes_of(moved)[0]
    assert (change.label, change.old, change.new) == ("Due", "21 Dec 2026", "4 Jan 2027")
    assert change.why == "The audit is not ready."
    assert register.figures.log().challenges[0].parties[0].first_due_on == part.due_on
    said = register.extensions.ledger(moved).in_words(register.working_days())
    assert said == "second date, 7 working days later than first agreed"


def test_a_reason_of_any_characters_is_kept_as_words(register, put):
    _, (part, _) = put()
    assert "why" in refused(register.extensions.extend, [part.id], TODAY + DAY, "\x00\ud800")
    (line,) = register.extensions.extend([part.id], TODAY + DAY, "They\x00 asked\ud800\nagain.")
    assert line.why == "They asked again."
    assert register.changes_of(register.challenges.part(part.id))[0].why == "They asked\nagain."


def test_no_date_is_moved_where_no_answer_is_awaited(register, put, answer):
    part = answer(put()[1][0])
    assert "status" in refused(register.extensions.extend, [part.id], TODAY + DAY, "Why")


def test_several_dates_move_together_or_none_does(register, put, answer):
    _, (police, icb) = put()
    _, (other, answered) = put()
    answer(answered)
    before = everything(register)
    ids = [police.id, icb.id, other.id]
    assert "status" in refused(register.extensions.extend, [*ids, answered.id], TODAY + DAY, "A vacancy.")
    assert everything(register) == before
    assert len(register.extensions.extend(ids, TODAY + DAY, "A vacancy.")) == 3
    assert {register.challenges.part(id_).due_on for id_ in ids} == {TODAY + DAY}


def test_of_several_who_has_that_date_already_is_left_as_it_is(register, put):
    _, (police, icb) = put()
    register.extensions.extend([police.id], TODAY + DAY, "A vacancy.")
    (line,) = register.extensions.extend([police.id, icb.id], TODAY + DAY, "For both.")
    assert line.addressee_id == icb.id
    assert "due_on" in refused(register.extensions.extend, [police.id, icb.id], TODAY + DAY, "Again.")


def test_a_date_that_was_never_set_is_set_and_is_the_first(register, put):
    register.partnerships.save(replace(register.partnership, routine_days=0))
    _, (part, _) = put()
    (line,) = register.extensions.extend([part.id], TODAY + DAY, "By telephone.")
    assert (line.old_due_on, line.new_due_on) == (None, TODAY + DAY)
    part = register.challenges.part(part.id)
    assert (part.first_due_on, register.extensions.ledger(part).moves) == (TODAY + DAY, 0)
    register.extensions.extend([part.id], TODAY + 3 * DAY, "A vacancy.")
    part = register.challenges.part(part.id)
    assert (part.first_due_on, register.extensions.ledger(part).moves) == (TODAY + DAY, 1)


def test_a_clock_that_begins_anew_with_a_step_starts_its_own_ledger(register, put, answer):
    challenge, (part, _) = put()
    for days in (40, 50):
        register.extensions.extend([part.id], TODAY + days * DAY, "A vacancy.")
    assert register.dossier_of(challenge.id).parts[0].ledger.startswith("third date")
    answer(part)
    register.courses.ask_more(part.id, "And?", TODAY + 60 * DAY)
    assert register.dossier_of(challenge.id).parts[0].ledger == ""
    register.extensions.extend([part.id], TODAY + 70 * DAY, "A vacancy.")
    read = register.dossier_of(challenge.id).parts[0]
    assert (read.ledger.partition(",")[0], read.dates_moved, read.part.first_due_on) == (
        "second date", 3, part.first_due_on
    )


@given(st.lists(st.integers(1, 400), min_size=1, max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_the_ledger_tells_every_date_that_was_agreed_in_order(register, put, days):
    _, (part, _) = put()
    dates = [part.due_on]
    for count in days:
        due_on = TODAY + count * DAY
        if due_on != dates[-1]:
            register.extensions.extend([part.id], due_on, "Why")
            dates.append(due_on)
    part = register.challenges.part(part.id)
    assert register.extensions.ledger(part).dates == tuple(dates)
    assert [one.new_due_on for one in register.extensions.of_parts([part.id]).get(part.id, [])] == dates[1:]
    assert part.first_due_on == dates[0]


def test_an_action_has_its_own_ledger_until_it_is_settled(register, put, answer):
    part = register.courses.agree_action(answer(put()[1][0]).id, [Action(text="Audit.", due_on=TODAY)])
    (action,) = register.challenges.actions(part.id)
    extend = register.extensions.extend_action
    assert set(refused(extend, action.id, TODAY, "")) == {"due_on", "why"}
    assert set(refused(extend, action.id, TODAY + DAY, "Why", on=TODAY + DAY)) == {"agreed_on"}
    line = extend(action.id, TODAY + DAY, "A vacancy.", asked_by="The lead")
    assert (line.action_id, line.addressee_id, line.asked_by) == (action.id, None, "The lead")
    assert register.extensions.of_actions([action.id]) == {action.id: [line]}
    assert register.extensions.ledger(register.actions.get(action.id)).dates == (TODAY, TODAY + DAY)
    register.actions.report_done(action.id, TODAY)
    assert set(refused(extend, action.id, TODAY + 2 * DAY, "Why")) == {"status"}
