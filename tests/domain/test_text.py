"""Text survives whatever is pasted, and comes out as XML and people can read it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from scrutineer.domain.text import clean, counted, first_sentence, listed, one_line, opening

# Everything a clipboard can hold, lone halves of surrogate pairs included, and often what hurts.
HOSTILE = st.characters(categories=["Cc", "Cs", "Zl", "Zp", "Mn"])
NASTY = st.text(st.characters() | HOSTILE | st.sampled_from("\r\n\f\v\x85 a."), max_size=150)


@given(NASTY)
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)
    assert one_line(one_line(text)) == one_line(text)


@given(NASTY)
def test_cleaned_text_is_nfc_and_goes_through_xml_unchanged(text):
    node = etree.Element("t")
    node.text = clean(text)
    assert unicodedata.is_normalized("NFC", node.text)
    assert (etree.fromstring(etree.tostring(node, encoding="utf-8")).text or "") == clean(text)


@pytest.mark.parametrize("plain", ["=cmd|' /C calc'!A0", "👩‍👧 and שלום", "\tindented\n\n- list", "café", "<b> & </b>"])
def test_what_people_really_type_stays_as_it_is(plain):
    assert clean(plain) == plain


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f", "\v", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_becomes_one(end):
    assert clean(f"a{end}b") == "a\nb"
    assert one_line(f" a {end} b ") == "a b"


def test_halves_of_a_surrogate_pair_are_joined_and_lone_ones_go():
    assert clean("\ud83d\ude00") == "😀"
    assert clean("a\ud83db\ude00") == "ab"


def test_control_characters_go_and_letters_with_accents_have_one_form():
    assert clean("a\x00b\x1b\x9fc\ufffe") == "abc"
    assert clean("e\u0301") == "é"


@given(NASTY)
def test_one_line_is_one_line_without_space_at_its_ends(text):
    assert len(one_line(text).splitlines()) <= 1
    assert one_line(text) == one_line(text).strip()


@given(NASTY, st.integers(1, 120))
def test_an_opening_is_never_longer_than_its_limit(text, limit):
    assert len(opening(text, limit)) <= limit


@given(NASTY)
def test_an_opening_is_empty_only_when_the_text_is(text):
    assert bool(opening(text)) == bool(one_line(text.strip().partition("\n")[0]))


def test_an_opening_is_the_first_sentence_or_as_many_whole_words_as_fit():
    assert opening("Good. Better.") == "Good"
    assert opening("Is it so? I wonder.") == "Is it so?"
    assert opening("Version 2.1 of the plan\nand more") == "Version 2.1 of the plan"
    assert opening("aaaa bbbb cccc", 10) == "aaaa bbbb…"
    assert opening("aaaa bbbb cccc", 9) == "aaaa…"
    assert opening("aaaa, bbbb cccc", 8) == "aaaa…"
    assert opening("Extraordinarily", 6) == "Extra…"
    assert opening("...") == "..."


def test_lists_and_numbers_read_as_english():
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ("a", "b", "c"))] == ["", "a", "a and b", "a, b and c"]
    assert [counted(n, "challenge") for n in (0, 1, 2000)] == ["0 challenges", "1 challenge", "2,000 challenges"]
    assert counted(2, "party", "parties") == "2 parties"


def test_a_quotation_that_is_cut_loses_the_mark_that_nobody_closes():
    assert opening("“I told it. Eleven times.”") == "I told it"
    assert opening("“I told it.” Eleven times.") == "“I told it.” Eleven times"
    assert opening("They call it “the slope”. Often.") == "They call it “the slope”"


@pytest.mark.parametrize(("text", "first"), [
    ("They ring back. Each evening.", "They ring back."), ("No stop at all\nNext line.", "No stop at all"),
    ("“I told it. Eleven times.” She left.", "“I told it. Eleven times.” She left."),
    ("Is it so? Yes.", "Is it so?"), ("Of 3.5 days", "Of 3.5 days"), ("", ""),
])  # fmt: skip
def test_the_first_sentence_keeps_its_stop(text, first):
    assert first_sentence(text) == first
