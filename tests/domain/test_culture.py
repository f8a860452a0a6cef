"""What is recorded of how scrutiny feels: counts of people, never who, and feedback that is awaited or came."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.culture import CultureAnswer, Feedback, Verdict


def test_an_answer_counts_people_and_nobody_answers_less_than_once():
    assert CultureAnswer(agree=31, partly=5, disagree=2).people == 38
    assert [one.field for one in CultureAnswer(agree=-1).problems()] == ["agree"]
    assert [one.field for one in CultureAnswer(disagree=100_001).problems()] == ["disagree"]


def test_feedback_is_awaited_from_the_day_it_was_asked_until_something_came():
    asked = date(2026, 11, 1)
    assert Feedback(asked_on=asked).is_awaited
    assert not Feedback(asked_on=asked, answered_on=asked, was_fair=Verdict.YES).is_awaited
    assert not Feedback(answered_on=asked).is_awaited      # it came by itself
