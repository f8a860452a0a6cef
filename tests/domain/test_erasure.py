"""Struck out is gone: however it was spaced, and whatever it was made of."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.erasure import STRUCK, StrikeOut, check_reason, pattern_for, without
from scrutineer.domain.text import clean

SEPARATORS = st.sampled_from(["", " ", "  ", "-", "\u00a0", "\n", "\u2011", "–", "\u200b", "\u00ad"])
LONG_ENOUGH = st.text(min_size=4, max_size=20).filter(lambda text: sum(map(str.isalnum, clean(text))) >= 4)


def pattern_or_none(words):
    try:
        return pattern_for(words)
    except ValueError:
        return None


@given(LONG_ENOUGH | st.text("truckso[] .*+?(){}|^$\\a", min_size=4), st.text(max_size=30), st.text(max_size=30))
def test_what_was_struck_out_is_found_nowhere(words, before, after):
    pattern = pattern_or_none(words)
    if pattern:
        text = clean(f"{before} {words} {after}{words}")
        assert pattern.search(text)
        assert not pattern.search(without(pattern, text))


@given(LONG_ENOUGH.filter(lambda words: not set("[]") & set(words)))
def test_words_long_enough_are_never_refused_for_their_signs(words):
    assert pattern_or_none(words) or "struck out".find(clean(words).lower().strip()) >= 0


@given(st.text("0123456789", min_size=4, max_size=12), st.data())
def test_digits_are_found_in_any_spacing(digits, data):
    spaced = lambda: "".join(digit + data.draw(SEPARATORS) for digit in digits[:-1]) + digits[-1]  # noqa: E731
    assert without(pattern_for(spaced()), f"no. {spaced()}, seen") == f"no. {STRUCK}, seen"


def test_digits_inside_a_longer_number_are_another_number():
    assert without(pattern_for("999 123 4567"), "1999123456789") == "1999123456789"


@pytest.mark.parametrize("words", ["", "   ", "a b", "Ana", "-- --", "....", "(?:.)*", "9 1-2"])
def test_short_words_are_refused_with_a_sentence(words):
    with pytest.raises(ValueError, match=r"^Type at least 4 letters or digits"):
        pattern_for(words)


@pytest.mark.parametrize("words", ["struck", "OUT STRUCK]", "struck  out", "[name]"])
def test_the_mark_left_behind_cannot_itself_be_looked_for(words):
    with pytest.raises(ValueError, match="square brackets"):
        pattern_for(words)


def test_signs_that_mean_something_to_a_pattern_mean_themselves():
    assert without(pattern_for("a.+b(cd)*$"), "axxb(cd) a.+b(cd)*$ end") == f"axxb(cd) {STRUCK} end"


def test_words_are_found_in_any_case_white_space_and_apostrophe():
    pattern = pattern_for(" mary   o'brien ")
    assert without(pattern, "With MARY\nO’Brien\u00a0there") == f"With {STRUCK}\u00a0there"


def test_words_pasted_with_separate_accents_are_found_as_the_record_keeps_them():
    assert without(pattern_for(unicodedata.normalize("NFD", "Zoë Née")), "Zoë Née") == STRUCK


def test_a_reason_is_given_and_does_not_repeat_the_words():
    pattern = re.compile("9991234567")
    assert [problem.field for problem in check_reason("  ", pattern)] == ["reason"]
    assert [problem.field for problem in check_reason("it was 9991234567", pattern)] == ["reason"]
    assert check_reason("an NHS number typed by mistake", pattern) == []


def test_a_strike_out_without_a_reason_cannot_stand():
    assert [problem.field for problem in StrikeOut().problems()] == ["reason"]
