"""The e-mail that reminds one party of everything that is awaited from it, in courteous and neutral words.

One mail for all, however many challenges it is about. It is plain text, to be changed by hand before it
is sent by whichever program one writes e-mails with; nothing here sends anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from scrutineer.domain.challenge import clock
from scrutineer.domain.dates import WorkingDays, near_date, short_date
from scrutineer.domain.text import counted, listed, one_line

_NAMED = 3      # references in a subject line; more are counted


class Wanted(NamedTuple):
    """One answer that is awaited, or with `is_action` one agreed action whose day has passed.

    `asked` is what more was asked after a first answer.
    """

    reference: str
    title: str
    put_on: date | None
    due_on: date | None
    is_action: bool = False
    asked: str = ""


class Writer(NamedTuple):
    """Who writes, and for whom."""

    name: str
    title: str
    partnership: str


class Reminder(NamedTuple):
    """A mail ready to be changed and sent: `to` holds addresses, `people` says whose they are."""

    party: str
    to: tuple[str, ...]
    people: tuple[str, ...]
    subject: str
    text: str
    part_ids: tuple[str, ...]      # of the parts that it is about
    is_private: bool = False       # whether it names a challenge that is for me alone to read


def subject(wanted: Sequence[Wanted]) -> str:
    """References alone, because a subject line is read by many: `Independent scrutiny: EX-C-2026-014`."""
    references = list(dict.fromkeys(one.reference for one in wanted))
    more = len(references) - _NAMED
    if more > 0:
        references = [*references[:_NAMED], f"{more} more"]
    return f"Independent scrutiny: {listed(references)}"


def text(wanted: Sequence[Wanted], party: str, writer: Writer, today: date, calendar: WorkingDays) -> str:
    """The words of the mail: what is awaited, by when it was asked for, and how to ask for more time."""
    answers = [one for one in wanted if not one.is_action]
    actions = [one for one in wanted if one.is_action]
    paragraphs = ["Dear colleague,"]
    if answers:
        glad = f"I would be glad to have your answer{'s' if len(answers) > 1 else ''}."
        paragraphs.append(f"What follows was put to {party} and is open. {glad}")
        paragraphs += _items(answers, 1, today, calendar)
    if actions:
        also, those = "also " if answers else "", "this agreed action stands"
        if len(actions) > 1:
            those = "these agreed actions stand"
        paragraphs.append(f"I would {also}be glad to hear how {those}.")
        paragraphs += _items(actions, 1 + len(answers), today, calendar)
    paragraphs.append(
        "If an answer has been sent already, please tell me when and to whom: it may not have reached me. If you "
        "need more time, a line with the day that suits you is enough."
    )
    role = ", ".join(filter(None, (writer.title, writer.partnership)))
    signed = [writer.name if writer.name != writer.title else "", role]
    paragraphs.append("\n".join(["With thanks,", "", *filter(None, signed)]))
    return "\n\n".join(paragraphs) + "\n"


def _items(wanted: Sequence[Wanted], first: int, today: date, calendar: WorkingDays) -> Iterator[str]:
    for number, one in enumerate(wanted, start=first):
        lines = [f"{number}. {one.reference}: {one_line(one.title)}"]
        if one.asked.strip():
            lines.append(f"Asked after your first answer: {one_line(one.asked)}")
        lines.append(" ".join(filter(None, (_dates(one), _clock(one, today, calendar)))))
        yield "\n   ".join(lines)


def _dates(one: Wanted) -> str:
    """`Put on 12 Oct 2026; asked for by 13 Nov 2026.`"""
    put = f"Put on {short_date(one.put_on)}" if one.put_on else ""
    due = f"{'due' if one.is_action else 'asked for by'} {short_date(one.due_on)}" if one.due_on else ""
    said = "; ".join(filter(None, (put, due)))
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _clock(one: Wanted, today: date, calendar: WorkingDays) -> str:
    """`Answer awaited since 13 Nov (6 working days).`"""
    said = clock(one.due_on, today, calendar)
    if one.is_action and one.due_on:
        days = counted(calendar.between(one.due_on, today), "working day")
        said = f"news awaited since {near_date(one.due_on, today)} ({days})"
    return f"{said[:1].upper()}{said[1:]}."
