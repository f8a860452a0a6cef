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
    proposed, proposed_as = [paper.starts_on], [paper]

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

    def turn() -> None:
        """Another kind of paper has a title and days of its own: unless they were typed."""
        was, now = proposed_as[0], papers.begin(kind=form.field("kind").value())
        for name in ("title", "starts_on", "ends_on"):
            if form.field(name).value() == getattr(was, name):
                form.field(name).set_value(getattr(now, name))
        proposed_as[0], proposed[0] = now, now.starts_on

    form.field("kind").edited.connect(turn)
    form.field("body_id").edited.connect(propose)
    form.field("meeting_id").edited.connect(follow)
    begun: list[Paper] = []
    asked = sheets.sheet(
        tools, parent, "Begin a paper", "It covers the time since the last one to that board.", form,
        lambda: begun.append(papers.save(replace(paper, **form.values()))), save_words="Begin", draft="paper:new",
    )
    return f"{begun[0].reference} is begun." if asked.ask() else ""
