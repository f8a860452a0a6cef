"""Lists, tables, fences and headings as people type them."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

import pytest

from scrutineer.reports.blocks import (
    Block,
    BulletList,
    Code,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Rule,
    Table,
    as_blocks,
    plain_words,
)
from scrutineer.reports.markdown import parse
from scrutineer.reports.markdown_blocks import DEEPEST, Deadline, TooLong


def shape(block: Block) -> Any:
    """A block as bare strings and lists, so that a test can be read."""
    match block:
        case Paragraph():
            return plain_words(block.words)
        case Heading():
            return ("#" * block.level, plain_words(block.words))
        case BulletList() | NumberedList():
            mark = f"{block.start}." if isinstance(block, NumberedList) else "-"
            return [mark, *([shape(inner) for inner in as_blocks(item)] for item in block.items)]
        case Quote():
            return (">", *(shape(inner) for inner in as_blocks(block.content)))
        case Code():
            return ("code", block.text)
        case Table():
            return ("table", [plain_words(words) for words in block.header],
                    *([plain_words(cell) for cell in row] for row in block.rows))
        case Rule():
            return "---"
    return block


def read(text: str) -> list[Any]:
    return [shape(block) for block in parse(text).blocks]


def test_a_list_may_follow_a_line_of_text_directly():
    assert read("We saw:\n- one\n- two") == ["We saw:", ["-", ["one"], ["two"]]]
    assert read("We ask:\n1. one\n2. two") == ["We ask:", ["1.", ["one"], ["two"]]]


@pytest.mark.parametrize("by", [2, 3, 4])
@pytest.mark.parametrize(("mark", "kind"), [("-", "-"), ("*", "-"), ("1.", "1."), ("1)", "1.")])
def test_two_three_or_four_spaces_nest_a_list(by: int, mark: str, kind: str):
    deeper, deepest = " " * by, " " * 2 * by
    text = f"{mark} a\n{deeper}{mark} b\n{deepest}{mark} c\n{deeper}{mark} d\n{mark} e"
    assert read(text) == [[kind, ["a", [kind, ["b", [kind, ["c"]]], ["d"]]], ["e"]]]


def test_careless_nesting_still_makes_siblings():
    assert read("- a\n    - b\n  - c\n   - d\n- e") == [["-", ["a", ["-", ["b"], ["c"], ["d"]]], ["e"]]]


def test_numbers_may_be_nested_in_bullets_and_bullets_in_numbers():
    assert read("- a\n  1. b\n  2. c\n- d\n\n1. e\n   - f") == [
        ["-", ["a", ["1.", ["b"], ["c"]]], ["d"]], ["1.", ["e", ["-", ["f"]]]]]


def test_blank_lines_between_items_do_not_end_a_list_and_a_text_after_one_does():
    assert read("1. a\n\n2. b\n\nafter") == [["1.", ["a"], ["b"]], "after"]


def test_an_item_holds_further_paragraphs_and_quotes_beneath_it():
    assert read("- a\n\n  more\n\n  > said\n- b") == [["-", ["a", "more", (">", "said")], ["b"]]]


def test_a_line_that_goes_on_without_indentation_belongs_to_its_item():
    assert read("- a line\nthat goes on\n- b") == [["-", ["a line that goes on"], ["b"]]]


def test_numbers_and_bullets_next_to_each_other_are_two_lists():
    assert read("- a\n1. b\n2. c") == [["-", ["a"]], ["1.", ["b"], ["c"]]]


def test_a_list_begins_with_the_number_that_was_typed():
    assert read("3. third\n4. fourth") == [["3.", ["third"], ["fourth"]]]


def test_a_year_or_a_number_in_running_text_is_no_list():
    assert read("2024. was a year") == ["2024. was a year"]
    assert read("It was in week\n12. and no sooner") == ["It was in week 12. and no sooner"]


def test_a_list_that_is_indented_as_a_whole_is_a_list_and_no_code():
    assert read("    - a\n    - b") == [["-", ["a"], ["b"]]]


def test_lists_deeper_than_anybody_needs_stay_text():
    text = "\n".join(f"{'  ' * level}- item{level}" for level in range(DEEPEST + 5))
    found = str(read(text))
    assert all(f"item{level}" in found for level in range(DEEPEST + 5))
    assert found.count("['-'") == DEEPEST


def test_quotes_deeper_than_anybody_needs_stay_text():
    assert "word" in str(read(">" * 3000 + " word"))


def test_a_table_may_follow_a_line_of_text_and_be_followed_by_one():
    assert read("Seen:\n| a | b |\n|---|:-:|\n| 1 | 2 |\nafter") == [
        "Seen:", ("table", ["a", "b"], ["1", "2"]), "after"]


def test_a_ragged_table_loses_no_cell():
    assert read("| a |\n|---|\n| 1 | 2 |\n| 3 |") == [("table", ["a", "Column 2"], ["1", "2"], ["3", ""])]


def test_a_pipe_in_a_cell_is_escaped():
    assert read("a | b\n--|--\nx \\| y | z") == [("table", ["a", "b"], ["x | y", "z"])]


def test_a_sentence_with_a_bar_is_no_table():
    assert read("either | or\nand so on") == ["either | or and so on"]


def test_code_is_kept_between_fences_with_its_blank_lines_and_marks():
    assert read("a\n```\n- x\n\n  <b>&amp;\n```\nb") == ["a", ("code", "- x\n\n  <b>&amp;"), "b"]


def test_a_fence_that_is_never_closed_takes_the_rest():
    assert read("~~~\na\n\nb") == [("code", "a\n\nb")]


def test_a_fence_may_stand_in_an_item():
    assert read("- a\n  ```\n  x\n\n  y\n  ```\n- b") == [["-", ["a", ("code", "x\n\ny")], ["b"]]]


def test_a_heading_needs_a_blank_after_its_hashes():
    assert read("# One\ntext\n## Two ##\n#3 is not") == [("#", "One"), "text", ("##", "Two"), "#3 is not"]
    assert read("# About C#") == [("#", "About C#")]


def test_a_heading_in_a_quote_or_an_item_is_a_bold_line():
    (quote,) = parse("> # Said").blocks
    ((paragraph,),) = (as_blocks(quote.content),)
    assert paragraph.words[0].bold


def test_rules_are_not_lists():
    assert read("a\n\n- - -\n\n* * *\n\nb") == ["a", "---", "---", "b"]


def test_a_footnote_like_definition_is_not_swallowed():
    assert read("[1]: see the minutes") == ["[1]: see the minutes"]


def test_the_deadline_stops_the_reading():
    with pytest.raises(TooLong):
        Deadline(-1).test(Element("p"), "")
    assert not Deadline(60).test(Element("p"), "")
