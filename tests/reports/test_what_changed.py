"""What changed, counted on the ladder."""

from dataclasses import replace

from scrutineer.domain.challenge import ImpactLevel
from scrutineer.domain.challenge_figures import EndingCounts
from scrutineer.domain.retest import RetestResult
from scrutineer.reports import what_changed
from scrutineer.reports.blocks import Table, lines_of
from tests.reports.sample_figures import CHALLENGES, COUNTS, FIGURES, WEIGHTY

NOTHING = {"endings": EndingCounts(), "party_endings": EndingCounts(), "retests": {}, "retests_planned": 0}


def lines(figures=FIGURES):
    return list(lines_of(tuple(what_changed.blocks(figures))))


def tables(figures=FIGURES):
    return [block for block in what_changed.blocks(figures) if isinstance(block, Table)]


def counted(**over):
    return replace(FIGURES, counts=replace(COUNTS, **over))


def test_everything_that_ended_stands_somewhere_on_the_ladder():
    ladder, _ = tables()
    assert ladder.header == ("What changed", "Challenges", "Parties")
    assert ladder.rows == (
        ("3 Practice changed", "2", "2"), ("2 Process changed", "2", "2"), ("1 Reply only", "1", "1"),
        ("0 None seen yet", "0", "1"), ("Overtaken by events", "1", "1"), ("Withdrawn", "1", "1"),
        ("Ended without a word on what changed", "1", "1"),
    )  # fmt: skip
    assert sum(int(row[1]) for row in ladder.rows) == COUNTS.ended == COUNTS.endings.total
    assert lines()[1].startswith(
        "8 challenges ended in this period, and 9 parties’ parts. A challenge counts once, at the highest level that "
        "any of its parties reached.")


def test_none_seen_yet_and_nobodys_word_are_counted_even_when_there_is_none():
    one = EndingCounts(by_level={ImpactLevel.SUSTAINED: 1})
    assert (
        "Challenges (and parts) by the highest level that was reached: “5 Sustained”: 1 (1); “0 None seen yet”: 0 (0); "
        "“Ended without a word on what changed”: 0 (0).") in lines(counted(endings=one, party_endings=one))[1]
    in_words = EndingCounts(in_words=2)
    told = lines(counted(endings=EndingCounts(), party_endings=in_words))[1]
    assert "“Told in words, without a level”: 0 (2)" in told


def test_a_period_in_which_nothing_ended_has_no_ladder():
    figures = replace(counted(**NOTHING), challenges=WEIGHTY)
    assert lines(figures) == ["What changed", "No challenge ended in this period."]
    alone = replace(counted(**NOTHING | {"party_endings": EndingCounts(withdrawn=1)}), challenges=WEIGHTY)
    told = "No challenge ended in this period. 1 party’s part did. Challenges (and parts) by the highest level"
    assert lines(alone)[1].startswith(told)
    assert "“Withdrawn”: 0 (1)" in lines(alone)[1]


def test_what_the_looks_again_found_is_told_with_the_days_they_took():
    assert lines()[1].endswith(
        "I looked again at 2 parts that had been closed, in 1.5 days: 1 sustained and 1 not sustained. 1 more re-test "
        "is planned.")
    dropped = counted(retests={RetestResult.NOT_TESTED: 1}, retest_days=0.0)
    assert lines(dropped)[1].endswith("reached. 1 re-test did not take place. 1 re-test is planned.")
    several = replace(counted(retests={RetestResult.PARTLY: 1}, retest_days=0.5, retests_planned=0),
                      masthead=replace(FIGURES.masthead, several_authors=True))
    assert lines(several)[1].endswith(
        "We looked again at 1 part that had been closed, in 0.5 days: 1 partly sustained.")


def test_each_challenge_that_ended_has_a_line_with_what_followed():
    _, ended = tables()
    assert len(ended.rows) == sum(one.status.is_ended for one in CHALLENGES)
    assert ended.rows[3][2:] == (
        ("Constabulary: closed, 2 Nov 2026. Assured, no change needed. The deputy chief constable chairs it. "
         "(1 Reply only) Reason in place of evidence: recorded, and not for print."),
    )
    assert ended.rows[0][2].endswith(
        "(3 Practice changed; shown by direct observation and policy or procedure) I looked again on 14 Nov 2026: "
        "sustained. Four of four, again on a Saturday.")
    assert ended.rows[6][2].startswith("Strategic Board: closed, 2 Nov 2026. Overtaken by events: A new Board sits.")


def test_every_cell_has_words():
    assert all(cell.strip() for table in tables() for row in table.rows for cell in row)
