"""The one deliberate act that the history allows: striking words out.

A child's details entered by mistake, or an erasure that the law requires. The words go; who, when, why
and from how many places stay; so does the chain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from scrutineer.domain.entity import Entity, link, said
from scrutineer.domain.errors import Problem
from scrutineer.domain.text import one_line

STRUCK = "[struck out]"
SHORTEST = 4      # letters or digits: fewer would strike out half the record
_GAP = "[\\s\\-\u00ad\u200b\u2010-\u2015]*"      # what people put between digits, seen or unseen


@dataclass(frozen=True, kw_only=True)
class StrikeOut(Entity):
    """That words were struck out, and why; `rows` are the history rows emptied, as `sitting:number`."""

    reason: str = said("Why", required=True)
    records: int = said("Records changed", 0)
    rows: tuple[str, ...] = said("History rows emptied", ())
    scrutineer_id: str | None = link("By", "scrutineer")


def pattern_for(words: str) -> re.Pattern[str]:
    """What is looked for: the words, whatever their case and white space; digits whatever their spacing.

    Words are looked for as the record keeps them (NFC), with either apostrophe. Raises ValueError with a
    sentence when they are too short to be struck out safely, or could be found in the mark left behind.
    """
    words = one_line(words)
    if sum(map(str.isalnum, words)) < SHORTEST:
        raise ValueError(f"Type at least {SHORTEST} letters or digits: less would strike out too much.")
    digits = re.sub(_GAP, "", words)
    if digits.isdecimal():
        return re.compile(r"(?<!\d)" + _GAP.join(digits) + r"(?!\d)")
    escaped = r"\s+".join(map(re.escape, words.split()))
    pattern = re.compile(re.sub("['’]", "['’]", escaped), re.IGNORECASE)
    if pattern.search(STRUCK) or set(words) & set("[]"):
        raise ValueError(f"Choose words without square brackets: “{STRUCK}” is what is left behind.")
    return pattern


def without(pattern: re.Pattern[str], text: str) -> str:
    """The text with every match replaced by a plain mark that something was there."""
    return pattern.sub(STRUCK, text)


def check_reason(reason: str, pattern: re.Pattern[str]) -> list[Problem]:
    """A reason must be given, and must not repeat what is being struck out."""
    if not reason.strip():
        return [Problem("reason", "Say why it is struck out; the words themselves do not belong here.")]
    if pattern.search(reason):
        return [Problem("reason", "The reason repeats the words that are to go. Say it without them.")]
    return []
