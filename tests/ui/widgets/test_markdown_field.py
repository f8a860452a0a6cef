from __future__ import annotations

import dataclasses
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from scrutineer.ui.jobs import Jobs
from scrutineer.ui.widgets import markdown_field
from scrutineer.ui.widgets.field import Desk, Field
from scrutineer.ui.widgets.markdown_field import MarkdownField
from scrutineer.ui.widgets.prose import Prose
from tests.ui.fakes import FakeMessages, Look


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown_field, "_PAUSE", 20)


@pytest.fixture
def field(qtbot: QtBot, desk: Desk) -> MarkdownField:
    return made(qtbot, desk)


def made(qtbot: QtBot, desk: Desk) -> MarkdownField:
    field = MarkdownField(desk)
    field.call("purpose", "Purpose")
    qtbot.addWidget(field)
    field.resize(1000, 300)
    field.show()
    return field


def text(field: MarkdownField) -> QPlainTextEdit:
    return field.findChild(QPlainTextEdit, "purpose")


def look(field: MarkdownField) -> Prose:
    return field.findChild(Prose)


def tool(field: MarkdownField, name: str) -> QToolButton:
    return field.findChild(QToolButton, f"tool-{name}")


def test_what_is_typed_is_shown_as_it_will_look_after_a_pause(field: MarkdownField, qtbot: QtBot) -> None:
    assert isinstance(field, Field)
    with qtbot.waitSignal(field.edited):
        qtbot.keyClicks(text(field), "**well**")
    assert look(field).toPlainText() == ""
    qtbot.waitUntil(lambda: look(field).toPlainText() == "well")
    assert field.value() == "**well**"


def test_the_look_is_made_beside_the_window_and_an_older_one_is_never_shown(qtbot: QtBot, desk: Desk) -> None:
    threads: list[bool] = []
    held = threading.Event()

    def render(words: str) -> Look:
        threads.append(threading.current_thread() is threading.main_thread())
        held.wait(5)
        return Look(f"<p>{words}</p>")

    jobs = Jobs(FakeMessages())
    field = made(qtbot, dataclasses.replace(desk, jobs=jobs, render=render))
    seen: list[str] = []
    look(field).textChanged.connect(lambda: seen.append(look(field).toPlainText()))
    field.set_value("older")
    field.set_value("newer")
    held.set()
    qtbot.waitUntil(lambda: jobs.current is None)
    jobs.close()
    assert threads
    assert not any(threads)
    assert "older" not in seen
    assert look(field).toPlainText() == "newer"


def test_a_note_says_when_a_text_is_not_shown_as_it_will_look(qtbot: QtBot, desk: Desk) -> None:
    field = made(qtbot, dataclasses.replace(desk, render=lambda words: Look(words, "Too long to preview.")))
    field.set_value("words")
    assert "Too long to preview." in [words.said() for words in field.findChildren(type(field._note))]


def test_without_a_preview_nothing_is_rendered(qtbot: QtBot, desk: Desk) -> None:
    rendered: list[str] = []
    field = made(qtbot, dataclasses.replace(desk, render=lambda words: Look(rendered.append(words) or words)))
    tool(field, "preview").click()
    rendered.clear()
    field.set_value("words")
    assert rendered == []
    assert not look(field).isVisible()
    tool(field, "preview").click()
    assert rendered == ["words"]


@pytest.mark.parametrize(("key", "made"), [(Qt.Key.Key_B, "**words**"), (Qt.Key.Key_I, "*words*")])
def test_shortcuts_mark_the_selection(field: MarkdownField, qtbot: QtBot, key: Qt.Key, made: str) -> None:
    field.set_value("words")
    text(field).selectAll()
    qtbot.keyClick(text(field), key, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == made
    text(field).undo()
    assert field.value() == "words"


def test_every_button_does_something_and_is_named(field: MarkdownField) -> None:
    for name in ("bold", "italic", "bullets", "numbers", "heading", "link", "table", "quote"):
        field.set_value("words")
        text(field).selectAll()
        tool(field, name).click()
        assert field.value() != "words", name
        assert tool(field, name).accessibleName().startswith("Purpose: ")
        assert "Ctrl+" in tool(field, name).toolTip()


def test_tab_goes_through_the_field_and_arrows_through_its_buttons(field: MarkdownField, qtbot: QtBot) -> None:
    assert text(field).tabChangesFocus()
    buttons = [tool(field, name) for name in ("bold", "italic", "preview")]
    assert [bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus) for button in buttons] == [True, False, False]
    buttons[0].setFocus()
    qtbot.keyClick(buttons[0], Qt.Key.Key_Right)
    assert buttons[1].hasFocus()
    qtbot.keyClick(buttons[1], Qt.Key.Key_Left)
    qtbot.keyClick(buttons[0], Qt.Key.Key_Left)
    assert buttons[2].hasFocus()


def test_the_preview_stands_beside_the_text_or_under_it(field: MarkdownField, qtbot: QtBot) -> None:
    assert look(field).x() > text(field).x()
    field.resize(400, 600)
    qtbot.waitUntil(lambda: look(field).y() > text(field).y())


def test_the_field_grows_with_its_text_up_to_a_bound(field: MarkdownField) -> None:
    empty = text(field).height()
    field.set_value("line\n" * 8)
    grown = text(field).height()
    field.set_value("line\n" * 500)
    assert empty < grown < text(field).height() < 600


def test_showing_a_text_is_no_edit_and_restoring_a_draft_is(field: MarkdownField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.edited):
        field.set_value("as it was")
    with qtbot.waitSignal(field.edited):
        field.restore("as it was typed")
    assert field.draft() == "as it was typed"


def test_what_is_only_read_has_no_toolbar(field: MarkdownField) -> None:
    tools = field.findChildren(QToolButton)
    field.setEnabled(False)
    assert not any(one.isVisible() for one in tools)
    field.setEnabled(True)
    assert all(one.isVisible() for one in tools)
