"""Every long list of the demonstration, read by its ids a few at a time, is the list as it is read at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from scrutineer.register.register import Register
from scrutineer.ui.actions.page import ActionsScreen
from scrutineer.ui.activities.page import ActivitiesScreen
from scrutineer.ui.evidence.page import EvidenceScreen
from scrutineer.ui.learning.page import LearningScreen
from scrutineer.ui.list_screen import ListScreen
from tests.ui import window

AT_ONCE = 7


def in_pieces(ids: Sequence[str], read: Callable[[Sequence[str] | None], Sequence[Any]]) -> list[Any]:
    return [line for start in range(0, len(ids), AT_ONCE) for line in read(list(ids[start : start + AT_ONCE]))]


def test_challenges_come_alike_in_pieces(register: Register):
    whole = register.challenges.lines()
    assert len(whole) > 2 * AT_ONCE
    assert in_pieces(register.challenges.ids(), register.challenges.lines) == whole


@pytest.mark.parametrize("cls", [ActionsScreen, ActivitiesScreen, EvidenceScreen, LearningScreen])
def test_what_the_other_lists_show_comes_alike_in_pieces(
    cls: type[ListScreen], register: Register, tmp_path: Path, qtbot: QtBot
):
    screen = cls(window.tools_for(register, tmp_path))
    qtbot.addWidget(screen)
    whole = list(screen.read(None))
    assert len(whole) > 2 * AT_ONCE
    assert in_pieces(screen.ids(), screen.read) == whole
