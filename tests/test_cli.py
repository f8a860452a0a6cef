from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from shutil import copyfile

import docx
import pytest
from openpyxl import load_workbook

from scrutineer import __version__, cli, demonstration
from scrutineer.domain.dates import long_date
from scrutineer.domain.organisation import ReportingPeriod
from scrutineer.register.register import Register
from scrutineer.register.today.rows import HEADINGS
from scrutineer.reports import saving
from scrutineer.storage import key
from tests.factories import a_partnership, a_scrutineer

ROOT = Path(__file__).resolve().parents[1]
PASSPHRASE = demonstration.PASSPHRASE
TITLES = [heading.title for heading in HEADINGS.values()]

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


@pytest.fixture(autouse=True)
def _quick_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key, "ROUNDS", 10)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key, "ROUNDS", 10)
        path = tmp_path_factory.mktemp("written") / "sample.scrutiny"
        assert cli.main(["demo", str(path)]) == 0
        return path


@pytest.fixture
def record(written: Path, tmp_path: Path) -> Path:
    path = tmp_path / "sample.scrutiny"
    copyfile(written, path)
    return path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    def run(*words: object, passphrase: str = PASSPHRASE) -> int:
        monkeypatch.setenv(cli.VARIABLE, passphrase)
        return cli.main([str(word) for word in words])

    return run


Run = Callable[..., int]
Said = pytest.CaptureFixture[str]


def words_of(path: Path) -> str:
    document = docx.Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_demo_says_where_it_is_and_its_passphrase(tmp_path: Path, capsys: Said):
    path = tmp_path / "new.scrutiny"
    assert cli.main(["demo", str(path)]) == 0
    said = capsys.readouterr()
    assert str(path) in said.out
    assert PASSPHRASE in said.out
    assert said.err == ""


def test_demo_leaves_a_file_that_is_there_alone(record: Path, capsys: Said):
    before = record.read_bytes()
    assert cli.main(["demo", str(record)]) == cli.REFUSED
    assert capsys.readouterr().err.count("\n") == 1
    assert record.read_bytes() == before


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


def test_today_prints_every_card_in_a_hundred_columns(record: Path, run: Run, capsys: Said):
    assert run("today", record) == 0
    said = capsys.readouterr().out
    assert said.startswith("Today, ")
    assert "SAMPLE: Exampleshire" in said
    assert all(f"\n{title}" in said for title in TITLES)
    assert max(map(len, said.split("\n"))) <= 100


def test_the_list_is_a_document_or_a_workbook_by_its_ending(record: Path, run: Run, tmp_path: Path, capsys: Said):
    word, excel = tmp_path / "list.docx", tmp_path / "list.XLSX"
    assert run("list", record, "--out", word) == 0
    assert "Came in on" in words_of(word)
    assert run("list", record, "--out", excel) == 0
    assert capsys.readouterr().out.count("List for the business unit” was written to") == 2
    page = load_workbook(BytesIO(excel.read_bytes())).active
    assert "Came in on" in {cell.value for row in page.iter_rows() for cell in row}


def test_as_at_a_day_everything_is_as_it_stood_then(record: Path, run: Run, tmp_path: Path, capsys: Said):
    before = hashlib.sha256(record.read_bytes()).digest()
    assert run("today", record) == 0
    now = capsys.readouterr().out
    with_day = Register.open(record, PASSPHRASE)
    day = with_day.partnership.created_at.date() + timedelta(days=30)
    past = with_day.as_at(day)
    expected, past_log = past.today_page().needs_me, len(past.figures.log().challenges)
    titles = [row.title for row in expected]
    with_day.close()
    assert run("today", record, "--as-at", day.isoformat()) == 0
    then = capsys.readouterr().out
    assert then != now
    assert long_date(day) in then.split("\n")[0]
    assert all(" ".join(title.split()[:3]) in then for title in titles)
    log, owed = tmp_path / "log.docx", tmp_path / "list.docx"
    assert run("log", record, "--out", log, "--as-at", day.isoformat()) == 0
    assert f"{past_log} challenge" in words_of(log)
    assert run("list", record, "--out", owed, "--as-at", day.isoformat()) == 0
    assert f"as at {long_date(day)}" in words_of(owed)
    assert hashlib.sha256(record.read_bytes()).digest() == before


def test_before_the_record_was_begun_there_is_nothing_to_see(record: Path, run: Run, capsys: Said):
    assert run("today", record, "--as-at", "1999-12-31") == cli.REFUSED
    said = capsys.readouterr()
    assert said.out == ""
    assert "no record yet on 31 December 1999" in said.err


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


def test_check_finds_the_record_whole_and_a_changed_byte(record: Path, run: Run, capsys: Said):
    assert run("check", record) == 0
    assert "is whole" in capsys.readouterr().out
    content = bytearray(record.read_bytes())
    content[len(content) // 2] ^= 1
    record.write_bytes(content)
    assert run("check", record) == cli.REFUSED
    assert "damage" in capsys.readouterr().err


def test_backup_prints_the_path_alone_and_restore_the_safety_copy(
    record: Path, run: Run, tmp_path: Path, capsys: Said
):
    folder = tmp_path / "backups"
    folder.mkdir()
    assert run("backup", record, folder) == 0
    backup = Path(capsys.readouterr().out.removesuffix("\n"))
    assert backup.parent == folder
    assert backup.is_file()
    assert run("restore", backup, record) == 0
    safety, told = capsys.readouterr().out.splitlines()
    assert Path(safety.removeprefix("Safety copy: ")).is_file()
    assert str(record) in told
    assert run("restore", backup, tmp_path / "elsewhere.scrutiny") == 0
    assert "Safety copy" not in capsys.readouterr().out
    assert run("check", tmp_path / "elsewhere.scrutiny") == 0


def test_a_backup_into_no_folder_is_refused_in_one_line(record: Path, run: Run, tmp_path: Path, capsys: Said):
    assert run("backup", record, tmp_path / "nowhere") == cli.REFUSED
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1


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


@pytest.mark.parametrize("words", [
    [], ["today"], ["list", "x.scrutiny"], ["list", "x.scrutiny", "--out", "list.pdf"],
    ["today", "x.scrutiny", "--as-at", "some day"],
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


def test_version_and_help_end_well(capsys: Said):
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"Scrutineer {__version__}\n"
    assert cli.main(["--help"]) == 0
    assert "scrutineer [FILE]" in capsys.readouterr().out


def test_ctrl_c_ends_quietly_and_leaves_nothing_half_written(
    tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
):
    def interrupted(fraction: float, sentence: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "no_progress", interrupted)
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
