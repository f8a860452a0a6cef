"""A narrative is read once, nothing in it is lost, and nothing can hold the program up."""

from __future__ import annotations

import re
import subprocess
import sys
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutineer.reports.blocks import (
    Blocks,
    BulletList,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Table,
    Text,
    as_blocks,
    lines_of,
)
from scrutineer.reports.markdown import LONGEST, parse, plain


def words_of(text: str) -> tuple[Text, ...]:
    (paragraph,) = parse(text).blocks
    assert isinstance(paragraph, Paragraph)
    return paragraph.words


def links_of(blocks: Blocks) -> set[str]:
    """Every address behind any words, however deep."""
    return set(re.findall(r"link='([^']*)'", repr(blocks))) - {""}


def test_bold_italic_and_code_are_runs():
    assert words_of("a **b *c*** `d`") == (
        Text("a "), Text("b ", bold=True), Text("c", bold=True, italic=True), Text(" "), Text("d", code=True))


def test_two_spaces_at_the_end_of_a_line_break_it_and_a_line_end_alone_does_not():
    assert words_of("a  \nb\nc") == (Text("a\nb c"),)


def test_raw_html_is_text():
    assert words_of("<b>x</b> &amp; <!-- y --> <script>z</script>") == (
        Text("<b>x</b> &amp; <!-- y --> <script>z</script>"),)
    assert list(lines_of(parse("<div>\n\nInside *it*\n\n</div>").blocks)) == ["<div>", "Inside it", "</div>"]


def test_code_is_shown_as_it_was_typed():
    assert words_of("`<b>&amp;\\*`") == (Text("<b>&amp;\\*", code=True),)


def test_escaped_marks_are_marks():
    assert words_of(r"\*a\* \[b\] \_c\_ \| \#") == (Text("*a* [b] _c_ | #"),)


def test_links_keep_their_manner_and_lose_neither_title_nor_address():
    assert words_of('[see **this**](https://example.org/a_b "Title")') == (
        Text("see ", link="https://example.org/a_b"), Text("this", bold=True, link="https://example.org/a_b"),
        Text(" (Title)"))
    assert words_of("<https://example.org> <office@example.org>") == (
        Text("https://example.org", link="https://example.org"), Text(" "),
        Text("office@example.org", link="mailto:office@example.org"))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "//host/share", "data:text/html,x"])
def test_any_other_link_is_its_words_and_its_address_in_brackets(address: str):
    assert words_of(f"[words]({address})") == (Text(f"words ({address})"),)


def test_a_link_without_words_shows_its_address_and_a_picture_its_description():
    assert words_of("[](https://example.org)") == (Text("https://example.org", link="https://example.org"),)
    assert words_of("![A chart](file:///secret.png)") == (Text("A chart (file:///secret.png)"),)


def test_headings_begin_at_one_and_skip_nothing():
    blocks = parse("### a\n\n##### b\n\n# c").blocks
    assert [block.level for block in blocks if isinstance(block, Heading)] == [1, 2, 1]


def test_nothing_typed_gives_no_blocks():
    assert parse("").blocks == parse(" \n\n ").blocks == ()


def test_plain_text_of_a_narrative_is_one_line():
    assert plain("**Strong**:\n- a\n- b\n\n[c](https://example.org)") == "Strong: a b c"
    assert plain("nothing to read\nhere ") == "nothing to read here"
    assert plain("") == ""


