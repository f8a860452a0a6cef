from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.ui.entrance.hall import PASSPHRASE, Hall


def test_a_wrong_passphrase_leaves_everything_as_it_was(hall: Hall, record: Callable[..., Path]) -> None:
    path = record()
    before = path.read_bytes()
    hall.entrance.restore(path, hall.folder / "other.scrutiny")
    hall.type("passphrase", "not this one")
    hall.press("restore")
    assert "is wrong" in hall.says()
    assert path.read_bytes() == before
    assert not (hall.folder / "other.scrutiny").exists()


def test_it_says_when_a_record_stands_in_that_place(hall: Hall, record: Callable[..., Path]) -> None:
    path, other = record(), record(name="Other")
    hall.entrance.restore(path, other)
    assert "a safety copy" in hall.says()
    hall.messages.chosen = [hall.folder / "free"]
    hall.press("choose-place")
    assert "a safety copy" not in hall.says()


def test_a_synced_place_is_refused(hall: Hall, record: Callable[..., Path]) -> None:
    hall.entrance.restore(record(), hall.folder / "Dropbox" / "x.scrutiny")
    hall.type("passphrase", PASSPHRASE)
    hall.press("restore")
    assert "Dropbox copies this folder about" in hall.says()
    assert hall.entered == []
