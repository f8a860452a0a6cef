"""The way in, over a folder of its own: no passphrase costs time, and nothing is found in the person's home."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from scrutineer import paths
from scrutineer.register.register import Register
from scrutineer.storage import key
from scrutineer.ui.entrance.page import Entrance
from scrutineer.ui.preferences import Preferences
from tests.factories import a_partnership, a_scrutineer
from tests.ui.entrance.hall import PASSPHRASE, Hall
from tests.ui.fakes import ChoosingMessages


@pytest.fixture
def hall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Hall]:
    """The entrance, with what went through it."""
    monkeypatch.setattr(key, "ROUNDS", 1)
    (tmp_path / "home").mkdir()
    monkeypatch.setattr(paths, "home", lambda: tmp_path / "home")
    preferences = Preferences(QSettings(str(tmp_path / "habits.ini"), QSettings.Format.IniFormat))
    messages = ChoosingMessages()

    def demonstrate() -> Register:
        return Register.begin(tmp_path / "demo.scrutiny", PASSPHRASE, a_partnership(is_sample=True), a_scrutineer())

    entrance = Entrance(preferences, messages, demonstrate)
    qtbot.addWidget(entrance)
    entrance.show()
    made = Hall(entrance, messages, preferences, tmp_path, [])
    entrance.entered.connect(made.entered.append)
    yield made
    for register in made.entered:
        register.close()


@pytest.fixture
def record(hall: Hall) -> Callable[..., Path]:
    """Make a closed record with these people in it."""

    def make(*names: str, name: str = "Exampleshire") -> Path:
        path = hall.folder / f"{name}.scrutiny"
        register = Register.begin(path, PASSPHRASE, a_partnership(), a_scrutineer())
        for one in names:
            register.scrutineers.save(a_scrutineer(name=one))
        register.close()
        return path

    return make
