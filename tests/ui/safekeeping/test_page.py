from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from scrutineer.register.register import Register
from scrutineer.ui.safekeeping.backups import moment
from scrutineer.ui.safekeeping.page import SafeKeepingScreen
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.card_row import CardRow
from tests.factories import MOMENT, an_agency
from tests.ui import window
from tests.ui.fakes import ChoosingMessages


def rows(screen: SafeKeepingScreen) -> list[CardRow]:
    return [row.about for row in screen._made._rows]


def test_a_record_that_was_never_backed_up_says_so(screen: SafeKeepingScreen) -> None:
    assert "has not been backed up yet" in screen._state.said()


def test_a_folder_is_chosen_and_only_then_another(screen: SafeKeepingScreen, tools: Tools, tmp_path: Path) -> None:
    choose = screen.findChild(QPushButton, "folder")
    tools.preferences.backup_folder = tmp_path
    screen.refresh(frozenset())
    assert choose.text() == "Choose another folder"
    tools.preferences._settings.remove("files/backups")
    screen.refresh(frozenset())
    assert choose.text() == "Choose a folder"


def test_a_backup_is_made_listed_and_said(screen: SafeKeepingScreen, tools: Tools, tmp_path: Path) -> None:
    window.press(screen, "back-up")
    [file] = (tmp_path / "backups").iterdir()
    assert screen._state.said() == f"Last backed up {moment(MOMENT)}: opened and checked. Nothing has changed since."
    assert [row.id for row in rows(screen)] == [str(file)]
    assert "entries in" in tools.say.sentences[-1]


def test_a_change_after_the_backup_is_told_when_the_screen_is_seen(
    screen: SafeKeepingScreen, register: Register
) -> None:
    window.press(screen, "back-up")
    register.agencies.save(an_agency())
    screen.hide()
    screen.show()
    assert "It has changed since." in screen._state.said()


def test_without_a_folder_it_is_asked_for_and_remembered(
    screen: SafeKeepingScreen, tools: Tools, messages: ChoosingMessages, tmp_path: Path
) -> None:
    tools.preferences._settings.remove("files/backups")
    window.press(screen, "back-up")
    assert rows(screen) == []
    messages.chosen = [tmp_path]
    window.press(screen, "back-up")
    assert tools.preferences.backup_folder == tmp_path
    assert len(rows(screen)) == 1


def test_a_backup_that_is_gone_is_told_and_cannot_be_opened(screen: SafeKeepingScreen, tmp_path: Path) -> None:
    window.press(screen, "back-up")
    next((tmp_path / "backups").iterdir()).unlink()
    screen.refresh(frozenset())
    [row] = rows(screen)
    assert row.chip is not None
    assert row.chip.words == "not there any more"
    assert row.actions == ()


def test_a_backup_is_opened_and_checked_again(screen: SafeKeepingScreen, tools: Tools) -> None:
    window.press(screen, "back-up")
    window.press(screen, f"verify-{rows(screen)[0].id}")
    assert "is whole" in tools.say.sentences[-1]


def test_a_damaged_backup_is_found_out(screen: SafeKeepingScreen, messages: ChoosingMessages, tmp_path: Path) -> None:
    window.press(screen, "back-up")
    file = next((tmp_path / "backups").iterdir())
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    window.press(screen, f"verify-{file}")
    assert "not as it was written" in messages.said[-1] or "damaged" in messages.said[-1]


def test_the_record_is_checked_and_its_history_proves_it(screen: SafeKeepingScreen) -> None:
    window.press(screen, "check")
    assert "whole" in screen._checked.said()
    assert "lines prove them" in screen._checked.said()


def test_bringing_a_backup_back_closes_the_record_after_a_question(
    tools: Tools, messages: ChoosingMessages, qtbot: QtBot, tmp_path: Path
) -> None:
    asked: list[Path] = []
    screen = SafeKeepingScreen(dataclasses.replace(tools, restore=asked.append))
    qtbot.addWidget(screen)
    messages.chosen, messages.yes = [tmp_path / "a.scrutiny", tmp_path / "a.scrutiny"], False
    window.press(screen, "restore")
    assert asked == []
    messages.yes = True
    window.press(screen, "restore")
    assert asked == [tmp_path / "a.scrutiny"]


def test_striking_out_is_said(screen: SafeKeepingScreen, monkeypatch: pytest.MonkeyPatch, tools: Tools) -> None:
    from scrutineer.ui.safekeeping import strike_out

    monkeypatch.setattr(strike_out, "ask", lambda *_: "Struck out of 1 place.")
    window.press(screen, "strike-out")
    assert tools.say.sentences == ["Struck out of 1 place."]


def test_in_the_demonstration_nothing_is_brought_back(screen: SafeKeepingScreen, register: Register) -> None:
    register.partnerships.save(dataclasses.replace(register.partnership, is_sample=True))
    assert not window.part(screen, QPushButton, "restore").isEnabled()
