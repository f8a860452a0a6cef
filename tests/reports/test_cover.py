"""The cover sheet."""

from dataclasses import replace
from datetime import date

from scrutineer.domain.paper import PaperStatus, SectionCode
from scrutineer.reports import cover
from scrutineer.reports.blocks import as_blocks, lines_of
from tests.reports.sample_figures import FIGURES, MASTHEAD, PAPER

ROWS = [
    "Partnership", "Meeting", "Meeting date", "Agenda item", "Paper number", "Title", "Author and role", "Sponsor",
    "Purpose", "Period covered", "Status", "Protective mark", "Summary", "Implications: children’s voice",
    "Implications: equality and diversity", "Implications: legal and statutory", "Implications: resources",
    "Implications: data protection", "Previously considered by", "Factual accuracy checked by", "Appendices",
    "Contact",
]  # fmt: skip


def printed(figures=FIGURES):
    """Each label with what a reader sees beside it."""
    sheet = cover.sheet(figures, ("A: Challenge log",))
    return {label: "\n".join(lines_of(as_blocks(content))).strip() or sheet.empty for label, content in sheet.rows}


def test_the_rows_stand_in_the_order_of_a_board_paper():
    assert list(printed()) == ROWS
    assert cover.sheet(FIGURES, ()).header == ("Item", "Detail")


def test_an_implication_that_nobody_considered_is_to_be_completed():
    assert printed()["Implications: equality and diversity"] == "To be completed"


def test_none_identified_is_printed_only_where_it_was_ticked():
    assert printed()["Implications: data protection"] == "None identified"
    unticked = printed(replace(FIGURES, considered=frozenset()))
    assert "None identified" not in unticked.values()


def test_words_win_over_the_tick():
    ticked = replace(FIGURES, considered=frozenset(SectionCode))
    assert printed(ticked)["Implications: children’s voice"].startswith("The young scrutineers’")


def test_a_final_paper_says_so_and_holds_nothing_to_be_completed():
    issued = replace(PAPER, status=PaperStatus.ISSUED, issued_on=date(2026, 11, 25), sponsor="")
    found = printed(replace(FIGURES, paper=issued))
    assert found["Status"] == "Final, issued 25 November 2026"
    assert found["Sponsor"] == "Not stated"
    assert "To be completed" not in found.values()


def test_a_draft_carries_the_date_of_its_figures():
    assert printed()["Status"] == "Draft of 23 November 2026"
    assert printed()["Period covered"] == "1 September 2026 to 23 November 2026"


def test_a_role_that_stands_for_the_name_is_printed_once():
    assert cover.author_line(MASTHEAD) == "Independent Scrutineer"
    assert cover.author_line(replace(MASTHEAD, author="A. Name")) == "A. Name, Independent Scrutineer"


def test_no_mark_is_a_choice_and_says_so():
    assert printed(replace(FIGURES, paper=replace(PAPER, mark="")))["Protective mark"] == "None"
