from __future__ import annotations

from scrutineer.domain.activity import Level
from scrutineer.domain.culture import SMALLEST_GROUP, CultureAspect
from scrutineer.register.culture import tally
from scrutineer.register.register import Register


def test_people_were_asked_twice_and_every_aspect_has_an_answer(register: Register):
    second, first = register.culture_rounds.latest()
    assert first.activity_id
    for asked in (second, first):
        shown = register.culture_rounds.results(asked.id)
        assert {one.statement.aspect for one in shown} == set(CultureAspect)


def test_no_group_is_smaller_than_may_be_shown_and_levels_reach_from_the_front_line_to_the_board(register: Register):
    answers = register.culture_answers.all()
    assert min(one.people for one in answers) >= SMALLEST_GROUP
    assert {one.level for one in answers} >= {Level.FRONT_LINE, Level.MANAGERS, Level.BOARD}
    assert any(one.examples for one in answers)


def test_what_was_said_of_both_workshops_shaped_how_scrutiny_is_done(register: Register):
    for one in register.activities.all():
        if one.title.startswith("Development workshop"):
            said, = register.feedback.of(one.id)
            assert said.text
            assert said.shaped


def test_most_answered_and_one_question_is_still_out(register: Register):
    assert len(register.feedback.answered()) >= 6
    awaited, = register.feedback.awaited()
    assert awaited.from_whom == "Team manager"
    assert tally(register.feedback.answered())
