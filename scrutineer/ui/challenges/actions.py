"""An agreed action, one at a time: added to others, changed, reported done, or dropped with a reason."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.dates import short_date
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import TextField
from scrutineer.ui.widgets.form import Asked, Beside, Form

_WHY = "Who asked for another date, and why"


def add(tools: Tools, parent: QWidget, addressee_id: str) -> str:
    """Ask for one more action of a party that has agreed to some."""
    challenges = tools.register.challenges
    name, began = challenges.party_name(challenges.part(addressee_id)), Action(text="")
    form = Form(Action, ["text", "owner_role", "due_on", "measure"], tools.desk, privacy=True, preview=False)
    form.load(began)

    def save() -> None:
        challenges.add_action(addressee_id, form.replace(began))

    shown = sheet(
        tools, parent, f"Add an action: {name}", "Who and by when may follow.", form, save,
        draft=f"add_action:{addressee_id}",
    )  # fmt: skip
    return f"One more action is agreed with {name}." if shown.ask() else ""


def change(tools: Tools, parent: QWidget, action_id: str) -> str:
    """Ask how an action shall read; why, once a date that was set is moved."""
    actions, why = tools.register.actions, TextField()
    before = actions.get(action_id)
    fields: list[Asked] = ["text", "owner_role", "due_on", Beside("why", _WHY, why), "measure"]
    form = Form(Action, fields, tools.desk, privacy=True, preview=False)
    form.load(before)
    due_on = form.field("due_on")

    def ask_why() -> None:
        form.show_field("why", before.due_on not in {None, due_on.value()})

    def save() -> None:
        actions.change(form.replace(actions.get(action_id)), why.value())

    due_on.edited.connect(ask_why)
    ask_why()
    first = f"It was first due on {short_date(before.first_due_on)}." if before.first_due_on else "It has no date yet."
    shown = sheet(tools, parent, "Change the action", first, form, save, draft=f"change_action:{action_id}")
    return "The action is changed." if shown.ask() else ""


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
