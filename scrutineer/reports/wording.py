"""The turns of phrase that papers share: neutral, never blaming, and never stating what nobody said.

Knows figures and Markdown, not which paper is being written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from scrutineer.domain.challenge import ImpactLevel, Outcome, Stage, Status
from scrutineer.domain.dates import short_date
from scrutineer.domain.figures import AnswerFigure, ChallengeFigure, Masthead, PartyFigure
from scrutineer.domain.text import listed
from scrutineer.reports.blocks import Block, Blocks, Heading, Paragraph, Text, texts
from scrutineer.reports.markdown import parse, plain

NOT_RECORDED = "not recorded"
TO_BE_COMPLETED = "To be completed"

_SEVERAL = {"I am": "we are", "I": "we", "me": "us", "my": "our", "My": "our"}
_SINGULAR = re.compile(r"\b(?:I am|I|me|[Mm]y)\b")


def in_voice(words: str, masthead: Masthead) -> str:
    """Our own words, written for one author, as the authors of this paper say them: "I" or "we".

    Only for words of the program: what people typed is never put into another person's mouth.
    """
    if not masthead.several_authors:
        return words

    def as_several(found: re.Match[str]) -> str:
        said = _SEVERAL[found.group()]
        opens_a_sentence = re.search(r"(?:^|[.:?] )$", found.string[: found.start()])
        return said[0].upper() + said[1:] if opens_a_sentence else said

    return _SINGULAR.sub(as_several, words)


def opened(words: str) -> str:
    """The words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def enclosed(words: str) -> str:
    """The words with a small letter at their beginning, for the middle of a sentence."""
    return words[:1].lower() + words[1:]


def dated(day: date | None) -> str:
    """`12 Mar 2026`, or `date not recorded`: for particulars, where running words have the month in full."""
    return short_date(day) or f"date {NOT_RECORDED}"


def counted_days(days: float) -> str:
    """`1 day`, `6.5 days`."""
    return f"{days:g} day{'' if days == 1 else 's'}"


def full_stop(words: str) -> str:
    """The words as a sentence of their own."""
    return words if not words or words.endswith((".", "?", "!", "…", ".”", "?”")) else f"{words}."


def run_in(lead: str, markdown: str, tail: str = "") -> Blocks:
    """A narrative that begins on the line of its lead, which is bold, and ends with `tail`.

    The lead or the tail stands on a line of its own where the narrative begins or ends with a list; a
    heading within it is only a bold line.
    """
    blocks = [_unheaded(block) for block in parse(markdown).blocks]
    if lead:
        head = Text(f"{lead} ", bold=True)
        if blocks and isinstance(blocks[0], Paragraph):
            blocks[0] = Paragraph((head, *texts(blocks[0].words)))
        else:
            blocks.insert(0, Paragraph((head,)))
    if tail:
        if blocks and isinstance(blocks[-1], Paragraph):
            blocks[-1] = Paragraph((*texts(blocks[-1].words), Text(f" {tail}")))
        else:
            blocks.append(Paragraph(tail))
    return tuple(blocks)


def _unheaded(block: Block) -> Block:
    if not isinstance(block, Heading):
        return block
    return Paragraph(tuple(replace(run, bold=True) for run in texts(block.words)))


def stance(answer: AnswerFigure) -> str:
    """What the answer says to the challenge, when, and whether it was only heard:
    `accepted, 12 Mar 2026, as I heard it`."""
    said = answer.position.label if answer.position else "answered"
    heard = ", as I heard it" if answer.as_i_heard_it else ""
    return f"{said}, {dated(answer.came_on)}{heard}"


def parties_of(challenge: ChallengeFigure) -> tuple[PartyFigure, ...]:
    """The parties of a challenge; where an old log names none, one that says so."""
    nobody = PartyFigure(
        name="Not recorded", status=challenge.status, first_due_on=None, due_on=None, clock="", is_late=False,
        impact_level=challenge.impact_level, closed_on=challenge.closed_on,
    )  # fmt: skip
    return challenge.parties or (nobody,)


def level_words(level: ImpactLevel) -> str:
    """A level without its number: `process changed`."""
    return enclosed(level.label.partition(" ")[2])


def stage_words(stage: Stage) -> str:
    """The rung of escalation; before the first there is none to speak of."""
    return "" if stage is Stage.DIRECT else stage.label


def changed(party: PartyFigure, withdrawn_because: str = "") -> str:
    """What changed on one party's part, and its level; for a part that was withdrawn, why."""
    if party.status is Status.WITHDRAWN:
        because = plain(party.withdrawn_because or withdrawn_because)
        return full_stop(f"Withdrawn: {because or f'reason {NOT_RECORDED}'}")
    found = []
    if party.outcome in _WITHOUT_CHANGE:
        found.append(full_stop(party.outcome.label))
    if party.what_changed:
        found.append(full_stop(plain(party.what_changed)))
    if party.impact_level:
        found.append(f"({party.impact_level.label})")
    return " ".join(found) or ("Not recorded" if party.status.is_ended else "Not yet known")


# Endings whose name says something that the level of change does not.
_WITHOUT_CHANGE = frozenset(
    {
        Outcome.ASSURED_NO_CHANGE_NEEDED, Outcome.UNRESOLVED_RISK_ACCEPTED, Outcome.NOT_PURSUED,
        Outcome.MERGED_INTO, Outcome.REFERRED_ELSEWHERE, Outcome.OVERTAKEN_BY_EVENTS,
    }
)  # fmt: skip


def waiting_for(party: PartyFigure, masthead: Masthead) -> str:
    """What one party's part waits for: an answer by its date, an agreed action, or the scrutineer."""
    if party.status.awaits_answer:
        return party.clock or f"awaited, due date {NOT_RECORDED}"
    if party.status.is_ended:
        return "ended"
    own = {
        Status.RESPONDED: "for me to judge",
        Status.ACTION_AGREED: "agreed actions under way",
        Status.TESTING_IMPACT: "for me to test",
    }
    return in_voice(own.get(party.status, enclosed(party.status.label)), masthead)


def each_named(challenge: ChallengeFigure, say: Callable[[PartyFigure], str]) -> str:
    """What is to be said of each party, under its name; parties of which the same is said stand together."""
    together: dict[str, list[str]] = {}
    for party in parties_of(challenge):
        together.setdefault(say(party), []).append(party.name)
    return "\n".join(f"{listed(names)}: {words}" for words, names in together.items())
