"""The five lists of this screen: what each is called, what it lists, and what is added to it.

Each reads the register and answers with lines; none knows a widget.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from scrutineer.domain.assurance import Conflict
from scrutineer.domain.dates import long_date, near_date, short_date
from scrutineer.domain.organisation import Meeting
from scrutineer.domain.text import counted, opening
from scrutineer.register.register import Register
from scrutineer.ui.agencies.columns import Entry, agency_columns, entry_columns, members, ordered
from scrutineer.ui.widgets.columns import Column


class Listing(NamedTuple):
    """One list: code and label of its chip, its columns and lines, what is said and done while it is empty,
    and the deeds that add to it, the first of them the usual one."""

    code: str
    label: str
    kinds: tuple[str, ...]
    columns: Callable[[date], Sequence[Column]]
    lines: Callable[[Register], Sequence[Any]]
    empty: str
    first: tuple[str, str]
    adds: tuple[tuple[str, str], ...]


def _groups(register: Register) -> list[Entry]:
    names = register.desk.names()
    return [
        Entry(one.id, one.KIND, one.name, members(len(one.agency_ids)), names.get(one.lead_id or "", ""))
        for one in sorted(register.groups.all(), key=lambda one: one.name.casefold())
    ]


def _meetings(register: Register) -> list[Entry]:
    """The bodies; then the meetings to come, the next first, and those that were, the last first."""
    today, everything = register.today(), register.meetings.all()
    coming = register.meetings.coming()
    ids = {one.id for one in coming}
    past = sorted((one for one in everything if one.id not in ids), key=lambda one: one.held_on or date.min,
                  reverse=True)  # fmt: skip
    found = []
    for body in sorted(register.bodies.all(), key=lambda one: one.name.casefold()):
        upcoming = next((one for one in coming if one.body_id == body.id), None)
        number = sum(one.body_id == body.id for one in everything)
        held = counted(number, "meeting") if number else "no meetings yet"
        found.append(Entry(body.id, body.KIND, body.name, held,
                           f"meets {near_date(upcoming.held_on, today)}" if upcoming else ""))
    return found + [_meeting(register, one, today) for one in (*coming, *past)]


def _meeting(register: Register, one: Meeting, today: date) -> Entry:
    about = register.meetings.called(one)
    if one.minute_ref:
        about += f" · minute {one.minute_ref}"
    due = f"papers due {near_date(one.papers_due_on, today)}" if one.papers_due_on and one.held_on else ""
    is_past = bool(one.held_on and one.held_on < today)
    return Entry(one.id, one.KIND, long_date(one.held_on), about, "" if is_past else due, key=str(one.papers_due_on))


def _people(register: Register) -> list[Entry]:
    names, today = register.desk.names(), register.today()
    found = []
    for one in register.contacts.all():
        former = f"until {short_date(one.ends_on)}" if one.ends_on and one.ends_on < today else ""
        mark = "Lead partner" if one.is_lsp else "Delegated partner" if one.is_dsp else ""
        agency = names.get(one.agency_id or "", "")
        entry = Entry(one.id, one.KIND, one.name, " · ".join(filter(None, (one.role, agency))), former,
                      "" if former else mark)
        found.append((bool(former), agency.casefold(), not one.is_lsp, not one.is_dsp, one.name.casefold(), entry))
    return [place[-1] for place in sorted(found, key=lambda place: place[:-1])]


def _partnership(register: Register) -> list[Entry]:
    """The partnership itself, then who scrutinises on which terms, conflicts, closed days, periods, latest first."""
    names, us = register.desk.names(), register.partnership
    found = [Entry(us.id, us.KIND, us.name, "name, letters, clocks, mark and colour", "the partnership")]
    found += [Entry(one.id, one.KIND, one.name, _span(one.title, one.starts_on, one.ends_on), "scrutineer")
              for one in register.scrutineers.all()]  # fmt: skip
    found += [
        Entry(one.id, one.KIND, f"{one.days_per_year:g} days a year",
              _span(names.get(one.scrutineer_id or "", ""), one.starts_on, one.ends_on), "terms")
        for one in register.appointments.all()
    ]
    found += [Entry(one.id, one.KIND, opening(one.text), _conflict(register, one), "conflict of interest")
              for one in register.conflicts.all()]  # fmt: skip
    found += [Entry(one.id, one.KIND, one.reason or "Closed", _span("", one.starts_on, one.ends_on), "closed days")
              for one in _latest(register.closed_days.all())]  # fmt: skip
    found += [Entry(one.id, one.KIND, one.words, _span(one.kind.label, one.starts_on, one.ends_on), "period")
              for one in _latest(register.periods.all())]  # fmt: skip
    return found


def _conflict(register: Register, one: Conflict) -> str:
    """`Council · noted 23 Nov 2026 · ended 1 Dec 2026`."""
    whom = register.desk.names().get(one.agency_id or "", "")
    ended = f"ended {short_date(one.ended_on)}" if one.ended_on else ""
    return " · ".join(filter(None, (whom, f"noted {short_date(one.noted_on)}", ended)))


def _latest(records: Sequence[Any]) -> list[Any]:
    return sorted(records, key=lambda one: one.starts_on or date.min, reverse=True)


def _span(words: str, starts_on: date | None, ends_on: date | None) -> str:
    days = " ".join(
        f"{word} {short_date(day)}" for word, day in (("from", starts_on), ("until", ends_on)) if day
    )
    return " · ".join(filter(None, (words, days)))


LISTS = (
    Listing(
        "agencies", "Agencies", ("agency",), agency_columns,
        lambda register: ordered(register.agencies.lines()),
        "Agencies of the partnership stand here, with the strengths seen in each and what was asked of it. "
        "Add the statutory partners first; the others can wait until you meet them.",
        ("add-partners", "Add the three statutory partners"), (("add-agency", "Add an agency"),),
    ),
    Listing(
        "groups", "Groups", ("agency_group",), lambda _today: entry_columns("Group", "Answers for it"), _groups,
        "A group is addressed as one: the districts, the schools, the practices. Its members stay agencies.",
        ("add-group", "Add a group"), (("add-group", "Add a group"),),
    ),
    Listing(
        "meetings", "Boards and meetings", ("body", "meeting"),
        lambda _today: entry_columns("Board or meeting", "Next"), _meetings,
        "Boards and groups that meet and receive your papers stand here, with their meetings and when papers are due.",
        ("add-body", "Add a board"), (("add-meeting", "Add a meeting"), ("add-body", "Add a board")),
    ),
    Listing(
        "people", "People", ("contact",), lambda _today: entry_columns("Person", "Safeguarding partner"), _people,
        "Whom to write to or ring, in their roles: the lead and delegated safeguarding partners first.",
        ("add-contact", "Add a person"), (("add-contact", "Add a person"),),
    ),
    Listing(
        "partnership", "The partnership", ("partnership", "scrutineer", "appointment", "conflict", "closed_days",
                                           "reporting_period"),
        lambda _today: entry_columns("Name and rules", "What"), _partnership, "", ("", ""), (),
    ),
)  # fmt: skip
