"""One party's part on the detail: its words without a click, and the steps that it may take, in their order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Quality
from scrutineer.domain.note import NoteKind
from scrutineer.domain.reply import Channel
from scrutineer.ui.challenges.detail import ChallengeDetail
from scrutineer.ui.challenges.party import natural_step
from scrutineer.ui.widgets.chip import ChipLabel
from scrutineer.ui.widgets.steps import NextSteps
from tests.factories import TODAY
from tests.ui.challenges.room import Room, press, read


@pytest.fixture
def detail(room: Room, qtbot: QtBot) -> ChallengeDetail:
    made = ChallengeDetail(room.tools)
    qtbot.addWidget(made)
    made.show()
    return made


def show(room: Room, detail: ChallengeDetail, part: Addressee) -> str:
    detail.show_dossier(room.register.dossier_of(part.challenge_id or ""))
    return read(detail)


def steps(detail: ChallengeDetail, place: int = 0) -> list[str]:
    """The buttons of one row of steps; the one that stands out has a star."""
    row = detail.findChildren(NextSteps)[place]
    buttons = [one for one in row.findChildren(object) if one.objectName().startswith("step-")]
    return [f"{one.text()}{'*' if one.property('primary') else ''}" for one in buttons]


def view(room: Room, part: Addressee, quality: Quality) -> None:
    (response,) = room.register.challenges.responses(part.id)
    room.register.replies.judge(response.id, quality, "It says how.", TODAY)


def test_while_an_answer_is_awaited_the_clock_is_neutral(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put(raised_on=date(2026, 10, 1))
    assert "Police" in show(room, detail, part)
    assert "answer awaited since 29 Oct (17 working days)" in [one.chip.words for one in detail.findChildren(ChipLabel)]
    assert steps(detail) == [
        "Record the answer*", "Note the acknowledgement", "Note a chase", "Move the date", "Add a note",
    ]  # fmt: skip
    room.register.challenges.move_date(part.id, date(2026, 12, 1), "Police: a vacancy")
    room.register.notes.about(part, NoteKind.CHASED, "")
    assert "date moved once, chased 23 Nov" in show(room, detail, part)


def test_each_partys_own_words_stand_there_with_what_came_in_together(room: Room, detail: ChallengeDetail):
    (_, (first,)), (other, (second,)) = room.put(), room.put(title="Another")
    room.answer(first, second, text="From January a sergeant reads ten plans.", channel=Channel.LETTER,
                sender="Assistant Chief Constable", where_kept="Business unit")  # fmt: skip
    words = show(room, detail, first)
    assert "From January a sergeant reads ten plans." in words
    assert f"in one letter with {other.reference.partition('-')[2]}" in words
    assert "from Assistant Chief Constable · kept: Business unit" in words


def test_spoken_words_are_as_i_heard_them_until_a_minute_says_so(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put()
    room.answer(part, channel=Channel.SPOKEN, text="We will look.")
    assert "as I heard it" in show(room, detail, part)


def test_my_view_comes_first_then_what_follows_from_it(room: Room, detail: ChallengeDetail):
    _, (part, _) = room.put(room.police, room.icb)
    room.answer(part)
    show(room, detail, part)
    assert steps(detail)[0] == "Give my view*"
    assert steps(detail, 1)[0] == "Record the answer", "one step stands out"
    view(room, part, Quality.PARTIAL)
    assert "My view: Part of an answer · 23 Nov" in show(room, detail, part)
    assert "Ask for more*" in steps(detail)
    view(room, part, Quality.FULL)
    show(room, detail, part)
    assert "Agree the action*" in steps(detail)


def test_a_step_that_must_wait_says_for_what_and_an_action_is_settled_where_it_stands(
    room: Room, detail: ChallengeDetail
):
    _, (part,) = room.put()
    room.answer(part)
    action = Action(text="Audit twenty plans.", owner_role="Head of service", due_on=date(2026, 11, 2), measure="Note")
    room.register.challenges.agree_action(part.id, [action])
    words = show(room, detail, part)
    assert "Test what changed: An action is open" in words
    assert "Head of service · awaited since 2 Nov · known by: Note" in words
    asked: list[tuple[str, str]] = []
    detail.asked.connect(lambda code, id_: asked.append((code, id_)))
    press(detail, "step-done")
    assert asked == [("done", room.register.challenges.actions(part.id)[0].id)]
    room.register.actions.report_done(asked[0][1], TODAY)
    show(room, detail, part)
    assert "Test what changed*" in steps(detail)


def test_more_that_was_asked_and_how_it_is_tested_can_be_read(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put()
    room.answer(part)
    room.register.challenges.ask_more(part.id, "Who reads them?", date(2026, 12, 1))
    words = show(room, detail, part)
    assert "What more I asked" in words
    assert "Who reads them?" in words
    room.answer(part)
    room.register.challenges.test(part.id, "Read ten plans.", date(2026, 12, 14))
    words = show(room, detail, part)
    assert "How I will test it · 14 Dec 2026" in words
    assert "Close*" in steps(detail)


def test_a_part_withdrawn_says_why_and_offers_nothing(room: Room, detail: ChallengeDetail):
    made, (part,) = room.put()
    room.register.challenges.withdraw(made.id, "Overtaken.", "The Chief Constable", TODAY)
    words = show(room, detail, part)
    assert "Overtaken." in words
    assert "Told: The Chief Constable" in words
    assert detail.findChildren(NextSteps) == []


def test_one_of_several_can_be_withdrawn_by_the_last_and_quietest_step_and_then_says_why(
    room: Room, detail: ChallengeDetail
):
    _, (police, _) = room.put(room.police, room.icb)
    show(room, detail, police)
    assert [steps(detail, place)[-1] for place in (0, 1)] == ["Withdraw this part"] * 2
    quiet = detail.findChildren(QAbstractButton, "step-withdraw_part")
    assert all(one.property("quiet") for one in quiet)
    room.register.challenges.withdraw_part(police.id, "Not theirs to answer.", "Police", TODAY)
    words = show(room, detail, police)
    assert "Withdrawn because · 23 Nov 2026" in words
    assert "Not theirs to answer." in words
    assert "Told: Police" in words
    assert len(detail.findChildren(NextSteps)) == 1, "the other part goes on"


def test_what_ended_a_whole_challenge_is_said_once(room: Room, detail: ChallengeDetail):
    made, (part, _) = room.put(room.police, room.icb)
    room.register.challenges.withdraw(made.id, "Overtaken.", "Both chiefs", TODAY)
    words = show(room, detail, part)
    assert (words.count("Overtaken."), words.count("Told: Both chiefs")) == (2, 1), "above, and in the story"


def test_while_actions_are_agreed_more_can_be_added_and_each_can_be_changed(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put()
    room.answer(part)
    show(room, detail, part)
    assert "Add an action" not in steps(detail)
    room.register.challenges.agree_action(part.id, [Action(text="Audit twenty plans.")])
    show(room, detail, part)
    assert steps(detail) == ["Reported done", "Change it", "Drop with a reason"]
    assert steps(detail, 1)[0] == "Add an action"


def test_an_action_whose_date_was_moved_says_when_it_was_first_due(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put()
    room.answer(part)
    room.register.challenges.agree_action(part.id, [Action(text="Audit.", due_on=date(2026, 12, 14))])
    (action,) = room.register.challenges.actions(part.id)
    assert "due 14 Dec" in show(room, detail, part)
    room.register.actions.change(replace(action, due_on=date(2027, 1, 8)), "The lead: a vacancy")
    words = show(room, detail, part)
    assert "due 8 Jan, at first 14 Dec" in words
    assert "An action’s date moved to 8 Jan 2027" in words


def test_when_nothing_is_mine_and_nothing_is_awaited_no_step_stands_out(room: Room):
    made, _ = room.put()
    room.register.challenges.withdraw(made.id, "Overtaken.", "All", TODAY)
    assert natural_step(room.register.dossier_of(made.id).parts).addressee_id == ""


def test_private_words_say_that_they_are(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put()
    room.answer(part)
    (response,) = room.register.challenges.responses(part.id)
    room.register.replies.give_view(replace(
        response, quality=Quality.FULL, my_view="They knew.", judged_on=TODAY, private=("my_view",)
    ))
    assert "My view: A full answer · 23 Nov · private to me" in show(room, detail, part)
