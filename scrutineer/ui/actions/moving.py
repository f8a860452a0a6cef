"""“Move the date” of an agreed action: another day, who asked for it, and why. The first date stays on record."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scrutineer.domain.dates import short_date
from scrutineer.ui.actions.columns import what
from scrutineer.ui.challenges.move_date import Moving
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form


def ask(tools: Tools, parent: QWidget, action_id: str) -> str:
    """Ask for an action's new date."""
    actions = tools.register.actions
    action = actions.get(action_id)
    form = Form(Moving, ["due_on", "why", "asked_by", "agreed_by"], tools.desk)
    form.load(Moving())

    def save() -> None:
        typed = form.replace(Moving())
        tools.register.extensions.extend_action(
            action_id, typed.due_on, typed.why, asked_by=typed.asked_by, agreed_by=typed.agreed_by
        )

    now = f"It is due on {short_date(action.due_on)}." if action.due_on else "No date was set."
    shown = sheet(
        tools, parent, "Move the date of the action", f"{now} “{what(action.text)}”", form, save,
        draft=f"move_action:{action_id}",
    )  # fmt: skip
    return f"The action is now due on {short_date(actions.get(action_id).due_on)}." if shown.ask() else ""
