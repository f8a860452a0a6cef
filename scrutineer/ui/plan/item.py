"""An item of the plan on a sheet: what, when and with how many days; the rest may wait."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from scrutineer.domain.activity import THEMES
from scrutineer.domain.entity import said
from scrutineer.domain.plan import PlanItem
from scrutineer.domain.year import Year, year_of
from scrutineer.register.register import Register
from scrutineer.ui import sheets
from scrutineer.ui.plan.months import when_code, when_field, when_of
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import Option
from scrutineer.ui.widgets.form import Asked, Form
from scrutineer.ui.widgets.several import SeveralField
from scrutineer.ui.widgets.words import Words


@dataclass(frozen=True, kw_only=True)
class Planning(PlanItem):
    """What the sheet asks: an item, with year and month as one choice. It is never stored as such."""

    when: str = said("When")

    @classmethod
    def of(cls, item: PlanItem) -> Planning:
        """The item as the sheet shows it."""
        return cls(**_fields(item), when=when_code(item.year, item.planned_on))

    @property
    def item(self) -> PlanItem:
        """The item alone."""
        year, day = when_of(self.when)
        return replace(PlanItem(**_fields(self)), year=year or (year_of(day).begins_in if day else 0), planned_on=day)


def ask(tools: Tools, parent: QWidget, _id: str = "") -> str:
    """Plan an item, this year or next."""
    register = tools.register
    year = year_of(register.today())
    item = PlanItem(year=year.begins_in, days=1.0)
    kept: list[PlanItem] = []
    form = _form(tools, item, (year, year.next))

    def save() -> None:
        kept.append(register.plan_items.plan(form.replace(Planning.of(item)).item))

    shown = sheets.sheet(tools, parent, "Plan an item", "What will I look at, when, and with how many days?", form,
                         save, save_words="Plan it", draft="plan_item:new")  # fmt: skip
    if not shown.ask():
        return ""
    return f"“{kept[-1].title}” is in the plan of {Year(kept[-1].year).label}."


def edit(tools: Tools, parent: QWidget, id_: str) -> str:
    """Change an item; into another year it is moved by rolling it over."""
    items = tools.register.plan_items
    item = items.get(id_)
    more = ["reason"] if item.status.needs_a_reason else []
    form = _form(tools, item, (Year(item.year),), *more)

    def save() -> None:
        now = items.get(id_)
        items.save(replace(form.replace(Planning.of(now)).item, status=now.status, moved_from_id=now.moved_from_id))

    shown = sheets.sheet(tools, parent, "Edit this item", "What, when, and with how many days?", form, save,
                         draft=f"plan_item:{id_}")  # fmt: skip
    return "Saved." if shown.ask() else ""


def _form(tools: Tools, item: PlanItem, years: tuple[Year, ...], *more: str) -> Form:
    """The form, loaded; what there is nothing to choose from for is not asked."""
    register = tools.register
    offered = _offered(register, item)
    themes = SeveralField([Option(name, name) for name in dict.fromkeys([*THEMES, *item.themes])], may_add=True)
    asked: list[Asked] = ["title", "type", ("when", when_field(years, item.planned_on)), "days", *more, "why"]
    asked += ["agency_ids"] if offered["agency_ids"] else []
    asked += [Words("May wait", "heading")]
    asked += ["led_by", "my_part", "asked_by", "level"]
    asked += [name for name in ("method_id", "priority_ids") if offered[name]]
    asked += [("themes", themes)]
    form = Form(Planning, asked, tools.desk, privacy=True, preview=False)
    for name, options in offered.items():
        if options:
            sheets.offer(form, name, options)
    form.load(Planning.of(item))
    return form


def _offered(register: Register, item: PlanItem) -> dict[str, list[Option]]:
    """What there is to choose from; what the item names already stays among it."""
    names = register.desk.names()
    agencies = dict.fromkeys([*(one.id for one in register.agencies.current()), *item.agency_ids])
    in_force = {one.id for one in register.priorities.current()} | set(item.priority_ids)
    return {
        "agency_ids": [Option(id_, names[id_]) for id_ in agencies if id_ in names],
        "priority_ids": [Option(one.id, one.title) for one in register.priorities.all() if one.id in in_force],
        "method_id": [Option(one.id, one.title) for one in register.methods.all()],
    }


def _fields(item: PlanItem) -> dict[str, Any]:
    return {spec.name: getattr(item, spec.name) for spec in fields(PlanItem)}
