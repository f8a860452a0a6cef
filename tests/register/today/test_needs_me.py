"""What needs me comes when it should, and goes when it is done."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from scrutineer.domain.action import Action, Seen
from scrutineer.domain.activity import ActivityStatus
from scrutineer.domain.challenge import Addressee, Challenge, Quality, Stage, Status
from scrutineer.domain.escalation import EscalationOutcome, EscalationStep
from scrutineer.domain.update import ProgressUpdate, Side
from tests.factories import TODAY, an_activity, an_undertaking
from tests.register.today.conftest import answered, on, told

DAY = timedelta(days=1)


def needs_me(register):
    return told(register.today_page().needs_me)


def test_an_answer_needs_me_until_a_step_is_taken_and_says_when_it_is_judged(register, part):
    assert needs_me(register) == []
    answered(register, part)
    (row,) = register.today_page().needs_me
    assert row[:5] == ("challenge", part.challenge_id, "Who?", "answered: Police · C-2026-001", "since 23 Nov")
    assert (row.deed, row.deed_id) == ("judge", part.id)
    (response,) = register.challenges.responses(part.id)
    register.replies.judge(response.id, Quality.FULL, "", TODAY)
    (row,) = register.today_page().needs_me
    assert (row.detail, row.deed) == ("judged, the next step is open: Police · C-2026-001", "")
    register.courses.agree_action(part.id, [Action(text="Do it.", due_on=TODAY)])
    assert needs_me(register) == []


def test_a_second_answer_is_to_be_judged_anew_and_a_first_one_that_never_was_does_not_come_back(register, part):
    answered(register, part)
    register.courses.ask_more(part.id, "And?", TODAY + 5 * DAY)
    assert needs_me(register) == []
    answered(register, part)
    assert needs_me(register) == [("Who?", "answered: Police · C-2026-001", "since 23 Nov")]
    register.replies.judge(register.challenges.responses(part.id)[-1].id, Quality.FULL, "", TODAY)
    assert needs_me(register) == [("Who?", "judged, the next step is open: Police · C-2026-001", "since 23 Nov")]


def test_an_answer_found_without_its_words_has_none_to_judge(register, begun):
    register.challenges.as_found(
        Challenge(title="Old"), [Addressee(agency_id=begun.icb.id, status=Status.RESPONDED)]
    )
    (row,) = register.today_page().needs_me
    assert (row.title, row.detail[:9], row.when, row.deed) == ("Old", "answered:", "", "")


def test_what_is_reported_done_needs_me_until_i_have_seen_it_or_test_it(register, part):
    answered(register, part)
    register.courses.agree_action(part.id, [Action(text="Audit twenty."), Action(text="Train all.")])
    first, second = register.challenges.actions(part.id)
    register.actions.report_done(first.id, TODAY - DAY)
    (row,) = register.today_page().needs_me
    assert row[:5] == (
        "action", first.id, "Audit twenty", "reported done, not seen by me yet: Police · C-2026-001", "since 22 Nov"
    )
    assert (row.deed, row.deed_id) == ("see", first.id)
    register.updates.note(
        ProgressUpdate(action_id=first.id, side=Side.SEEN, noted_on=TODAY, seen=Seen.IN_PART, text="Ten of twenty.")
    )
    assert needs_me(register) == []
    register.actions.report_done(second.id, TODAY)
    (row,) = register.today_page().needs_me
    assert (row.detail, row.deed) == ("all actions reported done, 1 not seen by me yet: Police · C-2026-001", "test")
    register.courses.test(part.id, "Read ten.", TODAY + 40 * DAY)
    assert needs_me(register) == []


def test_actions_all_dropped_or_never_recorded_say_so(register, part, begun):
    answered(register, part)
    register.courses.agree_action(part.id, [Action(text="Audit twenty.")])
    register.actions.drop(register.challenges.actions(part.id)[0].id, "The unit was closed.")
    assert needs_me(register) == [("Who?", "all actions dropped: Police · C-2026-001", "")]
    party = Addressee(agency_id=begun.icb.id, status=Status.ACTION_AGREED)
    register.challenges.as_found(Challenge(title="Old"), [party])
    (row,) = [row for row in register.today_page().needs_me if row.title == "Old"]
    assert row.detail.startswith("an action is agreed, and none is on record: ICB")
    assert row.deed == "add_action"


def test_a_reply_on_the_ladder_needs_me_once_its_day_has_passed_until_it_is_settled(register, part):
    step = EscalationStep(stage=Stage.AGENCY_LEAD, stepped_on=TODAY - 9 * DAY, reply_due_on=TODAY - 2 * DAY)
    (taken,) = register.escalations.escalate([part.id], step)
    (row,) = register.today_page().needs_me
    assert (row.title, row.detail, row.when) == (
        "Who?", "Stage 1 · agency lead, choose what follows: Police · C-2026-001", "since 21 Nov"
    )
    assert (row.deed, row.deed_id) == ("settle", taken.id)
    register.escalations.settle(taken.id, EscalationOutcome.NOT_RESOLVED, TODAY)
    assert needs_me(register) == []


def test_a_rung_that_was_left_behind_no_longer_needs_me(register, part):
    for stage, days in ((Stage.AGENCY_LEAD, 9), (Stage.EXECUTIVE, 1)):
        register.escalations.escalate([part.id], EscalationStep(stage=stage, stepped_on=TODAY - days * DAY,
                                                                reply_due_on=TODAY - DAY))
    assert [row.detail for row in register.today_page().needs_me] == [
        "Stage 2 · executive group, choose what follows: Police · C-2026-001"
    ]


def test_a_promise_is_mine_until_it_is_kept(register):
    promise = register.undertakings.promise(an_undertaking(to_whom="the front door", due_on=None))
    (row,) = register.today_page().needs_me
    assert (row.title, row.detail, row.when, row.is_late, row.deed) == (
        "Send the audit tool", "I promised the front door", "", False, "keep"
    )
    register.undertakings.keep(promise.id, TODAY)
    assert needs_me(register) == []


def test_what_was_planned_for_a_day_gone_by_asks_what_became_of_it(register):
    planned = register.activities.save(an_activity(status=ActivityStatus.PLANNED, held_on=TODAY - DAY))
    (row,) = register.today_page().needs_me
    assert row[:5] == ("activity", planned.id, "Front door visited", "was planned: did it take place?", "22 Nov")
    assert (row.deed, row.deed_id) == ("took_place", planned.id)
    register.activities.save(replace(planned, status=ActivityStatus.CARRIED_OUT))
    assert needs_me(register) == []


def test_a_draft_waits_and_so_does_a_part_that_was_taken_up_again(register, begun, put):
    draft = register.challenges.draft(Challenge(title="", text="Half worded"), [Addressee(agency_id=begun.la.id)])
    assert needs_me(register) == [("Half worded", "a draft, not put yet · C-2026-001", "draft")]
    register.challenges.remove(draft)
    _, (first, _) = put(title="Both")
    register.courses.withdraw_part(first.id, "Asked of the wrong one.", "The police", TODAY)
    register.courses.take_up(first.id, "It was the right one.", TODAY)
    assert needs_me(register) == [("Both", "not put yet: Police · C-2026-002", "draft")]


def test_the_earliest_stands_first_and_what_has_no_date_last(register, part):
    answered(register, part)
    register.undertakings.promise(an_undertaking(text="Late promise", due_on=TODAY - 9 * DAY))
    register.undertakings.promise(an_undertaking(text="Some day", due_on=None))
    register.challenges.draft(Challenge(title="", text="Half worded"))
    titles = [row.title for row in register.today_page().needs_me]
    assert titles[:2] == ["Late promise", "Who?"]
    assert set(titles[2:]) == {"Some day", "Half worded"}


def test_lateness_of_a_promise_follows_the_day(register):
    register.undertakings.promise(an_undertaking(due_on=TODAY))
    row = on(register, TODAY + DAY, lambda page: page.needs_me[0])
    assert (row.is_late, row.when) == (True, "since 23 Nov")
