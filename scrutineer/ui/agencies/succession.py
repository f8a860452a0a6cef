"""An agency was renamed, merged, split or absorbed: the one that follows it, and from when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QWidget

from scrutineer.domain.dates import long_date
from scrutineer.domain.entity import Entity, link, new_id, said
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.organisation import Agency, Change
from scrutineer.ui import sheets
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import Option
from scrutineer.ui.widgets.form import Form

_FIELDS = ["how", "changed_on", "successor_id", "name", "short_name"]


@dataclass(frozen=True, kw_only=True)
class _Change(Entity):
    """The sheet's own fields; what is kept are the agency after it and the link between the two."""

    how: Change = said("What happened", Change.RENAMED)
    changed_on: date | None = said("From which day", None, required=True)
    successor_id: str | None = link("The agency that follows, if it is on the list", "agency")
    name: str = said("Otherwise, its new name")
    short_name: str = said("Its short name")

    def problems(self) -> list[Problem]:
        """Also: it is one of the list or a new name, not both."""
        found = super().problems()
        if not self.successor_id and not self.name.strip():
            found.append(Problem("name", "Choose the agency that follows, or type its new name."))
        if self.successor_id and self.name.strip():
            found.append(Problem("name", "Choose one of the list or type a new name, not both."))
        return found


def ask(tools: Tools, parent: QWidget, id_: str) -> str:
    """Ask what became of an agency; a split is told once for each part."""
    agencies = tools.register.agencies
    before = agencies.get(id_)
    form = Form(_Change, _FIELDS, tools.desk)
    others = [Option(one.id, one.name) for one in agencies.current() if one.id != id_]
    sheets.offer(form, "successor_id", others)
    start = _Change(changed_on=tools.register.today())
    form.load(start)
    told: list[tuple[Agency, date]] = []

    def save() -> None:
        change = form.replace(start)
        changed_on = change.changed_on
        if (problems := change.problems()) or changed_on is None:
            raise Invalid(problems)
        after = agencies.find(change.successor_id) or replace(
            before, id=new_id(), name=change.name, short_name=change.short_name, starts_on=changed_on, ends_on=None,
            note="", private=(), created_at=None, updated_at=None,
        )
        agencies.follow(before, after, change.how, changed_on)
        told.append((after, changed_on))

    sheet = sheets.sheet(
        tools, parent, f"What became of {before.called}?",
        "What is on record about it stays with it. For a split, do this once for each part.", form, save,
    )
    if not sheet.ask():
        return ""
    after, changed_on = told[-1]
    return f"From {long_date(changed_on)} on, {after.called} follows {before.called}."
