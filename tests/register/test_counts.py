"""Counts of a period: each ending once, the highest level for a challenge, and nobody's silence left out."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.challenge import ImpactLevel, Outcome, Status
from scrutineer.domain.challenge_figures import ReopenedFigure, RetestFigure
from scrutineer.domain.retest import RetestResult
from scrutineer.register import counts
from tests.reports.sample_figures import CHALLENGES, MOVED, TODAY, WEIGHTY, challenge, party

FIRST, LAST = date(2026, 9, 1), TODAY
WITHIN = date(2026, 10, 1)


def ended(*parties, **over):
    """A challenge of which every part ended in the period."""
    made = [party(f"P{place}", status, None, closed=WITHIN, **more) for place, (status, more) in enumerate(parties)]
    return replace(challenge(1, "T", "t", date(2026, 8, 1), *made), status=Status.CLOSED, closed_on=WITHIN, **over)


def counted(*told):
    return counts.of_period(told, FIRST, LAST)


def level(one, **more):
    return Status.CLOSED, {"level": one} | more


def otherwise(outcome, **more):
    return Status.CLOSED, {"outcome": outcome} | more


def test_a_challenge_ends_at_the_highest_level_of_any_party_and_each_part_at_its_own():
    found = counted(ended(level(ImpactLevel.NONE_SEEN), level(ImpactLevel.DIFFERENCE), otherwise(Outcome.NOT_PURSUED)))
    assert found.endings.by_level == {ImpactLevel.DIFFERENCE: 1}
    assert found.party_endings.by_level == {ImpactLevel.NONE_SEEN: 1, ImpactLevel.DIFFERENCE: 1}
    assert found.party_endings.otherwise == {Outcome.NOT_PURSUED: 1}


def test_none_seen_yet_and_a_closing_without_a_word_are_counted():
    found = counted(ended(level(ImpactLevel.NONE_SEEN)), ended((Status.CLOSED, {})),
                    ended((Status.CLOSED, {"changed": "Much, says the log."})), ended((Status.WITHDRAWN, {})))
    endings = found.endings
    assert (endings.by_level, endings.wordless, endings.in_words, endings.withdrawn) == (
        {ImpactLevel.NONE_SEEN: 1}, 1, 1, 1)
    assert endings == found.party_endings


def test_what_an_old_log_calls_a_change_counts_at_its_lowest_level():
    found = counted(ended(otherwise(Outcome.PROCESS_CHANGED_ONLY)), ended(otherwise(Outcome.IMPACT_EVIDENCED)))
    assert found.endings.by_level == {ImpactLevel.PROCESS_CHANGED: 1, ImpactLevel.DIFFERENCE: 1}
    assert counted(ended(otherwise(Outcome.ASSURED_NO_CHANGE_NEEDED))).endings.wordless == 1


def test_a_challenge_that_ended_otherwise_counts_with_what_was_said_last():
    assert counted(ended((Status.WITHDRAWN, {}), otherwise(Outcome.NOT_PURSUED))).endings.otherwise == {
        Outcome.NOT_PURSUED: 1}
    assert counted(ended((Status.WITHDRAWN, {}), (Status.CLOSED, {}))).endings.wordless == 1


def test_an_old_challenge_without_parties_counts_by_its_own_level():
    bare = replace(CHALLENGES[0], parties=(), closed_on=WITHIN)
    assert counted(bare).endings.by_level == {ImpactLevel.PRACTICE_CHANGED: 1}
    assert counted(replace(bare, impact_level=None)).endings.wordless == 1
    assert counted(replace(bare, status=Status.WITHDRAWN)).endings.withdrawn == 1


def test_a_part_that_ended_counts_though_its_challenge_is_open():
    icb, *others = WEIGHTY[0].parties
    half = replace(WEIGHTY[0], parties=(replace(icb, status=Status.CLOSED, closed_on=WITHIN,
                                                impact_level=ImpactLevel.REPLY_ONLY), *others))
    found = counted(half)
    assert (found.ended, found.endings.total, found.party_endings.total) == (0, 0, 1)


def test_what_was_extended_reopened_and_looked_at_again_counts_in_its_period_alone():
    again = ReopenedFigure(ended_on=None, outcome=None, impact_level=None, words="", reopened_on=WITHIN, because="")
    looks = (RetestFigure(planned_on=WITHIN, done_on=WITHIN, result=RetestResult.PARTLY, days=0.5),
             RetestFigure(planned_on=WITHIN, done_on=FIRST - timedelta(days=1), result=RetestResult.SUSTAINED, days=2),
             RetestFigure(planned_on=TODAY, done_on=TODAY, result=RetestResult.NOT_TESTED, days=3),
             RetestFigure(planned_on=TODAY + timedelta(days=9), days=1))
    part = party("P", Status.RAISED, TODAY, moves=MOVED, reopened=(again, again), retests=looks)
    found = counted(challenge(1, "T", "t", WITHIN, part))
    assert (found.extended, found.reopened) == (1, 1)
    assert (found.retests, found.retest_days, found.retests_planned) == (
        {RetestResult.PARTLY: 1, RetestResult.NOT_TESTED: 1}, 0.5, 1)
    earlier = counts.of_period((challenge(1, "T", "t", WITHIN, part),), date(2026, 1, 1), date(2026, 2, 1))
    assert (earlier.extended, earlier.reopened, earlier.retests) == (0, 0, {})


def test_the_open_ones_are_counted_on_each_rung_the_lowest_first():
    high = replace(WEIGHTY[1], stage=WEIGHTY[0].stage.EXECUTIVE, stage_words="Stage 2 · the Group")
    found = counted(high, WEIGHTY[0], replace(high, status=Status.CLOSED))
    assert (found.escalated, list(found.by_stage.items())) == (
        2, [("Stage 1 · agency lead", 1), ("Stage 2 · the Group", 1)])


PARTS = st.tuples(st.sampled_from([Status.CLOSED, Status.WITHDRAWN]), st.fixed_dictionaries({
    "level": st.none() | st.sampled_from(ImpactLevel), "outcome": st.none() | st.sampled_from(Outcome),
    "changed": st.sampled_from(["", "Much"]),
}))


@given(st.lists(st.lists(PARTS, min_size=1, max_size=4), max_size=6))
def test_every_ending_is_counted_once(ended_so):
    found = counted(*(ended(*parts) for parts in ended_so))
    assert found.ended == found.endings.total == len(ended_so)
    assert found.party_endings.total == sum(map(len, ended_so))
