"""Where people learned together, what was learnt and what reviews taught; audits, self-assessments and data."""

from dataclasses import replace

from scrutineer.domain.organisation import Serves
from scrutineer.domain.year_figures import YearFigures
from scrutineer.reports import learning_section
from scrutineer.reports.blocks import Table, lines_of
from tests.reports.sample_year import ANNUAL, REVIEW, YEAR


def learnt(figures=ANNUAL):
    return tuple(learning_section.learning(figures))


def quality(figures=ANNUAL, year=YEAR):
    return tuple(learning_section.quality(figures, year))


def words(blocks):
    return "\n".join(lines_of(blocks))


def test_each_event_says_who_led_and_what_came_of_it():
    (table,) = (block for block in learnt() if isinstance(block, Table))
    assert table.rows == (
        ("12 May 2026", "Half a morning", "Development workshop; led by: young people", "Six principles."),
        ("12 May 2026", "Joint training", "Training observed; led by: scrutineer", ""),
    )
    assert table.empty == "Not recorded"


def test_it_says_how_far_what_was_seen_has_travelled_and_what_was_learnt():
    told = words(learnt())
    total = len(ANNUAL.strengths) + len(ANNUAL.learning)
    assert f"Of {total} strengths and lessons on record, " in told
    for lesson in ANNUAL.learning:
        assert lesson.text[:30] in told


def test_reviews_are_told_with_how_far_their_learning_is_embedded():
    told = words(learnt())
    assert "“Is the learning landing?” (oversight of a practice review, 12 May 2026)" in told
    assert "1 recommendation of reviews is followed here: of those taken up, 1 not embedded." in told
    assert "R-2026-006, A baby’s first weeks: That learning be shared." in told


def test_without_any_of_it_nothing_is_made_up():
    empty = replace(ANNUAL, activities=(), strengths=(), learning=(), system=replace(ANNUAL.system, earlier=()))
    assert words(learnt(empty)).startswith("No workshop, joint training")
    assert len(learnt(empty)) == 1
    assert words(quality(empty, YearFigures())) == "No audit, self-assessment or data was looked at in this period."


def test_audits_say_what_was_concluded_and_data_what_was_asked():
    told = words(quality())
    assert "1 audit, self-assessment or reading of data took place:" in told
    assert "Our own audit (reading of an agency’s own audit, 12 May 2026). Supervision is read, not filed." in told
    assert "Of 4 grades that agencies gave themselves, 3 were moderated as graded and 1 was moderated lower." in told
    (table,) = (block for block in quality() if isinstance(block, Table))
    assert table.rows == (("Episodes. Last quarter", "fewer than 5", "Data set, 23 Nov 2026", "Who knows?"),)
    assert REVIEW.title not in told


def test_the_forms_are_called_after_those_who_are_served():
    figures = replace(ANNUAL, masthead=replace(ANNUAL.masthead, serves=Serves.ADULTS))
    assert "oversight of a safeguarding adults review" in words(learnt(figures))
    assert "led by: experts by experience" in words(learnt(figures))
