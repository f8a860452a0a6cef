"""An activity's own facts: planned ahead, or mended afterwards. What was found has a sheet of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scrutineer.domain.activity import Activity, ActivityStatus
from scrutineer.domain.dates import short_date
from scrutineer.ui import sheets
from scrutineer.ui.activities.form import activity_form, short_form_of
from scrutineer.ui.tools import Tools


def ask(tools: Tools, parent: QWidget, id_: str) -> str:
    """Change what was written about an activity."""
    activities = tools.register.activities
    activity = activities.get(id_)
    form = activity_form(tools, activity, more=("feedback_sent_on",))
    sheet = sheets.sheet(
        tools, parent, "Edit this activity", activity.reference, form,
        lambda: activities.save_with_form(form.replace(activity), short_form_of(form)), draft=f"activity:{id_}",
    )
    return "Saved." if sheet.ask() else ""


def plan(tools: Tools, parent: QWidget, _id: str = "") -> str:
    """Plan an activity: the same facts, before it takes place."""
    return _plan(tools, parent, Activity(status=ActivityStatus.PLANNED, private=("reflection",)), "activity:plan")


def plan_with(tools: Tools, parent: QWidget, method_id: str) -> str:
    """Plan an activity with a method, whose form and lines of enquiry it takes over."""
    return _plan(tools, parent, tools.register.methods.begin(method_id), f"activity:plan:{method_id}")


def _plan(tools: Tools, parent: QWidget, activity: Activity, draft: str) -> str:
    form = activity_form(tools, activity)
    planned: list[Activity] = []

    def save() -> None:
        planned.append(tools.register.activities.save_with_form(form.replace(activity), short_form_of(form)))

    sheet = sheets.sheet(
        tools, parent, "Plan an activity", "What will you look at, and when?", form, save, save_words="Plan it",
        draft=draft,
    )  # fmt: skip
    return f"{planned[0].reference} planned for {short_date(planned[0].held_on)}." if sheet.ask() else ""
