"""A strength is taken up by somebody, and nobody's words are kept without leave."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.learning import Adoption, VoiceEntry, own_words
from tests.factories import TODAY, entities


def wrong(entity):
    return [problem.field for problem in entity.problems()]


def test_somebody_or_some_place_took_it_up():
    assert wrong(Adoption()) == ["elsewhere"]
    assert wrong(Adoption(elsewhere=" ")) == ["elsewhere"]
    assert wrong(Adoption(elsewhere="A neighbouring partnership")) == wrong(Adoption(agency_id="a" * 32)) == []


def test_a_voice_needs_nothing_but_leave_for_its_words():
    assert wrong(VoiceEntry()) == []
    assert wrong(VoiceEntry(words="It is loud there.")) == ["is_leave_given"]
    assert wrong(VoiceEntry(words="It is loud there.", is_leave_given=True)) == []


def test_people_are_counted_from_none_and_told_after_they_were_heard():
    assert wrong(VoiceEntry(how_many=-1)) == ["how_many"]
    assert wrong(VoiceEntry(heard_on=TODAY, told_on=date(2026, 11, 1))) == ["told_on"]
    assert wrong(VoiceEntry(heard_on=TODAY, told_on=TODAY)) == []


@given(entities(VoiceEntry))
def test_no_voice_whatever_keeps_words_without_leave(voice):
    if voice.words.strip() and not voice.is_leave_given:
        assert "is_leave_given" in wrong(voice)


@pytest.mark.parametrize(("text", "quoted"), [
    ("“I told it. Eleven times.” (Said in the waiting room.)", "I told it. Eleven times."),
    ("A nurse: \"We cannot give a home.\"", "We cannot give a home."),
    ("“One two three.” And then “four five six.”", "One two three.\n\nfour five six."),
    ("They call it “the slope”.", ""),
    ("They find the room loud.", ""),
])  # fmt: skip
def test_what_somebody_is_quoted_as_saying_is_found_in_a_text(text, quoted):
    assert own_words(text) == quoted


@given(st.text(alphabet="abc ", min_size=1))
def test_a_text_without_quotation_marks_quotes_nobody(text):
    assert own_words(text) == ""
