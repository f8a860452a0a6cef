"""A line typed at a meeting: what it is, and what it needs."""

from scrutineer.domain.challenge import Position
from scrutineer.domain.entity import new_id
from scrutineer.domain.meeting_page import LineKind, MeetingLine, Told
from scrutineer.domain.recommendation import Decision


def fields(line: MeetingLine) -> list[str]:
    return [problem.field for problem in line.problems()]


def test_a_line_is_a_note_until_something_else_is_said_of_it():
    assert MeetingLine(text="Apologies from two.").kind is LineKind.NOTE
    assert fields(MeetingLine(text="Apologies from two.")) == []
    assert fields(MeetingLine(text=" ")) == ["text"]


def test_an_answer_names_the_challenge_that_it_answers():
    answer = {"text": "We do.", "kind": LineKind.ANSWER}
    assert fields(MeetingLine(**answer)) == ["subject_id"]
    assert fields(MeetingLine(**answer, subject_kind="recommendation", subject_id=new_id())) == ["subject_id"]
    assert fields(MeetingLine(**answer, subject_kind="challenge", subject_id=new_id())) == []


def test_what_is_left_out_is_as_a_tired_hand_means_it():
    assert Told() == (Position.NOTED, Decision.ACCEPTED, None)
