"""A record as it stood at the end of a day: rebuilt from its history, in memory alone, and shut.

What comes out is a record like any other, over a second database that has no file and no key, so that
registers, papers and the command line work on it unchanged. Whatever would write it is refused in words.
The lines of the history, what attached files hold and the passphrase are still asked of the record itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any, Final, NoReturn

from peewee import OperationalError

from scrutineer.domain.dates import end_of_day, long_date
from scrutineer.domain.errors import CannotWrite
from scrutineer.domain.progress import Progress, no_progress
from scrutineer.domain.records import ENTITIES
from scrutineer.storage import search
from scrutineer.storage.database import RecordDatabase
from scrutineer.storage.faults import translated
from scrutineer.storage.gate import Gate
from scrutineer.storage.history import Line
from scrutineer.storage.mapping import moment_text
from scrutineer.storage.migrations import bring_up_to_date
from scrutineer.storage.rebuild import rebuild
from scrutineer.storage.record import Record
from scrutineer.storage.search import Found

_IN_MEMORY: Final = (
    ("temp_store", "MEMORY"),
    ("trusted_schema", "OFF"),
    ("journal_mode", "OFF"),      # what cannot be filled is thrown away
    ("synchronous", "OFF"),
)
_ALWAYS: Final = "~"              # sorts behind every moment
_LAST: Final = timedelta(milliseconds=1)


def as_at(record: Record, day: date, progress: Progress = no_progress) -> Record:
    """What a record held at the end of a day, where this program runs: to be read, and to be closed by itself.

    For a day that has not ended it is the record as it is now. It belongs to the thread that owns the record,
    and is closed with it. Raises Cancelled when `progress` does, Damaged when the history cannot be read.
    """
    if isinstance(record, _PastRecord):
        return as_at(record.live, min(day, record.stood_on), progress)
    now, end = record.now(), end_of_day(day)
    past = (end - _LAST, day, moment_text(end)) if end <= now else (now, now.astimezone().date(), _ALWAYS)
    moment, stood_on, until = past
    database = _MemoryDatabase(record.database, stood_on)
    try:
        with translated():
            database.fill(until, progress)
        view = _PastRecord(record, database, moment, until)
    except BaseException:
        database.close()
        raise
    record.closes_with_it(view)
    return view


class _MemoryDatabase(RecordDatabase):
    """A database without a file and without a key. Whichever thread owns the record owns it too."""

    def __init__(self, live: RecordDatabase, stood_on: date) -> None:
        self.stood_on = stood_on
        self._live = live
        super().__init__(live.path, "", mode="mode=memory", pragmas=_IN_MEMORY)
        self.connect()

    @property
    def raw_key(self) -> str:
        """There is none, and a copy of it on a disk would lie open to anybody. Raises CannotWrite."""
        self.refuse()

    @raw_key.setter
    def raw_key(self, none: str) -> None:
        """Nothing is kept."""

    def refuse(self) -> NoReturn:
        """Say why nothing is written here. Raises CannotWrite."""
        raise CannotWrite(
            f"This is the record as it stood on {long_date(self.stood_on)}; it can be read, not changed.",
            "Go back to the record as it is today to change it.",
        )

    def execute_sql(self, sql: str, params: Any = None) -> Any:
        """Run one statement. Raises CannotWrite when it would write, but for those that fill it."""
        try:
            return super().execute_sql(sql, params)
        except OperationalError as error:
            if "readonly" in str(error):
                self.refuse()
            raise

    @contextmanager
    def lent_to(self, worker: int) -> Iterator[None]:
        """Hand this and the record itself to the thread with this identity for as long as the block lasts."""
        with self._live.lent_to(worker):
            yield

    def fill(self, until: str, progress: Progress) -> None:
        """Bring every record in as it stood before a moment (`…Z`); from then on nothing can be written."""
        bring_up_to_date(self)
        self.execute_sql("PRAGMA foreign_keys = OFF")      # a link that was struck out points nowhere
        with self.atomic():
            rebuild(self._live, self, until, progress)
            known = self._live.execute_sql("SELECT name, value FROM meta").fetchall()
            self.cursor().executemany("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", known)
            sql = "SELECT number, file, made_at, last_history FROM backup_log WHERE made_at < ?"
            backups = self._live.execute_sql(sql, (until,)).fetchall()
            self.cursor().executemany("INSERT INTO backup_log VALUES (?, ?, ?, ?)", backups)
        self.execute_sql("PRAGMA query_only = ON")

    @contextmanager
    def filled_further(self) -> Iterator[None]:
        """One transaction in which something may be written all the same."""
        self.execute_sql("PRAGMA query_only = OFF")
        try:
            with self.atomic():
                yield
        finally:
            self.execute_sql("PRAGMA query_only = ON")

    @property
    def is_lent(self) -> bool:
        """Whether the record itself is lent."""
        return self._live.is_lent


class _ShutGate(Gate):
    """A gate through which nothing goes."""

    def __init__(self, database: _MemoryDatabase, *parts: Any) -> None:
        super().__init__(database, *parts)
        self._refuse = database.refuse

    def act(self, why: str = "") -> NoReturn:  # noqa: ARG002      # no reason opens it
        """Raises CannotWrite."""
        self._refuse()


class _PastRecord(Record):
    """A record over a database in memory; `until` (`…Z`) is the moment before which it stood like this."""

    stood_on: date

    def __init__(self, live: Record, database: _MemoryDatabase, moment: datetime, until: str) -> None:
        super().__init__(database, lambda: moment)
        self.live = live
        self.stood_on = database.stood_on
        self.gate = _ShutGate(database, self._sitting, self.now)
        self._memory = database
        self._until = until
        self._is_indexed = False

    def lines_of(self, ids: Sequence[str]) -> list[Line]:
        """The lines of the history about some records up to then, oldest first."""
        return [line for line in self.live.lines_of(ids) if line.at < self._until]

    def sitters(self) -> dict[str, str]:
        """The id of the scrutineer whose sitting it was, by the sitting's id, where it is known."""
        return self.live.sitters()

    def find(self, words: str) -> list[Found]:
        """Where words stood, best match first. The first question takes longer: it makes the index."""
        if not self._is_indexed:
            with translated(), self._memory.filled_further():
                for cls in ENTITIES:
                    for entity in self.reader.all(cls):
                        search.note(self._memory, None, entity)
            self._is_indexed = True
        return super().find(words)

    def content_of(self, sha256: str) -> bytes | None:
        """What an attached file holds, if the record itself still has it."""
        return self.live.content_of(sha256)

    def has_passphrase(self, passphrase: str) -> bool:
        """Whether these words open the record itself."""
        return self.live.has_passphrase(passphrase)
