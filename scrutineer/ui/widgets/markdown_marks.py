"""What the buttons of the Markdown field do to the text: pure changes of text and selection.

A change takes the whole text and the selected stretch and gives both back. It knows no widget, so
that each can be tried by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias


class Stretch(NamedTuple):
    """A text and the part of it that is selected, from `start` up to but not including `end`."""

    text: str
    start: int
    end: int


Change: TypeAlias = Callable[[Stretch], Stretch]

_BULLET = re.compile(r"^- ")
_NUMBER = re.compile(r"^\d+\. ")
_HEADING = re.compile(r"^#{1,6} ")
_QUOTE = re.compile(r"^> ?")
_TABLE = "| What | Who | When |\n| --- | --- | --- |\n|  |  |  |\n"


def bold(stretch: Stretch) -> Stretch:
    """Put the selection between double asterisks, or take them away."""
    return _wrap(stretch, "**")


def italic(stretch: Stretch) -> Stretch:
    """Put the selection between single asterisks, or take them away."""
    return _wrap(stretch, "*")


def bullets(stretch: Stretch) -> Stretch:
    """Make the selected lines a bullet list, or plain lines again."""
    return _lines(stretch, _BULLET, lambda _: "- ")


def numbers(stretch: Stretch) -> Stretch:
    """Make the selected lines a numbered list, or plain lines again."""
    return _lines(stretch, _NUMBER, lambda number: f"{number}. ")


def heading(stretch: Stretch) -> Stretch:
    """Make the selected lines headings, or plain lines again."""
    return _lines(stretch, _HEADING, lambda _: "## ")


def quote(stretch: Stretch) -> Stretch:
    """Make the selected lines a quotation, or plain lines again."""
    return _lines(stretch, _QUOTE, lambda _: "> ")


def link(stretch: Stretch) -> Stretch:
    """Make the selection a link; the address is selected, to be typed over."""
    text, start, end = stretch
    words = text[start:end] or "words"
    made = f"[{words}](https://)"
    address = start + len(words) + 3
    return Stretch(text[:start] + made + text[end:], address, address + len("https://"))


def table(stretch: Stretch) -> Stretch:
    """Put an empty table after the line that the selection ends in; its first title is selected."""
    text, _, end = stretch
    at = text.find("\n", end)
    at = len(text) if at < 0 else at
    before = text[:at].rstrip("\n")
    lead = f"{before}\n\n" if before else ""
    return Stretch(lead + _TABLE + text[at:], len(lead) + 2, len(lead) + 6)


def _wrap(stretch: Stretch, sign: str) -> Stretch:
    text, start, end = stretch
    inner = text[start:end]
    kept = inner.strip()
    start += len(inner) - len(inner.lstrip()) if kept else 0
    end = start + len(kept)
    size = len(sign)
    around = text[max(0, start - size) : start], text[end : end + size]
    if around == (sign, sign) and not _is_bold(text, start, sign):
        return Stretch(text[: start - size] + kept + text[end + size :], start - size, end - size)
    return Stretch(text[:start] + sign + kept + sign + text[end:], start + size, end + size)


def _is_bold(text: str, start: int, sign: str) -> bool:
    """Whether a single asterisk beside the stretch is one half of a double one."""
    return sign == "*" and text[max(0, start - 2) : start] == "**" and text[max(0, start - 3) : start] != "***"


def _lines(stretch: Stretch, mark: re.Pattern[str], lead: Callable[[int], str]) -> Stretch:
    text, start, end = stretch
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", max(first, end - 1 if end > start else end))
    last = len(text) if last < 0 else last
    lines = text[first:last].split("\n")
    if all(mark.match(line) for line in lines if line.strip()) and any(line.strip() for line in lines):
        changed = [mark.sub("", line) for line in lines]
    else:
        bare = [_strip(line) for line in lines]
        numbered = iter(range(1, len(lines) + 1))
        changed = [lead(next(numbered)) + line if line.strip() or len(lines) == 1 else line for line in bare]
    made = "\n".join(changed)
    at_end = first + len(made)
    return Stretch(text[:first] + made + text[last:], at_end if start == end else first, at_end)


def _strip(line: str) -> str:
    for mark in (_BULLET, _NUMBER, _HEADING, _QUOTE):
        line = mark.sub("", line)
    return line
