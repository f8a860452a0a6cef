"""The visit brief of a planned activity, as a Word document of one page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scrutineer.reports import brief
from scrutineer.reports.word import to_word
from scrutineer.ui import exporting
from scrutineer.ui.tools import Tools


def ask(tools: Tools, _parent: QWidget, activity_id: str) -> str:
    """Ask where to write it, as of now. Raises NotFound."""
    shown = tools.register.briefs.brief(activity_id)
    name = exporting.dated(tools, f"visit brief, {shown.title}.docx")
    exporting.ask(tools, "Visit brief", name, exporting.WORD, lambda: to_word(brief.document(shown)))
    return ""
