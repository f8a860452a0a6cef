"""“Agency page…”: the paper about one agency, to be shown to it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scrutineer.reports import agency_page
from scrutineer.reports.word import to_word
from scrutineer.ui import exporting
from scrutineer.ui.exporting import WORD
from scrutineer.ui.tools import Tools


def ask(tools: Tools, _parent: QWidget, id_: str) -> str:
    """Ask where to write the page about the agency with this id, and write it."""
    figures = tools.register.figures.agency_page(id_)
    name = exporting.dated(tools, f"page about {figures.agency}.docx")
    exporting.ask(tools, "Write the agency page", name, WORD, lambda: to_word(agency_page.document(figures)))
    return ""
