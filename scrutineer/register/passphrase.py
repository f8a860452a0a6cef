"""How good a passphrase is, in words, and one to be had for the asking.

Asked only where a record gets its passphrase; what opens a record that is there is never judged.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from scrutineer import resources
from scrutineer.storage import key

ENOUGH = 3              # of zxcvbn's 0 to 4
LONGEST_SCORED = 72     # characters; zxcvbn raises beyond them
_LABELS = ("very weak", "weak", "not strong enough", "strong", "very strong")
_ADVICE = {
    "dictionary": "A single word, a name, or a word with a capital and a number is soon guessed.",
    "spatial": "Keys that lie side by side are soon guessed.",
    "repeat": "Letters or words that repeat add little.",
    "sequence": "Runs such as abc or 6543 are soon guessed.",
    "regex": "Years are soon guessed.",
    "date": "Dates are soon guessed.",
}
_TRADE = ("safeguarding", "scrutiny", "scrutineer", "partnership", "children", "assurance", "council")
_MORE = "Use four words that do not belong together."


class Strength(NamedTuple):
    """`score` from 0 to 4, its word, and what would make it better, "" when nothing need be."""

    score: int
    label: str
    advice: str

    @property
    def is_enough(self) -> bool:
        """Whether a record may be closed with it."""
        return self.score >= ENOUGH


def strength(passphrase: str, known: Sequence[str] = ()) -> Strength:
    """How hard it is to guess for somebody who knows the words in `known`, such as names on the first page."""
    from zxcvbn import zxcvbn

    if not passphrase:
        return Strength(0, "", _MORE)
    if not key.is_usable(passphrase):
        return Strength(0, _LABELS[0], "This has the shape of a raw key, or cannot be typed again. Use words.")
    expected = [*_TRADE, *known, *(word for words in known for word in words.split())]
    found = zxcvbn(passphrase[:LONGEST_SCORED], user_inputs=expected)
    score = int(found["score"])
    return Strength(score, _LABELS[score], "" if score >= ENOUGH else _advice(found["sequence"]))


def suggest() -> str:
    """Four words drawn at random, such as `otter-lantern-gravel-plum`: about forty bits."""
    return "-".join(secrets.choice(_words()) for _ in range(4))


def _advice(sequence: list[dict[str, Any]]) -> str:
    """What the longest part that can be guessed has against it."""
    longest = max(sequence, key=lambda match: len(match["token"]), default={})
    return " ".join(filter(None, (_ADVICE.get(longest.get("pattern", ""), ""), _MORE)))


@cache
def _words() -> tuple[str, ...]:
    return tuple(resources.path("words.txt").read_text(encoding="utf-8").split())
