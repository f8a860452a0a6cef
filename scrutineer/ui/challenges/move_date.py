"""“Move the date”: another day agreed with a party, who asked for it, why, and who agreed. The first stays on record.

Others of the same challenge may be ticked, and then the same day is agreed with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from scrutineer.domain.challenge import Addressee, clock
from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import Entity, said
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.text import listed
from scrutineer.ui.challenges.rows import beside
from scrutineer.ui.challenges.ticks import Party, TicksField
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form

FIELDS = ("due_on", "agreed_on", "why", "asked_by", "agreed_by")


@dataclass(frozen=True, kw_only=True)
class Moving(Entity):
    """What the sheet asks; it is never stored as such."""

    addressee_ids: tuple[str, ...] = said("Whose date", ())
    due_on: date | None = said("New date", None)
    asked_by: str = said("Who asked for it")
    why: str = said("Why")
    agreed_by: str = said("Who agreed to it")
    agreed_on: date | None = said("Agreed on", None)


def ask(tools: Tools, parent: QWidget, addressee_id: str) -> str:
    """Ask for a party's new date."""
    challenges = tools.register.challenges
    part = challenges.part(addressee_id)
    name = challenges.party_name(part)
    awaited = [one for one in challenges.parts(part.challenge_id) if one.status.awaits_answer]
    parties = [_party(tools, one) for one in awaited]
    form = Form(Moving, [*FIELDS[:2], ("addressee_ids", TicksField(parties)), *FIELDS[2:]], tools.desk)
    began = Moving(addressee_ids=(addressee_id,), agreed_on=tools.register.today())
    form.load(began)
    form.show_field("addressee_ids", len(parties) > 1)
    moved: list[str] = []

    def save() -> None:
        typed = form.replace(began)
        if not typed.addressee_ids and part not in awaited:      # nothing is awaited: the register says so
            typed = form.replace(began, addressee_ids=(addressee_id,))
        extend(tools, typed)
        moved.extend(one.name for one in parties if one.id in typed.addressee_ids)

    shown = sheet(
        tools, parent, f"Move the date: {name}", _now(tools, part), form, save, draft=f"move_date:{addressee_id}"
    )  # fmt: skip
    if not shown.ask():
        return ""
    due_on = short_date(form.values()["due_on"])
    return f"The answer from {listed(moved)} is now due on {due_on}."


def extend(tools: Tools, typed: Any) -> None:
    """Move the date of everybody who is ticked, all or none. Raises Invalid; each problem has a field of the sheet."""
    if not typed.addressee_ids:
        raise Invalid([Problem("addressee_ids", "Tick whose date moves.")])
    today = tools.register.today()
    if typed.agreed_on and typed.agreed_on > today:
        raise Invalid([Problem("agreed_on", "That day has not come yet.")])
    known = {*FIELDS, "addressee_ids"}
    beside("due_on", known, lambda: tools.register.extensions.extend(
        typed.addressee_ids, typed.due_on, typed.why, asked_by=typed.asked_by, agreed_by=typed.agreed_by,
        on=typed.agreed_on,
    ))


def _party(tools: Tools, part: Addressee) -> Party:
    register = tools.register
    return Party(
        part.id, register.challenges.party_name(part), clock(part.due_on, register.today(), register.working_days())
    )


def _now(tools: Tools, part: Addressee) -> str:
    """`It is due on 3 Dec 2026: second date, 5 working days later than first agreed.`"""
    if not part.due_on:
        return "No date was set."
    ledger = tools.register.extensions.ledger(part).in_words(tools.register.working_days())
    return f"It is due on {short_date(part.due_on)}{f': {ledger}' if ledger else ''}."
