"""A paper replaces another only when it is whole."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scrutineer.domain.errors import CannotWrite, DiskFull, ReportFailed
from scrutineer.reports import saving
from scrutineer.reports.blocks import Document, Paragraph
from scrutineer.reports.saving import HeldElsewhere, free_name, save
from scrutineer.reports.word import to_word


class Holder:
    """Another program that holds the target: the first `times` replacements are refused, as Windows does."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
        self.refused = 0
        self.waited: list[float] = []
        honest = Path.replace

        def replace(path: Path, target: Path) -> Path:
            if self.refused < times:
                self.refused += 1
                raise PermissionError(errno.EACCES, "The process cannot access the file")
            return honest(path, target)

        monkeypatch.setattr(Path, "replace", replace)
        monkeypatch.setattr(saving.time, "sleep", self.waited.append)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "Paper.docx"
    path.write_bytes(b"the paper of yesterday")
    return path


@pytest.fixture(scope="module")
def paper() -> bytes:
    return to_word(Document("Paper", (Paragraph("Words"),)))


def test_a_paper_is_written_whole_and_nothing_else(tmp_path: Path, paper: bytes):
    path = tmp_path / "Paper.docx"
    assert save(paper, path) == path
    assert path.read_bytes() == paper
    assert list(tmp_path.iterdir()) == [path]


def test_an_older_paper_is_replaced(old: Path, paper: bytes):
    save(paper, old)
    assert old.read_bytes() == paper


def test_a_file_of_another_kind_is_written_as_it_is(tmp_path: Path):
    assert save(b"a,b", tmp_path / "list.csv").read_bytes() == b"a,b"


@pytest.mark.parametrize("data", [b"", b"not a zip at all", b"PK\x05\x06" + b"\0" * 18])
def test_what_does_not_open_again_replaces_nothing(old: Path, data: bytes):
    with pytest.raises(ReportFailed, match="did not open again"):
        save(data, old)
    assert old.read_bytes() == b"the paper of yesterday"


def test_a_link_goes_on_pointing_to_the_paper(tmp_path: Path, old: Path, paper: bytes):
    link = tmp_path / "link.docx"
    link.symlink_to(old)
    save(paper, link)
    assert link.is_symlink()
    assert old.read_bytes() == paper


@pytest.mark.parametrize("times", [1, len(saving.WAITS)])
def test_a_target_held_for_a_moment_is_waited_for(monkeypatch: pytest.MonkeyPatch, old: Path, paper: bytes, times: int):
    holder = Holder(monkeypatch, times)
    save(paper, old)
    assert old.read_bytes() == paper
    assert holder.waited == list(saving.WAITS[:times])


def test_a_target_held_for_longer_stays_and_another_name_is_offered(
        monkeypatch: pytest.MonkeyPatch, old: Path, paper: bytes):
    holder = Holder(monkeypatch, 99)
    with pytest.raises(HeldElsewhere) as caught:
        save(paper, old)
    assert caught.value.free == old.with_name("Paper (2).docx")
    assert "Paper (2).docx" in caught.value.in_one_line
    assert 2 < sum(holder.waited) < 3
    assert old.read_bytes() == b"the paper of yesterday"
    assert list(old.parent.iterdir()) == [old]


def test_the_name_offered_is_the_lowest_that_is_free(tmp_path: Path):
    path = tmp_path / "Paper.docx"
    assert free_name(path).name == "Paper (2).docx"
    (tmp_path / "Paper (2).docx").touch()
    assert free_name(path).name == "Paper (3).docx"


def test_a_disk_that_fills_up_leaves_the_old_paper_and_no_stump(
        monkeypatch: pytest.MonkeyPatch, old: Path, paper: bytes):
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull, match=r"not enough room to save “Paper\.docx”"):
        save(paper, old)
    assert old.read_bytes() == b"the paper of yesterday"
    assert list(old.parent.iterdir()) == [old]


@pytest.mark.skipif(sys.platform == "win32", reason="limits on the size of a file are POSIX's")
def test_a_real_limit_in_the_middle_of_the_writing_leaves_the_old_paper(old: Path):
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from scrutineer.domain.errors import DiskFull; from scrutineer.reports.saving import save\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))\n"
        "try: save(b'x' * 100_000, Path(sys.argv[1]))\n"
        "except DiskFull: sys.exit(7)\n"
    )
    target = old.rename(old.with_suffix(".csv"))
    assert subprocess.run([sys.executable, "-c", code, str(target)], check=False).returncode == 7
    assert target.read_bytes() == b"the paper of yesterday"
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, paper: bytes):
    with pytest.raises(CannotWrite, match="is not there"):
        save(paper, tmp_path / "gone" / "Paper.docx")


def test_a_place_that_is_a_folder_is_refused(tmp_path: Path, paper: bytes):
    (tmp_path / "Paper.docx").mkdir()
    with pytest.raises(CannotWrite, match="cannot be written"):
        save(paper, tmp_path / "Paper.docx")
    assert list(tmp_path.iterdir()) == [tmp_path / "Paper.docx"]
