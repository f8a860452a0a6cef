from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from scrutineer.ui.preferences import Preferences


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "habits.ini")


def opened(file: str) -> Preferences:
    return Preferences(QSettings(file, QSettings.Format.IniFormat))


def test_habits_outlive_the_program(file: str, tmp_path: Path) -> None:
    first = opened(file)
    first.theme = "dark"
    first.geometry = QByteArray(b"geometry")
    first.last_folder = tmp_path
    first.keep_splitter("challenges", QByteArray(b"state"))
    first._settings.sync()
    again = opened(file)
    assert again.theme == "dark"
    assert again.geometry == QByteArray(b"geometry")
    assert again.last_folder == tmp_path
    assert again.splitter("challenges") == QByteArray(b"state")
    assert again.splitter("activities").isEmpty()


def test_a_theme_that_nobody_knows_is_the_systems(file: str) -> None:
    settings = QSettings(file, QSettings.Format.IniFormat)
    settings.setValue("theme", "sepia")
    assert Preferences(settings).theme == "system"


def test_the_file_opened_last_comes_first_and_only_once(file: str) -> None:
    habits = opened(file)
    for name in ("a", "b", "a"):
        habits.opened(Path(name))
    assert opened(file).last_files == [Path("a"), Path("b")]


def test_only_eight_files_are_remembered_and_one_that_is_gone_can_be_forgotten(file: str) -> None:
    habits = opened(file)
    for number in range(12):
        habits.opened(Path(f"{number}.scrutiny"))
    habits.forget(Path("11.scrutiny"))
    assert len(habits.last_files) == 7
    assert habits.last_files[0] == Path("10.scrutiny")


def test_somebody_who_wants_no_names_kept_has_none_kept(file: str) -> None:
    habits = opened(file)
    habits.opened(Path("a"))
    habits.remembers_files = False
    habits.opened(Path("b"))
    assert habits.last_files == []
    assert not opened(file).remembers_files


def test_the_folder_for_backups_is_none_until_one_is_chosen(file: str, tmp_path: Path) -> None:
    habits = opened(file)
    assert habits.backup_folder is None
    habits.backup_folder = tmp_path
    assert opened(file).backup_folder == tmp_path
