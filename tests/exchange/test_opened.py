"""Copies of attached files: safe by name, read-only, marked as foreign, and gone afterwards."""

from __future__ import annotations

import errno
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.errors import CannotWrite, DiskFull
from scrutineer.exchange.opened import (
    LONGEST_NAME,
    SAFE_KINDS,
    NotOpened,
    OpenedCopies,
    is_safe_to_open,
    safe_name,
    sweep_left_over,
)

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="modes and links are POSIX's")


@pytest.fixture
def copies(tmp_path: Path) -> OpenedCopies:
    return OpenedCopies(tmp_path / "opened")


@pytest.mark.parametrize(("written", "safe"), [
    ("letter.pdf", "letter.pdf"), ("Minutes 9:30.pdf", "Minutes 9 30.pdf"),
    ("Réponse – été.docx", "Réponse été.docx"), ("Ответ №1.pdf", "Ответ No1.pdf"),
    ("हिन्दी.pdf", "हिन्दी.pdf"), ("../../etc/passwd.txt", "passwd.txt"), ("C:\\Temp\\..\\a.docx", "a.docx"),
    ("letter.pdf:evil.exe", "letter.pdf evil.exe"), ("...hidden.txt", "hidden.txt"), ("letter.pdf. . ", "letter.pdf"),
    ("CON", "_CON"), ("con.txt", "_con.txt"), ("Lpt1 .a.txt", "_Lpt1.a.txt"), ("COM¹.pdf", "_COM1.pdf"),
    ("console.txt", "console.txt"), ("", "file"), ("..", "file"), ("/", "file"), ("a/", "file"),
    ("letter\u202efdp.exe", "letter fdp.exe"), ("letter.pdf\0.exe", "letter.pdf.exe"), ("a\nb\t.txt", "a b.txt"),
    ("(final) *v2*?.docx", "final v2.docx"), ("ｌｅｔｔｅｒ．ｅｘｅ", "letter.exe"), ("a℀b.pdf", "cb.pdf"),
    ("\ud800.pdf", "pdf"),
])  # fmt: skip
def test_a_name_becomes_one_that_every_system_understands(written: str, safe: str):
    assert safe_name(written) == safe


@given(st.text(st.characters(codec=None)) | st.text("a.é/\\: _-漢😀\u202e", max_size=400))
def test_every_name_is_safe_and_stays_as_it_is(written: str):
    name = safe_name(written)
    assert 0 < len(name) <= LONGEST_NAME
    assert len(name.encode()) < 256
    assert not set(name) & set('/\\:*?"<>|\0\n')
    assert name.strip(". ") == name
    assert safe_name(name) == name
    assert is_safe_to_open(written) == is_safe_to_open(name)


def test_a_long_name_keeps_its_ending():
    assert safe_name("x" * 300 + ".docx") == "x" * 95 + ".docx"
    assert safe_name("漢" * 300 + ".pdf").endswith("漢.pdf")


@pytest.mark.parametrize("name", [*(f"a.{kind}" for kind in sorted(SAFE_KINDS)), "A.PDF", "a.exe.pdf", "a.pdf. "])
def test_documents_and_pictures_are_safe_to_open(name: str):
    assert is_safe_to_open(name)


@pytest.mark.parametrize("name", [
    "letter.pdf.exe", "letter.docm", "letter.msg", "letter.html", "letter.svg", "letter.lnk", "letter.zip", "letter",
    "pdf", ".pdf", "", "letter.pdf\0.exe", "letter.рdf", "letter.pdf:a.exe", "letter.pdf/", "letter.doc",
])  # fmt: skip
def test_everything_else_is_not(name: str):
    assert not is_safe_to_open(name)


def test_a_copy_holds_the_bytes_under_the_safe_name(copies: OpenedCopies):
    path = copies.copy("../Letter: final.pdf", b"%PDF")
    assert path == copies.folder / "Letter final.pdf"
    assert path.read_bytes() == b"%PDF"


@POSIX
def test_a_copy_is_read_only_in_a_folder_of_this_person_alone(copies: OpenedCopies):
    copies.folder.mkdir(mode=0o755, parents=True)
    path = copies.copy("letter.pdf", b"%PDF")
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert stat.S_IMODE(copies.folder.stat().st_mode) == 0o700


