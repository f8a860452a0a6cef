from __future__ import annotations

from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from scrutineer.domain.challenge import Challenge
from scrutineer.domain.organisation import Contact
from scrutineer.ui.widgets.editors import editor_for
from scrutineer.ui.widgets.field import Desk
from scrutineer.ui.widgets.form_block import Block
from scrutineer.ui.widgets.words import Words


def block(qtbot: QtBot, desk: Desk, entity: type, name: str, *, privacy: bool = True) -> Block:
    made = Block(entity, name, editor_for(entity, name, desk), privacy=privacy)
    qtbot.addWidget(made)
    made.show()
    return made


def labels(made: Block) -> list[str]:
    return [words.said() for words in made.findChildren(Words) if words.isVisible()]


def test_a_label_stands_above_its_field_and_belongs_to_it(qtbot: QtBot, desk: Desk) -> None:
    made = block(qtbot, desk, Challenge, "forum")
    label = next(words for words in made.findChildren(Words) if words.said() == "Put at")
    assert label.buddy() is made.field


def test_a_tick_has_its_label_beside_it_and_not_above_too(qtbot: QtBot, desk: Desk) -> None:
    made = block(qtbot, desk, Contact, "is_lsp")
    assert labels(made) == []
    assert made.findChild(QCheckBox, "is_lsp").text() == "Lead safeguarding partner"


def test_only_a_narrative_can_be_private_and_only_where_that_is_asked(qtbot: QtBot, desk: Desk) -> None:
    assert block(qtbot, desk, Challenge, "text").findChild(QCheckBox, "text-private") is not None
    assert block(qtbot, desk, Challenge, "forum").findChild(QCheckBox, "forum-private") is None
    without = block(qtbot, desk, Challenge, "text", privacy=False)
    without.set_private(True)
    assert not without.is_private()


def test_a_problem_is_said_and_unsaid(qtbot: QtBot, desk: Desk) -> None:
    made = block(qtbot, desk, Challenge, "title")
    made.show_problem("Title: please fill this in.")
    assert "Title: please fill this in." in labels(made)
    made.field.edited.emit()
    assert "Title: please fill this in." not in labels(made)
