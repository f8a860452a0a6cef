"""The story of a challenge and the changes of its values, as people read them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import (
    Addressee,
    Challenge,
    ImpactLevel,
    Outcome,
    Position,
    Priority,
    Quality,
    Status,
)
from scrutineer.domain.erasure import STRUCK
from scrutineer.domain.note import NoteKind
from scrutineer.domain.reply import ReplyKind
from scrutineer.domain.retest import RetestResult
from scrutineer.register.register import Register
from scrutineer.register.replies import Answer
from tests.factories import MOMENT, TODAY, a_partnership, a_reply, a_scrutineer, an_escalation
from tests.register.conftest import PASSPHRASE

DAY = timedelta(days=1)


@pytest.fixture
def put(register, begun):
    """A challenge put three weeks ago at the Executive Group, with its one part."""
    challenge = Challenge(title="", text="Who was told?", raised_on=TODAY - 21 * DAY, forum="Executive Group")
    challenge = register.challenges.put_to(challenge, [Addressee(agency_id=begun.police.id)])
    return challenge, register.challenges.parts(challenge.id)[0]


@pytest.fixture
def ticking(begun):
    """A record in which every save is a minute after the one before, with a challenge to the police."""
    moments = (MOMENT + timedelta(minutes=n) for n in range(1000))
    register = Register.begin(begun.path, PASSPHRASE, a_partnership(), a_scrutineer(), today=lambda: TODAY,
                              now=lambda: next(moments))  # fmt: skip
    police = register.agencies.save(begun.police)
    challenge = register.challenges.put_to(Challenge(title="", text="Who?"), [Addressee(agency_id=police.id)])
    yield register, challenge, register.challenges.parts(challenge.id)[0]
    register.close()


def told(register, challenge):
    return [(happening.on, happening.sentence) for happening in register.story_of(challenge.id)]


def test_a_whole_story_is_told_newest_first_even_within_a_day(register, put):
    challenge, part = put
    steps, position = register.courses, Answer(Position.PARTLY_ACCEPTED, short_form="In part.")
    steps.acknowledge(part.id, TODAY - 21 * DAY)
    register.notes.about(part, NoteKind.CHASED, "Left a message.", TODAY - 9 * DAY)
    register.extensions.extend([part.id], TODAY + DAY, "They asked.", asked_by="The lead")
    register.replies.record(a_reply(received_on=TODAY - 5 * DAY), {part.id: position})
    (first,) = register.challenges.responses(part.id)
    register.replies.judge(first.id, Quality.PARTIAL, "Half of it.", TODAY - 5 * DAY)
    steps.ask_more(part.id, "And at night?", TODAY + 5 * DAY)
    register.replies.record(a_reply(), {part.id: Answer(Position.ACCEPTED)})
    steps.agree_action(part.id, [Action(text="Tell the night team.")])
    register.actions.report_done(register.challenges.actions(part.id)[0].id, TODAY, "All are told.")
    steps.test(part.id, "Ask the night team.", TODAY)
    steps.close(part.id, Outcome.PROCESS_CHANGED_ONLY, ImpactLevel.PROCESS_CHANGED, "They are told.", TODAY)
    assert told(register, challenge) == [
        (TODAY, "Reported by the agency, “Tell the night team”: Reported done"),
        (TODAY, "Police’s part closed: Process changed only"),
        (TODAY, "Testing what changed at Police"),
        (TODAY, "Agreed with Police what will be done"),
        (TODAY, "Asked Police for more"),
        (TODAY, "Police answered: accepted"),
        (TODAY, "Police’s date moved to 24 Nov 2026"),
        (TODAY - 5 * DAY, "My view of Police’s answer: Part of an answer"),
        (TODAY - 5 * DAY, "Police answered: partly accepted"),
        (TODAY - 9 * DAY, "Chased"),
        (TODAY - 21 * DAY, "Police acknowledged it"),
        (TODAY - 21 * DAY, "Put to Police at Executive Group"),
    ]
    words = [happening.words for happening in register.story_of(challenge.id)]
    assert words == [
        "All are told.", "They are told.", "Ask the night team.", "", "And at night?", "",
        "They asked. Asked for by The lead.", "Half of it.", "In part.", "Left a message.", "", "",
    ]


def test_an_action_that_was_added_later_is_told_and_so_is_a_date_that_moved(ticking):
    register, challenge, part = ticking
    register.replies.record(a_reply(), {part.id: Answer(Position.ACCEPTED)})
    agreed = [Action(text="Tell the night team."), Action(text="Audit.", due_on=TODAY)]
    register.courses.agree_action(part.id, agreed)
    more = register.courses.add_action(part.id, Action(text="Tell the Board.", due_on=TODAY))
    register.actions.change(replace(more, due_on=TODAY + DAY), "They asked.")
    register.actions.change(replace(register.actions.get(more.id), due_on=None), "No longer known.")
    assert [(one.sentence, one.words) for one in register.story_of(challenge.id)][:4] == [
        ("An action’s date was lifted", "No longer known."),
        ("An action’s date moved to 24 Nov 2026", "They asked."),
        ("One more action agreed with Police", "Tell the Board."),
        ("Agreed with Police what will be done", ""),
    ]


def test_what_was_done_on_one_day_is_told_in_the_order_in_which_it_was_entered(ticking):
    register, challenge, part = ticking
    courses = register.courses
    courses.withdraw(challenge.id, "Overtaken.", "All", TODAY)
    courses.take_up(part.id, "It was not.", TODAY)
    courses.put_part(part.id, TODAY + DAY)
    register.notes.about(part, NoteKind.RANG, "They look for it.")
    register.replies.record(a_reply(), {part.id: Answer(Position.ACCEPTED)})
    courses.agree_action(part.id, [Action(text="Tell the night team.")])
    (action,) = register.challenges.actions(part.id)
    register.escalations.escalate([part.id], an_escalation(to_whom="The chief officer"))
    register.actions.report_done(action.id, TODAY)
    courses.test(part.id, "Ask them.", TODAY)
    courses.close(part.id, Outcome.PROCESS_CHANGED_ONLY, ImpactLevel.PROCESS_CHANGED, "They are told.", TODAY)
    planned = register.retests.plan(part.id, TODAY)
    register.retests.record(planned.id, RetestResult.NOT_SUSTAINED, TODAY, "Nobody knew.")
    courses.ask_again(part.id, "It did not last.", TODAY + DAY, TODAY)
    register.challenges.reword(replace(register.challenges.get(challenge.id), text="Who was told?"), why="Clearer")
    courses.end(part.id, Outcome.REFERRED_ELSEWHERE, TODAY, target="The Board")
    assert [one.sentence for one in register.story_of(challenge.id)][::-1] == [
        "Put to Police", "Police’s part withdrawn", "Taken up again with Police", "Put to Police again", "Rang",
        "Police answered: accepted", "Agreed with Police what will be done",
        "Police’s part escalated to Stage 1 · agency lead, to The chief officer",
        "Reported by the agency, “Tell the night team”: Reported done", "Testing what changed at Police",
        "Police’s part closed: Process changed only", "Looked again at Police: not sustained",
        "Reopened: asked Police again", "Re-worded: Clearer", "Police’s part ended: Referred elsewhere",
    ]
    assert register.story_of(challenge.id)[0].words == "To: The Board"


def test_a_draft_has_not_been_put_whatever_day_it_is_meant_for(register, begun):
    parties = [Addressee(agency_id=begun.icb.id), Addressee(agency_id=begun.la.id)]
    draft = register.challenges.draft(Challenge(title="", text="Who?", raised_on=TODAY), parties)
    assert told(register, draft) == []
    register.courses.put_part(parties[0].id, None)
    assert told(register, draft) == [(TODAY, "Put to ICB")]
    register.courses.withdraw_part(parties[1].id, "Not theirs.", "", TODAY)
    assert told(register, draft) == [(TODAY, "LA’s part withdrawn"), (TODAY, "Put to ICB")]


def test_a_question_asked_twice_in_the_same_words_is_told_twice(register, put):
    challenge, part = put
    for days in (5, 6):
        register.replies.record(a_reply(), {part.id: Answer(Position.NOTED)})
        register.courses.ask_more(part.id, "And?", TODAY + days * DAY)
    asked = [one.words for one in register.story_of(challenge.id) if one.sentence == "Asked Police for more"]
    assert asked == ["And?", "And?"]


def test_dates_of_a_draft_are_not_told_as_moved(register, begun):
    part = Addressee(agency_id=begun.icb.id, due_on=TODAY + DAY)
    draft = register.challenges.draft(Challenge(title="", text="Who?"), [part])
    register.challenges.put_to(draft, [Addressee(id=part.id, agency_id=begun.icb.id, due_on=TODAY + 5 * DAY)])
    assert told(register, draft) == [(TODAY, "Put to ICB")]


def test_a_holding_reply_is_in_the_story_with_its_words(register, put):
    challenge, part = put
    register.replies.record(a_reply(kind=ReplyKind.HOLDING, text="By Friday."), {part.id: Answer()})
    assert [(one.sentence, one.words) for one in register.story_of(challenge.id)][:2] == [
        ("Police acknowledged it", ""), ("Noted", "A holding reply. By Friday.")
    ]


def test_notes_on_the_challenge_and_on_a_part_are_merged(register, put):
    challenge, part = put
    register.notes.about(challenge, NoteKind.MET, "Spoke of it.", TODAY)
    register.notes.about(part, NoteKind.ASKED_BACK, "Which cases?", TODAY - DAY)
    assert told(register, challenge)[:2] == [(TODAY, "Met"), (TODAY - DAY, "Asked me back")]


def test_a_withdrawal_is_told_once_for_all_and_apart_for_one(register, begun, put):
    challenge, _ = put
    register.courses.withdraw(challenge.id, "Overtaken.", "All", TODAY)
    assert told(register, challenge)[0] == (TODAY, "Withdrawn")
    both = [Addressee(agency_id=begun.icb.id), Addressee(agency_id=begun.la.id)]
    other = register.challenges.put_to(Challenge(title="", text="Who?"), both)
    register.courses.withdraw_part(both[0].id, "Not theirs.", "ICB", TODAY)
    register.courses.withdraw(other.id, "Overtaken.", "LA", TODAY)
    assert [(one.sentence, one.words) for one in register.story_of(other.id)] == [
        ("Withdrawn", "Overtaken."), ("ICB’s part withdrawn", "Not theirs."), ("Put to ICB, LA", ""),
    ]


def test_what_was_found_tells_what_is_known(register, begun):
    closed = date(2025, 5, 6)
    part = Addressee(agency_id=begun.icb.id, status=Status.CLOSED, closed_on=closed, what_changed="A form.")
    found = register.challenges.as_found(Challenge(title="Old"), [part])
    assert told(register, found) == [(closed, "ICB’s part closed")]
    assert told(register, register.challenges.as_found(Challenge(title="Older"), [])) == []


def test_changes_are_said_in_words_newest_first(register, put):
    challenge, _ = put
    register.partnerships.save(type(register.partnership)(**{**vars(register.partnership), "is_sample": True}))
    saved = register.challenges.save(
        type(challenge)(**{**vars(challenge), "priority": Priority.URGENT, "themes": ("Neglect", "Missing")})
    )
    changed = register.changes_of(saved)
    assert [(one.label, one.old, one.new) for one in changed[:2]] == [
        ("Themes", "", "Neglect; Missing"), ("Priority", "routine", "urgent"),
    ]
    assert changed[0].at == MOMENT
    assert ("Put on", "", "2 Nov 2026", "") in {one[1:5] for one in changed}
    assert ("This is the demonstration", "no", "yes") in {
        (one.label, one.old, one.new) for one in register.changes_of(register.partnership)
    }


def test_values_struck_out_are_marked_and_not_shown(register, put):
    challenge, part = put
    register.extensions.extend([part.id], TODAY + DAY, "Because of Example Childname.")
    register.safekeeping.strike_out("Example Childname", "Entered by mistake")
    assert "Childname" not in repr(register.story_of(challenge.id)) + repr(register.changes_of(challenge, part))
    assert STRUCK in {one.new for one in register.changes_of(part)}
    assert told(register, challenge)[-1] == (TODAY - 21 * DAY, "Put to Police at Executive Group")