def test_a_second_copy_of_the_same_name_gets_another(copies: OpenedCopies):
    paths = [copies.copy("letter.pdf", bytes([number])) for number in range(3)]
    assert [path.name for path in paths] == ["letter.pdf", "letter (2).pdf", "letter (3).pdf"]
    assert [path.read_bytes() for path in paths] == [b"\0", b"\1", b"\2"]
    long = [copies.copy("x" * 200 + ".pdf", b"") for _ in range(2)]
    assert long[1].name == "x" * 92 + " (2).pdf"


@pytest.mark.parametrize("name", ["letter.pdf.exe", "letter", "macro.docm"])
def test_what_could_run_is_never_copied(copies: OpenedCopies, name: str):
    with pytest.raises(NotOpened, match="not of a kind that is opened from here") as caught:
        copies.copy(name, b"MZ")
    assert "Save it" in caught.value.advice
    assert not copies.folder.exists()


@POSIX
def test_on_windows_a_copy_is_marked_as_coming_from_elsewhere(copies: OpenedCopies, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "platform", "win32")
    path = copies.copy("letter.docx", b"PK")
    mark = path.with_name("letter.docx:Zone.Identifier")      # a stream there, a file of that name here
    assert mark.read_bytes() == b"[ZoneTransfer]\r\nZoneId=3\r\n"


@POSIX
def test_a_disk_that_keeps_no_such_mark_is_no_reason_to_stop(copies: OpenedCopies, monkeypatch: pytest.MonkeyPatch):
    def refused(path: Path, *args: object, **kwargs: object) -> int:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(Path, "write_text", refused)
    assert copies.copy("letter.docx", b"PK").read_bytes() == b"PK"


@POSIX
def test_a_disk_without_room_is_said_and_leaves_no_stump(copies: OpenedCopies, monkeypatch: pytest.MonkeyPatch):
    def full(path: Path, mode: int) -> None:
        if path.name == "letter.pdf":
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "chmod", full)
    with pytest.raises(DiskFull, match=r"not enough room to open “letter\.pdf”"):
        copies.copy("letter.pdf", b"%PDF")
    assert list(copies.folder.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite, match=r"“letter\.pdf” could not be made ready"):
        OpenedCopies(tmp_path / "file" / "opened").copy("letter.pdf", b"")


def test_a_sweep_removes_everything_and_may_come_first_or_twice(copies: OpenedCopies):
    copies.sweep()
    copies.copy("letter.pdf", b"%PDF")
    (copies.folder / ".~lock.letter.pdf#").touch()
    (copies.folder / "deep" / "deeper").mkdir(parents=True)
    (copies.folder / "deep" / "deeper" / "file").touch()
    copies.sweep()
    copies.sweep()
    assert list(copies.folder.parent.iterdir()) == []
    assert copies.copy("letter.pdf", b"%PDF").name == "letter.pdf"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    (folder / "mine.txt").chmod(0o440)
    return folder


@POSIX
def test_a_sweep_never_leaves_its_folder(copies: OpenedCopies, outside: Path):
    copies.copy("letter.pdf", b"%PDF")
    (copies.folder / "folder").symlink_to(outside)
    (copies.folder / "link.txt").symlink_to(outside / "mine.txt")
    (copies.folder / "hard.txt").hardlink_to(outside / "mine.txt")
    (copies.folder / "nowhere").symlink_to(outside / "not there")
    (copies.folder / "deep").mkdir()
    (copies.folder / "deep" / "link").symlink_to(outside)
    copies.sweep()
    assert list(copies.folder.parent.iterdir()) == []
    assert (outside / "mine.txt").read_text() == "mine"
    assert stat.S_IMODE((outside / "mine.txt").stat().st_mode) == 0o440


