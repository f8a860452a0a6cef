"""One finding on a sheet of its own: added to an activity afterwards, or mended."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scrutineer.domain.activity import Finding
from scrutineer.domain.inheritance import inherit
from scrutineer.ui import sheets
from scrutineer.ui.activities.form import finding_form
from scrutineer.ui.tools import Tools

_FIELDS = ("kind", "text", "agency_ids", "priority_ids", "framework_items", "themes", "who_could_use")
_LATER = ("passed_on_to", "passed_on_on", "thanked_on")


def ask(tools: Tools, parent: QWidget, id_: str) -> str:
    """Change what was written about a finding."""
    finding = tools.register.findings.get(id_)
    form = finding_form(tools, finding, (*_FIELDS, *_LATER))
    sheet = sheets.sheet(
        tools, parent, "Edit what I found", "", form,
        lambda: tools.register.findings.save(form.replace(finding)), draft=f"finding:{id_}",
    )
    return "Saved." if sheet.ask() else ""


def keep(tools: Tools, _parent: QWidget, reading_id: str) -> str:
    """Keep the question that a figure raised as a finding."""
    tools.register.readings.keep_question(reading_id)
    return "Kept as a question of this activity."


def add(tools: Tools, parent: QWidget, activity_id: str) -> str:
    """Add a finding to the activity with this id, from which it takes over its agencies, themes and the like."""
    register = tools.register
    activity = register.activities.get(activity_id)
    finding = inherit(Finding(activity_id=activity.id, scrutineer_id=register.desk.me), activity)
    form = finding_form(tools, finding, _FIELDS)
    sheet = sheets.sheet(
        tools, parent, "Add what I found", activity.title, form,
        lambda: register.findings.save(form.replace(finding)), draft=f"finding:new:{activity_id}",
    )
    return f"Added to {activity.reference}." if sheet.ask() else ""
