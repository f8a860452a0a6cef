from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from scrutineer.domain.organisation import Meeting
from scrutineer.domain.paper import PaperKind, PaperStatus
from scrutineer.register.register import Register
from scrutineer.ui.papers import begin
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form
from tests.ui import window


def test_a_paper_for_a_meeting_is_its_boards_and_covers_the_time_since_the_last(
    register: Register, meeting: Meeting, tools: Tools, qtbot: QtBot
) -> None:
    last = register.papers.save(replace(register.papers.begin(meeting=meeting), ends_on=date(2026, 10, 31)))
    register.papers.save(replace(last, status=PaperStatus.ISSUED))
    parent = QWidget()
    qtbot.addWidget(parent)
    window.on_sheet(window.fill_in())
    said = begin.ask(tools, parent, meeting.id)
    new = next(paper for paper in register.papers.all() if paper.id != last.id)
    assert said == f"{new.reference} is begun."
    assert (new.body_id, new.meeting_id) == (meeting.body_id, meeting.id)
    assert (new.starts_on, new.ends_on) == (date(2026, 11, 1), date(2026, 11, 23))


def test_choosing_a_meeting_chooses_its_board(register: Register, meeting: Meeting, tools: Tools, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    seen: list[object] = []

    def choose(sheet: QDialog) -> None:
        form = sheet.findChild(Form)
        form.field("meeting_id").restore(meeting.id)
        seen.append(form.field("body_id").value())

    window.on_sheet(choose)
    assert begin.ask(tools, parent, "") == ""
    assert seen == [meeting.body_id]
    assert register.papers.all() == []


def test_the_report_of_a_year_proposes_its_own_title_and_days_and_leaves_what_was_typed(
    register: Register, meeting: Meeting, tools: Tools, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    seen: list[object] = []

    def choose(sheet: QDialog) -> None:
        form = sheet.findChild(Form)
        form.field("title").restore("My own title")
        form.field("kind").restore(PaperKind.ANNUAL.value)
        seen.extend(form.field(name).value() for name in ("title", "starts_on", "ends_on"))

    window.on_sheet(choose)
    assert begin.ask(tools, parent, meeting.id) == ""
    assert seen == ["My own title", date(2026, 4, 1), date(2026, 11, 23)]
