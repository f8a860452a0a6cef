"""Recommendations in a paper: once, on the first page; and what became of the earlier ones."""

from dataclasses import replace

from scrutineer.reports import assurance, cover, recommendation_section
from scrutineer.reports.blocks import NumberedList, Table, lines_of
from tests.reports.sample_figures import FIGURES
from tests.reports.sample_system import SYSTEM

TOLD = replace(FIGURES, system=SYSTEM)


def test_what_is_asked_for_is_numbered_on_the_cover_and_nowhere_else():
    rows = dict(cover.sheet(TOLD, ()).rows)
    asked = rows["The meeting is asked to agree"]
    assert asked == (NumberedList((
        "That one partner bring a plan. For ICB. (R-2026-004)", "That all ask. (R-2026-005)",
    )),)  # fmt: skip
    said = "\n".join(lines_of(assurance.document(TOLD).blocks))
    assert said.count("That one partner bring a plan") == 1
    assert list(rows).index("The meeting is asked to agree") < list(rows).index("Summary")


def test_a_paper_that_recommends_nothing_has_no_such_row():
    assert "The meeting is asked to agree" not in dict(cover.sheet(FIGURES, ()).rows)
    assert list(recommendation_section.earlier(FIGURES)) == []


def test_each_earlier_one_says_what_was_decided_and_what_became_of_it():
    blocks = list(recommendation_section.earlier(TOLD))
    (summed,) = recommendation_section.how_far(replace(TOLD, actions=()), "Appendix C")
    assert summed.words == (
        "3 recommendations were made before this paper: 1 accepted, 1 accepted as amended and 1 declined with reason. "
        "Of those taken up, 1 not tested yet and 1 embedded. Each is listed in Appendix C.")
    (table,) = [block for block in blocks if isinstance(block, Table)]
    assert table.rows == (
        ("R-2026-001", "That two days be kept. (Workshop 1)",
         "Accepted (Board, 14 Jan 2026, minute SB 1.4). Embedded, 2 Oct 2026: Both were held."),
        ("R-2026-002", "That there be one officer.", "Declined with reason (Board, 14 Jan 2026): Two are nearer."),
        ("R-2026-003", "That the tool be used twice.",
         "Accepted as amended. 2 actions agreed, 1 open. Not tested yet."),
    )  # fmt: skip
