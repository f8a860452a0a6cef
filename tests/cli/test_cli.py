"""The command line as a whole: how it ends, and that it needs no window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scrutineer import cli
from scrutineer.cli import opening
from tests.cli.conftest import Said

ROOT = Path(__file__).resolve().parents[2]

# Runs commands where Qt cannot be imported, and says the exit code of each.
WITHOUT_QT = """
import sys
class Without:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ImportError("libEGL.so.1: cannot open shared object file")
sys.meta_path.insert(0, Without())
from scrutineer.storage import key
key.ROUNDS = 10
import os, json
from scrutineer.__main__ import main
codes = []
for words in json.loads(sys.argv[1]):
    os.environ["SCRUTINEER_PASSPHRASE"] = "demonstration"
    codes.append(main(words))
print(codes)
"""


def test_ctrl_c_ends_quietly_and_leaves_nothing_half_written(
    tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
):
    def interrupted(fraction: float, sentence: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(opening, "no_progress", interrupted)
    assert cli.main(["demo", str(tmp_path / "new.scrutiny")]) == cli.STOPPED
    assert capsys.readouterr() == ("", "")
    assert not list(tmp_path.iterdir())


def test_every_command_but_the_window_works_where_qt_is_missing(tmp_path: Path):
    import json

    file, folder = str(tmp_path / "a.scrutiny"), tmp_path / "backups"
    folder.mkdir()
    commands = [
        ["demo", file], ["check", file], ["paper", "assurance", file, "--out", str(tmp_path / "a.docx")],
        ["paper", "record", file, "--out", str(tmp_path / "r.docx")],
        ["paper", "letter", file, "--to", "ICB", "--out", str(tmp_path / "t.docx")],
        ["log", file, "--out", str(tmp_path / "l.docx")], ["today", file],
        ["list", file, "--out", str(tmp_path / "o.docx")], ["list", file, "--out", str(tmp_path / "o.xlsx")],
        ["today", file, "--as-at", "today"], ["backup", file, str(folder)],
    ]  # fmt: skip
    done = without_qt(json.dumps(commands))
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == str([0] * len(commands))
    backup = str(next(folder.iterdir()))
    done = without_qt(json.dumps([["restore", backup, file], ["--version"], [file]]))
    assert done.stdout.splitlines()[-1] == "[0, 0, 1]"
    assert "libEGL.so.1" in done.stderr
    assert "apt-get install libegl1" in done.stderr


def without_qt(words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", WITHOUT_QT, words],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def test_the_command_runs_as_a_process_of_its_own(record: Path):
    environment = {**os.environ, cli.VARIABLE: "not the one"}
    words = [sys.executable, "-m", "scrutineer", "check", str(record)]
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (cli.REFUSED, "")
    assert "Traceback" not in done.stderr
