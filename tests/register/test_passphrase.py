from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutineer import resources
from scrutineer.register import passphrase
from scrutineer.register.passphrase import strength, suggest


@pytest.mark.parametrize(
    "weak", ["", "Password1!", "Safeguarding2026", "Summer2026!", "qwertyuiop", "aaaaaaaaaaaa", "12032026"]
)
def test_what_is_soon_guessed_is_refused_with_advice(weak: str) -> None:
    found = strength(weak)
    assert not found.is_enough
    assert "four words" in found.advice


def test_words_that_do_not_belong_together_are_enough_and_need_no_advice() -> None:
    found = strength("otter-lantern-gravel-plum")
    assert found.is_enough
    assert found.label == "very strong"
    assert found.advice == ""


def test_what_is_known_of_a_person_makes_it_weaker() -> None:
    words = "Exampleshire partnership"
    assert strength(words, ["Exampleshire", "partnership"]).score < strength(words).score


def test_what_looks_like_a_raw_key_is_refused() -> None:
    found = strength(f"x'{'0f' * 32}'")
    assert not found.is_enough
    assert "raw key" in found.advice


def test_only_the_first_72_characters_are_judged() -> None:
    assert strength("a" * 5000).score == strength("a" * 72).score


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120))
def test_anything_typed_has_a_strength_and_advice_unless_it_is_enough(typed: str) -> None:
    found = strength(typed)
    assert 0 <= found.score <= 4
    assert bool(found.advice) is not found.is_enough


def test_a_suggestion_is_four_words_of_our_list_and_always_enough() -> None:
    words = set(resources.path("words.txt").read_text(encoding="utf-8").split())
    for _ in range(20):
        suggested = suggest()
        parts = suggested.split("-")
        assert len(parts) == 4
        assert set(parts) <= words
        assert strength(suggested).is_enough


def test_the_list_holds_plain_words_enough_and_none_twice() -> None:
    words = passphrase._words()
    assert len(words) == len(set(words)) >= 1000
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 12 for word in words)
