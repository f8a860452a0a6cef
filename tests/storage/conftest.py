"""Real records in a temporary folder, with a key that is cheap to derive, and a clock that ticks by itself."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from scrutineer.domain.entity import Entity
from scrutineer.storage import key
from scrutineer.storage.checks import check
from scrutineer.storage.database import RecordDatabase
from scrutineer.storage.record import Record
from tests.factories import MOMENT

PASSPHRASE = "otter lantern gravel"
CHEAP, TRUE_COST = 1_000, key.ROUNDS
WRITER = Path(__file__).with_name("writer.py")
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def cheap_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key, "ROUNDS", CHEAP)


@pytest.fixture
def true_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key, "ROUNDS", TRUE_COST)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """Another second each time it is asked."""
    moments = (MOMENT + timedelta(seconds=n) for n in range(10**6))
    return lambda: next(moments)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "example.scrutiny"


@pytest.fixture(scope="session")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new record, closed: to copy it is quicker than to make another."""
    path = tmp_path_factory.mktemp("new") / "new.scrutiny"
    with pytest.MonkeyPatch.context() as cheap:
        cheap.setattr(key, "ROUNDS", CHEAP)
        Record.create(path, PASSPHRASE).close()
    return path


@pytest.fixture
def record(new: Path, path: Path, clock: Callable[[], datetime]) -> Iterator[Record]:
    shutil.copy(new, path)
    opened = Record.open(path, PASSPHRASE, clock)
    yield opened
    opened.close()


@pytest.fixture
def reopened(record: Record, path: Path, clock: Callable[[], datetime]) -> Callable[[], Record]:
    """Close the record and open it again, as often as one likes."""

    def reopen() -> Record:
        record.close()
        again = Record.open(path, PASSPHRASE, clock)
        record.database, record.gate, record.reader = again.database, again.gate, again.reader
        return record

    return reopen


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    if sys.platform != "linux" or os.geteuid():
        pytest.skip("only root on Linux can mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    if subprocess.call(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], stderr=subprocess.DEVNULL):
        pytest.skip("this machine lets nobody mount a disk")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def put(record: Record, *entities: Entity, why: str = "") -> list[Entity]:
    """Save some records in one act."""
    with record.gate.act(why) as act:
        return [act.put(entity) for entity in entities]


def faults(path: Path) -> tuple[str, ...]:
    return check(path, PASSPHRASE).faults


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def listing(folder: Path) -> dict[str, str]:
    """Every file of a folder with its digest, to see whether anything at all happened."""
    return {file.name: sha256(file) for file in folder.iterdir() if file.is_file()}


def fill(folder: Path, leave: int) -> Path:
    """Take the room of a disk but for some bytes; remove the file to give it back."""
    filler = folder / "filler"
    free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
    filler.write_bytes(bytes(max(free - leave, 0)))
    return filler


@contextmanager
def tampering(database: RecordDatabase) -> Iterator[None]:
    """Let everything be changed, and take it back at the end.

    Then it connects anew. When SQLCipher rolls a page back that is in use, it looks at the page before it deciphers
    it; once in some six thousand times what it sees of the first page could be one, and the connection then finds
    the schema damaged when it reads it again. The file is whole.
    """
    database.execute_sql("BEGIN")
    try:
        for trigger in ("history_stays", "history_remains", "sitting_stays", "sitting_remains"):
            database.execute_sql(f"DROP TRIGGER {trigger}")
        database.execute_sql("PRAGMA defer_foreign_keys = ON")
        yield
    finally:
        database.execute_sql("ROLLBACK")
        database.close()
        database.connect()


def start_writer(path: Path, saves: int, *before: str) -> subprocess.Popen[str]:
    """Another process that opens the record and saves so many times; it stays until its input is closed."""
    command = [*before, sys.executable, str(WRITER), str(path), PASSPHRASE, str(CHEAP), str(saves)]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


@contextmanager
def held_by_another(path: Path) -> Iterator[None]:
    """While it lasts, another process has the record open."""
    with start_writer(path, 0) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        yield
