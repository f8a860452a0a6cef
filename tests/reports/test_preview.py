"""The preview shows the same blocks as Word, and lets nothing through that is not text."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutineer.reports.blocks import Landscape, NumberedList, PageBreak, Paragraph, Table, Text
from scrutineer.reports.markdown import parse
from scrutineer.reports.preview import to_html

TAGS = {"h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "blockquote", "pre", "hr", "br", "table", "thead", "tbody", "tr",
        "th", "td", "b", "i", "code", "a"}


def html_of(text: str) -> str:
    return to_html(parse(text).blocks)


def test_what_is_typed_is_shown():
    assert html_of("# A\n\nb **c** *d* `e`  \nf") == (
        "<h1>A</h1>\n<p>b <b>c</b> <i>d</i> <code>e</code><br>f</p>")


def test_lists_are_nested_and_numbers_begin_where_they_begin():
    assert html_of("Seen:\n- a\n  - b") == "<p>Seen:</p>\n<ul><li>a<ul><li>b</li></ul></li></ul>"
    assert to_html((NumberedList(("a",), start=3),)) == '<ol start="3"><li>a</li></ol>'


def test_raw_html_is_shown_and_not_obeyed():
    assert html_of("<script>x</script> <img src=file:///a> &lt;") == (
        "<p>&lt;script&gt;x&lt;/script&gt; &lt;img src=file:///a&gt; &amp;lt;</p>")


def test_only_allowed_links_are_links():
    assert html_of("[a](https://example.org/?a=b&c)") == '<p><a href="https://example.org/?a=b&amp;c">a</a></p>'
    assert html_of("[a](javascript:x)") == "<p>a (javascript:x)</p>"
    assert to_html((Paragraph((Text("a", link="file:///etc"),)),)) == "<p>a</p>"


def test_a_table_has_a_header_and_says_what_is_empty():
    shown = to_html((Table(("A", "B"), (("1", ""),), caption="Title", empty="Not recorded"),))
    assert "<thead><tr><th" in shown
    assert "Not recorded" in shown
    assert shown.startswith("<p><b>Title</b></p>")


def test_pages_turned_and_broken_are_a_matter_for_word():
    assert to_html((Landscape((Paragraph("a"),)), PageBreak())) == "<p>a</p>\n<hr>"


@given(st.text(st.characters(codec=None)) | st.lists(st.sampled_from(
    ["<b>", "\"", "'", "&", "](https://x.org)", "[", "`", "- ", "| a |\n|---|\n", "> ", "# ", "\n", "x"])).map("".join))
@settings(deadline=None)
def test_whatever_is_typed_becomes_well_formed_html_of_few_tags(text: str):
    closed = re.sub(r"<(hr|br)>", r"<\1/>", html_of(text))
    assert {element.tag for element in ElementTree.fromstring(f"<div>{closed}</div>").iter()} <= TAGS | {"div"}


@pytest.mark.parametrize("text", ["# A\n\n- b\n  1. c\n\n> d\n\n|e|f|\n|-|-|\n|g|h|\n\n```\ni\n```\n\nمرحبا 😀"])
def test_qt_shows_every_word_of_it(text: str, qapp: object):
    from PySide6.QtGui import QTextDocument

    document = QTextDocument()
    document.setHtml(html_of(text))
    assert all(letter in document.toPlainText() for letter in "Abcdefghi😀")


def test_a_table_that_says_how_wide_its_columns_are_keeps_their_shares() -> None:
    table = Table(header=("What", "When"), rows=(("A visit", "May"),), widths=(3, 1))
    html = to_html((table,))
    assert '<th align="left" width="75%">What</th><th align="left" width="25%">When</th>' in html
