"""Every numbered list begins anew; chapters and paragraphs are one list of two levels."""

from __future__ import annotations

from collections import defaultdict

from scrutineer.reports.word_numbering import LEVELS, Numbering, place_in
from tests.reports.reading import W, element, value

STYLES = defaultdict(str, {"Heading 1": "Berschrift1", "Numbered Paragraph": "Numbered"})


def _nums(numbering: Numbering) -> dict[str, object]:
    found = element(numbering.definitions(STYLES)).findall(f"{W}num")
    return {num.get(f"{W}numId"): num for num in found}


def test_each_numbered_list_is_an_instance_of_its_own_with_its_own_start():
    numbering = Numbering()
    one, two = numbering.numbers(0, 1, in_cell=False), numbering.numbers(2, 5, in_cell=False)
    assert one != two
    nums = _nums(numbering)
    assert value(nums[str(one)], "lvlOverride/startOverride") == "1"
    assert value(nums[str(two)], "lvlOverride", "ilvl") == "2"
    assert value(nums[str(two)], "lvlOverride/startOverride") == "5"


def test_lists_in_cells_are_set_closer():
    numbering = Numbering()
    nums = {number: numbering.numbers(0, 1, in_cell=number) for number in (True, False)}
    abstract = {in_cell: value(_nums(numbering)[str(num)], "abstractNumId") for in_cell, num in nums.items()}
    assert abstract[True] != abstract[False]
    assert numbering.bullets(in_cell=True) != numbering.bullets(in_cell=False)


def test_every_list_has_a_definition_and_definitions_come_first():
    numbering = Numbering()
    numbering.numbers(0, 1, in_cell=False)
    found = element(numbering.definitions(STYLES))
    tags = [child.tag.removeprefix(W) for child in found]
    assert tags == sorted(tags)
    known = {child.get(f"{W}abstractNumId") for child in found if child.tag == f"{W}abstractNum"}
    assert {value(num, "abstractNumId") for num in found.findall(f"{W}num")} <= known


def test_chapters_and_paragraphs_are_linked_with_their_styles():
    chapters = element(Numbering().definitions(STYLES))[0]
    assert [(value(level, "pStyle"), value(level, "lvlText")) for level in chapters.findall(f"{W}lvl")] == [
        ("Berschrift1", "%1"), ("Numbered", "%1.%2")]


def test_every_list_style_brings_a_list_and_chapters_only_where_wanted():
    numbering = Numbering()
    assert len(list(numbering.linked(chapters=False))) == 2 * LEVELS
    assert {name for name, _, _ in numbering.linked(chapters=True)} >= {"Heading 1", "Numbered Paragraph"}
    assert {str(instance) for _, instance, _ in numbering.linked(chapters=True)} <= set(_nums(numbering))


def test_an_item_says_its_list_and_level():
    found = element(place_in(7, 2))
    assert (value(found, "numPr/ilvl"), value(found, "numPr/numId")) == ("2", "7")
