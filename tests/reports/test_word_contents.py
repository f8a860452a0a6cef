"""Contents that are right before anybody presses F9."""

from __future__ import annotations

from collections import defaultdict

from scrutineer.reports.blocks import Contents, Document, Heading, Landscape, Paragraph, settled
from scrutineer.reports.word_contents import bookmarked, contents_xml, entries
from tests.reports.reading import W, element, words_of

STYLES = defaultdict(lambda: "Style")
LISTED = entries(settled(Document("T", (
    Heading("One"), Heading("Deeper", 2), Heading("Deepest", 3), Heading("Two"), Paragraph("x"),
    Landscape((Heading("Appendix", numbered=False),))))))


def test_headings_are_listed_in_order_with_the_numbers_that_word_will_give_them():
    assert [(entry.number, entry.words) for entry in LISTED] == [
        ("1", "One"), ("", "Deeper"), ("", "Deepest"), ("2", "Two"), ("", "Appendix")]


def test_only_the_levels_asked_for_are_shown():
    found = element(contents_xml(Contents(2), LISTED, STYLES))
    assert [words_of(line) for line in found] == ["Contents", "1\tOne", "Deeper", "2\tTwo", "Appendix"]


def test_the_field_begins_once_and_ends_once_and_asks_for_no_page_numbers():
    found = element(contents_xml(Contents(2), LISTED, STYLES))
    assert [mark.get(f"{W}fldCharType") for mark in found.iter(f"{W}fldChar")] == ["begin", "separate", "end"]
    (instruction,) = found.iter(f"{W}instrText")
    assert instruction.text.split() == ["TOC", "\\o", '"1-2"', "\\n", "\\h", "\\z", "\\u"]


def test_every_entry_leads_to_a_bookmark():
    shown = element(contents_xml(Contents(4), LISTED, STYLES))
    links = {link.get(f"{W}anchor") for link in shown.iter(f"{W}hyperlink")}
    marks = {element(bookmarked("", entry.bookmark))[0].get(f"{W}name") for entry in LISTED}
    assert links == marks
    assert len(marks) == len(LISTED)


def test_a_document_without_headings_has_no_contents():
    assert contents_xml(Contents(), (), STYLES) == ""
