"""The list is written where the person says, as a document or as a workbook."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.register.register import Register
from scrutineer.ui.jobs import InlineJobs
from scrutineer.ui.today import owed
from scrutineer.ui.tools import Tools
from tests.factories import an_agency
from tests.ui.fakes import ChoosingMessages
from tests.ui.window import tools_for


@pytest.fixture
def choosing(register: Register, tmp_path: Path) -> ChoosingMessages:
    """Chooses the file “list”, once."""
    agency = register.agencies.save(an_agency())
    register.challenges.put_to(Challenge(title="Fathers", text="Who?"), [Addressee(agency_id=agency.id)])
    return ChoosingMessages(tmp_path / "list")


@pytest.fixture
def tools(register: Register, tmp_path: Path, choosing: ChoosingMessages, qtbot: QtBot) -> Tools:
    plain = tools_for(register, tmp_path)
    return Tools(register, InlineJobs(choosing), choosing, plain.preferences, plain.say)


def test_in_word(tools: Tools, choosing: ChoosingMessages, tmp_path: Path) -> None:
    assert owed.in_word(tools, QWidget(), "") == ""
    (table,) = docx.Document(str(tmp_path / "list.docx")).tables
    assert table.cell(1, 0).text == "Police"
    assert choosing.proposed[0].name == "2026-11-23 EX list for the business unit.docx"


def test_in_excel(tools: Tools, tmp_path: Path) -> None:
    assert owed.in_excel(tools, QWidget(), "") == ""
    page = load_workbook(BytesIO((tmp_path / "list.xlsx").read_bytes())).active
    assert page[page.max_row][0].value == "Police"
