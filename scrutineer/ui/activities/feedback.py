"""Giving feedback to the people who were visited: on which day, and how; what works stands there to begin with."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from scrutineer.domain.activity import Activity, FindingKind
from scrutineer.domain.dates import short_date
from scrutineer.reports.markdown import plain
from scrutineer.ui import sheets
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import TextField
from scrutineer.ui.widgets.form import Asked, Beside, Form
from scrutineer.ui.widgets.words import Words


def ask(tools: Tools, parent: QWidget, id_: str) -> str:
    """Note that feedback on the activity with this id was given."""
    activities = tools.register.activities
    activity = activities.get(id_)
    how = TextField()
    form = Form(Activity, [*_to_begin_with(tools, id_), "feedback_sent_on", Beside("how", "How, and to whom", how)],
                tools.desk)  # fmt: skip
    form.load(replace(activity, feedback_sent_on=activity.feedback_sent_on or tools.register.today()))
    sheet = sheets.sheet(
        tools, parent, "Feedback given", f"{activity.title}, {short_date(activity.held_on)}", form,
        lambda: activities.give_feedback(id_, form.values()["feedback_sent_on"], how.value()),
        save_words="Note it", draft=f"feedback:{id_}",
    )
    return f"Feedback on {activity.reference} noted." if sheet.ask() else ""


def _to_begin_with(tools: Tools, activity_id: str) -> list[Asked]:
    strengths = [one for one in tools.register.activities.findings(activity_id)
                 if one.kind is FindingKind.STRENGTH and "text" not in one.private]
    if not strengths:
        return []
    return [Words("To begin with, what works:", "label"), *(Words(f"• {plain(one.text)}") for one in strengths)]
