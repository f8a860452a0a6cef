"""Data files of the program are read once; one that cannot be read is left out with its sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrutineer import resources
from scrutineer.domain.toml_file import Asked
from scrutineer.register.data_files import shipped


def title_of(data: bytes, file_name: str) -> str:
    return Asked.read(data, file_name).text("title")


def test_each_file_is_read_once_and_a_malformed_one_spoils_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(resources, "folder", lambda: tmp_path)
    (tmp_path / "things").mkdir()
    (tmp_path / "things" / "a.toml").write_text('title = "A"')
    (tmp_path / "things" / "b.toml").write_text("title = B")
    (tmp_path / "things" / "c.toml").mkdir()
    (tmp_path / "things" / "notes.txt").write_text("none of ours")
    found = shipped("things", title_of)
    assert found.found == {"a.toml": "A"}
    assert [str(one)[:9] for one in found.malformed] == ["“b.toml”,", "“c.toml”:"]
    (tmp_path / "things" / "a.toml").unlink()
    assert shipped("things", title_of) is found


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(resources, "folder", lambda: tmp_path)
    assert shipped("things", title_of) == ({}, ())
