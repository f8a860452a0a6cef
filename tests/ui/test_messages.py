from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from scrutineer.domain.errors import DiskFull
from scrutineer.ui.messages import Messages


def meanwhile(act: Callable[[QMessageBox], None]) -> None:
    def on_top() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        act(box)

    QTimer.singleShot(0, on_top)


def press(words: str) -> Callable[[QMessageBox], None]:
    def act(box: QMessageBox) -> None:
        next(button for button in box.buttons() if button.text() == words).click()

    return act


def test_a_question_is_answered_by_the_button_that_names_the_act(qtbot: QtBot) -> None:
    meanwhile(press("Strike out"))
    assert Messages().ask("Strike out?", "The words will be gone.", "Strike out")


def test_escape_means_no(qtbot: QtBot) -> None:
    meanwhile(QMessageBox.reject)
    assert not Messages().ask("Strike out?", "The words will be gone.", "Strike out")


def test_an_error_shows_what_happened_and_what_to_do(qtbot: QtBot) -> None:
    seen: list[tuple[str, str, str]] = []

    def read(box: QMessageBox) -> None:
        seen.append((box.windowTitle(), box.text(), box.informativeText()))
        box.reject()

    meanwhile(read)
    Messages().show_error(DiskFull("There is no room.", "Nothing was lost."))
    assert seen == [("The disk is full", "There is no room.", "Nothing was lost.")]


def test_several_files_are_chosen_at_once_and_none_when_it_was_left(monkeypatch, tmp_path) -> None:
    answers = [[str(tmp_path / "a.pdf"), str(tmp_path / "b.eml")], []]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (answers.pop(0), ""))
    assert Messages().files_to_open("Add files", tmp_path, "All (*)") == [tmp_path / "a.pdf", tmp_path / "b.eml"]
    assert Messages().files_to_open("Add files", tmp_path, "All (*)") == []
