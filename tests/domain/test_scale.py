"""Scales are data; two words belong to each of them and mean different things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer import resources
from scrutineer.domain.assurance import Direction
from scrutineer.domain.scale import NOT_ASSESSED, SIGNS, UNABLE, MalformedScale, Rating, kinds_missing, parse

GOOD = """
code = "A"
title = "T"
source = "S"
[[ratings]]
code = "well"
word = "Well"
definition = "It works."
sign = "good"
kinds = 3
[[ratings]]
code = "badly"
word = "Badly"
definition = "It does not."
sign = "serious"
"""
SCALE = parse(GOOD, "a.toml")


@pytest.mark.parametrize("path", sorted(resources.path("scales").glob("*.toml")), ids=lambda path: path.stem)
def test_the_best_word_of_each_scale_that_comes_with_the_program_names_the_kinds_it_asks_for(path):
    scale = parse(path.read_bytes(), path.name)
    best, *rest = scale.ratings
    assert (best.kinds, best.sign) == (3, "good")
    assert "at least three kinds of source" in best.definition
    assert not any(one.kinds for one in rest)
    assert scale.ratings[-2:] == (NOT_ASSESSED, UNABLE)
    assert len({one.sign for one in scale.ratings}) == len(scale.ratings)
    assert {one.sign for one in scale.ratings} <= set(SIGNS)


def test_nothing_looked_at_and_no_view_formed_are_two_words_with_two_signs():
    assert NOT_ASSESSED.word != UNABLE.word
    assert (NOT_ASSESSED.sign, UNABLE.sign) == ("none", "unknown")
    assert SCALE.has(NOT_ASSESSED.code)
    assert SCALE.has(UNABLE.code)


def test_a_code_that_the_scale_does_not_have_is_shown_as_it_stands():
    assert not SCALE.has("gone")
    assert SCALE.rating("gone") == Rating("gone", "gone", "", "unknown")


@pytest.mark.parametrize(("wrong", "right", "says"), [
    ('sign = "good"', 'sign = "green"', "ratings, number 1, sign: “green” should be one of good, fair,"),
    ('kinds = 3', 'kinds = 30', "ratings, number 1, kinds: this should be a whole number from 0 to 5."),
    ('code = "badly"', 'code = "well"', "the file, ratings: the code “well” stands there more than once."),
    ('code = "badly"', 'code = "not_assessed"', "the file, ratings: the code “not_assessed” stands there more than"),
    ('definition = "It works."', "", "ratings, number 1, definition: this is missing."),
    ('title = "T"', "title = ", ", line 3: "),
])  # fmt: skip
def test_a_mistake_is_said_with_its_place(wrong: str, right: str, says: str):
    with pytest.raises(MalformedScale) as refusal:
        parse(GOOD.replace(wrong, right, 1), "a.toml")
    assert says in str(refusal.value)


@given(st.sampled_from(["well", "badly", "not_assessed", "insufficient_evidence", "gone"]),
       st.sampled_from(["well", "badly", "not_assessed", "insufficient_evidence", "gone"]))  # fmt: skip
def test_only_from_one_word_of_goodness_to_another_is_there_a_direction(before: str, now: str):
    expected = {("well", "badly"): Direction.DECLINING, ("badly", "well"): Direction.IMPROVING}
    assert SCALE.direction(before, now) is expected.get((before, now), Direction.STEADY)


@given(st.integers(0, 5), st.lists(st.sampled_from(["data", "survey", "joint audit"]), unique=True))
def test_kinds_are_missing_exactly_when_there_are_fewer_than_the_word_asks_for(wanted: int, kinds: list[str]):
    sentence = kinds_missing(Rating("r", "R", "d", "good", wanted), kinds)
    assert bool(sentence) == (len(kinds) < wanted)
    assert all(kind in sentence for kind in kinds) or not sentence
