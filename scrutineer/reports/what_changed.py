"""What changed: on a ladder of six levels, counted so that everything that ended is somewhere, and did it last.

“None seen yet” is an honest value and stands in the table like any other.
"""

from __future__ import annotations

from collections.abc import Iterator

from scrutineer.domain.challenge import ImpactLevel, Outcome
from scrutineer.domain.challenge_figures import ChallengeCounts, ChallengeFigure, PartyFigure
from scrutineer.domain.figures import Figures, Masthead
from scrutineer.domain.reference import short
from scrutineer.domain.retest import RetestResult
from scrutineer.domain.text import counted, listed
from scrutineer.reports.blocks import Block, Heading, Paragraph, Table
from scrutineer.reports.party_words import changed, each_named, since_then
from scrutineer.reports.wording import counted_days, dated, enclosed, in_voice, term_words

_LADDER_WIDTHS = (9.0, 4.0, 4.0)
_ENDED_WIDTHS = (2.5, 4.2, 10.3)
_HOW_COUNTED = "A challenge counts once, at the highest level that any of its parties reached."
_IN_WORDS = 3                          # rows of the ladder that are told in a sentence
_ALWAYS = {ImpactLevel.NONE_SEEN}      # printed even where it counts nothing


def blocks(figures: Figures) -> Iterator[Block]:
    """The ladder with its counts, the re-tests, and a line for each challenge that ended."""
    counts, masthead = figures.counts, figures.masthead
    ended = tuple(one for one in figures.challenges if one.status.is_ended)
    yield Heading("What changed", level=2)
    has_ended = counts.endings.total or counts.party_endings.total
    rows = tuple(_ladder(counts, masthead)) if has_ended else ()
    told = _ladder_words(rows) if 0 < len(rows) <= _IN_WORDS else ""
    how_counted = told or (_HOW_COUNTED if counts.endings.total else "")
    summed = " ".join(filter(None, (_how_many(counts), how_counted, _did_it_last(counts, masthead))))
    yield Paragraph(summed, numbered=True)
    if rows and not told:
        yield _ladder_table(rows)
    lines = tuple(_ended_row(one, masthead) for one in ended if not one.in_full)
    if lines:
        header = ("Ref", "Challenge", "How it ended with each, and what changed")
        yield Table(header, lines, _ENDED_WIDTHS, description="Each challenge that ended, and what changed")


def _how_many(counts: ChallengeCounts) -> str:
    challenges = counts.endings.total
    parties = counted(counts.party_endings.total, "party’s part", "parties’ parts")
    if challenges:
        return f"{counted(challenges, 'challenge')} ended in this period, and {parties}."
    return f"No challenge ended in this period.{f' {parties} did.' if counts.party_endings.total else ''}"


def _ladder_table(rows: tuple[tuple[str, str, str], ...]) -> Table:
    description = "How many challenges and parts ended, by what changed"
    header = ("What changed", "Challenges", "Parties")
    return Table(header, rows, _LADDER_WIDTHS, description=description, row_headers=True)


def _ladder_words(rows: tuple[tuple[str, str, str], ...]) -> str:
    """`Challenges (and parts) by …: “3 Practice changed”: 2 (2); …`, where a table would be longer."""
    told = "; ".join(f"“{label}”: {challenges} ({parts})" for label, challenges, parts in rows)
    return f"Challenges (and parts) by the highest level that was reached: {told}."


def _ladder(counts: ChallengeCounts, masthead: Masthead) -> Iterator[tuple[str, str, str]]:
    """The levels that were reached, the highest first, and what ended without one; nobody's silence is left out."""
    challenges, parties = counts.endings, counts.party_endings
    for level in reversed(ImpactLevel):
        found = (challenges.by_level.get(level, 0), parties.by_level.get(level, 0))
        if any(found) or level in _ALWAYS:
            yield term_words(level, masthead), *_in_figures(found)
    for outcome in Outcome:
        found = (challenges.otherwise.get(outcome, 0), parties.otherwise.get(outcome, 0))
        if any(found):
            yield outcome.label, *_in_figures(found)
    if challenges.withdrawn or parties.withdrawn:
        yield "Withdrawn", *_in_figures((challenges.withdrawn, parties.withdrawn))
    if challenges.in_words or parties.in_words:
        yield "Told in words, without a level", *_in_figures((challenges.in_words, parties.in_words))
    yield "Ended without a word on what changed", *_in_figures((challenges.wordless, parties.wordless))


def _in_figures(found: tuple[int, int]) -> tuple[str, str]:
    return str(found[0]), str(found[1])


def _did_it_last(counts: ChallengeCounts, masthead: Masthead) -> str:
    """What the looks again of the period found, what they took, and how many are to come."""
    results = [(one, counts.retests.get(one, 0)) for one in RetestResult if one is not RetestResult.NOT_TESTED]
    done = sum(number for _, number in results)
    found = []
    if done:
        each = listed([f"{number} {enclosed(result.label)}" for result, number in results if number])
        lead = f"I looked again at {counted(done, 'part')} that had been closed, in {counted_days(counts.retest_days)}"
        found.append(f"{in_voice(lead, masthead)}: {each}.")
    if dropped := counts.retests.get(RetestResult.NOT_TESTED, 0):
        found.append(f"{counted(dropped, 're-test')} did not take place.")
    if counts.retests_planned:
        verb = "re-test is planned" if counts.retests_planned == 1 else "re-tests are planned"
        found.append(f"{counts.retests_planned} {'more ' if done else ''}{verb}.")
    return " ".join(found)


def _ended_row(challenge: ChallengeFigure, masthead: Masthead) -> tuple[str, ...]:
    def ended(party: PartyFigure) -> str:
        found = changed(party, masthead, challenge.withdrawn_because), since_then(party, masthead)
        day = dated(party.closed_on or challenge.closed_on)
        return f"{enclosed(party.status.label)}, {day}. {' '.join(filter(None, found))}"

    return short(challenge.reference), challenge.title, each_named(challenge, ended)