def test_a_text_too_long_to_read_stands_as_it_was_typed():
    text = "**word** and\nline\n\n" * (LONGEST // 10)
    blocks, is_plain = parse(text)
    assert is_plain
    assert blocks[0] == Paragraph("**word** and\nline")
    assert "".join("".join(lines_of(blocks)).split()) == "".join(text.split())


def test_reading_that_takes_too_long_leaves_the_text_as_it_was_typed():
    assert parse("- a\n- b", seconds=-1) == ((Paragraph("- a\n- b"),), True)


HOSTILE = {
    "brackets": "[" * 20_000, "links": "[x](" * 10_000, "pictures": "![" * 20_000, "closed brackets": "[]" * 20_000,
    "nested links": "[" * 3_000 + "x" + "](https://x.org)" * 3_000, "half links": "[a](b '" * 9_000,
    "stars": "*a " * 60_000, "pairs of stars": "*a* " * 45_000, "three stars": "***a*b** " * 20_000,
    "lines": "_a " * 60_000, "ticks": "`" * 100_000 + " " + "` " * 40_000,
    "growing ticks": "".join("`" * (n % 200 + 1) + " " for n in range(1_800)), "backslashes": "\\" * 190_000,
    "angles": "<a" * 90_000, "addresses": "<a@" * 60_000, "autolinks": "<http://" * 24_000, "breaks": "a  \n" * 45_000,
    "tiny paragraphs": "a\n\n" * 60_000, "tiny items": "- a\n" * 45_000, "kinds of list": "- a\n1. b\n" * 20_000,
    "headings": "# a\n" * 45_000, "underlined": "a\n---\n" * 30_000, "rules": "---\n" * 45_000, "dashes": "- " * 90_000,
    "quotes": ">" * 190_000, "stairs of quotes": "\n".join(">" * n + " a" for n in range(600)),
    "stairs of items": "\n".join("  " * n + "- a" for n in range(440)), "fences": "```\n" * 45_000,
    "fences of two kinds": "```\n~~~\n" * 22_000, "small tables": "|a|b|\n|-|-|\n\n" * 14_000,
    "large table": "|a|b|\n|-|-|\n" + "|x|y|\n" * 30_000, "bars": "|" * 190_000 + "\n" + "|-" * 50,
    "blanks": "# a" + " " * 190_000 + "b", "blank lines": "\n" * 190_000, "equals": "a\n" + "=" * 190_000,
    "entities": "&a;" * 60_000, "right to left": "שלום *" * 30_000, "surrogates": "\ud800*" * 90_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_or_left_in_bounded_time(text: str):
    began = perf_counter()
    parse(text)
    assert perf_counter() - began < 4      # two on the machine where it was measured


def test_the_worst_of_the_hostile_texts_is_given_up_before_it_is_begun():
    began = perf_counter()
    assert parse(HOSTILE["brackets"]).plain
    assert parse(HOSTILE["nested links"]).plain
    assert perf_counter() - began < 1


def test_a_long_and_honest_text_is_read():
    text = ("The panel met *twice* and heard from **three** teams, as in [the minutes](https://example.org). " * 6
            + "\n\n- a strength\n- a question\n\n") * 300
    assert LONGEST * 0.8 < len(text) < LONGEST
    assert not parse(text).plain


PIECES = st.sampled_from([
    "[", "](", ")", "]", "!", "*", "**", "***", "_", "__", "`", "``", "```\n", "~~~\n", "> ", "- ", "1. ", "2) ", "# ",
    "#### ", "|", "|---|---|\n", "\n", "\n\n", "  \n", "  ", "    ", "\t", "<b>", "</div>", "<!--", "&amp;", "\\", "\"",
    "https://example.org", "javascript:", "---\n", "===\n", "<office@example.org>", "\x02", "\x03", "\u200f", "😀",
])
TEXT = st.lists(PIECES | st.text("abcdefghij", min_size=3, max_size=8)).map("".join)


@given(TEXT)
@settings(max_examples=300, deadline=None)
def test_no_word_is_lost_whatever_is_typed(text: str):
    blocks = parse(text).blocks
    seen = "\n".join([*lines_of(blocks), *links_of(blocks)])
    assert [word for word in re.findall("[a-j]{3,}", text) if word not in seen] == []


@given(TEXT | st.text(st.characters(codec=None)))
@settings(max_examples=200, deadline=None)
def test_whatever_is_typed_becomes_blocks_that_stand_where_they_may(text: str):
    def check(blocks: Blocks, *, top: bool) -> None:
        for block in blocks:
            match block:
                case Heading():
                    assert top
                case Quote():
                    check(as_blocks(block.content), top=False)
                case BulletList() | NumberedList():
                    for item in block.items:
                        check(as_blocks(item), top=False)
                case Table():
                    assert all(len(row) == len(block.header) for row in block.rows)

    blocks = parse(text).blocks
    check(blocks, top=True)
    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff]", "".join(lines_of(blocks)))
    assert all(link.startswith(("https://", "mailto:")) for link in links_of(blocks))


def test_markdown_is_loaded_only_when_something_is_read():
    code = ("import sys, scrutineer.reports.markdown, scrutineer.reports.word, scrutineer.reports.saving,"
            " scrutineer.reports.preview; print({'markdown', 'docx', 'lxml'} & set(sys.modules))")
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"
