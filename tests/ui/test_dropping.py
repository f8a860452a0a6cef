"""Files dropped on a window: taken a moment later, as copies; whatever is no file is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from scrutineer.ui.dropping import Dropping

_BUTTON, _KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def of(*paths: Path, url: str = "", text: str = "") -> QMimeData:
    """What is dragged."""
    made = QMimeData()
    urls = [QUrl.fromLocalFile(str(path)) for path in paths] + ([QUrl(url)] if url else [])
    if urls:
        made.setUrls(urls)
    if text:
        made.setText(text)
    return made


def drag(widget: QWidget, what: QMimeData) -> bool:
    """Whether the widget would take it."""
    event = QDragEnterEvent(QPointF(1, 1).toPoint(), Qt.DropAction.CopyAction, what, _BUTTON, _KEYS)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drop(widget: QWidget, what: QMimeData) -> Qt.DropAction:
    """Drag it there and drop it; say how it was taken."""
    drag(widget, what)
    event = QDropEvent(
        QPointF(1, 1), Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, what, _BUTTON, _KEYS, QEvent.Type.Drop
    )
    event.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(widget, event)
    return event.dropAction()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a field to type in."""
    made = QWidget()
    QVBoxLayout(made).addWidget(QPlainTextEdit())
    qtbot.addWidget(made)
    made.show()
    return made


def test_files_are_taken_as_copies_once_the_drop_is_over(window: QWidget, tmp_path: Path):
    taken: list[list[Path]] = []
    Dropping(window, taken.append)
    letters = [tmp_path / "a.pdf", tmp_path / "b.eml"]
    assert drop(window, of(*letters)) is Qt.DropAction.CopyAction
    assert taken == []
    QApplication.processEvents()
    assert taken == [letters]


def test_what_is_no_file_of_this_computer_is_not_taken(window: QWidget):
    taken: list[list[Path]] = []
    Dropping(window, taken.append)
    for what in (of(url="https://example.org/letter.pdf"), of(text="Dear Scrutineer")):
        assert not drag(window, what)
        drop(window, what)
    QApplication.processEvents()
    assert taken == []


def test_on_a_sheet_a_field_takes_no_file_for_its_address_and_still_takes_words(window: QWidget, tmp_path: Path):
    taken: list[list[Path]] = []
    Dropping(window, taken.append, on_fields=True)
    field = window.findChild(QPlainTextEdit)
    drop(field.viewport(), of(tmp_path / "a.pdf"))
    QApplication.processEvents()
    assert (taken, field.toPlainText()) == ([[tmp_path / "a.pdf"]], "")
    assert drag(field.viewport(), of(text="Words"))


def test_a_sheet_takes_nothing_that_is_dropped_on_another_window(window: QWidget, qtbot: QtBot, tmp_path: Path):
    taken: list[list[Path]] = []
    Dropping(window, taken.append, on_fields=True)
    other = QPlainTextEdit()
    qtbot.addWidget(other)
    other.show()
    drop(other.viewport(), of(tmp_path / "a.pdf"))
    QApplication.processEvents()
    assert taken == []


def test_a_window_that_closed_meanwhile_takes_nothing(qtbot: QtBot, tmp_path: Path):
    taken: list[list[Path]] = []
    gone = QWidget()
    Dropping(gone, taken.append)
    drop(gone, of(tmp_path / "a.pdf"))
    gone.deleteLater()
    QApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert taken == []
