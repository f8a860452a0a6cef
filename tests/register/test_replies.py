"""What came in: entered once, however many challenges it answers, and never half."""

from dataclasses import replace
from datetime import timedelta

import pytest

from scrutineer.domain.challenge import Addressee, Challenge, Outcome, PartyKind, Position, Quality, Status
from scrutineer.domain.organisation import AgencyGroup
from scrutineer.domain.reply import Channel, Reply, ReplyKind
from scrutineer.register.replies import Answer
from tests.factories import TODAY, a_reply
from tests.register.conftest import close, refused

ACCEPTED = Answer(Position.ACCEPTED)
DAY = timedelta(days=1)


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
    for nothing in ("", " ", "\x00"):
        assert set(refused(register.replies.confirm, reply.id, nothing)) == {"minute_ref"}
    register.replies.confirm(reply.id, "EG 26/41")
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


def test_nothing_is_half_written_when_one_part_cannot_be_answered(register, three, begun):
    draft = register.challenges.draft(Challenge(title="", text="?"), [Addressee(agency_id=begun.icb.id)])
    (unasked,) = register.challenges.parts(draft.id)
    before = everything(register)
    problems = refused(register.replies.record, a_reply(), {part.id: ACCEPTED for part in (*three, unasked)})
    assert problems == {"answers": "ICB has not been asked yet: EX-C-2026-004 is still a draft for it."}
    assert everything(register) == before
    early = a_reply(received_on=TODAY.replace(year=2025))
    for kind in ReplyKind:
        problems = refused(register.replies.record, replace(early, kind=kind), {part.id: ACCEPTED for part in three})
        assert set(problems) == {"received_on"}
    assert everything(register) == before


def test_a_reply_is_entered_when_it_is_here(register, three):
    register.replies.record(a_reply(), {three[0].id: ACCEPTED})
    before = everything(register)
    for kind in ReplyKind:
        for part in three[:2]:
            reply = a_reply(kind=kind, received_on=TODAY + DAY)
            assert set(refused(register.replies.record, reply, {part.id: ACCEPTED})) == {"received_on"}
    assert everything(register) == before


def test_parts_await_an_answer_with_the_earliest_first(register, three):
    register.extensions.extend([three[2].id], TODAY, "They can do it now.")
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


def test_who_answered_already_may_say_more_without_a_step(register, three):
    (part, *_) = three
    register.replies.record(a_reply(), {part.id: ACCEPTED})
    for closed in (False, True):
        if closed:
            close(register, part)
        status, steps = register.challenges.part(part.id).status, register.courses.events(part.challenge_id)
        register.replies.record(a_reply(text="And this."), {part.id: Answer(Position.NOT_ACCEPTED)})
        now = register.challenges.part(part.id)
        assert (now.status, now.position, now.answered_on) == (status, Position.NOT_ACCEPTED, TODAY)
        assert register.courses.events(part.challenge_id) == steps
    assert [one.position for one in register.challenges.responses(part.id)] == [
        Position.ACCEPTED, Position.NOT_ACCEPTED, Position.NOT_ACCEPTED
    ]


def test_a_letter_that_is_entered_late_does_not_speak_over_a_later_one(register, three):
    register.challenges.reword(replace(register.challenges.get(three[0].challenge_id), raised_on=TODAY - 9 * DAY))
    register.replies.record(a_reply(), {three[0].id: ACCEPTED})
    register.replies.record(a_reply(received_on=TODAY - 5 * DAY), {three[0].id: Answer(Position.NOT_ACCEPTED)})
    assert register.challenges.part(three[0].id).position is Position.ACCEPTED


def test_an_answer_to_what_had_ended_without_one_is_heard_all_the_same(register, three):
    ended = register.courses.end(three[0].id, Outcome.NOT_PURSUED, TODAY, because="Silence.")
    assert (ended.position, ended.answered_on) == (Position.NO_RESPONSE, None)
    register.replies.record(a_reply(), {three[0].id: ACCEPTED})
    now = register.challenges.part(three[0].id)
    assert (now.status, now.position, now.answered_on) == (Status.CLOSED, Position.ACCEPTED, TODAY)


def test_further_ticks_may_follow_but_nobody_is_ticked_twice(register, three):
    reply = register.replies.record(a_reply(text="One letter."), {three[0].id: ACCEPTED})
    register.replies.record(reply, {three[1].id: ACCEPTED})
    assert register.replies.all() == [reply]
    assert set(refused(register.replies.record, reply, {part.id: ACCEPTED for part in three})) == {"answers"}
    assert len(register.challenges.responses(three[0].id)) == 1
    assert register.challenges.part(three[2].id).status is Status.RAISED


def test_nobody_is_said_to_have_said_nothing(register, three):
    silent = {three[0].id: Answer(Position.NO_RESPONSE)}
    assert set(refused(register.replies.record, a_reply(), silent)) == {"position"}


def test_who_awaits_says_which_agencies_it_is_made_of(register, begun, three):
    found = {one.addressee_id: one.agency_ids for one in register.replies.awaiting()}
    assert [found[part.id] for part in three] == [(begun.police.id,), begun.partners, ()]


def test_a_group_is_made_of_its_members(register, begun):
    districts = register.groups.save(AgencyGroup(name="The districts", agency_ids=(begun.district.id,)))
    party = Addressee(kind=PartyKind.GROUP, group_id=districts.id)
    register.challenges.put_to(Challenge(title="", text="Question?"), [party])
    (one,) = register.replies.awaiting()
    assert one.agency_ids == (begun.district.id,)


def test_who_has_answered_may_say_more_the_latest_first_and_who_has_ended_only_when_asked_for(register, begun):
    put = [
        register.challenges.put_to(Challenge(title="", text=f"{n}?", raised_on=TODAY - 7 * DAY),
                                   [Addressee(agency_id=begun.police.id)])
        for n in range(3)
    ]  # fmt: skip
    three = [register.challenges.parts(challenge.id)[0] for challenge in put]
    for part, on in zip(three, (TODAY - DAY, TODAY, TODAY), strict=True):
        register.replies.record(a_reply(received_on=on), {part.id: ACCEPTED})
    close(register, three[2])
    found = register.replies.answered()
    assert [(one.addressee_id, one.answered_on) for one in found] == [(three[1].id, TODAY), (three[0].id, TODAY - DAY)]
    assert {one.position for one in found} == {Position.ACCEPTED}
    assert three[2].id in {one.addressee_id for one in register.replies.answered(three[2].id)}
    assert register.replies.awaiting() == []
