"""Writes the page of one agency: good news first, then what was asked, then whom to ring."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from scrutineer.domain.dates import day_month, long_date, short_date
from scrutineer.domain.entity import Entity
from scrutineer.domain.organisation import Agency, Contact
from scrutineer.domain.text import opening
from scrutineer.register.agency_page import AgencyPage
from scrutineer.ui.list_screen import EVERY_CHANGE, edit
from scrutineer.ui.widgets.card_row import CardRow
from scrutineer.ui.widgets.chip import Chip
from scrutineer.ui.widgets.steps import Step

_LATEST = 5      # strengths shown before what was asked comes into sight


class Sheet(Protocol):
    """What is written upon."""

    def kicker(self, words: str) -> None: ...
    def title(self, words: str) -> None: ...
    def section(self, label: str) -> None: ...
    def words(self, text: str, role: str = "") -> None: ...
    def narratives(self, entity: Entity) -> None: ...
    def rows(self, title: str, rows: Sequence[CardRow], empty: str = "") -> None: ...
    def steps(self, steps: Iterable[Step], id_: str) -> None: ...


def write(sheet: Sheet, page: AgencyPage) -> None:
    """Write all of it."""
    agency = page.agency
    _head(sheet, page)
    strengths = [
        CardRow("finding", one.id, one.text, " · ".join(filter(None, (one.where, long_date(one.seen_on)))))
        for one in page.strengths[:_LATEST]
    ]
    if more := len(page.strengths) - len(strengths):
        strengths.append(CardRow("finding", "", f"and {more:,} more: open Learning", is_quiet=True))
    sheet.rows("Strengths seen here", strengths, "None noted yet. What works here will stand first.")
    sheet.rows(
        "Open challenges",
        [CardRow("challenge", one.id, one.title, one.reference, right="" if one.is_late else one.waiting,
                 clock=one.waiting if one.is_late else "") for one in page.asked],
        "Nothing is open between you.",
    )  # fmt: skip
    if page.last_seen:
        seen = page.last_seen
        sheet.rows("Last seen on", [CardRow("activity", seen.id, seen.title, lead=short_date(seen.held_on))])
    sheet.rows("People", [_person(one) for one in page.contacts], "Nobody is named yet: whom do you write to?")
    if page.promises:
        sheet.rows("What I promised", [
            CardRow("undertaking", one.id, opening(one.text), one.to_whom,
                    right=f"by {day_month(one.due_on)}" if one.due_on else "")
            for one in page.promises
        ])  # fmt: skip
    if page.services:
        sheet.rows("Services", [_agency(one) for one in page.services])
    if page.before:
        sheet.rows("Formerly", [_agency(one) for one in page.before])
    sheet.narratives(agency)
    service = () if page.within else (Step("add-service", "Add a service within it"),)
    follow = () if page.after else (Step("follow", "It was renamed, merged or split…"),)
    sheet.steps([*service, *follow, EVERY_CHANGE], agency.id)


def _head(sheet: Sheet, page: AgencyPage) -> None:
    agency = page.agency
    standing = f"service within {page.within.name}" if page.within else agency.status.label
    sheet.kicker(f"{agency.kind.label} · {standing}")
    sheet.title(agency.name)
    formerly = f"formerly {', '.join(one.called for one in page.before)}" if page.before else ""
    until = f"until {long_date(agency.ends_on)}" if agency.ends_on else ""
    short = f"in lists: {agency.short_name}" if agency.short_name and agency.short_name != agency.name else ""
    if words := " · ".join(filter(None, (short, formerly, until))):
        sheet.words(words, "soft")
    for one in page.conflicts:
        handled = f" {one.handled}" if one.handled else ""
        sheet.words(f"Conflict of interest noted {short_date(one.noted_on)}: {one.text}{handled}", "soft")
    if page.after:
        sheet.rows("Followed by", [_agency(one) for one in page.after])
    sheet.steps(
        [Step("contact-of", "Add a person"), Step("promise", "Note a promise"), Step("letter", "Letter…"),
         Step("agency_page", "Agency page…"), edit()], agency.id
    )


def _person(one: Contact) -> CardRow:
    mark = "Lead partner" if one.is_lsp else "Delegated partner" if one.is_dsp else ""
    reach = " · ".join(filter(None, (one.role, one.phone, one.email)))
    return CardRow("contact", one.id, one.name, reach, chip=Chip(mark) if mark else None)


def _agency(one: Agency) -> CardRow:
    return CardRow("agency", one.id, one.name, one.kind.label)
