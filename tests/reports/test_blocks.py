"""Documents as data: levels, numbers and words, before anybody decides how they look."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.reports.blocks import (
    BulletList,
    Code,
    Document,
    Heading,
    Landscape,
    Paragraph,
    Quote,
    Table,
    Text,
    as_blocks,
    cover_table,
    lines_of,
    numbered,
    plain_words,
    settled,
    shifted,
    texts,
)


def _levels(blocks: tuple) -> list[int]:
    return [block.level for block in blocks if isinstance(block, Heading)]


@given(st.lists(st.integers(1, 9)), st.integers(0, 3))
def test_no_heading_skips_a_level_wherever_it_is_put(levels: list[int], by: int):
    found = _levels(shifted(tuple(Heading("x", level) for level in levels), by))
    before = by
    for level in found:
        assert by < level <= max(before + 1, by + 1)
        assert level <= 4 or by >= 4
        before = level


def test_levels_that_skip_nothing_are_left_alone():
    blocks = tuple(Heading("x", level) for level in (1, 2, 3, 2, 1, 2))
    assert shifted(blocks) == blocks


def test_a_heading_typed_too_deep_is_raised_and_its_siblings_stay_siblings():
    blocks = tuple(Heading("x", level) for level in (3, 3, 2, 4))
    assert _levels(shifted(blocks, 1)) == [2, 2, 2, 3]


def test_levels_go_on_counting_into_landscape_pages():
    (_, turned) = shifted((Heading("a"), Landscape((Heading("b", 4),))))
    assert _levels(turned.blocks) == [2]


def test_only_paragraphs_become_numbered():
    blocks = (Paragraph("a"), BulletList(("b",)), Quote("c"))
    assert numbered(blocks) == (Paragraph("a", numbered=True), *blocks[1:])


def test_a_paragraph_is_numbered_only_under_a_numbered_heading():
    blocks = (Paragraph("before", numbered=True), Heading("One"), Paragraph("1.1", numbered=True),
              Heading("Appendix", numbered=False), Paragraph("after", numbered=True))
    paragraphs = [block.numbered for block in settled(Document("T", blocks)) if isinstance(block, Paragraph)]
    assert paragraphs == [False, True, False]


def test_numbering_can_be_switched_off_for_the_whole_document():
    blocks = settled(Document("T", (Heading("One"), Paragraph("x", numbered=True)), numbered=False))
    assert not any(block.numbered for block in blocks)


def test_a_table_whose_rows_do_not_fit_its_header_is_refused_at_once():
    with pytest.raises(ValueError, match="2 parts"):
        Table(("a", "b"), (("only one",),))
    with pytest.raises(ValueError, match="2 parts"):
        Table(("a", "b"), (), widths=(1,))


def test_a_cover_table_has_labels_and_details():
    table = cover_table((("Meeting", "Executive"), ("Author", (Text("X", bold=True),))))
    assert table.row_headers
    assert len(table.header) == 2


def test_words_may_be_a_string_or_runs():
    assert texts("a") == (Text("a"),)
    assert texts("") == ()
    assert plain_words((Text("a "), Text("b", bold=True))) == "a b"


def test_content_is_words_or_blocks_and_blank_words_are_nothing():
    assert as_blocks("a") == (Paragraph("a"),)
    assert as_blocks((Text("a"),)) == (Paragraph((Text("a"),)),)
    assert as_blocks((Code("x"),)) == (Code("x"),)
    assert as_blocks("  ") == as_blocks((Text(" "),)) == as_blocks(()) == ()


def test_every_line_that_a_reader_sees_is_found():
    blocks = (Heading("a"), Paragraph("b"), BulletList(("c", (Paragraph("d"), BulletList(("e",))))), Quote("f"),
              Code("g\nh"), Landscape((Table(("i",), (("j",),), caption="k"),)))
    assert sorted(lines_of(blocks)) == list("abcdefghijk")


def test_a_sample_says_so_in_its_title():
    assert Document("Paper", (), sample=True).full_title == "SAMPLE: Paper"
    assert Document("Paper", ()).full_title == "Paper"
