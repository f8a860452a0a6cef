"""F1: one page of the guide for each room."""

from __future__ import annotations

import pytest

from scrutineer.ui.help import Help
from scrutineer.ui.rooms import SCREENS, screen
from scrutineer.ui.widgets.prose import Prose
from tests.ui.window import part


@pytest.mark.parametrize("code", SCREENS)
def test_every_room_has_its_page_which_names_it_and_its_keys(tools, qtbot, code):
    shown = Help(code, tools)
    qtbot.addWidget(shown)
    text = part(shown, Prose, "help-text").toPlainText()
    assert screen(code, tools).title in text
    assert "Keys" in text
    assert len(text) > 300
