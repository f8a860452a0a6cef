"""The report of a year: the assurance paper with the sections that only a year has."""

from dataclasses import replace

from scrutineer.domain.paper import PaperKind, SectionCode, chapters_of
from scrutineer.reports import assurance
from scrutineer.reports.blocks import Heading, lines_of
from scrutineer.reports.word import to_word
from tests.reports.sample_figures import FIGURES
from tests.reports.sample_year import ANNUAL


def words(figures):
    return "\n".join(lines_of(assurance.document(figures).blocks))


def test_the_chapters_of_a_year_stand_in_order():
    titles = [block.words for block in assurance.document(ANNUAL).blocks
              if isinstance(block, Heading) and block.level == 1 and block.numbered]  # fmt: skip
    assert titles == [code.label for code in chapters_of(PaperKind.ANNUAL)]
    assert {"Leadership and contribution", "Audit, self-assessment and data", "Training and learning"} <= set(titles)


def test_my_own_words_go_first_in_each_of_them():
    own = dict.fromkeys((SectionCode.LEADERSHIP, SectionCode.QUALITY, SectionCode.LEARNING), "What I think of it.")
    blocks = assurance.document(replace(ANNUAL, sections=own)).blocks
    after = [blocks[place + 1].words for place, block in enumerate(blocks)
             if isinstance(block, Heading) and block.words in {code.label for code in own}]  # fmt: skip
    assert [str(one[0].text) if isinstance(one, tuple) else one for one in after] == ["What I think of it."] * 3


def test_learning_is_told_once_and_the_opinion_beside_that_of_a_year_ago():
    told = words(ANNUAL)
    assert told.count(ANNUAL.learning[0].text[:40]) == 1
    before = replace(ANNUAL.system.assurance, year_before="Limited assurance", year_before_period="2025–26, quarter 3")
    figures = replace(ANNUAL, system=replace(ANNUAL.system, assurance=before))
    assert "(before: limited assurance; a year earlier, in 2025–26, quarter 3: limited assurance)" in words(figures)
    assert "for the next twelve months" in told


def test_the_assurance_paper_has_none_of_it():
    told = words(FIGURES)
    for title in ("Leadership and contribution", "The year in figures", "Where little or nothing has moved"):
        assert title not in told
    assert "next three months" in told


def test_as_a_word_file_it_breaks_no_rule_of_the_standard(violations):
    assert violations(to_word(assurance.document(ANNUAL))) == []
