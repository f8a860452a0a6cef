"""Papers of the system and the culture of scrutiny, asked for on the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from scrutineer import cli
from scrutineer.domain.activity import FindingKind
from scrutineer.domain.learning import Whose
from scrutineer.register.register import Register
from scrutineer.storage import key
from tests.factories import a_finding, a_partnership, a_scrutineer, an_activity

PASSPHRASE = "three invented words"
Run = Callable[..., int]


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record with one voice that is kept, heard at its only activity."""
    monkeypatch.setattr(key, "ROUNDS", 1)
    path = tmp_path / "new.scrutiny"
    register = Register.begin(path, PASSPHRASE, a_partnership(), a_scrutineer())
    visit = register.activities.save(an_activity(held_on=register.today()))
    heard = register.findings.save(a_finding(kind=FindingKind.VOICE, text="The room is loud.", activity_id=visit.id))
    register.voices.keep(replace(register.voices.begin(heard.id), whose=Whose.YOUNG_PERSON))
    register.close()
    return path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    def run(*words: object) -> int:
        monkeypatch.setenv(cli.VARIABLE, PASSPHRASE)
        return cli.main([str(word) for word in words])

    return run


@pytest.mark.parametrize("chosen", [(), ("--activity", f"A-{date.today().year}-001")])  # noqa: DTZ011
def test_the_page_that_goes_back_is_written_for_a_year_or_an_activity(
    record: Path, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], chosen: tuple[str, ...]
):
    out = tmp_path / "page.docx"
    assert run("paper", "you-said", record, "--out", out, *chosen) == 0
    assert "The room is loud." in "\n".join(one.text for one in docx.Document(str(out)).paragraphs)
    assert "“You said, we asked, they did” was written" in capsys.readouterr().out


def test_what_cannot_be_told_is_refused_in_a_sentence(
    record: Path, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "page.docx"
    assert run("paper", "you-said", record, "--out", out, "--from", "1 Jan 2001", "--to", "2 Jan 2001") == cli.REFUSED
    assert "No voice here says yet when it was heard." in capsys.readouterr().err
    assert run("paper", "you-said", record, "--out", out, "--activity", "A-1999-001") == cli.REFUSED
    assert "There is no activity “A-1999-001” in this record." in capsys.readouterr().err
    both = ("--activity", "A-1999-001", "--from", "1 Jan 2001")
    assert run("paper", "you-said", record, "--out", out, *both) == cli.USAGE
    assert not out.exists()
