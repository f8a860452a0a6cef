from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPlainTextEdit, QTextBrowser
from pytestqt.qtbot import QtBot

from scrutineer.domain.paper import Paper, PaperKind, PaperStatus, SectionCode, chapters_of
from scrutineer.register.register import Register
from scrutineer.ui.papers import sections
from scrutineer.ui.papers.page import PapersScreen
from scrutineer.ui.papers.words import WHAT_FOLLOWS
from scrutineer.ui.tools import Tools
from tests.ui import window
from tests.ui.fakes import ChoosingMessages

APRIL, MARCH = date(2026, 4, 1), date(2027, 3, 31)


def type_words(screen: PapersScreen, text: str) -> None:
    field = window.part(screen, QPlainTextEdit, "words")
    field.setPlainText(text)


def preview(screen: PapersScreen) -> str:
    return window.part(screen, QTextBrowser, "preview").toPlainText()


def states(screen: PapersScreen) -> dict[str, str]:
    return {part.id: part.state for part in map(screen._table.lines.line, range(screen._table.lines.rowCount()))}


def test_without_a_paper_it_says_what_a_paper_is_and_how_to_begin(screen: PapersScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.wanted) as wanted:
        window.press(screen._empty, "first")
    assert wanted.args == ["write", ""]
    assert not screen._export.isVisible()


def test_words_save_themselves_when_the_section_is_left(paper: Paper, screen: PapersScreen, register: Register) -> None:
    type_words(screen, "On balance, **reasonable assurance**.")
    screen._table.select(SectionCode.WHAT_I_DID)
    assert register.papers.sections(paper.id)[SectionCode.BOTTOM_LINE].text == "On balance, **reasonable assurance**."
    assert states(screen)["bottom_line"] == sections.WRITTEN
    assert window.part(screen, QPlainTextEdit, "words").toPlainText() == ""


def test_every_section_says_what_the_record_adds_and_begins_without_the_words_of_another(
    register: Register, screen: PapersScreen
) -> None:
    annual = register.papers.save(Paper(kind=PaperKind.ANNUAL, title="Yearly report", starts_on=APRIL, ends_on=MARCH))
    screen.refresh(frozenset({annual.id}))
    screen.open("paper", annual.id)
    for code in chapters_of(PaperKind.ANNUAL):
        assert screen._table.select(code)
        assert window.part(screen, QPlainTextEdit, "words").toPlainText() == ""
        assert screen._words._follows.said() == WHAT_FOLLOWS[code]
        type_words(screen, f"Of {code.label}")


def test_words_save_themselves_after_a_pause_and_the_cursor_stays(
    paper: Paper, screen: PapersScreen, register: Register, qtbot: QtBot
) -> None:
    type_words(screen, "On balance \n")
    field = window.part(screen, QPlainTextEdit, "words")
    cursor = field.textCursor()
    cursor.setPosition(5)
    field.setTextCursor(cursor)
    qtbot.waitUntil(lambda: SectionCode.BOTTOM_LINE in register.papers.sections(paper.id), timeout=3000)
    assert field.toPlainText() == "On balance \n"
    assert field.textCursor().position() == 5
    assert "On balance" in preview(screen)


def test_words_save_themselves_when_the_screen_is_left(paper: Paper, screen: PapersScreen, register: Register) -> None:
    type_words(screen, "Half a sentence")
    screen.hide()
    assert register.papers.sections(paper.id)[SectionCode.BOTTOM_LINE].text == "Half a sentence"


def test_the_preview_shows_my_words_first_and_then_what_the_record_adds(paper: Paper, screen: PapersScreen) -> None:
    screen._table.select(SectionCode.WHAT_WORKS)
    type_words(screen, "Partners invite scrutiny.")
    screen.finish()
    shown = preview(screen)
    assert shown.startswith("3 What works well")
    assert "3.1 Partners invite scrutiny." in shown
    assert "3.2 Early-help teams hold a joint hour." in shown


def test_the_cover_sheet_saves_itself_and_shows_what_is_to_be_completed(
    paper: Paper, screen: PapersScreen, register: Register
) -> None:
    screen.open("paper", paper.id)
    screen._table.select(sections.COVER)
    assert "To be completed" in preview(screen)
    screen._cover._form.field("sponsor").restore("The Chief Nurse")
    screen.finish()
    assert register.papers.get(paper.id).sponsor == "The Chief Nurse"
    assert "The Chief Nurse" in preview(screen)


def test_a_cover_sheet_that_cannot_stand_is_not_saved_and_says_why(
    paper: Paper, screen: PapersScreen, register: Register
) -> None:
    screen._table.select(sections.COVER)
    screen._cover._form.field("title").restore("")
    screen.finish()
    assert register.papers.get(paper.id).title == paper.title


def test_an_implication_is_written_or_ticked_and_counted_until_then(
    paper: Paper, screen: PapersScreen, register: Register
) -> None:
    assert states(screen)[sections.IMPLICATIONS] == "5 to be completed"
    screen._table.select(sections.IMPLICATIONS)
    window.press(screen, "implication_legal-considered")
    assert register.papers.sections(paper.id)[SectionCode.LEGAL].considered
    assert states(screen)[sections.IMPLICATIONS] == "4 to be completed"
    assert "None identified" in preview(screen)


def test_export_writes_a_word_file_and_says_where(
    paper: Paper, screen: PapersScreen, messages: ChoosingMessages, tools: Tools, tmp_path: Path
) -> None:
    type_words(screen, "What I conclude.")
    messages.chosen = [tmp_path / "out"]
    window.press(screen, "export")
    assert messages.proposed == [tmp_path / "2026-11-23 EX assurance paper draft.docx"]
    written = docx.Document(str(tmp_path / "out.docx"))
    assert "What I conclude." in [paragraph.text for paragraph in written.paragraphs]
    assert "out.docx" in tools.say.sentences[-1]


def test_a_paper_that_was_just_begun_is_shown(paper: Paper, screen: PapersScreen, register: Register) -> None:
    other = register.papers.save(register.papers.begin())
    assert screen._paper == other
    screen.open("paper", paper.id)
    assert screen._paper == paper


def test_a_section_found_by_its_words_is_shown(paper: Paper, screen: PapersScreen, register: Register) -> None:
    section = register.papers.write(paper.id, SectionCode.ACTIONS, "Three actions stand out.")
    screen.open("paper_section", section.id)
    assert screen._table.selected_id() == SectionCode.ACTIONS
    legal = register.papers.write(paper.id, SectionCode.LEGAL, "A duty.")
    screen.open("paper_section", legal.id)
    assert screen._table.selected_id() == sections.IMPLICATIONS


def test_an_issued_paper_is_read_and_no_longer_written(
    paper: Paper, screen: PapersScreen, register: Register
) -> None:
    register.papers.issue(paper.id, date(2026, 11, 20), "issued.docx", b"content")
    assert not screen._editors.isEnabled()
    assert "issued 20 Nov 2026 as “issued.docx”" in screen._facts.said()
    assert not screen.findChild(QAction, "final").isEnabled()
    assert register.papers.get(paper.id).status is PaperStatus.ISSUED


def test_in_a_narrow_window_parts_words_and_preview_come_one_at_a_time(paper: Paper, screen: PapersScreen) -> None:
    screen.resize(800, 480)
    assert screen._table.isVisible()
    assert not screen._words.isVisible()
    screen._go_to_words()
    assert not screen._table.isVisible()
    assert screen._words.isVisible()
    screen._beside.resize(300, 300)
    screen._look.setChecked(True)
    assert screen._preview.isVisible()
    assert not screen._words.isVisible()
