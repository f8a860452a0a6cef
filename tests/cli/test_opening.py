"""How a record is opened from the command line: passphrase, progress, and a name that is taken."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest

from scrutineer import cli
from scrutineer.reports import saving
from tests.cli.conftest import PASSPHRASE, Run, Said


def test_when_the_paper_is_open_elsewhere_another_name_is_used_and_said(
    record: Path, run: Run, tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
):
    out = tmp_path / "log.docx"
    out.write_bytes(b"open in Word")
    honest = Path.replace

    def held(self: Path, target: Path) -> Path:
        if Path(target).name == "log.docx":
            raise PermissionError(13, "held")
        return honest(self, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(saving, "WAITS", ())
    assert run("log", record, "--out", out) == 0
    said = capsys.readouterr().out
    assert "open in another program" in said
    assert "log (2).docx" in said
    assert out.read_bytes() == b"open in Word"
    assert (tmp_path / "log (2).docx").exists()


@pytest.mark.parametrize("command", ["check", "log"])
def test_a_wrong_passphrase_is_refused_and_the_file_stays_as_it_was(
    record: Path, run: Run, tmp_path: Path, capsys: Said, command: str
):
    before = hashlib.sha256(record.read_bytes()).digest()
    more = ("--out", tmp_path / "log.docx") if command == "log" else ()
    assert run(command, record, *more, passphrase="not the one") == cli.REFUSED
    assert capsys.readouterr().err.count("\n") == 1
    assert hashlib.sha256(record.read_bytes()).digest() == before
    assert [path.name for path in tmp_path.iterdir()] == [record.name]


def test_the_passphrase_is_removed_from_the_environment(record: Path, run: Run):
    assert run("check", record) == 0
    assert cli.VARIABLE not in os.environ


def test_without_variable_and_terminal_it_says_what_to_do(
    record: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv(cli.VARIABLE, raising=False)
    monkeypatch.setattr(sys, "stdin", None)
    assert cli.main(["check", str(record)]) == cli.REFUSED
    assert cli.VARIABLE in capsys.readouterr().err


def test_at_a_terminal_the_passphrase_is_asked_without_echo(
    record: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv(cli.VARIABLE, raising=False)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda prompt: PASSPHRASE)
    assert cli.main(["check", str(record)]) == 0


def test_progress_is_shown_on_a_terminal_and_wiped(
    record: Path, run: Run, capsys: Said, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert run("check", record) == 0
    said = capsys.readouterr()
    assert "Reading every page" in said.err
    assert said.err.endswith(" \r")
    assert "\r" not in said.out
