"""Begin a paper: for which board and meeting, and which days it covers."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from scrutineer.domain.paper import Paper
from scrutineer.ui import sheets
from scrutineer.ui.papers import choices
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form

_FIELDS = ("kind", "body_id", "meeting_id", "title", "starts_on", "ends_on", "purpose")


def ask(tools: Tools, parent: QWidget, id_: str) -> str:
    """Ask on a sheet and begin the paper; `id_` is the meeting's that it is for, or ""."""
    papers, meetings = tools.register.papers, tools.register.meetings
    form = Form(Paper, _FIELDS, tools.desk)
    choices.offer(form, tools)
    paper = papers.begin(meeting=meetings.get(id_) if id_ else None)
    form.load(paper)
    proposed = [paper.starts_on]

    def propose() -> None:
        """Another board, another beginning: unless the day was typed."""
        body, since = form.field("body_id"), form.field("starts_on")
        if since.value() == proposed[0]:
            proposed[0] = papers.since(body.value())
            since.set_value(proposed[0])

    def follow() -> None:
        """A meeting is its board's."""
        meeting = meetings.find(form.field("meeting_id").value())
        if meeting and meeting.body_id:
            form.field("body_id").set_value(meeting.body_id)
            propose()

    form.field("body_id").edited.connect(propose)
    form.field("meeting_id").edited.connect(follow)
    begun: list[Paper] = []
    asked = sheets.sheet(
        tools, parent, "Begin a paper", "It covers the time since the last one to that board.", form,
        lambda: begun.append(papers.save(replace(paper, **form.values()))), save_words="Begin", draft="paper:new",
    )
    return f"{begun[0].reference} is begun." if asked.ask() else ""
