"""“The minutes have come”: their reference for a whole meeting at once, or for one line of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scrutineer.domain.meeting_page import MeetingLine
from scrutineer.domain.organisation import Meeting
from scrutineer.domain.text import counted, opening
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form


def ask(tools: Tools, parent: QWidget, meeting_id: str) -> str:
    """Ask for the minute reference of a meeting; what was noted as heard there is confirmed by it."""
    register = tools.register
    meeting = register.meetings.get(meeting_id)
    form = Form(Meeting, ["minute_ref"], tools.desk)
    form.load(meeting)
    confirmed: list[int] = []

    def save() -> None:
        reference = form.replace(meeting).minute_ref
        confirmed.append(register.meeting_pages.minute(meeting_id, reference))

    shown = sheet(
        tools, parent, "The minutes have come", "It is written on every line that has none of its own, and confirms "
        "the answers that you noted as you heard them.", form, save, draft=f"minute_of:{meeting_id}",
    )  # fmt: skip
    if not shown.ask():
        return ""
    return f"{counted(confirmed[-1], 'answer')} confirmed by the minute." if confirmed[-1] else "The minute is noted."


def ask_line(tools: Tools, parent: QWidget, line_id: str) -> str:
    """Ask for the minute reference of one line."""
    pages = tools.register.meeting_pages
    line = pages.get(line_id)
    form = Form(MeetingLine, ["minute_ref"], tools.desk)
    form.load(line)
    shown = sheet(
        tools, parent, "Its minute reference", f"“{opening(line.text)}”", form,
        lambda: pages.minute_line(line_id, form.replace(line).minute_ref), draft=f"minute_of:{line_id}",
    )  # fmt: skip
    return "The minute is noted." if shown.ask() else ""
