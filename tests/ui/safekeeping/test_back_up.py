"""“Back up now”, from wherever one is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scrutineer.register.desk import Changed
from scrutineer.register.register import Register
from scrutineer.ui.safekeeping import back_up
from scrutineer.ui.tools import Tools
from tests.ui.fakes import ChoosingMessages


def test_it_says_what_was_backed_up_and_tells_those_who_listen(
    tools: Tools, register: Register, tmp_path: Path, qtbot: QtBot
) -> None:
    heard: list[Changed] = []
    register.on_change(heard.append)
    assert back_up.ask(tools, QWidget()) == ""
    [made] = (tmp_path / "backups").iterdir()
    assert made.name in tools.say.sentences[-1]
    assert [changed.kinds for changed in heard] == [{"backup"}]


def test_a_folder_that_is_chosen_is_where_the_next_backup_goes(
    tools: Tools, messages: ChoosingMessages, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    messages.chosen = [stick]
    assert back_up.choose_folder(tools) == stick
    assert messages.proposed == [tmp_path / "backups"]
    assert tools.preferences.backup_folder == stick
    assert back_up.choose_folder(tools) is None
    assert tools.preferences.backup_folder == stick


def test_without_a_folder_nothing_is_done(tools: Tools, tmp_path: Path) -> None:
    tools.preferences._settings.remove("files/backups")
    back_up.ask(tools, QWidget())
    assert list((tmp_path / "backups").iterdir()) == []
    assert tools.say.sentences == []
