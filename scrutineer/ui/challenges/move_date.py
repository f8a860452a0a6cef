"""“Move the date”: another day agreed with a party, who asked for it, and why. The first date stays on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import Entity, said
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form


@dataclass(frozen=True, kw_only=True)
class Moving(Entity):
    """What the sheet asks; it is never stored as such."""

    due_on: date | None = said("New date", None)
    why: str = said("Who asked for it, and why")


def ask(tools: Tools, parent: QWidget, addressee_id: str) -> str:
    """Ask for a party's new date."""
    challenges = tools.register.challenges
    part = challenges.part(addressee_id)
    name = challenges.party_name(part)
    form = Form(Moving, ["due_on", "why"], tools.desk)
    form.load(Moving())

    def save() -> None:
        typed = form.replace(Moving())
        challenges.move_date(addressee_id, typed.due_on, typed.why)

    now = f"It is due on {short_date(part.due_on)}." if part.due_on else "No date was set."
    shown = sheet(tools, parent, f"Move the date: {name}", now, form, save, draft=f"move_date:{addressee_id}")
    if not shown.ask():
        return ""
    return f"The answer from {name} is now due on {short_date(challenges.part(addressee_id).due_on)}."
