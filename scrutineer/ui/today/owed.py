"""The list for the business unit: who owes what, as a Word document or as an Excel workbook."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scrutineer.domain.owed import TITLE
from scrutineer.exchange import owed_list as excel
from scrutineer.exchange.spreadsheet import to_excel
from scrutineer.reports import owed_list as word
from scrutineer.reports.word import to_word
from scrutineer.ui import exporting
from scrutineer.ui.tools import Tools

_NAME = TITLE.lower()


def in_word(tools: Tools, _parent: QWidget, _id: str) -> str:
    """Ask where to write the list as of now, to be printed or filled in by typing."""
    owed = tools.register.owed()
    name = exporting.dated(tools, f"{_NAME}.docx")
    exporting.ask(tools, TITLE, name, exporting.WORD, lambda: to_word(word.document(owed)))
    return ""


def in_excel(tools: Tools, _parent: QWidget, _id: str) -> str:
    """Ask where to write the same list as a workbook."""
    owed = tools.register.owed()
    name = exporting.dated(tools, f"{_NAME}.xlsx")
    sheet, author = excel.sheet(owed), owed.masthead.author
    exporting.ask(tools, TITLE, name, "Excel workbook (*.xlsx)", lambda: to_excel(sheet, author))
    return ""
