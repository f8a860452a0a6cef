"""What can be edited of each kind of record on this screen, and the one sheet on which it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar

from PySide6.QtWidgets import QWidget

from scrutineer.domain.entity import Entity
from scrutineer.domain.organisation import Agency
from scrutineer.register.desk import Records
from scrutineer.register.register import Register
from scrutineer.ui import sheets
from scrutineer.ui.agencies.colour import ColourField
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import Option
from scrutineer.ui.widgets.form import Form

E = TypeVar("E", bound=Entity)


class Edited(NamedTuple):
    """One kind: what it is called, the question its sheet asks, its fields, and who keeps it."""

    called: str
    question: str
    fields: Sequence[str]
    keeper: Callable[[Register], Records[Any]]


EDITED = {
    "agency": Edited(
        "an agency", "Who is it, and where does it stand?",
        ("name", "short_name", "kind", "status", "parent_id", "starts_on", "ends_on", "note"),
        lambda register: register.agencies,
    ),
    "agency_group": Edited(
        "a group", "Who is addressed as one, and who answers for them?",
        ("name", "short_name", "agency_ids", "lead_id"), lambda register: register.groups,
    ),
    "body": Edited(
        "a board", "Who meets and receives papers?", ("name", "short_name", "note"), lambda register: register.bodies,
    ),
    "meeting": Edited(
        "a meeting", "When, and by when are papers due?",
        ("body_id", "held_on", "papers_due_on", "place", "minute_ref", "note"), lambda register: register.meetings,
    ),
    "contact": Edited(
        "a person", "Whom do I write to or ring?",
        ("name", "role", "agency_id", "is_lsp", "is_dsp", "email", "phone", "starts_on", "ends_on", "note"),
        lambda register: register.contacts,
    ),
    "partnership": Edited(
        "the partnership", "Its name and its own rules; 0 switches a clock off.",
        ("name", "short_code", "area", "serves", "model", "mark", "business_unit", "acknowledge_days", "urgent_days",
         "important_days", "routine_days", "feedback_days", "colour"),
        lambda register: register.partnerships,
    ),
    "scrutineer": Edited(
        "a scrutineer", "Who scrutinises, and from when?", ("name", "title", "starts_on", "ends_on"),
        lambda register: register.scrutineers,
    ),
    "appointment": Edited(
        "terms", "On which terms, and how many days a year?",
        ("scrutineer_id", "starts_on", "ends_on", "days_per_year", "independence", "conflicts"),
        lambda register: register.appointments,
    ),
    "conflict": Edited(
        "a conflict of interest", "What might be seen in my independence, and how is it handled?",
        ("agency_id", "text", "handled", "noted_on", "ended_on"), lambda register: register.conflicts,
    ),
    "closed_days": Edited(
        "closed days", "When is the partnership’s own office closed?", ("starts_on", "ends_on", "reason"),
        lambda register: register.closed_days,
    ),
    "reporting_period": Edited(
        "a period", "Which days does a paper report on?", ("label", "kind", "starts_on", "ends_on"),
        lambda register: register.periods,
    ),
}  # fmt: skip


def keeper_of(register: Register, entity: Entity) -> Records[Any]:
    """Who keeps records of this kind."""
    return EDITED[entity.KIND].keeper(register)


def edit(tools: Tools, parent: QWidget, entity: E) -> E | None:
    """Ask for the fields of a record, new or known, and write it; None when nothing was written."""
    about = EDITED[entity.KIND]
    keeper = about.keeper(tools.register)
    is_known = keeper.find(entity.id) is not None
    form = Form(
        type(entity), [("colour", ColourField()) if name == "colour" else name for name in about.fields], tools.desk,
        privacy=True, preview=False,
    )
    _offer(tools, form, entity)
    form.load(entity)
    kept: list[E] = []
    sheet = sheets.sheet(
        tools, parent, f"{'Edit' if is_known else 'Add'} {about.called}", about.question, form,
        lambda: kept.append(keeper.save(form.replace(keeper.get(entity.id) if is_known else entity))),
        draft=f"{entity.KIND}:{entity.id if is_known else 'new'}",
    )  # fmt: skip
    return kept[-1] if sheet.ask() else None


def _offer(tools: Tools, form: Form, entity: Entity) -> None:
    """Give every link of this kind something to choose from."""
    register = tools.register
    agencies = sheets.agencies(tools)
    hosts = [Option(one.id, one.name) for one in register.agencies.current()
             if not one.parent_id and one.id != entity.id]  # fmt: skip
    choices = {
        "agency_id": agencies, "agency_ids": agencies, "lead_id": agencies,
        "parent_id": hosts if isinstance(entity, Agency) else [],
        "body_id": [Option(one.id, one.name) for one in register.bodies.all()],
        "scrutineer_id": [Option(one.id, one.name) for one in register.scrutineers.all()],
    }
    for name in EDITED[entity.KIND].fields:
        if name in choices:
            sheets.offer(form, name, choices[name])
