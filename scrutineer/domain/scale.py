"""Scales for judgements as data: words with their definitions, read from small TOML files, the best word first.

A scale's definitions are printed wherever its words are. Two words belong to every scale and are not the same:
not assessed, when nothing was looked at, and unable to form a view, when what was looked at did not suffice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scrutineer.domain.assurance import Direction
from scrutineer.domain.text import listed
from scrutineer.domain.toml_file import Asked, Malformed

SIGNS = ("good", "fair", "caution", "serious", "none", "unknown")      # the six signs of judgements
_SCALE = re.compile(r"[A-Z0-9_]{1,40}")
_RATING = re.compile(r"[a-z0-9_]{1,40}")
_AT_MOST = 9            # words of one scale: more could not be told apart
_MOST_KINDS = 5         # kinds of source that a word may ask for
_NUMBERS = ("none", "one", "two", "three", "four", "five")


class MalformedScale(Malformed):
    """A file of a scale cannot be read as one; the sentence says where and what is wrong."""

    title = "This scale could not be read"


@dataclass(frozen=True)
class Rating:
    """One word of a scale, what it means here, its sign, and of how many kinds its evidence has to be."""

    code: str
    word: str
    definition: str
    sign: str
    kinds: int = 0


NOT_ASSESSED = Rating("not_assessed", "Not assessed", "Nothing was looked at in this period.", "none")
UNABLE = Rating(
    "insufficient_evidence", "Unable to form a view",
    "It was looked at, but what was needed to judge it was not supplied, or did not suffice.", "unknown",
)
_OF_EVERY_SCALE = (NOT_ASSESSED, UNABLE)


@dataclass(frozen=True)
class Scale:
    """A scale; `ratings` are its own words, the best first, and then the two that belong to every scale."""

    code: str
    title: str
    source: str
    ratings: tuple[Rating, ...]

    def rating(self, code: str) -> Rating:
        """The word with this code; a code that the scale does not have is shown as it stands."""
        return next((one for one in self.ratings if one.code == code), Rating(code, code, "", "unknown"))

    def has(self, code: str) -> bool:
        """Whether the scale has this word."""
        return any(one.code == code for one in self.ratings)

    def direction(self, before: str, now: str) -> Direction:
        """Where it went from one word to another; steady where either says nothing of how good it is."""
        own = [one.code for one in self.ratings if one not in _OF_EVERY_SCALE]
        if before not in own or now not in own or before == now:
            return Direction.STEADY
        return Direction.IMPROVING if own.index(now) < own.index(before) else Direction.DECLINING


def parse(text: str | bytes, file_name: str) -> Scale:
    """The scale that a TOML text describes, or the bytes of its file.

    Raises MalformedScale, with the file and the line for a syntax error, or the table and the key otherwise.
    """
    asked = Asked.read(text, file_name, MalformedScale)
    asked.nothing_but("code", "title", "source", "ratings")
    ratings = [_rating(one) for one in asked.tables("ratings", _AT_MOST)]
    asked.no_code_twice("ratings", [one.code for one in (*ratings, *_OF_EVERY_SCALE)])
    return Scale(
        code=asked.matching("code", _SCALE, "capital letters, digits and _"),
        title=asked.text("title"), source=asked.text("source"), ratings=(*ratings, *_OF_EVERY_SCALE),
    )


def _rating(asked: Asked) -> Rating:
    asked.nothing_but("code", "word", "definition", "sign", "kinds")
    return Rating(
        code=asked.matching("code", _RATING, "small letters, digits and _"),
        word=asked.text("word"), definition=asked.text("definition"),
        sign=asked.one_of("sign", SIGNS), kinds=asked.count("kinds", _MOST_KINDS),
    )


def kinds_missing(rating: Rating, kinds: Sequence[str]) -> str:
    """What a word still asks for beside these kinds of source, in a sentence; "" when they suffice."""
    missing = rating.kinds - len(kinds)
    if missing <= 0:
        return ""
    held = f"so far there {'are' if len(kinds) > 1 else 'is'} {_NUMBERS[len(kinds)]}"
    held += f" ({listed(list(kinds))})" if kinds else ""
    return (
        f"“{rating.word}” needs evidence of at least {_NUMBERS[rating.kinds]} kinds of source; {held}. "
        f"Link {_NUMBERS[missing]} more, or give a reason that stands in."
    )
