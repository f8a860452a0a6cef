"""The commands beside papers."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from scrutineer import cli
from scrutineer.domain.dates import long_date
from scrutineer.register.register import Register
from scrutineer.register.today.rows import HEADINGS
from tests.cli.conftest import PASSPHRASE, Run, Said, words_of

TITLES = [heading.title for heading in HEADINGS.values()]

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
    assert then.split("\n")[0] == f"As the record stood on {day:%A} {long_date(day)}"
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
