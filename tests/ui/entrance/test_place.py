from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from scrutineer import paths
from scrutineer.ui.entrance.place import FolderField, PlaceField
from scrutineer.ui.widgets.words import as_given
from tests.ui import window
from tests.ui.fakes import ChoosingMessages


def test_the_whole_path_is_shown_and_another_place_gets_our_ending(qtbot: QtBot, tmp_path: Path) -> None:
    place = PlaceField("Where", ChoosingMessages(tmp_path / "mine"))
    qtbot.addWidget(place)
    place.propose(tmp_path / "a.scrutiny")
    assert as_given(window.part(place, QLabel, "place").text()) == str(tmp_path / "a.scrutiny")
    window.press(place, "choose-place")
    assert place.path() == tmp_path / "mine.scrutiny"


def test_a_place_on_another_machine_is_allowed_with_a_warning(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "is_on_network", lambda _path: True)
    place = PlaceField("Where", ChoosingMessages())
    qtbot.addWidget(place)
    place.propose(tmp_path / "a.scrutiny")
    assert place.is_allowed()
    assert "on another machine" in place._note.said()


def test_a_folder_that_was_not_chosen_is_none(qtbot: QtBot, tmp_path: Path) -> None:
    backups = FolderField(ChoosingMessages(), tmp_path)
    qtbot.addWidget(backups)
    window.press(backups, "choose-folder")
    assert backups.folder() is None
    backups.propose(tmp_path)
    assert backups.folder() == tmp_path
