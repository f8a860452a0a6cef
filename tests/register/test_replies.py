"""What came in: entered once, however many challenges it answers, and never half."""

from dataclasses import replace

import pytest

from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, PartyKind, Position, Quality, Status
from scrutineer.domain.reply import Channel, Reply, ReplyKind
from scrutineer.register.replies import Answer
from tests.factories import TODAY, a_reply
from tests.register.conftest import refused

ACCEPTED = Answer(Position.ACCEPTED)


@pytest.fixture
def three(register, begun):
    """Three challenges, each with one party of another kind."""
    parties = [
        Addressee(agency_id=begun.police.id), Addressee(kind=PartyKind.JOINT, agency_ids=begun.partners),
        Addressee(kind=PartyKind.BODY, body_id=begun.body.id),
    ]
    put = [register.challenges.put_to(Challenge(title="", text=f"Question {n}?"), [p]) for n, p in enumerate(parties)]
    return [register.challenges.parts(challenge.id)[0] for challenge in put]


def everything(register):
    return register.figures.whole().entities


def test_one_reply_answers_three_challenges_and_is_entered_once(register, three):
    answers = {
        three[0].id: ACCEPTED,
        three[1].id: Answer(Position.NOT_ACCEPTED, "We differ.", "Declined: see audit"),
        three[2].id: Answer(Position.NOTED),
    }
    saved = register.replies.record(a_reply(text="One letter."), answers)
    assert register.replies.all() == [saved]
    for part in three:
        (response,) = register.challenges.responses(part.id)
        now = register.challenges.part(part.id)
        assert (now.status, now.answered_on, now.position) == (Status.RESPONDED, TODAY, answers[part.id].position)
        assert response.text == (answers[part.id].text or "One letter.")
        assert register.challenges.reply_of(response) == saved
    assert [line.status for line in register.challenges.lines()] == ["responded"] * 3
    assert register.replies.awaiting() == []


def test_a_holding_reply_acknowledges_and_does_not_answer(register, three):
    holding = a_reply(kind=ReplyKind.HOLDING, text="By Christmas.", private=("text",))
    register.replies.record(holding, {part.id: Answer() for part in three[:2]})
    register.replies.record(a_reply(kind=ReplyKind.HOLDING, text=""), {three[0].id: Answer()})
    part = register.challenges.part(three[0].id)
    assert (part.status, part.acknowledged_on, part.answered_on) == (Status.ACKNOWLEDGED, TODAY, None)
    assert register.challenges.responses(part.id) == []
    assert [note.text for note in register.notes.of(part.id)] == ["A holding reply. By Christmas.", "A holding reply."]
    assert register.notes.of(part.id)[0].private == ("text",)
    assert register.figures.log().challenges[0].parties[0].answers == ()


def test_a_spoken_answer_is_as_i_heard_it_until_a_minute_confirms_it(register, three):
    reply = register.replies.record(a_reply(channel=Channel.SPOKEN), {three[0].id: ACCEPTED})
    assert reply.as_i_heard_it
    assert register.figures.log().challenges[0].parties[0].answers[0].as_i_heard_it
    register.replies.save(replace(reply, minute_ref="EG 26/41"))
    assert not register.figures.log().challenges[0].parties[0].answers[0].as_i_heard_it


def test_what_is_missing_is_said_all_at_once_and_nothing_is_written(register, three):
    before = everything(register)
    assert set(refused(register.replies.record, Reply(text="\x07"), {})) == {"received_on", "answers", "text"}
    half = {three[0].id: ACCEPTED, three[1].id: Answer()}
    assert set(refused(register.replies.record, a_reply(), half)) == {"position"}
    assert everything(register) == before


def test_words_may_be_left_to_where_the_letter_is_kept(register, three):
    kept = a_reply(text="", where_kept="Scrutiny mailbox")
    register.replies.record(kept, {three[0].id: Answer(Position.ACCEPTED, short_form="Agreed.")})
    assert register.challenges.responses(three[0].id)[0].short_form == "Agreed."


def test_nothing_is_half_written_when_one_part_cannot_be_answered(register, three):
    register.challenges.withdraw(three[1].challenge_id, "Overtaken.", "All", TODAY)
    before = everything(register)
    problems = refused(register.replies.record, a_reply(), {part.id: ACCEPTED for part in three})
    assert problems == {
        "answers": "LA, Police and ICB jointly owes no answer: its part of EX-C-2026-002 is “Withdrawn”."
    }
    assert everything(register) == before
    early = a_reply(received_on=TODAY.replace(year=2025))
    assert "answered_on" in refused(register.replies.record, early, {three[0].id: ACCEPTED})
    assert everything(register) == before


def test_parts_await_an_answer_with_the_earliest_first(register, three):
    register.challenges.move_date(three[2].id, TODAY, "They can do it now.")
    found = register.replies.awaiting()
    assert [one.party for one in found] == ["Executive Group", "Police", "LA, Police and ICB jointly"]
    assert found[0].challenge == "EX-C-2026-003 Question 2?"


def test_my_view_needs_to_be_one_and_changes_no_status(register, three):
    register.replies.record(a_reply(), {three[0].id: ACCEPTED})
    (response,) = register.challenges.responses(three[0].id)
    assert set(refused(register.replies.judge, response.id, None, "Thin.", TODAY)) == {"quality"}
    judged = register.replies.judge(response.id, Quality.PARTIAL, "Half of it.", TODAY)
    assert (judged.quality, judged.my_view, judged.judged_on) == (Quality.PARTIAL, "Half of it.", TODAY)
    assert register.challenges.part(three[0].id).status is Status.RESPONDED


def test_words_private_in_a_letter_are_private_in_each_answer(register, three):
    secret = a_reply(text="In confidence.", private=("text",))
    own = Answer(Position.ACCEPTED, "For the Board.")
    register.replies.record(secret, {three[0].id: ACCEPTED, three[1].id: own})
    told = repr(register.figures.log())
    assert "In confidence." not in told
    assert "For the Board." in told


def test_a_part_that_ended_takes_no_more_answers(register, three):
    register.replies.record(a_reply(), {three[0].id: ACCEPTED})
    register.challenges.close(
        three[0].id, Outcome.ASSURED_NO_CHANGE_NEEDED, ImpactLevel.REPLY_ONLY, "Explained.", TODAY
    )
    for kind in ReplyKind:
        assert "answers" in refused(register.replies.record, a_reply(kind=kind), {three[0].id: ACCEPTED})
