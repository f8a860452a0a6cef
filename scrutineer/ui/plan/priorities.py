"""A priority of the Partnership on a sheet: what it has set itself to make better, and for how long."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scrutineer.domain.plan import Priority
from scrutineer.ui import sheets
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form

_FIELDS = ("title", "text", "starts_on", "ends_on")


def ask(tools: Tools, parent: QWidget, id_: str = "") -> str:
    """Add a priority, or change the one with this id."""
    priorities = tools.register.priorities
    known = priorities.get(id_) if id_ else None
    blank = known or Priority()
    form = Form(Priority, _FIELDS, tools.desk, privacy=True, preview=False)
    form.load(blank)
    shown = sheets.sheet(
        tools, parent, "Edit this priority" if known else "Add a priority",
        "What has the Partnership set itself to make better?", form,
        lambda: priorities.save(form.replace(priorities.get(id_) if id_ else blank)), draft=f"priority:{id_ or 'new'}",
    )  # fmt: skip
    if not shown.ask():
        return ""
    return "Saved." if known else "Added. Items of the plan can name it."
