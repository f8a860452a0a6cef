"""Judgements in a paper: a word never stands alone, and what it means is printed."""

from dataclasses import replace

from scrutineer.domain.scale import NOT_ASSESSED
from scrutineer.domain.system_figures import AssuranceFigures, SystemFigures
from scrutineer.reports import assurance, judgement_section
from scrutineer.reports.blocks import Heading, Paragraph, Table, lines_of, plain_words
from scrutineer.reports.word import to_word
from tests.reports.sample_figures import EMPTY, FIGURES
from tests.reports.sample_system import HOUSING, SYSTEM, VOICE

JUDGED = replace(FIGURES, system=SYSTEM)


def read(blocks):
    return "\n".join(lines_of(tuple(blocks)))


def test_the_opinion_stands_in_one_line_with_direction_confidence_and_what_it_was_before():
    said = "Overall opinion: ◐ reasonable assurance; improving, medium confidence (before: limited assurance)."
    assert read(judgement_section.opinion(JUDGED)) == said
    unwritten = replace(JUDGED, sections={})
    assert read(judgement_section.opinion(unwritten)) == f"{said} So, on balance: it works by day."
    assert read(judgement_section.opinion(FIGURES)) == ""


def test_the_body_has_a_row_for_each_item_of_the_framework_and_says_what_was_not_assessed():
    first, table = judgement_section.blocks(JUDGED, "Appendix E")
    assert isinstance(first, Paragraph)
    assert plain_words(first.words) == (
        "For 2026–27, quarter 3, I gave 2 judgements, most of them against Six Steps (2019). Each of them, "
        "on what it rests, and what the words mean stands in Appendix E."
    )
    assert isinstance(table, Table)
    assert table.rows == (
        ("Children are aware and involved", "▲ limited assurance; first judgement", "Asked, and seldom told."),
    )  # fmt: skip
    unseen = replace(VOICE, about="Training: who comes", rating=NOT_ASSESSED)
    told = replace(SYSTEM, assurance=replace(SYSTEM.assurance, judgements=(unseen,)))
    said = read(judgement_section.blocks(replace(FIGURES, system=told), ""))
    assert said.endswith("Not assessed in this period: training: who comes.")


def test_each_view_has_a_row_in_the_appendix_that_says_on_what_it_rests():
    (table, *_) = judgement_section.definitions(SYSTEM.assurance)
    assert isinstance(table, Table)
    assert table.rows == (
        ("Children are aware and involved", "▲ Limited assurance; first judgement, high confidence",
         "Asked, and seldom told. Rests on data and direct observation."),
        ("Housing", "◐ Reasonable assurance; first judgement, medium confidence",
         "Reason in place of evidence: Two kinds so far."),
    )  # fmt: skip


def test_a_reason_that_is_not_for_print_is_said_to_be_there():
    kept = replace(HOUSING, stands_in="", keeps_reason=True)
    told = replace(SYSTEM, assurance=replace(SYSTEM.assurance, judgements=(kept,)))
    assert "recorded, and not for print" in read(judgement_section.definitions(told.assurance))


def test_words_reasons_and_confirmations_are_explained_in_an_appendix():
    blocks = judgement_section.definitions(SYSTEM.assurance)
    said = read(blocks)
    assert "Unable to form a view" in said
    assert "Seen at noon and at midnight." in said
    assert "Partly confirmed, 20 Nov 2026" in said
    assert [block.words for block in blocks if isinstance(block, Heading)] == [
        "What the words mean", "Why", "Statutory confirmations"]
    assert judgement_section.definitions(AssuranceFigures()) == ()


def test_the_paper_holds_them_where_they_belong_and_word_reads_it(violations):
    document = assurance.document(JUDGED)
    titles = [block.words for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    assert titles[4] == "Assurance"
    assert titles[-1] == "Appendix E: What the words of judgement mean"
    assert violations(to_word(document)) == []
    assert "Appendix" not in read(judgement_section.blocks(replace(EMPTY, system=SystemFigures()), ""))
