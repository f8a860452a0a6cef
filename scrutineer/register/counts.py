"""Counts challenges for a paper over a period: what happened in it, and how things stand at the freeze.

It sees figures alone, so that a paper can count nothing that it may not tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from scrutineer.domain.challenge import ImpactLevel, Outcome, Stage, Status
from scrutineer.domain.challenge_figures import ChallengeCounts, ChallengeFigure, EndingCounts, PartyFigure
from scrutineer.domain.lifecycle import RUNGS_OF
from scrutineer.domain.retest import RetestResult

_WITHDRAWN, _IN_WORDS, _WORDLESS = "withdrawn", "in words", "wordless"

_Ending = ImpactLevel | Outcome | str      # a level; an outcome that says nothing of change; or one of these three


def of_period(told: Sequence[ChallengeFigure], starts_on: date, ends_on: date) -> ChallengeCounts:
    """The counts of all challenges that may be told, over a period with its first and last day."""

    def within(day: date | None) -> bool:
        return day is not None and starts_on <= day <= ends_on

    now = [one for one in told if not one.status.is_ended]
    open_parties = [party for one in now for party in one.parties]
    everyone = [party for one in told for party in one.parties]
    ended = [one for one in told if within(one.closed_on)]
    retests = [retest for party in everyone for retest in party.retests]
    done = [retest for retest in retests if retest.result and within(retest.done_on)]
    stages = sorted((one for one in now if one.stage is not Stage.DIRECT), key=lambda one: one.stage.rung)
    return ChallengeCounts(
        raised=sum(1 for one in told if within(one.raised_on)),
        answered=sum(1 for one in told if any(
            within(answer.came_on) for party in one.parties for answer in party.answers)),
        ended=len(ended), open_now=len(now), awaited=sum(1 for one in open_parties if one.status.awaits_answer),
        awaited_late=sum(1 for one in open_parties if one.is_late),
        waiting_for_me=sum(1 for one in open_parties if one.status is Status.RESPONDED),
        escalated=len(stages), by_stage=dict(Counter(one.stage_words for one in stages)),
        extended=sum(1 for one in everyone if any(within(move.agreed_on) for move in one.moves)),
        reopened=sum(1 for one in told if any(
            within(again.reopened_on) for party in one.parties for again in party.reopened)),
        endings=_counted(map(_of_challenge, ended)),
        party_endings=_counted(_of_party(one) for one in everyone if one.status.is_ended and within(one.closed_on)),
        retests=dict(Counter(one.result for one in done if one.result)),
        retest_days=sum(one.days for one in done if one.result is not RetestResult.NOT_TESTED),
        retests_planned=sum(1 for one in retests if not one.result),
    )


def _counted(endings: Iterable[_Ending]) -> EndingCounts:
    found = Counter(endings)
    return EndingCounts(
        by_level={level: found[level] for level in ImpactLevel if found[level]},
        otherwise={outcome: found[outcome] for outcome in Outcome if found[outcome]},
        withdrawn=found[_WITHDRAWN], in_words=found[_IN_WORDS], wordless=found[_WORDLESS],
    )


def _of_party(party: PartyFigure) -> _Ending:
    """With what one part ended. Where an old log names a change and no level, it is the lowest of that name."""
    if party.status is Status.WITHDRAWN:
        return _WITHDRAWN
    if party.outcome and not party.outcome.says_what_changed:
        return party.outcome
    if party.impact_level:
        return party.impact_level
    if party.outcome in RUNGS_OF:
        lowest = min(RUNGS_OF[party.outcome])
        return next(level for level in ImpactLevel if level.rung == lowest)
    return _IN_WORDS if party.what_changed.strip() else _WORDLESS


def _of_challenge(one: ChallengeFigure) -> _Ending:
    """With what a challenge ended: the highest level of any party, or what was last said instead of one."""
    if not one.parties:
        return _WITHDRAWN if one.status is Status.WITHDRAWN else one.impact_level or _WORDLESS
    inorder = sorted(one.parties, key=lambda party: party.closed_on or date.min)
    found = [_of_party(party) for party in inorder]
    levels = [ending for ending in found if isinstance(ending, ImpactLevel)]
    if levels:
        return max(levels, key=lambda level: level.rung)
    said = [ending for ending in found if isinstance(ending, Outcome)]
    rest = [ending for ending in found if ending != _WITHDRAWN]
    return said[-1] if said else rest[-1] if rest else _WITHDRAWN
