"""An agreed action, one at a time: added to others, changed, reported done, or dropped with a reason."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.dates import short_date
from scrutineer.domain.update import ProgressUpdate
from scrutineer.ui.challenges.rows import beside
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import TextField
from scrutineer.ui.widgets.form import Asked, Beside, Form

_OF_A_MOVE = {"why": "Why the date moves", "asked_by": "Who asked for it", "agreed_by": "Who agreed to it"}


def add(tools: Tools, parent: QWidget, addressee_id: str) -> str:
    """Ask for one more action of a party that has agreed to some."""
    challenges = tools.register.challenges
    name, began = challenges.party_name(challenges.part(addressee_id)), Action(text="")
    form = Form(Action, ["text", "owner_role", "due_on", "measure"], tools.desk, privacy=True, preview=False)
    form.load(began)

    def save() -> None:
        tools.register.courses.add_action(addressee_id, form.replace(began))

    shown = sheet(
        tools, parent, f"Add an action: {name}", "Who and by when may follow.", form, save,
        draft=f"add_action:{addressee_id}",
    )  # fmt: skip
    return f"One more action is agreed with {name}." if shown.ask() else ""


def change(tools: Tools, parent: QWidget, action_id: str) -> str:
    """Ask how an action shall read; why, once a date that was set is moved."""
    actions = tools.register.actions
    before = actions.get(action_id)
    asked = {name: (label, TextField()) for name, label in _OF_A_MOVE.items()}
    of_a_move = [Beside(name, label, editor) for name, (label, editor) in asked.items()]
    fields: list[Asked] = ["text", "owner_role", "due_on", *of_a_move, "measure"]
    form = Form(Action, fields, tools.desk, privacy=True, preview=False)
    form.load(before)
    due_on = form.field("due_on")

    def ask_why() -> None:
        for name in asked:
            form.show_field(name, before.due_on not in {None, due_on.value()})

    def save() -> None:
        why, asked_by, agreed_by = (editor.value() for _, editor in asked.values())
        actions.change(form.replace(actions.get(action_id)), why, asked_by=asked_by, agreed_by=agreed_by)

    due_on.edited.connect(ask_why)
    ask_why()
    shown = sheet(
        tools, parent, "Change the action", _dates(tools, before), form, save, draft=f"change_action:{action_id}"
    )  # fmt: skip
    return "The action is changed." if shown.ask() else ""


def _dates(tools: Tools, action: Action) -> str:
    """`It was first due on 14 Dec 2026; second date, 17 working days later than first agreed.`"""
    if not action.first_due_on:
        return "It has no date yet."
    ledger = tools.register.extensions.ledger(action).in_words(tools.register.working_days())
    return f"It was first due on {short_date(action.first_due_on)}{f'; {ledger}' if ledger else ''}."


def done(tools: Tools, parent: QWidget, action_id: str) -> str:
    """Ask when it was reported done."""
    actions = tools.register.actions
    form = Form(Action, ["done_on"], tools.desk)
    action = actions.get(action_id)
    began = replace(action, done_on=tools.register.today())
    form.load(began)

    def save() -> None:
        done_on = form.replace(began).done_on
        beside("done_on", {"done_on"}, lambda: actions.report_done(action_id, done_on))

    shown = sheet(tools, parent, "Reported done", action.text, form, save)
    return "The action is reported done. Whether it changed anything is yet to be seen." if shown.ask() else ""


def drop(tools: Tools, parent: QWidget, action_id: str) -> str:
    """Ask why it will not be done, and since when that is known."""
    action = tools.register.actions.get(action_id)
    form = Form(Action, ["dropped_because", "dropped_on"], tools.desk, privacy=True, preview=False)
    began = replace(action, dropped_on=tools.register.today())
    form.load(began)

    def save() -> None:
        typed = form.replace(began)
        update = ProgressUpdate(
            action_id=action_id, noted_on=typed.dropped_on, status=ActionStatus.DROPPED, text=typed.dropped_because,
            private=("text",) if "dropped_because" in typed.private else (), scrutineer_id=tools.register.desk.me,
        )
        beside("dropped_on", {"dropped_because"}, lambda: tools.register.updates.note(update))

    shown = sheet(tools, parent, "Drop the action", action.text, form, save, draft=f"drop:{action_id}")
    return "The action is dropped, with its reason." if shown.ask() else ""
