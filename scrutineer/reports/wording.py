"""The turns of phrase that papers share: neutral, never blaming, and never stating what nobody said.

Knows figures and Markdown, not which paper is being written.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from scrutineer.domain.challenge import ImpactLevel
from scrutineer.domain.challenge_figures import ChallengeFigure
from scrutineer.domain.dates import long_date, short_date
from scrutineer.domain.figures import FindingFigure, Masthead
from scrutineer.domain.serving import label_for
from scrutineer.domain.text import listed
from scrutineer.domain.vocabulary import Term
from scrutineer.reports.blocks import Block, Blocks, Heading, Paragraph, Text, texts
from scrutineer.reports.markdown import parse

NOT_FOR_PRINT = "These words are not for print."
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


def term_words(term: Term, masthead: Masthead) -> str:
    """The label of a term, in the words of those whom the partnership serves, and of who writes."""
    return in_voice(label_for(term, masthead.serves), masthead)


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
            before = texts(blocks[-1].words)
            gap = "" if not before or before[-1].text.endswith(" ") else " "
            blocks[-1] = Paragraph((*before, Text(f"{gap}{tail}")))
        else:
            blocks.append(Paragraph(tail))
    return tuple(blocks)


def _unheaded(block: Block) -> Block:
    if not isinstance(block, Heading):
        return block
    return Paragraph(tuple(replace(run, bold=True) for run in texts(block.words)))


def seen_at(finding: FindingFigure) -> str:
    """Where and when: `Visit to the ward (3 November 2026)`."""
    day = long_date(finding.found_on)
    return f"{finding.activity} ({day})" if finding.activity and day else finding.activity or day


def taken_up(finding: FindingFigure) -> str:
    """What changed because of it, and who has taken it up; otherwise who could."""
    if finding.taken_up_by or finding.practice_changed:
        by = f"Taken up by: {listed(finding.taken_up_by)}" if finding.taken_up_by else ""
        changed = full_stop(" ".join(finding.practice_changed.split()))
        return " ".join(filter(None, (full_stop(by), changed)))
    if finding.passed_on_to:
        return full_stop(f"Passed on to: {finding.passed_on_to}")
    return full_stop(f"Could be used by: {finding.who_could_use}") if finding.who_could_use else ""


def level_words(level: ImpactLevel, masthead: Masthead) -> str:
    """A level without its number: `process changed`."""
    return enclosed(term_words(level, masthead).partition(" ")[2])


def wordings(challenge: ChallengeFigure) -> tuple[tuple[str, str], ...]:
    """Each wording of a challenge under its lead, as first put and as re-worded; one without a lead, if never
    re-worded.

    The last one is as the challenge reads now. Nothing is left empty: see `NOT_FOR_PRINT`.
    """
    if not challenge.rewordings:
        return (("", challenge.text or challenge.title),)
    found = [("As first put", challenge.rewordings[0].before)]
    for place, one in enumerate(challenge.rewordings, start=1):
        why = f" ({one.why.strip().rstrip('.')})" if one.why.strip() else ""
        is_last = place == len(challenge.rewordings)
        found.append((f"As re-worded, {dated(one.reworded_on)}{why}", challenge.text if is_last else one.after))
    return tuple((lead, words or NOT_FOR_PRINT) for lead, words in found)
