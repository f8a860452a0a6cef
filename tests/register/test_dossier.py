"""One challenge to read, with everything that hangs on it, and found again from any of its records."""

from datetime import timedelta

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Position
from scrutineer.domain.note import NoteKind
from scrutineer.domain.step import Step
from scrutineer.register.replies import Answer
from tests.factories import TODAY, a_reply, an_agency

DAY = timedelta(days=1)


def test_each_part_stands_with_its_answers_actions_and_next_steps(register, begun, put):
    challenge, (police, icb) = put(meeting_id=begun.meeting.id)
    _, (elsewhere,) = put(begun.la.id)
    reply = register.replies.record(a_reply(), {one.id: Answer(Position.ACCEPTED) for one in (police, elsewhere)})
    register.courses.agree_action(police.id, [Action(text="Audit.")])
    register.extensions.extend([icb.id], TODAY + DAY, "They asked.")
    register.notes.about(icb, NoteKind.CHASED, "", TODAY - DAY)
    read = register.dossier_of(challenge.id)
    assert (read.challenge, read.forum, read.activity) == (
        register.challenges.get(challenge.id), "Executive Group", ""
    )
    first, second = read.parts
    assert [(one.name, one.dates_moved, one.chased_on) for one in read.parts] == [
        ("Police", 0, None), ("ICB", 1, TODAY - DAY)
    ]
    assert [(heard.reply, heard.also) for heard in first.answers] == [(reply, ("C-2026-002",))]
    assert [agreed.action.text for agreed in first.actions] == ["Audit."]
    assert (first.ledger, second.ledger) == ("", "second date, 19 working days earlier than first agreed")
    assert [offer.step for offer in second.offers] == [Step.ACKNOWLEDGE, Step.ANSWER, Step.END]
    assert [one.step for one in first.events] == [Step.PUT, Step.ANSWER, Step.AGREE_ACTION]
    assert list(read.story) == register.story_of(challenge.id)
    assert {one.KIND for one in read.records} == {"challenge", "addressee", "response", "action"}


def test_a_challenge_is_found_from_any_of_its_records(register, put, answer):
    challenge, (part, _) = put()
    other, _ = put()
    answer(part)
    register.courses.agree_action(part.id, [Action(text="Audit.")])
    response, = register.challenges.responses(part.id)
    records = [
        challenge, part, response, register.challenges.reply_of(response), *register.challenges.actions(part.id),
        register.notes.about(part, NoteKind.RANG, ""), register.notes.about(challenge, NoteKind.MET, ""),
    ]
    for one in records:
        assert register.challenges_of([one.id]) == {challenge.id}, one.KIND
    assert register.challenges_of([challenge.id, other.id]) == {challenge.id, other.id}
    assert register.challenges_of([register.agencies.save(an_agency()).id]) == frozenset()


def test_a_date_that_came_with_a_step_was_not_moved(register, put, answer):
    challenge, (part, _) = put()
    for days in (1, 2):
        register.extensions.extend([part.id], TODAY + days * DAY, "A vacancy")
    answer(part)
    register.courses.ask_more(part.id, "Who reads them?", TODAY + 30 * DAY)
    assert register.dossier_of(challenge.id).parts[0].dates_moved == 2


def test_the_forum_that_was_typed_goes_before_the_meeting(register, begun, put):
    challenge, _ = put(meeting_id=begun.meeting.id, forum="a conversation")
    assert register.dossier_of(challenge.id).forum == "a conversation"
