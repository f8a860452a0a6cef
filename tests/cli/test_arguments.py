"""What may be typed after a command."""

from __future__ import annotations

import pytest

from scrutineer import __version__, cli
from tests.cli.conftest import Said


@pytest.mark.parametrize("words", [
    [], ["today"], ["list", "x.scrutiny"], ["list", "x.scrutiny", "--out", "list.pdf"],
    ["today", "x.scrutiny", "--as-at", "some day"], ["log", "x.scrutiny", "--out", "l.docx", "--as-at", "+1"],
    ["paper"], ["paper", "assurance", "x.scrutiny"], ["nonsense"], ["log", "x.scrutiny", "--out", "log.pdf"],
    ["paper", "letter", "x.scrutiny", "--out", "l.docx"],
    ["paper", "letter", "x.scrutiny", "--out", "l.docx", "--to", "ICB", "--closing", "--recognition"],
    ["paper", "letter", "x.scrutiny", "--out", "l.docx", "--to", "ICB", "--recognition", "--challenge", "C-2026-001"],
    ["paper", "assurance", "x.scrutiny", "--out", "a.docx", "--from", "yesterday"],
    ["paper", "assurance", "x.scrutiny", "--out", "a.docx", "--from", "2026-01-01", "--period", "2026-27-Q2"],
])  # fmt: skip
def test_wrong_usage_ends_with_2(words: list[str], capsys: Said):
    assert cli.main(words) == cli.USAGE
    assert "usage: scrutineer" in capsys.readouterr().err


def test_a_day_that_has_not_come_yet_is_refused_in_words(capsys: Said):
    assert cli.main(["today", "x.scrutiny", "--as-at", "+1"]) == cli.USAGE
    assert "That day has not come yet." in capsys.readouterr().err


def test_version_and_help_end_well(capsys: Said):
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"Scrutineer {__version__}\n"
    assert cli.main(["--help"]) == 0
    assert "scrutineer [FILE]" in capsys.readouterr().out
