"""Eight families, each form in one of them, each with a short form; the gap in words, never as a rank."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.activity import ActivityType
from scrutineer.domain.activity_form import (
    Family,
    Grading,
    Prompt,
    Reading,
    aspects_of,
    family_of,
    forms_of,
    is_graded,
    is_read,
    prompts_of,
)


def test_there_are_eight_families_and_every_form_is_in_exactly_one():
    assert len(Family) == 8
    listed = [form for family in Family for form in forms_of(family)]
    assert sorted(listed) == sorted(ActivityType)
    assert all(form in forms_of(family_of(form)) for form in ActivityType)


def test_every_prompt_is_asked_by_some_form_and_every_form_asks_something():
    asked = {prompt for form in ActivityType for prompt in prompts_of(form)}
    assert asked == set(Prompt)
    assert all(prompts_of(form) for form in ActivityType)


def test_an_appreciative_inquiry_asks_the_five_ds_in_order_and_a_workshop_its_own():
    five = [prompt.label.partition(":")[0] for prompt in prompts_of(ActivityType.APPRECIATIVE_INQUIRY)]
    assert five == ["Define", "Discover", "Dream", "Design", "Destiny"]
    assert prompts_of(ActivityType.WORKSHOP) == (Prompt.FACILITATOR, Prompt.WORKED_ON, Prompt.CAME_OF_IT)


def test_a_disagreement_ends_with_what_they_agreed_never_with_a_verdict():
    assert prompts_of(ActivityType.ESCALATION_MEDIATION) == (Prompt.QUESTION, Prompt.ADVICE, Prompt.AGREED)


def test_audits_and_self_assessments_are_graded_and_only_data_is_read():
    graded = {family_of(form) for form in ActivityType if is_graded(form)}
    assert graded == {Family.AUDIT, Family.SELF_ASSESSMENT}
    assert {family_of(form) for form in ActivityType if is_read(form)} == {Family.DATA}


@pytest.mark.parametrize(("own", "moderated", "words"), [
    ("3", "2", "moderated 1 lower"), ("2", "4", "moderated 2 higher"), ("3", "3", "moderated as graded"),
    ("Good", "good", "moderated as graded"), ("Good", "Requires improvement", "moderated otherwise"),
    ("3", "", ""), ("", "2", ""), (" ", "2", ""), ("3.5", "3", "moderated otherwise"),
])
def test_the_gap_is_said_in_words(own, moderated, words):
    assert Grading(own=own, moderated=moderated).gap_in_words == words


@given(st.integers(-9, 99), st.integers(-9, 99))
def test_the_gap_is_what_moderation_added(own, moderated):
    assert Grading(own=str(own), moderated=f" {moderated} ").gap == moderated - own


def test_a_self_assessment_is_held_against_eight_standards():
    assert len(aspects_of(ActivityType.SECTION_11_REVIEW)) == 8
    assert "Voice of the child" in aspects_of(ActivityType.MULTI_AGENCY_AUDIT)


def test_a_row_in_which_nothing_was_typed_is_blank():
    assert Grading(agency_id="a", aspect=" ", own=" ").is_blank
    assert not Grading(aspect="Voice of the child").is_blank
    assert not Grading(comment="Rich examples.").is_blank
    assert Reading(agency_id="a").is_blank
    assert not Reading(value="61 %").is_blank
