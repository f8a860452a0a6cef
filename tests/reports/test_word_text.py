"""Runs, links and paragraphs as WordprocessingML."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scrutineer.reports.blocks import Text
from scrutineer.reports.characters import printable
from scrutineer.reports.word_text import Ink, attribute, field, paragraph, run, runs, spacer
from tests.reports.reading import W, element, value, words_of

INK = Ink(lambda address: "rId7" if address.startswith("https") else "", "Linked", "Coded")


@given(st.text(st.characters(codec=None)))
def test_any_text_comes_out_as_it_may_be_printed(text: str):
    assert words_of(element(run(text))) == printable(text)


@given(st.text(st.characters(codec=None)))
def test_any_text_can_be_an_attribute(text: str):
    assert element(f"<x a={attribute(text)}/>")[0].get("a") == printable(text).replace("\n", " ").replace("\t", " ")


def test_bold_italic_and_code_are_properties_in_schema_order():
    (found,) = element(runs((Text("a", bold=True, italic=True, code=True),), INK))
    assert [child.tag.removeprefix(W) for child in found[0]] == ["rStyle", "b", "i"]
    assert value(found, "rPr/rStyle") == "Coded"


def test_neighbours_with_one_address_are_one_link():
    linked = (Text("b", link="https://x.org"), Text("c", bold=True, link="https://x.org"))
    found = element(runs((Text("a "), *linked), INK))
    assert [child.tag.removeprefix(W) for child in found] == ["r", "hyperlink"]
    assert words_of(found[1]) == "bc"
    assert value(found[1], "r/rPr/rStyle") == "Linked"


def test_an_address_that_may_be_no_link_is_words_alone():
    found = element(runs((Text("a", link="javascript:x"),), INK))
    assert [child.tag.removeprefix(W) for child in found] == ["r"]


def test_line_breaks_and_tabs_are_words_own():
    assert words_of(element(runs("a\nb\tc", INK))) == "a\nb\tc"
    assert runs("", INK) == ""


def test_a_paragraph_has_its_style_first():
    found = element(paragraph("BodyText", run("a"), "<w:keepNext/>"))[0]
    assert [child.tag.removeprefix(W) for child in found[0]] == ["pStyle", "keepNext"]


def test_a_spacer_takes_only_its_own_height():
    assert value(element(spacer(160)), "p/pPr/spacing", "line") == "160"


def test_a_field_carries_its_last_result():
    assert words_of(element(field("PAGE", "3"))) == "3"
