"""A paper goes out: the final is written here, or the file that really went out is brought home.

Either way the record keeps that file's name, its digest and the day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from scrutineer.domain.dates import short_date
from scrutineer.domain.errors import Invalid, Problem, ReportFailed
from scrutineer.domain.paper import Paper
from scrutineer.ui import sheets
from scrutineer.ui.exporting import Written
from scrutineer.ui.papers import export, sections
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form

_KINDS = "Papers (*.docx *.pdf)"


def write_final(tools: Tools, parent: QWidget, paper_id: str) -> None:
    """Write the final, and note it as issued; refused with what is still to be completed."""
    missing = sections.missing(tools.register.papers.sections(paper_id))
    if missing:
        tools.messages.tell("Not yet", f"Before the final: {missing}")
        return
    on = _day(tools, parent, paper_id, "Issue this paper", "The final is written, and noted as issued.")
    if on:
        export.final(tools, paper_id, on, lambda written: _note(tools, paper_id, on, written))


def bring_home(tools: Tools, parent: QWidget, paper_id: str) -> None:
    """Choose the file that went out, wherever it was edited after it left; it becomes the issued version."""
    path = tools.messages.file_to_open("The file that was issued", tools.preferences.last_folder, _KINDS)
    if not path:
        return
    written = Written(path, _read(path))
    on = _day(tools, parent, paper_id, "This is the file I issued", f"“{path.name}” becomes the issued version.")
    if on:
        _note(tools, paper_id, on, written)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReportFailed(f"“{path.name}” cannot be read.", "It may be open elsewhere, or on a disk that is gone.",
                           title="The paper was not read") from error  # fmt: skip


def _day(tools: Tools, parent: QWidget, paper_id: str, title: str, question: str) -> date | None:
    """The day of issue, asked on a sheet; None when it was left."""
    paper = tools.register.papers.get(paper_id)
    form = Form(Paper, ["issued_on"], tools.desk)
    form.load(replace(paper, issued_on=paper.issued_on or tools.register.today()))

    def check() -> None:
        if not form.values()["issued_on"]:
            raise Invalid([Problem("issued_on", "Give the day on which it was issued.")])

    asked = sheets.sheet(tools, parent, title, question, form, check, save_words="Issue")
    return form.values()["issued_on"] if asked.ask() else None


def _note(tools: Tools, paper_id: str, on: date, written: Written) -> None:
    tools.register.papers.issue(paper_id, on, written.path.name, written.content)
    tools.say(f"“{written.path.name}” is noted as issued on {short_date(on)}.", "Open the folder",
              lambda: tools.open_folder(written.path))  # fmt: skip
