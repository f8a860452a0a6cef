from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui import window
from tests.ui.entrance.hall import PASSPHRASE, Hall


def test_a_wrong_passphrase_is_refused_in_words_and_the_file_is_not_touched(
    hall: Hall, record: Callable[..., Path], qtbot: QtBot
) -> None:
    path = record()
    before = hashlib.sha256(path.read_bytes()).digest()
    hall.entrance.unlock(path)
    hall.type("passphrase", "not this one")
    hall.press("unlock")
    assert "The passphrase is wrong, or the file is damaged at its very beginning." in hall.says()
    assert hashlib.sha256(path.read_bytes()).digest() == before
    assert hall.entered == []
    again = window.part(hall.page, QPushButton, "unlock")
    assert not again.isEnabled()
    qtbot.waitUntil(again.isEnabled, timeout=2000)
    hall.type("passphrase", PASSPHRASE)
    hall.press("unlock")
    assert len(hall.entered) == 1


def test_typing_again_takes_the_refusal_away(hall: Hall, record: Callable[..., Path]) -> None:
    hall.entrance.unlock(record())
    hall.press("unlock")
    assert "is wrong" in hall.says()
    hall.type("passphrase", "o")
    assert "is wrong" not in hall.says()


def test_a_file_that_is_no_record_is_refused_with_its_own_sentence(hall: Hall) -> None:
    strange = ((b"SQLite format 3\0" + bytes(5000), "another program’s database"), (b"x", "whole record"))
    for content, sentence in strange:
        path = hall.folder / "strange.scrutiny"
        path.write_bytes(content)
        hall.entrance.unlock(path)
        hall.type("passphrase", PASSPHRASE)
        hall.press("unlock")
        assert sentence in hall.says()
