"""Every kind of paper is written by a command, and opened again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scrutineer import cli
from scrutineer.domain.activity import FindingKind
from scrutineer.domain.learning import Whose
from scrutineer.domain.organisation import ReportingPeriod
from scrutineer.register.register import Register
from tests.cli.conftest import PASSPHRASE, Run, Said, words_of
from tests.factories import a_finding, a_partnership, a_scrutineer, an_activity


def test_the_paper_being_written_is_written_with_its_words(record: Path, run: Run, tmp_path: Path, capsys: Said):
    out = tmp_path / "paper.docx"
    assert run("paper", "assurance", record, "--out", out) == 0
    assert str(out) in capsys.readouterr().out
    words = words_of(out)
    assert "What I am not yet assured of" in words
    assert "SAMPLE" in words


def test_with_other_dates_the_paper_covers_those(record: Path, run: Run, tmp_path: Path):
    out = tmp_path / "paper.docx"
    assert run("paper", "assurance", record, "--out", out, "--from", "1 Jul 2026", "--to", "2026-09-30") == 0
    assert "1 July 2026 to 30 September 2026" in words_of(out)
    assert "What I am not yet assured of" not in words_of(out)


def test_a_period_is_asked_for_by_its_label(record: Path, run: Run, tmp_path: Path, capsys: Said):
    out = tmp_path / "paper.docx"
    with_label = Register.open(record, PASSPHRASE)
    period: ReportingPeriod = with_label.periods.all()[-1]
    with_label.close()
    assert run("paper", "assurance", record, "--out", out, "--period", period.label) == 0
    assert str(period.starts_on.year) in words_of(out)
    capsys.readouterr()
    assert run("paper", "assurance", record, "--out", out, "--period", "2026-Q9") == cli.REFUSED
    said = capsys.readouterr().err
    assert "2026-Q9" in said
    assert period.label in said


def test_a_record_without_a_paper_in_hand_gives_the_last_three_months(tmp_path: Path, run: Run):
    file, out = tmp_path / "new.scrutiny", tmp_path / "paper.docx"
    Register.begin(file, "correct horse", a_partnership(), a_scrutineer()).close()
    assert run("paper", "assurance", file, "--out", out, passphrase="correct horse") == 0
    assert "No scrutiny took place" in words_of(out)


def test_dates_in_the_wrong_order_are_refused(record: Path, run: Run, tmp_path: Path, capsys: Said):
    out = tmp_path / "paper.docx"
    words = ("paper", "assurance", record, "--out", out, "--from", "2026-10-01", "--to", "2026-01-01")
    assert run(*words) == cli.REFUSED
    assert capsys.readouterr().err == "The end lies before the beginning.\n"
    assert not out.exists()


def test_the_record_in_full_holds_private_words_and_the_log_does_not(record: Path, run: Run, tmp_path: Path):
    full, log = tmp_path / "full.docx", tmp_path / "log.docx"
    assert run("paper", "record", record, "--out", full) == 0
    assert run("log", record, "--out", log) == 0
    private = "A private word before the next meeting"
    assert private in words_of(full)
    assert private not in words_of(log)
    assert "Are return-home interviews changing plans?" in words_of(log)


def test_a_letter_is_about_all_that_is_open_or_what_is_named_or_closes_or_recognises(
    record: Path, run: Run, tmp_path: Path, capsys: Said
):
    def written(to: str, *more: str) -> str:
        assert run("paper", "letter", record, "--to", to, *more, "--out", tmp_path / "letter.docx") == 0
        return words_of(tmp_path / "letter.docx")

    assert "EX-C-2026-020" in written("community trust")
    assert capsys.readouterr().out == f"“Questions for you” was written to “{tmp_path / 'letter.docx'}”.\n"
    named = written("Community Trust", "--challenge", "C-2026-041", "--challenge", "EX-C-2026-038")
    assert "About\nEX-C-2026-041 and EX-C-2026-038" in named
    assert "closed for you: nothing more is asked of you" in written("Early help", "--closing")
    assert "Probation practitioners ask about every child" in written("Probation", "--recognition")
    assert run("paper", "letter", record, "--to", "Lighthouse", "--out", tmp_path / "no.docx") == cli.REFUSED
    assert capsys.readouterr().err.startswith("There is nobody called “Lighthouse” in this record. Give the name of")


def test_the_page_about_an_agency_is_found_by_its_name(record: Path, run: Run, tmp_path: Path, capsys: Said):
    out = tmp_path / "page.docx"
    assert run("paper", "agency", record, "--agency", "constab", "--out", out) == 0
    assert "Are return-home interviews changing plans?" in words_of(out)
    assert "What will be printed about you" in words_of(out)
    capsys.readouterr()
    assert run("paper", "agency", record, "--agency", "Executive Group", "--out", out) == cli.REFUSED
    assert capsys.readouterr().err.startswith("There is nobody called “Executive Group” in this record.")


def test_the_statement_of_days_covers_this_year_or_the_days_that_were_asked_for(
    record: Path, run: Run, tmp_path: Path, capsys: Said
):
    out = tmp_path / "days.docx"
    assert run("paper", "days", record, "--out", out) == 0
    assert "Statement of days" in words_of(out)
    assert run("paper", "days", record, "--out", out, "--from", "1 Oct 2026", "--to", "31 Oct 2026") == 0
    assert "1 October 2026 to 31 October 2026" in words_of(out)
    assert run("paper", "days", record, "--out", out, "--period", "2026-27-Q2") == 0
    assert "1 July 2026 to 30 September 2026" in words_of(out)
    assert run("paper", "days", record, "--out", out, "--from", "31 Oct 2026", "--to", "1 Oct 2026") == cli.REFUSED
    assert "last day that does not lie before it" in capsys.readouterr().err


def test_the_report_of_a_year_adds_how_scrutiny_feels_and_the_principles(record: Path, run: Run, tmp_path: Path):
    out = tmp_path / "year.docx"
    assert run("paper", "annual", record, "--out", out) == 0
    said = words_of(out)
    assert "Independent scrutiny: annual report" in said
    assert "How scrutiny feels here" in said
    assert "Our principles, and my independence" in said


def test_a_visit_brief_is_written_for_an_activity_by_its_reference(
    record: Path, run: Run, tmp_path: Path, capsys: Said
):
    brief = tmp_path / "brief.docx"
    assert run("paper", "brief", record, "--activity", "A-2026-001", "--out", brief) == 0
    assert "Purpose:" in words_of(brief)
    assert run("paper", "brief", record, "--activity", "A-1999-001", "--out", brief) == cli.REFUSED
    assert "There is no activity “A-1999-001” in this record." in capsys.readouterr().err


@pytest.fixture
def heard(record: Path) -> str:
    """The reference of an activity at which a voice was heard, in the words of whoever heard it."""
    register = Register.open(record, PASSPHRASE)
    visit = register.activities.save(an_activity(held_on=register.today()))
    voice = register.findings.save(a_finding(kind=FindingKind.VOICE, text="The room is loud.", activity_id=visit.id))
    register.voices.keep(replace(register.voices.begin(voice.id), whose=Whose.YOUNG_PERSON))
    register.close()
    return visit.reference


@pytest.mark.parametrize("for_one", [True, False])
def test_the_page_that_goes_back_is_written_for_a_year_or_an_activity(
    record: Path, heard: str, run: Run, tmp_path: Path, capsys: Said, for_one: bool
):
    out = tmp_path / "page.docx"
    assert run("paper", "you-said", record, "--out", out, *(("--activity", heard) if for_one else ())) == 0
    assert "The room is loud." in words_of(out)
    assert "You said, we asked, they did” was written" in capsys.readouterr().out


def test_a_page_of_which_nothing_can_be_told_is_refused_in_a_sentence(
    record: Path, run: Run, tmp_path: Path, capsys: Said
):
    out = tmp_path / "page.docx"
    assert run("paper", "you-said", record, "--out", out, "--from", "1 Jan 2001", "--to", "2 Jan 2001") == cli.REFUSED
    assert "No voice here says yet when it was heard." in capsys.readouterr().err
    assert run("paper", "you-said", record, "--out", out, "--activity", "A-1999-001") == cli.REFUSED
    assert "There is no activity “A-1999-001” in this record." in capsys.readouterr().err
    both = ("--activity", "A-1999-001", "--from", "1 Jan 2001")
    assert run("paper", "you-said", record, "--out", out, *both) == cli.USAGE
    assert not out.exists()
