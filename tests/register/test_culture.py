"""How scrutiny feels: asking, answers by level, and what was said of scrutiny itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scrutineer.domain.activity import ActivityType, Level
from scrutineer.domain.culture import CultureAspect, CultureRound, Feedback, Verdict
from scrutineer.domain.culture_results import Counts
from scrutineer.domain.errors import NotFound
from scrutineer.register.culture import Given, tally
from tests.factories import TODAY, an_activity
from tests.register.conftest import refused


@pytest.fixture
def asked(register):
    return register.culture_rounds.begin(CultureRound(title="Autumn", asked_on=TODAY, how="At the workshop"))


def test_the_first_round_takes_over_the_statements_and_the_next_leaves_them_as_they_were_worded(register, asked):
    statements = register.culture_statements.asked()
    assert len(statements) == 12
    assert [one.aspect for one in statements] == [aspect for aspect in CultureAspect for _ in range(3)]
    register.culture_statements.word({statements[0].id: "We like it."}, {})
    register.culture_rounds.begin(CultureRound(title="Spring", asked_on=TODAY))
    assert register.culture_statements.asked()[0].text == "We like it."
    assert asked.scrutineer_id == register.desk.me


def test_a_statement_can_be_left_out_and_another_added(register, asked):
    first = register.culture_statements.asked()[0]
    register.culture_statements.word({first.id: " "}, {CultureAspect.WELCOMING: "Our door is open."})
    texts = [one.text for one in register.culture_statements.asked()]
    assert first.text not in texts
    assert texts[2] == "Our door is open."
    assert register.culture_statements.get(first.id).text == first.text      # what was answered can still be read


def test_answers_are_entered_by_level_and_mended_in_place(register, asked):
    one, two, *_ = register.culture_statements.asked()
    enter = register.culture_answers.enter
    enter(asked.id, Level.FRONT_LINE, {one.id: Given(18, 3, 1, "You asked us first."), two.id: Given()})
    enter(asked.id, Level.FRONT_LINE, {one.id: Given(19, 3, 1, "You asked us first.")})
    enter(asked.id, Level.BOARD, {one.id: Given(7, 0, 0)})
    given = register.culture_answers.given(asked.id, Level.FRONT_LINE)
    assert given == {one.id: Given(19, 3, 1, "You asked us first.")}
    (found,) = register.culture_rounds.results(asked.id)
    assert found.partnership == Counts(26, 3, 1)
    assert found.by_level == {Level.FRONT_LINE: Counts(19, 3, 1), Level.BOARD: Counts(7, 0, 0)}
    assert found.words == ("You asked us first.",)


def test_nobody_answers_less_than_once(register, asked):
    first = register.culture_statements.asked()[0]
    assert "agree" in refused(register.culture_answers.enter, asked.id, Level.BOARD, {first.id: Given(-1)})


def test_rounds_stand_with_the_latest_first(register, asked):
    earlier = register.culture_rounds.begin(CultureRound(title="Spring", asked_on=date(2026, 3, 1)))
    assert [one.id for one in register.culture_rounds.latest()] == [asked.id, earlier.id]


def test_the_two_questions_go_out_about_an_activity_and_are_awaited_until_something_comes(register):
    workshop = register.activities.save(an_activity(type=ActivityType.WORKSHOP, title="Neglect: a workshop"))
    out = register.feedback.ask(workshop.id, "Team manager", TODAY)
    assert (out.subject_kind, out.is_awaited) == ("activity", True)
    assert register.feedback.awaited() == [out]
    text = register.feedback.words_to_send(workshop.id)
    assert "“Neglect: a workshop”" in text
    assert "Was it fair?" in text
    assert "Did it help?" in text
    said = replace(out, answered_on=TODAY, was_fair=Verdict.YES, did_help=Verdict.PARTLY, text="Too long.")
    came = register.feedback.note(said)
    register.feedback.changed(came.id, "Half a day instead of a whole one.")
    assert register.feedback.awaited() == []
    (kept,) = register.feedback.answered()
    assert (kept.shaped, register.feedback.about(kept)) == ("Half a day instead of a whole one.", "Neglect: a workshop")


def test_what_came_unasked_is_noted_the_same_way(register, put):
    challenge, _ = put()
    came = register.feedback.note(Feedback(subject_id=challenge.id, answered_on=TODAY, text="It was fair to say so."))
    assert came.subject_kind == "challenge"
    assert register.feedback.of(challenge.id) == [came]


def test_what_is_missing_is_said(register, begun):
    visit = register.activities.save(an_activity())
    assert set(refused(register.feedback.ask, visit.id, " ", None)) == {"from_whom", "asked_on"}
    assert set(refused(register.feedback.note, Feedback(subject_id=visit.id))) == {"answered_on", "text"}
    with pytest.raises(NotFound):
        register.feedback.ask(begun.la.id, "Somebody", TODAY)


def test_feedback_is_counted_in_words_from_five_on(register):
    came = [Feedback(was_fair=Verdict.YES, did_help=Verdict.NO)] * 4
    assert tally(came) == ""
    assert tally([*came, Feedback(did_help=Verdict.YES), Feedback(text="Thanks.")]) == (
        "Of 5 who answered, 4 found it fair and 1 said that it helped."
    )
