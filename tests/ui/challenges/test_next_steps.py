"""Which steps stand under a part, and which of them comes next by itself."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Challenge, Outcome, Quality, Status
from scrutineer.domain.retest import RetestResult
from scrutineer.domain.step import Step
from scrutineer.ui.challenges.detail import ChallengeDetail
from scrutineer.ui.challenges.next_steps import Natural, code_of, natural_step
from tests.factories import TODAY
from tests.ui.challenges.room import Room, press, show, steps

GOES_BACK = ["Ask how it was", "Note what they said of it"]      # once it has ended
AT_ANY_TIME = ["–Link evidence", "–Escalate", "–End it otherwise", "–Add a note", "–Letter…"]


def natural(room: Room, part: Addressee) -> Natural:
    return natural_step(room.register.dossier_of(part.challenge_id or "").parts, TODAY)


def view(room: Room, part: Addressee, quality: Quality) -> None:
    (response,) = room.register.challenges.responses(part.id)
    room.register.replies.judge(response.id, quality, "It says how.", TODAY)


def test_while_an_answer_is_awaited_what_leads_on_comes_first_and_the_rest_is_quiet(
    room: Room, detail: ChallengeDetail
):
    _, (part,) = room.put()
    show(room, detail, part)
    assert steps(detail) == [
        "Record the answer*", "Note the acknowledgement", "Note a chase", "Move the date", *AT_ANY_TIME,
    ]  # fmt: skip


def test_my_view_comes_first_then_what_follows_from_it(room: Room, detail: ChallengeDetail):
    _, (part, _) = room.put(room.police, room.icb)
    room.answer(part)
    show(room, detail, part)
    assert steps(detail)[0] == "Give my view*"
    assert "Record the answer" in steps(detail), "one step stands out"
    view(room, part, Quality.PARTIAL)
    show(room, detail, part)
    assert "Ask for more*" in steps(detail)
    view(room, part, Quality.FULL)
    show(room, detail, part)
    assert "Agree the action*" in steps(detail)


def test_a_step_that_must_wait_says_for_what(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put()
    room.answer(part)
    room.register.courses.agree_action(part.id, [Action(text="Audit twenty plans.")])
    assert "Test what changed: An action is open" in show(room, detail, part)
    assert natural(room, part).code == "answer"
    assert natural(room, part).addressee_id == "", "nothing waits for me"
    (action,) = room.register.challenges.actions(part.id)
    room.register.actions.report_done(action.id, TODAY)
    assert natural(room, part) == Natural(part.id, "test")


def test_a_further_answer_can_be_judged_while_the_part_goes_on(room: Room, detail: ChallengeDetail):
    (part,) = room.under_test()
    show(room, detail, part)
    assert "Give my view" not in steps(detail)
    room.answer(part, text="One thing more.")
    show(room, detail, part)
    assert "Give my view" in steps(detail)
    assert "Close*" in steps(detail)


def test_only_one_of_several_can_be_let_go_by_itself(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put()
    show(room, detail, part)
    assert "–Withdraw this part" not in steps(detail)
    _, (part, _) = room.put(room.police, room.icb)
    show(room, detail, part)
    assert steps(detail).count("–Withdraw this part") == 2


def test_what_was_closed_can_begin_again_quietly(room: Room, detail: ChallengeDetail):
    (part,) = room.closed()
    show(room, detail, part)
    assert steps(detail) == [
        "–Reopen and ask again", "–Reopen with a new action", "–Plan a re-test", "–Link evidence", "–Add a note",
        "–Letter…", *GOES_BACK,
    ]  # fmt: skip


def test_a_retest_whose_day_has_come_stands_out_and_what_did_not_last_asks_to_be_reopened(
    room: Room, detail: ChallengeDetail
):
    (part,) = room.closed()
    planned = room.register.retests.plan(part.id, date(2026, 11, 16))
    show(room, detail, part)
    assert "Record the re-test*" in steps(detail)
    room.register.retests.record(planned.id, RetestResult.NOT_SUSTAINED, TODAY, "Three of ten.")
    show(room, detail, part)
    assert "Reopen and ask again*" in steps(detail)
    room.register.courses.ask_again(part.id, "It did not last.", date(2026, 12, 11), TODAY)
    assert natural(room, part).code == "answer"


def test_closed_anew_after_a_test_that_failed_nothing_stands_out(room: Room):
    (part,) = room.closed()
    planned = room.register.retests.plan(part.id, TODAY)
    courses = room.register.courses
    room.register.retests.record(planned.id, RetestResult.NOT_SUSTAINED, date(2026, 6, 1), "Three of ten.")
    courses.ask_again(part.id, "It did not last.", date(2026, 7, 1), date(2026, 6, 2))
    courses.end(part.id, Outcome.NOT_PURSUED, date(2026, 8, 1), because="Small.")
    assert natural(room, part).addressee_id == ""


def test_what_was_withdrawn_is_taken_up_and_then_put_again(room: Room, detail: ChallengeDetail):
    made, (part,) = room.put()
    room.register.courses.withdraw(made.id, "Asked elsewhere.", "Police", TODAY)
    show(room, detail, part)
    assert steps(detail) == ["–Take it up again", *GOES_BACK]
    room.register.courses.take_up(part.id, "Nobody answered.", TODAY)
    assert "taken up again, to be put again" in show(room, detail, part)
    assert steps(detail) == ["Put it to them again*"]
    asked: list[tuple[str, str]] = []
    detail.asked.connect(lambda code, id_: asked.append((code, id_)))
    press(detail, "step-put_part")
    assert asked == [("put_part", part.id)]


def test_a_draft_is_put_as_a_whole(room: Room, detail: ChallengeDetail):
    draft = room.register.challenges.draft(Challenge(text="Not yet."), [Addressee(agency_id=room.police.id)])
    show(room, detail, draft)
    assert steps(detail) == []
    assert detail.findChild(object, "challenge-put") is not None


def test_when_nothing_is_mine_and_nothing_is_awaited_no_step_stands_out(room: Room):
    made, (part,) = room.put()
    room.register.courses.withdraw(made.id, "Overtaken.", "All", TODAY)
    assert natural(room, part).addressee_id == ""


def test_the_first_party_that_waits_for_me_comes_before_those_who_owe_an_answer(room: Room):
    _, (police, icb) = room.put(room.police, room.icb)
    room.answer(icb)
    assert natural(room, police) == Natural(icb.id, "view")


def test_a_step_is_asked_for_by_its_name():
    assert code_of(Step.ASK_MORE) == "ask_more"
    assert len({code_of(step) for step in Step}) == len(Step)
    assert Status.DRAFT.label == "Draft"
