"""What may stand in a document, and what may be followed from it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from scrutineer.reports.characters import LONGEST_ADDRESS, printable, safe_address


@given(st.text(st.characters(codec=None)))
def test_whatever_is_typed_becomes_text_that_xml_allows(text: str):
    element = etree.Element("x")
    element.text = printable(text)
    assert etree.fromstring(etree.tostring(element)).text == (printable(text) or None)


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))))
def test_honest_text_is_left_alone(text: str):
    assert printable(text) == text


def test_control_characters_and_lone_surrogates_go_and_emoji_and_right_to_left_stay():
    assert printable("a\x00b\x08c\ud800d\ufffe") == "abcd"
    assert printable("👩‍👧 שלום مرحبا") == "👩‍👧 שלום مرحبا"


def test_every_kind_of_line_end_is_a_newline():
    assert printable("a\r\nb\rc\vd\fe\u2028f\x85g") == "a\nb\nc\nd\ne\nf\ng"


@pytest.mark.parametrize("address", [
    "https://www.gov.uk/guidance", "http://example.org:8080/a?b=c#d", "mailto:office@example.org",
    "mailto:office@example.org?subject=A", "HTTPS://EXAMPLE.ORG",
])
def test_honest_addresses_are_kept(address: str):
    assert safe_address(address) == address


@pytest.mark.parametrize("address", [
    "", "javascript:alert(1)", "file:///etc/passwd", "//host/share", "\\\\host\\share", "data:text/html,x", "ftp://x.org",
    "https://", "https://[::1", "https://user:secret@example.org/", "https://exa mple.org", "mailto:nobody",
    "java\x00script:alert(1)", " vbscript:x", "https://example.org/" + "a" * LONGEST_ADDRESS,
])
def test_other_addresses_are_none(address: str):
    assert safe_address(address) == ""


@given(st.text(st.characters(codec=None)))
def test_an_address_is_always_plain_ascii_that_word_accepts(rest: str):
    assert re.fullmatch(r"(?:https://example\.org/(?:[!#$&'()*+,/:;=?@~\w.-]|%[0-9A-Fa-f]{2})*)?",
                        safe_address("https://example.org/" + rest), re.ASCII)
