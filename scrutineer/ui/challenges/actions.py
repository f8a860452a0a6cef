"""What became of an agreed action, as the agency reports it: done, or dropped with a reason."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form


def done(tools: Tools, parent: QWidget, action_id: str) -> str:
    """Ask when it was reported done."""
    actions = tools.register.actions
    form = Form(Action, ["done_on"], tools.desk)

    def as_done() -> Action:
        return replace(actions.get(action_id), status=ActionStatus.DONE, done_on=tools.register.today())

    action = as_done()
    form.load(action)

    def save() -> None:
        actions.save(form.replace(as_done()))

    shown = sheet(tools, parent, "Reported done", action.text, form, save)
    return "The action is reported done. Whether it changed anything is yet to be seen." if shown.ask() else ""


def drop(tools: Tools, parent: QWidget, action_id: str) -> str:
    """Ask why it will not be done."""
    actions = tools.register.actions
    action = actions.get(action_id)
    form = Form(Action, ["dropped_because"], tools.desk, privacy=True, preview=False)
    form.load(action)

    def save() -> None:
        actions.save(form.replace(replace(actions.get(action_id), status=ActionStatus.DROPPED)))

    shown = sheet(tools, parent, "Drop the action", action.text, form, save, draft=f"drop:{action_id}")
    return "The action is dropped, with its reason." if shown.ask() else ""
