"""What is dropped on the window is taken, or refused in a sentence that says what to do."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from scrutineer.domain.evidence import LARGEST_FILE
from scrutineer.exchange.dropped import KINDS, Dropped, NotTaken, read

LETTER = (
    b"From: Named Nurse <nurse@trust.example>\r\nDate: Mon, 9 Nov 2026 14:05:00 +0000\r\nSubject: B\r\n"
    b"\r\nWords\r\n"
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_that_is_kept_comes_in_with_its_name_and_bytes(tmp_path: Path, kind: str):
    path = tmp_path / f"The réponse{kind.upper()}"
    path.write_bytes(b"\0\1")
    assert read(path) == Dropped(path.name, b"\0\1", None)


def test_an_e_mail_says_who_wrote_it_and_when(tmp_path: Path):
    path = tmp_path / "answer.eml"
    path.write_bytes(LETTER)
    dropped = read(path)
    assert dropped.data == LETTER
    assert dropped.mail == ("Named Nurse <nurse@trust.example>", date(2026, 11, 9), "B", "Words")


def test_an_e_mail_under_another_name_is_a_plain_file(tmp_path: Path):
    path = tmp_path / "answer.txt"
    path.write_bytes(LETTER)
    assert read(path).mail is None


def test_an_eml_that_is_no_e_mail_is_still_a_file(tmp_path: Path):
    path = tmp_path / "answer.eml"
    path.write_bytes(b"no headers at all")
    assert read(path) == Dropped("answer.eml", b"no headers at all", None)


def test_a_link_leads_to_its_file(tmp_path: Path):
    (tmp_path / "letter.pdf").write_bytes(b"%PDF")
    (tmp_path / "link.pdf").symlink_to(tmp_path / "letter.pdf")
    assert read(tmp_path / "link.pdf").data == b"%PDF"


@pytest.mark.parametrize("name", ["a.exe", "a.pdf.exe", "page.html", "letter", "a.lnk", "a.docm", "a.doc"])
def test_other_kinds_are_refused_with_those_that_are_kept(tmp_path: Path, name: str):
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(NotTaken, match=f"“{name}” is not of a kind that is kept here") as caught:
        read(tmp_path / name)
    assert ".docx" in caught.value.advice


def test_folders_empty_files_and_what_is_not_there_are_refused(tmp_path: Path):
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "empty.pdf").touch()
    for name, sentence in (("folder.pdf", "is a folder"), ("empty.pdf", "is empty"), ("gone.pdf", "could not be read")):
        with pytest.raises(NotTaken, match=f"“{name}” {sentence}") as caught:
            read(tmp_path / name)
        assert caught.value.advice


def test_the_largest_file_is_taken_and_one_byte_more_is_not(tmp_path: Path):
    path = tmp_path / "scan.pdf"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE)
    assert len(read(path).data) == LARGEST_FILE
    for size, words in ((LARGEST_FILE + 1, "26"), (31 * 1024 * 1024, "31"), (3_000 * 1024 * 1024, "3,000")):
        with path.open("wb") as file:
            file.truncate(size)
        with pytest.raises(NotTaken) as caught:
            read(path)
        assert caught.value.sentence == f"25 MB is the most that one file may have; this one has {words} MB."
        assert "smaller" in caught.value.advice


@pytest.mark.skipif(sys.platform == "win32", reason="pipes with a name are POSIX's")
def test_a_pipe_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(NotTaken, match="is not a file"):
        read(tmp_path / "pipe.pdf")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is unreadable to root")
def test_what_may_not_be_read_is_said(tmp_path: Path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"%PDF")
    path.chmod(0)
    with pytest.raises(NotTaken, match="could not be read"):
        read(path)
