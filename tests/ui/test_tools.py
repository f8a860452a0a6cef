"""What every screen is handed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from scrutineer.exchange.opened import NotOpened
from scrutineer.ui.tools import look_of
from tests.factories import TODAY


def test_a_narrative_looks_as_word_will_have_it_and_loads_nothing():
    look = look_of("A **bold** claim:\n- one\n- two\n\n<img src='https://example.org/x.png'>")
    assert "bold</b>" in look.html or "bold</strong>" in look.html
    assert "<li" in look.html
    assert "<img" not in look.html
    assert look.note == ""


def test_what_is_too_long_to_be_shown_as_it_will_look_says_so():
    assert look_of("word " * 60_000).note.startswith("Shown as typed")


def test_the_desk_of_fields_is_that_of_the_record(tools):
    assert tools.desk.today() == TODAY
    assert tools.desk.jobs is tools.jobs


def test_a_link_is_opened_only_when_the_person_says_so(tools):
    assert tools.ask_to_open("https://example.org")
    assert tools.messages.said == ["Open https://example.org outside Scrutineer?"]
    tools.messages.yes = False
    assert not tools.ask_to_open("https://example.org")


def test_the_folder_of_a_file_is_shown_by_the_system(tools, tmp_path, monkeypatch):
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    tools.open_folder(tmp_path / "paper.docx")
    assert [Path(url.toLocalFile()) for url in opened] == [tmp_path]


def test_without_a_window_there_is_nowhere_to_restore_to(tools, tmp_path):
    assert tools.restore(tmp_path / "backup.scrutiny") is None


def test_an_attached_file_is_opened_as_a_copy_in_the_folder_that_is_swept(tools, monkeypatch):
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) is None)
    assert tools.open_copy("letter.pdf", b"%PDF")
    (copy,) = [Path(url.toLocalFile()) for url in opened]
    assert copy == tools.copies.folder / "letter.pdf"
    assert copy.read_bytes() == b"%PDF"


def test_what_is_not_safe_to_open_is_not_opened(tools, monkeypatch):
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    with pytest.raises(NotOpened):
        tools.open_copy("letter.pdf.exe", b"MZ")
    assert opened == []
