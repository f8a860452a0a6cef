"""Lines kind by kind, strengths first: typed with Enter alone, turned, taken out, kept as a draft."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from scrutineer.domain.activity import FindingKind
from scrutineer.ui.activities.lines import LinesField, Noted
from tests.ui.window import key_in, part

STRENGTH, VOICE, CONCERN = FindingKind.STRENGTH, FindingKind.VOICE, FindingKind.CONCERN


@pytest.fixture
def lines(qtbot: QtBot) -> LinesField:
    made = LinesField()
    made.call("found", "What I found")
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def at() -> str:
    """The line in which the keyboard is."""
    widget = QApplication.focusWidget()
    return widget.objectName() if widget else ""


def type_in(text: str) -> None:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QPlainTextEdit)
    widget.insertPlainText(text)


def enter() -> None:
    widget = QApplication.focusWidget()
    assert widget
    key_in(widget, Qt.Key.Key_Return)


def test_the_keyboard_begins_with_what_works(lines):
    assert at() == "strength-1"
    assert lines.value() == ()


def test_enter_alone_goes_from_line_to_line_and_from_an_empty_one_to_the_next_kind(lines):
    type_in("They knew each child.")
    enter()
    assert at() == "strength-2"
    type_in("They laughed.")
    enter()
    enter()
    assert at() == "voice-1"
    type_in("“They ring back.”")
    for _ in range(2):
        enter()
    assert at() == "learning-1"
    assert lines.value() == (
        Noted(STRENGTH, "They knew each child."), Noted(STRENGTH, "They laughed."), Noted(VOICE, "“They ring back.”"),
    )
    assert [text for kind, text in lines.value() if kind is STRENGTH] == ["They knew each child.", "They laughed."]


def test_a_line_between_two_is_put_after_the_one_that_was_left(lines):
    lines.set_value((Noted(STRENGTH, "First"), Noted(STRENGTH, "Third")))
    lines.setFocus()
    enter()
    type_in("Second")
    assert [text for _, text in lines.value()] == ["First", "Second", "Third"]


def test_a_line_that_becomes_a_concern_goes_to_the_concerns_and_the_keyboard_with_it(lines):
    type_in("No health at strategy meetings.")
    key_in(QApplication.focusWidget(), Qt.Key.Key_5, control=True)
    assert lines.value() == (Noted(CONCERN, "No health at strategy meetings."),)
    assert at() == "concern-1"
    assert part(lines, QPlainTextEdit, "strength-1").toPlainText() == ""


def test_backspace_in_an_empty_line_takes_it_out_but_never_the_last_of_its_kind(lines):
    type_in("First")
    enter()
    key_in(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    assert at() == "strength-1"
    part(lines, QPlainTextEdit, "strength-1").clear()
    key_in(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    assert at() == "strength-1"


def test_arrow_keys_step_over_the_borders_of_kinds(lines):
    for there in ("voice-1", "learning-1"):
        key_in(QApplication.focusWidget(), Qt.Key.Key_Down)
        assert at() == there
    key_in(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert at() == "voice-1"


def test_tab_follows_the_order_in_which_lines_stand(lines):
    type_in("First")
    enter()
    lines.focusNextChild()
    assert at() == "voice-1"


def test_pasted_lines_stand_below_each_other(lines):
    QApplication.clipboard().setText("- One\n- Two\n- Three")
    widget = QApplication.focusWidget()
    assert isinstance(widget, QPlainTextEdit)
    widget.paste()
    assert [text for _, text in lines.value()] == ["One", "Two", "Three"]
    assert at() == "strength-3"


def test_typing_is_an_edit_and_loading_is_none(lines):
    edits: list[None] = []
    lines.edited.connect(lambda: edits.append(None))
    lines.set_value((Noted(STRENGTH, "Loaded"),))
    assert edits == []
    type_in("!")
    assert edits


def test_in_a_narrow_form_headings_stand_above_their_lines(lines, qtbot):
    lines.resize(200, 600)
    qtbot.wait(10)
    heading = next(label for label in lines.findChildren(QPlainTextEdit, "strength-1"))
    assert heading.mapTo(lines, heading.rect().topLeft()).x() < 20


KINDS = st.sampled_from(FindingKind)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=30)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.builds(Noted, KINDS, TEXTS), max_size=6))
def test_a_draft_brings_every_line_back_in_the_order_of_the_kinds(qtbot, noted):
    first, again = LinesField(), LinesField()
    first.set_value(tuple(noted))
    again.restore(first.draft())
    order = list(FindingKind)
    assert again.value() == first.value() == tuple(sorted(noted, key=lambda one: order.index(one.kind)))
    for made in (first, again):
        made.deleteLater()
