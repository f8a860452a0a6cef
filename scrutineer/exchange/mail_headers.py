"""Who wrote an e-mail, when and about what, as mail programs set it out above the words.

Reads what a person copied out of Outlook, Gmail or Apple Mail; days are read in the order of the UK, and
what might be ordinary text is left alone. Nothing here knows files.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from scrutineer.domain.dates import parse_date
from scrutineer.domain.text import one_line

_OPENING = ("from", "sent", "date", "to", "cc", "subject")
_FURTHER = ("bcc", "reply-to", "importance", "priority", "sensitivity", "attachments?", "categories",
            "follow up flag", "flag status")  # fmt: skip
_HEADER = re.compile(rf"[\s*]*({'|'.join(_OPENING + _FURTHER)})[\s*]*:[\s*]*(.*)", re.IGNORECASE)
_LEAD = re.compile(r"[-_=\s]*+(original message|forwarded message|begin forwarded message:)?[-_=\s]*+", re.IGNORECASE)
_MOST_LINES = 80      # of a block of headers, and what is looked at of each line: no honest one is longer
LONGEST_LINE = 5_000      # characters

_ATTRIBUTION = re.compile(
    r"On\s(?P<day>.{3,40}?(?:\d{4}|/\d\d)(?!\d))"
    r"(?P<time>,?\s+(?:at\s)?\d\d?[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|BST|UTC|[+-]\d{4}))?)?"
    r",?\s+(?P<sender>\S.{0,200}?)\s*\bwrote:",
    re.IGNORECASE | re.DOTALL,
)
_TIME = re.compile(r"\d\d?(?:[:.]\d\d|\s*[ap]\.?m\b)", re.IGNORECASE)
_DAY_FIRST = re.compile(
    r"(?<!\d)\d\d?(?:st|nd|rd|th)?[\s/.,-]+(?:\d\d?|[a-z]{3,9})[\s/.,-]+(?:\d{4}|\d\d)(?![\d:])", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})[\s.]+(\d\d?)(?:st|nd|rd|th)?,?\s+(\d{4})", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"\b\d{4}-\d\d-\d\d")


class Heading(NamedTuple):
    """What stands above an e-mail; `rest` is everything after it."""

    sender: str
    sent_on: date | None
    subject: str
    rest: str


def heading(text: str) -> Heading | None:
    """The heading with which a tidied text begins: a block of headers, or “On … wrote:”; else None."""
    return _block(text.split("\n")) or _attribution(text)


def sender(written: str) -> str:
    """`Designated Doctor <doctor@icb.example>`, however the mail program wrote it."""
    bare = re.sub(r"[<\[]mailto:([^\s<>\[\]]*)[>\]]", r" <\1>", one_line(written), flags=re.IGNORECASE)
    words = " ".join(bare.replace('"', "").split()).rstrip(";, ")
    if not words.endswith(">"):
        return words
    name, _, address = words.rstrip(">").rpartition("<")
    address = address.strip()
    name = name.strip().removesuffix(address).strip(" <'")
    return f"{name} <{address}>" if name else address


def day(written: str) -> date | None:
    """The day in the date of an e-mail, as it is written there; None without a year or when it is no date."""
    near = written[:200]
    for found in (*_YEAR_FIRST.finditer(near), *_DAY_FIRST.finditer(near)):
        if made := _made(found[0]):
            return made
    turned = (f"{found[2]} {found[1]} {found[3]}" for found in _MONTH_FIRST.finditer(near))
    return next(filter(None, map(_made, turned)), None)


def _made(written: str) -> date | None:
    try:
        return parse_date(written, today=date.min)      # a year is always given, so today plays no part
    except ValueError:
        return None


def _block(lines: list[str]) -> Heading | None:
    """Headers in any order, each once; an empty line ends them when the three that matter are there."""
    found: dict[str, str] = {}
    name, end, after_gap = "", 0, False
    for at, line in enumerate(line[:LONGEST_LINE] for line in lines[:_MOST_LINES]):
        header = _HEADER.fullmatch(line)
        key = _key(header[1]) if header else ""
        if header and key not in found and (key in _OPENING or (found and not after_gap)):
            name, end, after_gap = key, at + 1, False
            found[name] = header[2].strip()
        elif not line.strip():
            if {"from", "sent", "subject"} <= found.keys():
                break
            after_gap = True
        elif name and not header and not after_gap and _goes_on(name, found[name], line):
            found[name] = f"{found[name]} {line.strip()}".strip()
            end = at + 1
        elif found or not _LEAD.fullmatch(line):
            break
    written = found.get("from", "")
    if not re.search(r"[^\W\d_]", written) or not found.keys() & {"sent", "subject"}:
        return None
    if "@" not in written and (_TIME.match(written) or day(written)):
        return None      # “Date: 9 November, From: 2 pm”: an appointment
    rest = "\n".join(lines[end:])
    return Heading(sender(written), day(found.get("sent", "")), one_line(found.get("subject", "")), rest)


def _key(written: str) -> str:
    name = written.lower()
    return "sent" if name == "date" else name


def _goes_on(name: str, value: str, line: str) -> bool:
    """Whether a line without a name belongs to the header above it: a list of people, or a value set below."""
    return not value or (name in {"to", "cc", "bcc"} and (line[0].isspace() or value.endswith((";", ","))))


def _attribution(text: str) -> Heading | None:
    """“On Mon, 9 Nov 2026 at 14:05, Designated Doctor <…> wrote:”, with a time or an address beside the day."""
    said = _ATTRIBUTION.match(text)
    if not said or not (said["time"] or "@" in said["sender"]):
        return None
    sent_on = day(said["day"])
    return Heading(sender(said["sender"]), sent_on, "", text[said.end():]) if sent_on else None
