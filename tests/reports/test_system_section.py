"""Blind spots, what comes next, how scrutiny feels and the principles, as a paper prints them."""

from dataclasses import replace

from scrutineer.domain.paper import PaperKind, chapters_of
from scrutineer.domain.system_figures import CoverageFigures
from scrutineer.reports import assurance, system_section
from scrutineer.reports.blocks import Heading, Table, lines_of
from scrutineer.reports.word import to_word
from tests.reports.sample_figures import FIGURES, MASTHEAD
from tests.reports.sample_system import SYSTEM

TOLD = replace(FIGURES, system=SYSTEM)
ANNUAL = replace(TOLD, paper=replace(TOLD.paper, kind=PaperKind.ANNUAL))


def read(blocks):
    return "\n".join(lines_of(tuple(blocks)))


def test_two_blind_spots_are_named_and_the_rest_is_counted():
    assert read(system_section.unseen(TOLD, "Appendix D")) == (
        "Nobody has looked at Housing. Nobody has looked at Cafcass. 3 more stand in Appendix D."
    )
    assert read(system_section.unseen(FIGURES, "Appendix D")) == ""


def test_coverage_says_of_each_agency_which_kinds_and_how_many():
    blocks = system_section.coverage(SYSTEM.coverage, MASTHEAD)
    (table,) = [block for block in blocks if isinstance(block, Table)]
    assert table.rows == (("ICB", "Visits (2), data (1)"), ("Housing", ""))
    assert table.empty == "None in this time"
    assert "No Board." in read(blocks)
    assert system_section.coverage(CoverageFigures(rows=(("ICB", (0,)),), columns=("Visits",)), MASTHEAD) == ()
    ours = CoverageFigures(rows=(("ICB", (1,)),), columns=("A disagreement brought to me",))
    several = replace(MASTHEAD, several_authors=True)
    assert "A disagreement brought to us (1)" in read(system_section.coverage(ours, several))


def test_what_comes_next_is_told_by_its_month():
    said = read(system_section.ahead(TOLD))
    assert "January 2027: Under ones (thematic deep dive)." in said


def test_how_it_feels_is_counts_in_words_and_says_what_was_changed():
    said = read(system_section.feeling(TOLD))
    assert "60 of 92 agree, 23 partly, 9 do not" in said
    assert "nothing is added up to a score" in said
    assert "Front door: I send a brief before each visit now." in said
    assert read(system_section.feeling(FIGURES)) == "Nobody was asked how scrutiny feels in this time."


def test_principles_stand_with_their_examples_and_conflicts_with_how_they_are_handled():
    said = read(system_section.principles(TOLD))
    assert "Learning first. It ends with something of use. 15 August 2026: An audit was shown" in said
    assert "Conflict of interest: I was a governor of the college. Somebody else leads there." in said
    assert read(system_section.principles(FIGURES)) == "A set of principles has not been agreed yet."


def test_they_stand_in_the_report_of_a_year_alone(violations):
    def titles(figures):
        return [block.words for block in assurance.document(figures).blocks
                if isinstance(block, Heading) and block.level == 1 and block.numbered]  # fmt: skip

    assert titles(ANNUAL) == [code.label for code in chapters_of(PaperKind.ANNUAL)]
    assert titles(TOLD) == [code.label for code in chapters_of(PaperKind.ASSURANCE)]
    assert violations(to_word(assurance.document(ANNUAL))) == []
