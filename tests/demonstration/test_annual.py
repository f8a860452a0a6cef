"""The demonstration’s report of a year fills every chapter that a year has, and ranks nobody."""

from __future__ import annotations

import pytest

from scrutineer.domain.paper import PaperKind
from scrutineer.domain.year_figures import AnnualFigures
from scrutineer.register.register import Register
from scrutineer.reports import assurance
from scrutineer.reports.blocks import Heading, Table, lines_of


@pytest.fixture(scope="module")
def figures(register: Register) -> AnnualFigures:
    found = register.figures.figures(register.papers.begin(None, kind=PaperKind.ANNUAL))
    assert isinstance(found, AnnualFigures)
    return found


def test_each_statutory_partner_has_a_passage_and_most_agencies_a_paragraph(figures: AnnualFigures):
    headings = [block.words for block in assurance.document(figures).blocks if isinstance(block, Heading)]
    assert [one.called for one in figures.year.partners] == ["Constabulary", "County Council", "ICB"]
    assert set(headings) >= {one.name for one in figures.year.partners}
    assert not any(one.is_quiet for one in figures.year.partners)
    assert sum(not one.is_quiet for one in figures.year.others) >= 8


def test_some_led_or_asked_for_scrutiny_themselves_and_promises_were_kept(figures: AnnualFigures):
    assert any(one.led for one in figures.year.agencies)
    assert any(one.asked_for for one in figures.year.partners)
    assert any(one.kept for one in figures.year.agencies)
    assert any(one.promised for one in figures.year.agencies)


def test_learning_audit_data_reviews_and_the_measures_of_the_year_are_told(figures: AnnualFigures):
    words = "\n".join(lines_of(assurance.document(figures).blocks))
    for title in ("What was learnt", "Learning from reviews", "The year in figures", "Disagreements and escalations",
                  "Where little or nothing has moved"):  # fmt: skip
        assert title in words
    assert figures.year.answers > 20
    assert figures.year.readings
    assert figures.year.gradings
    assert "How scrutiny is arranged: a single scrutineer." in words


def test_no_chapter_of_the_year_has_a_table_with_agencies_for_rows(figures: AnnualFigures):
    blocks = assurance.document(figures).blocks
    names = {one.called for one in figures.year.agencies} | {one.name for one in figures.year.agencies}
    ends = next(place for place, block in enumerate(blocks)
                if isinstance(block, Heading) and str(block.words).startswith("Appendix"))  # fmt: skip
    for block in blocks[:ends]:
        if isinstance(block, Table):
            assert not {str(row[0]) for row in block.rows} & names
