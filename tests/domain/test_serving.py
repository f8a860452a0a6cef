"""What is offered follows from whom the partnership serves."""

from __future__ import annotations

import pytest

from scrutineer.domain.activity import THEMES, ActivityType, AskedBy, LedBy
from scrutineer.domain.challenge import ImpactLevel
from scrutineer.domain.learning import Whose
from scrutineer.domain.organisation import Serves
from scrutineer.domain.recommendation import RecommendationSource as Source
from scrutineer.domain.serving import label_for, no_names, served, sources_for, themes_for, whose_for


def test_a_childrens_partnership_is_offered_what_it_always_was():
    assert themes_for(Serves.CHILDREN) == THEMES
    assert Source.LCSPR in sources_for(Serves.CHILDREN)
    assert Source.SAR not in sources_for(Serves.CHILDREN)
    assert Whose.ADULT not in whose_for(Serves.CHILDREN)
    for terms in (ActivityType, AskedBy, LedBy, ImpactLevel, Whose):
        assert all(label_for(term, Serves.CHILDREN) == term.label for term in terms)


def test_a_partnership_for_adults_has_their_reviews_themes_and_voices():
    assert "Self-neglect and hoarding" in themes_for(Serves.ADULTS)
    assert "Under ones" not in themes_for(Serves.ADULTS)
    assert {Source.SAR, Source.DOMESTIC_ABUSE_REVIEW} <= set(sources_for(Serves.ADULTS))
    assert not {Source.LCSPR, Source.RAPID_REVIEW} & set(sources_for(Serves.ADULTS))
    assert set(whose_for(Serves.ADULTS)) == {Whose.ADULT, Whose.PARENT_CARER, Whose.PRACTITIONER}
    assert label_for(ImpactLevel.DIFFERENCE, Serves.ADULTS) == "4 Difference to adults at risk"


def test_a_partnership_for_all_ages_is_offered_both():
    assert set(sources_for(Serves.ALL_AGES)) == set(Source)
    assert set(whose_for(Serves.ALL_AGES)) == set(Whose)
    assert {"Under ones", "Self-neglect and hoarding"} <= set(themes_for(Serves.ALL_AGES))


@pytest.mark.parametrize("serves", Serves)
def test_a_death_that_domestic_abuse_led_to_concerns_everybody(serves):
    assert Source.DOMESTIC_ABUSE_REVIEW in sources_for(serves)


@pytest.mark.parametrize("serves", Serves)
def test_no_theme_is_offered_twice_and_every_label_keeps_its_rung(serves):
    assert len(set(themes_for(serves))) == len(themes_for(serves))
    assert all(label_for(level, serves)[0] == str(level.rung) for level in ImpactLevel)


def test_beside_words_stands_that_nobody_is_named_and_what_to_do_in_an_emergency():
    assert [served(serves).many for serves in Serves] == ["children", "adults at risk", "people"]
    assert no_names(Serves.CHILDREN) == (
        "Roles and ages, never who: do not record a child’s details here. If a child may be at immediate risk, follow "
        "the procedures now; in an emergency call 999."
    )
    assert "an adult’s details" in no_names(Serves.ADULTS)