@POSIX
def test_a_link_in_place_of_the_folder_is_neither_swept_nor_written_to(tmp_path: Path, outside: Path):
    of_all = OpenedCopies(tmp_path / "opened")
    (tmp_path / "opened").symlink_to(outside)
    of_one = OpenedCopies(tmp_path / "others")
    (tmp_path / "others").mkdir()
    of_one.folder.symlink_to(outside)
    for copies in (of_all, of_one):
        copies.sweep()
        with pytest.raises(CannotWrite):
            copies.copy("letter.pdf", b"%PDF")
        copies.sweep()
        sweep_left_over(copies.folder.parent)
    assert [path.name for path in outside.iterdir()] == ["mine.txt"]


@POSIX
def test_a_link_laid_under_the_name_of_a_copy_is_not_written_through(copies: OpenedCopies, outside: Path):
    copies.folder.mkdir(parents=True)
    (copies.folder / "letter.txt").symlink_to(outside / "mine.txt")
    assert copies.copy("letter.txt", b"ours").name == "letter (2).txt"
    assert (outside / "mine.txt").read_text() == "mine"


def test_two_windows_have_a_folder_each_and_closing_one_leaves_the_other_s_copies(copies: OpenedCopies):
    other = OpenedCopies(copies.folder.parent)
    mine, theirs = copies.copy("letter.pdf", b"mine"), other.copy("letter.pdf", b"theirs")
    assert mine.name == theirs.name == "letter.pdf"
    copies.sweep()
    assert (mine.exists(), theirs.read_bytes()) == (False, b"theirs")
    other.sweep()


def test_left_overs_go_at_the_next_start_and_those_of_a_living_window_stay(copies: OpenedCopies):
    home = copies.folder.parent
    kept = copies.copy("letter.pdf", b"%PDF")
    (home / "gone").mkdir()
    (home / "gone" / "letter.pdf").touch()
    (home / "gone.held").touch()
    (home / "alone.held").touch()
    (home / "of-an-older-version.pdf").touch()
    sweep_left_over(home)
    assert sorted(home.iterdir()) == [copies.folder, copies.folder.with_name(f"{copies.folder.name}.held")]
    assert kept.exists()
    copies.sweep()
    sweep_left_over(home)
    assert list(home.iterdir()) == []


OF_ITS_OWN = """
import sys
from pathlib import Path
from scrutineer.exchange.opened import OpenedCopies
OpenedCopies(Path(sys.argv[1])).copy("letter.pdf", b"%PDF")
print("opened", flush=True)
sys.stdin.read()
"""


def test_the_copies_of_another_program_stay_while_it_lives_and_go_once_it_has_died(tmp_path: Path):
    home = tmp_path / "opened"
    with subprocess.Popen(
        [sys.executable, "-c", OF_ITS_OWN, str(home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        assert other.stdout.readline().strip() == b"opened"
        sweep_left_over(home)
        assert [path.name for path in home.glob("*/*")] == ["letter.pdf"]
        other.kill()
    sweep_left_over(home)
    assert list(home.iterdir()) == []


def test_without_a_folder_nothing_is_swept(tmp_path: Path):
    sweep_left_over(tmp_path / "opened")
    assert list(tmp_path.iterdir()) == []


class Windows:
    """Removes nothing that is read-only, and nothing that another program holds."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, held: str = "") -> None:
        honest = Path.unlink

        def unlink(path: Path, missing_ok: bool = False) -> None:
            if path.name == held or not path.stat().st_mode & stat.S_IWUSR:
                raise PermissionError(errno.EACCES, "The process cannot access the file")
            honest(path, missing_ok)

        monkeypatch.setattr(Path, "unlink", unlink)


def test_read_only_copies_go_where_the_system_minds(copies: OpenedCopies, monkeypatch: pytest.MonkeyPatch):
    copies.copy("letter.pdf", b"%PDF")
    Windows(monkeypatch)
    copies.sweep()
    assert list(copies.folder.parent.iterdir()) == []


def test_what_is_held_elsewhere_stays_and_the_rest_goes(copies: OpenedCopies, monkeypatch: pytest.MonkeyPatch):
    for name in ("a.pdf", "held.pdf", "z.pdf"):
        copies.copy(name, b"%PDF")
    Windows(monkeypatch, held="held.pdf")
    copies.sweep()
    assert [path.name for path in copies.folder.iterdir()] == ["held.pdf"]
