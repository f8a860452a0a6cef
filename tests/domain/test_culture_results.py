"""No figure that is shown, and no difference of two, tells what a group of fewer than five people answered."""

from __future__ import annotations

import dataclasses
from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.activity import Level
from scrutineer.domain.culture import SMALLEST_GROUP, CultureAnswer, CultureStatement
from scrutineer.domain.culture_results import Counts, Result, result, results, shown

LEVELS = (*Level, None)
COUNTS = st.builds(Counts, *(st.integers(0, 6) for _ in range(3)))
GROUPS = st.dictionaries(st.sampled_from(LEVELS), COUNTS)
STATEMENT = CultureStatement(text="We are glad of it.")


def answers(**people: tuple[int, int, int]) -> list[CultureAnswer]:
    return [CultureAnswer(statement_id=STATEMENT.id, level=Level(level), agree=a, partly=p, disagree=d)
            for level, (a, p, d) in people.items()]  # fmt: skip


@given(GROUPS)
def test_whatever_is_subtracted_from_whatever_is_shown_at_least_five_people_are_left(groups):
    whole, levels = shown(groups)
    figures = [one.people for one in levels.values()]
    assert all(number >= SMALLEST_GROUP for number in figures)
    if whole is None:
        assert not levels
        return
    some = chain.from_iterable(combinations(figures, count) for count in range(len(figures) + 1))
    left = [whole.people - sum(chosen) for chosen in some]
    assert all(number == 0 or number >= SMALLEST_GROUP for number in left)


@given(GROUPS)
def test_nothing_is_withheld_that_need_not_be(groups):
    whole, levels = shown(groups)
    assert (whole is None) is (sum(one.people for one in groups.values()) < SMALLEST_GROUP)
    if all(one.people >= SMALLEST_GROUP for one in groups.values()):
        assert levels == groups
    assert all(levels[level] == groups[level] for level in levels)


def test_the_smallest_level_is_withheld_with_one_that_is_too_small():
    found = result(STATEMENT, answers(front_line=(18, 3, 1), managers=(6, 2, 0), board=(2, 1, 0)))
    assert found.partnership == Counts(26, 6, 1)
    assert set(found.by_level) == {Level.FRONT_LINE}
    assert found.withheld == (Level.MANAGERS, Level.BOARD)


def test_where_everybody_together_is_fewer_than_five_nothing_is_shown_not_even_words():
    few = dataclasses.replace(answers(board=(2, 1, 1))[0], examples="I said so.")
    found = result(STATEMENT, [few])
    assert (found.partnership, found.by_level, found.words) == (None, {}, ())
    assert found.withheld == (Level.BOARD,)


def test_peoples_words_are_shown_without_their_level_and_private_ones_not_at_all():
    front, board = answers(front_line=(9, 0, 0), board=(5, 0, 0))
    found = result(STATEMENT, [dataclasses.replace(front, examples="- You asked us first.\nIt was calm."),
                               dataclasses.replace(board, examples="About one person.", private=("examples",))])
    assert found.words == ("It was calm.", "You asked us first.")


def test_results_are_counts_in_words():
    assert Counts(31, 5, 2).words == "31 of 38 agree, 5 partly, 2 do not"
    assert Counts(1, 0, 4).words == "1 of 5 agrees, 4 do not"
    assert Counts(0, 5, 1).words == "none of 6 agree, 5 partly, 1 does not"


def test_there_is_no_score_no_share_and_nothing_of_any_agency():
    names = {name for cls in (Counts, Result) for name in dir(cls) if not name.startswith("_")}
    names |= {spec.name for cls in (CultureAnswer, CultureStatement) for spec in dataclasses.fields(cls)}
    banned = ("score", "percent", "average", "mean", "agency", "rank")
    assert not {name for name in names if any(word in name for word in banned)}


def test_statements_keep_their_order_and_those_that_nobody_answered_are_left_out():
    other, silent = CultureStatement(text="B"), CultureStatement(text="C")
    mine = [*answers(board=(5, 0, 0)), CultureAnswer(statement_id=other.id, level=Level.BOARD, agree=5),
            CultureAnswer(statement_id=silent.id, level=Level.BOARD)]  # fmt: skip
    assert [one.statement.text for one in results([other, silent, STATEMENT], mine)] == ["B", "We are glad of it."]
