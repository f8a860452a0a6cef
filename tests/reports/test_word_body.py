"""Each block in its style, wherever it stands."""

from __future__ import annotations

from typing import Any

from scrutineer.reports.blocks import (
    Block,
    BulletList,
    Code,
    Contents,
    Document,
    Heading,
    Landscape,
    NumberedList,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from scrutineer.reports.word_body import Body
from scrutineer.reports.word_numbering import Numbering
from scrutineer.reports.word_text import Ink
from tests.reports.reading import W, element, value, words_of


class Names(dict[str, str]):
    """Style ids that are the names themselves, so that a test can be read."""

    def __missing__(self, name: str) -> str:
        return name


def stretches(*blocks: Block, **told: Any):
    body = Body(Names(), Numbering(), Ink(lambda address: "", "Hyperlink", "Inline Code"))
    return body.stretches(Document("The title", blocks, **told))


def styled(*blocks: Block, **told: Any) -> list[tuple[str | None, str]]:
    """Style and words of every paragraph after the title."""
    xml = "".join(stretch.xml for stretch in stretches(*blocks, **told))
    found = [(value(paragraph, "pPr/pStyle"), words_of(paragraph)) for paragraph in element(xml).iter(f"{W}p")]
    assert found[0] == ("Title", "The title")
    return found[1:]


def test_text_quotes_and_code_have_the_styles_of_word():
    assert styled(Paragraph("a"), Quote("b"), Code("c\nd"), Rule()) == [
        ("Body Text", "a"), ("Quote", "b"), ("Plain Text", "c\nd"), ("Body Text", "")]


def test_the_words_that_lead_to_a_list_or_a_quotation_stay_with_it():
    led = stretches(Paragraph("Alone."), Paragraph("What you did:", numbered=True), BulletList(("One.",)),
                    Paragraph("In their words:"), Quote("Yes."))
    body = element("".join(stretch.xml for stretch in led))
    kept = [words_of(one) for one in body.iter(f"{W}p") if one.find(f"{W}pPr/{W}keepNext") is not None]
    assert kept == ["What you did:", "In their words:"]


def test_a_subtitle_follows_the_title():
    assert styled(subtitle="Partnership") == [("Subtitle", "Partnership")]


def test_numbered_paragraphs_stand_under_numbered_headings():
    assert styled(Heading("One"), Paragraph("a", numbered=True), Heading("Two", 2)) == [
        ("Heading 1", "One"), ("Numbered Paragraph", "a"), ("Heading 2", "Two")]
    assert styled(Heading("One"), Paragraph("a", numbered=True), numbered=False)[1] == ("Body Text", "a")


def test_a_heading_without_a_number_leaves_the_list_of_chapters():
    xml = stretches(Heading("One"), Heading("Appendix", numbered=False))[0].xml
    _, one, appendix = element(xml).iter(f"{W}p")
    assert value(one, "pPr/numPr/numId") is None
    assert value(appendix, "pPr/numPr/numId") == "0"


def test_lists_go_down_the_list_styles_level_by_level():
    deep: Block = BulletList(("f",))
    for words in "edcba":
        deep = BulletList(((Paragraph(words), deep),))
    assert [style for style, _ in styled(deep)] == [
        "List Bullet", "List Bullet 2", "List Bullet 3", "List Bullet 4", "List Bullet 5", "List Bullet 5"]


def test_what_follows_in_an_item_stands_beneath_it():
    item = (Paragraph("a"), Paragraph("b"), NumberedList(("c",)), Quote("d"))
    assert styled(BulletList((item,))) == [
        ("List Bullet", "a"), ("List Continue", "b"), ("List Number 2", "c"), ("Quote", "d")]


def test_an_item_that_begins_with_no_paragraph_still_bears_its_mark():
    assert styled(BulletList(((Code("a"),), ""))) == [("List Bullet", ""), ("Plain Text", "a"), ("List Bullet", "")]


def test_each_numbered_list_is_a_list_of_its_own():
    nested = NumberedList(("a", (Paragraph("b"), NumberedList(("c",)))))
    xml = stretches(nested, Paragraph("-"), NumberedList(("d",)))[0].xml
    numbers = [value(paragraph, "pPr/numPr/numId") for paragraph in element(xml).iter(f"{W}p")]
    a, b, c, d = (number for number in numbers if number)
    assert a == b
    assert len({a, c, d}) == 3


def test_cells_hold_blocks_in_the_styles_of_a_table():
    cell = (Paragraph("a"), BulletList(("b",)), Heading("c"), Quote("d"), Table(("e",), (("f",),)), PageBreak(),
            Contents())
    assert styled(Table(("H",), ((cell,),), caption="T")) == [
        ("Caption", "T"), ("Table Heading", "H"), ("Table Text", "a"), ("Table List", "b"), ("Table Text", "c"),
        ("Table Text", "d"), ("Table Text", "e"), ("Table Text", "f"), (None, "")]


def test_a_heading_within_a_quote_is_a_bold_line():
    xml = stretches(Quote((Heading("a"),)))[0].xml
    assert element(xml)[1].find(f"{W}r/{W}rPr/{W}b") is not None
    assert styled(Quote((Heading("a"),))) == [("Quote", "a")]


def test_wide_tables_get_the_width_of_a_page_turned():
    table = Table(("a",), (("b",),))
    upright, turned, after = stretches(table, Landscape((table,)), Paragraph("c"))
    assert [upright.landscape, turned.landscape, after.landscape] == [False, True, False]
    widths = [value(element(stretch.xml), "tbl/tblPr/tblW", "w") for stretch in (upright, turned)]
    assert widths == ["9638", "14570"]


def test_a_page_break_breaks_the_page():
    xml = stretches(PageBreak(), Paragraph("a"))[0].xml
    assert [node.get(f"{W}type") for node in element(xml).iter(f"{W}br")] == ["page"]


def test_headings_bear_bookmarks_only_where_there_are_contents():
    assert "bookmarkStart" not in stretches(Heading("a"))[0].xml
    assert stretches(Contents(), Heading("a"), Landscape((Heading("b"),)))[0].xml.count("bookmarkStart") == 1
