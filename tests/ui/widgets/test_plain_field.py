"""A plain text is kept as it is typed, and leaves the Tab key to the form."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from scrutineer.ui.widgets.field import Field
from scrutineer.ui.widgets.plain_field import PlainField


def test_it_is_a_field_that_tells_typing_from_loading(qtbot: QtBot) -> None:
    made, edits = PlainField(), []
    qtbot.addWidget(made)
    made.edited.connect(lambda: edits.append(made.value()))
    made.call("text", "The words")
    made.set_value("Dear **all**,\n")
    assert isinstance(made, Field)
    assert (made.value(), made.draft(), made.problem(), edits) == ("Dear **all**,\n", "Dear **all**,\n", "", [])
    qtbot.keyClicks(made, "x")
    made.restore("Again")
    assert edits == ["xDear **all**,\n", "Again"]
    made.mark("Say more.")
    assert (made.accessibleName(), made.accessibleDescription()) == ("The words", "Say more.")


def test_it_is_as_high_as_its_text_within_bounds(qtbot: QtBot) -> None:
    made, heights = PlainField(), []
    qtbot.addWidget(made)
    for lines in (1, 12, 23, 400):
        made.set_value("words\n" * lines)
        heights.append(made.sizeHint().height())
    assert heights == sorted(heights)
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_tab_goes_on_to_the_next_field(qtbot: QtBot) -> None:
    around, made, after = QWidget(), PlainField(), QLineEdit()
    qtbot.addWidget(around)
    body = QVBoxLayout(around)
    body.addWidget(made)
    body.addWidget(after)
    around.show()
    around.activateWindow()
    made.setFocus()
    qtbot.keyClick(made, Qt.Key.Key_Tab)
    assert made.value() == ""
    assert around.focusWidget() is after
