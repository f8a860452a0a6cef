from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scrutineer.domain.errors import ReportFailed
from scrutineer.domain.paper import Paper, PaperStatus, SectionCode
from scrutineer.register.register import Register
from scrutineer.ui.papers import issue, sections
from scrutineer.ui.tools import Tools
from tests.ui import window
from tests.ui.fakes import ChoosingMessages
from tests.ui.papers.test_export import text_of


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def complete(register: Register, paper: Paper) -> None:
    for code in (SectionCode.SUMMARY, SectionCode.BOTTOM_LINE):
        register.papers.write(paper.id, code, "Reasonable assurance.")
    for code in sections.IMPLIED:
        register.papers.write(paper.id, code, "", considered=True)


def test_the_final_is_held_back_while_something_is_to_be_completed(
    paper: Paper, tools: Tools, messages: ChoosingMessages, parent: QWidget
) -> None:
    issue.write_final(tools, parent, paper.id)
    assert messages.said == ["Before the final: still to be completed: “Summary”, “Bottom line” and 5 implications."]
    assert tools.register.papers.get(paper.id).status is PaperStatus.DRAFTING


def test_the_final_says_so_and_is_noted_with_its_digest(
    paper: Paper, tools: Tools, messages: ChoosingMessages, parent: QWidget, tmp_path: Path
) -> None:
    complete(tools.register, paper)
    messages.chosen = [tmp_path / "final.docx"]
    window.on_sheet(window.fill_in(issued_on=date(2026, 11, 25)))
    issue.write_final(tools, parent, paper.id)
    assert messages.proposed[0].name == "2026-11-23 EX assurance paper.docx"
    assert "Final, issued 25 November 2026" in text_of(tmp_path / "final.docx")
    issued = tools.register.papers.get(paper.id)
    assert (issued.status, issued.issued_on, issued.file_name) == (PaperStatus.ISSUED, date(2026, 11, 25), "final.docx")
    assert issued.file_sha256 == hashlib.sha256((tmp_path / "final.docx").read_bytes()).hexdigest()


def test_the_file_that_really_went_out_comes_home(
    paper: Paper, tools: Tools, messages: ChoosingMessages, parent: QWidget, tmp_path: Path
) -> None:
    went_out = tmp_path / "as sent by the clerk.pdf"
    went_out.write_bytes(b"%PDF")
    messages.chosen = [went_out]
    window.on_sheet(window.fill_in())
    issue.bring_home(tools, parent, paper.id)
    issued = tools.register.papers.get(paper.id)
    assert issued.issued_on == date(2026, 11, 23)
    assert issued.file_sha256 == hashlib.sha256(b"%PDF").hexdigest()


def test_without_a_day_nothing_is_issued(
    paper: Paper, tools: Tools, messages: ChoosingMessages, parent: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "a.docx").write_bytes(b"a")
    messages.chosen = [tmp_path / "a.docx"]
    window.on_sheet(window.fill_in(issued_on=None))
    issue.bring_home(tools, parent, paper.id)
    assert tools.register.papers.get(paper.id).status is PaperStatus.DRAFTING


def test_a_file_that_cannot_be_read_is_said(
    paper: Paper, tools: Tools, messages: ChoosingMessages, parent: QWidget, tmp_path: Path
) -> None:
    messages.chosen = [tmp_path / "gone.docx"]
    with pytest.raises(ReportFailed, match="cannot be read"):
        issue.bring_home(tools, parent, paper.id)
