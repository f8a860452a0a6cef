"""Answers and actions from both sides, with what settled them, and no private word."""

from dataclasses import replace
from datetime import timedelta

import pytest

from scrutineer.domain.action import Action, ActionStatus, Seen
from scrutineer.domain.activity import Finding
from scrutineer.domain.challenge import Position
from scrutineer.domain.evidence import EvidenceKind, EvidenceLink
from scrutineer.domain.reply import Channel
from scrutineer.domain.update import ProgressUpdate, Side
from scrutineer.register.replies import Answer
from tests.factories import TODAY, a_reply, an_activity

DAY = timedelta(days=1)


def party(register):
    return register.figures.log().challenges[0].parties[0]


@pytest.fixture
def agreed(register, put, answer):
    """The part of the police, with one action agreed."""
    _, (part, _) = put()
    answer(part)
    register.courses.agree_action(part.id, [Action(text="Count them", due_on=TODAY + DAY, measure="Each month")])
    (action,) = register.challenges.actions(part.id)
    return part, action


def test_an_action_tells_what_is_reported_and_what_was_seen_each_with_its_day(register, agreed):
    _, action = agreed
    visit = register.activities.save(an_activity(title="Desk"))
    register.actions.report_done(action.id, TODAY - 2 * DAY, "It is counted.")
    register.updates.note(
        ProgressUpdate(action_id=action.id, side=Side.SEEN, noted_on=TODAY, seen=Seen.IN_PART, text="In two of three.",
                       source="at the desk"), [visit])
    (told,) = party(register).actions
    assert (told.status, told.done_on, told.seen, told.seen_on) == (
        ActionStatus.DONE, TODAY - 2 * DAY, Seen.IN_PART, TODAY)
    reported, seen = told.updates
    assert (reported.side, reported.status, reported.text) == (Side.REPORTED, ActionStatus.DONE, "It is counted.")
    assert (seen.side, seen.seen, seen.source) == (Side.SEEN, Seen.IN_PART, "at the desk")
    assert [(one.kind, one.what) for one in seen.shown_by] == [(EvidenceKind.OBSERVATION, "Desk, 16 Nov 2026")]
    assert party(register).kinds == (EvidenceKind.OBSERVATION,)


def test_an_action_whose_date_moved_says_so(register, agreed):
    _, action = agreed
    register.extensions.extend_action(action.id, TODAY + 2 * DAY, "They asked.")
    (told,) = party(register).actions
    assert told.ledger == "second date, 1 working day later than first agreed"
    assert [move.why for move in told.moves] == ["They asked."]


def test_a_dropped_action_tells_when_and_why_unless_that_is_private(register, agreed):
    _, action = agreed
    register.actions.drop(action.id, "SECRET reason", TODAY - DAY)
    (told,) = party(register).actions
    assert (told.dropped_on, told.dropped_because) == (TODAY - DAY, "SECRET reason")
    with register.desk.act() as act:
        act.put(replace(register.actions.get(action.id), private=("dropped_because",)))
    assert "SECRET" not in repr(register.figures.log())


def test_an_action_whose_words_are_private_is_not_told(register, agreed):
    _, action = agreed
    with register.desk.act() as act:
        act.put(replace(action, private=("text",)))
    assert party(register).actions == ()


def test_a_private_line_keeps_its_day_and_loses_its_words(register, agreed):
    _, action = agreed
    register.updates.note(ProgressUpdate(action_id=action.id, side=Side.SEEN, noted_on=TODAY, seen=Seen.NOT_YET,
                                         text="SECRET", private=("text",)))
    (line,) = party(register).actions[0].updates
    assert (line.seen, line.noted_on, line.text) == (Seen.NOT_YET, TODAY, "")


def test_an_answer_tells_what_was_seen_of_it_and_how_it_came(register, put):
    _, (part, _) = put()
    reply = a_reply(channel=Channel.SPOKEN, text="We will.")
    register.replies.record(reply, {part.id: Answer(Position.NOT_ACCEPTED, short_form="They will.")})
    (told,) = party(register).answers
    assert (told.as_i_heard_it, told.minute_ref, told.position) == (True, "", Position.NOT_ACCEPTED)
    (response,) = register.challenges.responses(part.id)
    register.updates.note(
        ProgressUpdate(response_id=response.id, side=Side.SEEN, noted_on=TODAY, seen=Seen.AS_REPORTED, text="They do."))
    register.replies.confirm(reply.id, "EG 7.2")
    (told,) = party(register).answers
    assert (told.as_i_heard_it, told.minute_ref) == (False, "EG 7.2")
    assert (told.seen, told.seen_on, told.updates[0].text) == (Seen.AS_REPORTED, TODAY, "They do.")


def test_a_private_reply_is_not_told_through_an_answer_that_repeats_it(register, put):
    _, (part, _) = put()
    register.replies.record(a_reply(text="SECRET letter", private=("text",)), {part.id: Answer(Position.ACCEPTED)})
    (response,) = register.challenges.responses(part.id)
    with register.desk.act() as act:
        act.put(replace(response, private=()))
    assert "SECRET" not in repr(register.figures.log())


def test_a_finding_is_named_by_its_activity_never_by_its_words(register, put, answer, begun):
    _, (part, _) = put()
    answer(part)
    finding = Finding(text="SECRET finding", private=("text",))
    register.activities.note_what_i_saw(an_activity(title="Desk"), [finding])
    register.evidence.link(part, finding)
    register.evidence.link(part, begun.meeting)
    register.evidence.link(part, register.challenges.reply_of(register.challenges.responses(part.id)[0]))
    assert [(one.kind, one.what) for one in party(register).evidence] == [
        (EvidenceKind.OBSERVATION, "Desk, 16 Nov 2026"), (EvidenceKind.MINUTES, "Executive Group, 18 Dec 2026"),
        (EvidenceKind.AGENCY_STATEMENT, "what came in, 23 Nov 2026"),
    ]  # fmt: skip
    assert "SECRET" not in repr(register.figures.log())


def test_a_link_to_what_is_no_longer_there_shows_nothing(register, put):
    _, (part, _) = put()
    with register.desk.act() as act:
        act.put(EvidenceLink(subject_kind="addressee", subject_id=part.id, source_kind="activity", source_id="gone"))
        act.put(EvidenceLink(subject_kind="addressee", subject_id=part.id, source_kind="no such", source_id="gone"))
    assert party(register).evidence == ()
