"""One open record: made, opened and closed here, with the parts that read and write it.

The order at opening is the point of this file: look first, refuse what is not ours with the file as it
was, then connect for work.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Self
from weakref import WeakSet

from scrutineer import __version__
from scrutineer.domain.dates import utc_now
from scrutineer.domain.entity import new_id
from scrutineer.domain.errors import ScrutineerError
from scrutineer.storage import backup, contents, history, key, meta, schema, search, strike
from scrutineer.storage.database import RecordDatabase, key_for, looking, new_file, working
from scrutineer.storage.faults import translated
from scrutineer.storage.gate import Gate
from scrutineer.storage.history import Line, Sitting
from scrutineer.storage.mapping import moment_text
from scrutineer.storage.migrations import NEWEST, bring_up_to_date
from scrutineer.storage.reader import Reader
from scrutineer.storage.search import Found


class Record:
    """An open, unlocked record. `who` is the id of the scrutineer whose sitting this is, when known."""

    stood_on: date | None = None      # the day at whose end it stood like this; None for the record as it is

    def __init__(self, database: RecordDatabase, now: Callable[[], datetime] = utc_now) -> None:
        self.database = database
        self.path = database.path
        self.now = now
        self.reader = Reader(database)
        self._sitting = Sitting(database, None, f"Scrutineer {__version__}", moment_text(now()))
        self.gate = Gate(database, self._sitting, now)
        self.copy = meta.read(database, meta.COPY)
        self._views: WeakSet[Record] = WeakSet()

    @classmethod
    def create(cls, path: Path, passphrase: str, now: Callable[[], datetime] = utc_now) -> Self:
        """A new record in a file that must not exist yet. Raises CannotWrite, DiskFull."""
        database = new_file(path, passphrase)
        try:
            with translated(), database.atomic():
                bring_up_to_date(database)
                meta.write(database, meta.RECORD_ID, new_id())
                meta.write(database, meta.OLDEST_WRITER, str(NEWEST))
        except ScrutineerError:
            database.close()
            path.unlink(missing_ok=True)
            raise
        return cls(database, now)

    @classmethod
    def open(cls, path: Path, passphrase: str, now: Callable[[], datetime] = utc_now) -> Self:
        """An existing record. Raises WrongPassphrase, NotARecord, NewerFile, FileInUse, CannotWrite.

        Whatever it refuses is left as it was, byte for byte.
        """
        raw_key = key_for(path, passphrase)
        with looking(path, raw_key) as database, translated():
            number = schema.check(database, path.name)
        database = working(path, raw_key)
        try:
            if number < NEWEST:
                backup.before(database, "upgrade", now())
                with translated():
                    bring_up_to_date(database)
        except ScrutineerError:
            database.close()
            raise
        with contextlib.suppress(ScrutineerError):      # no room now: tried again at the next opening
            strike.rewrite_if_due(database)
        return cls(database, now)

    def seat(self, scrutineer_id: str | None) -> None:
        """Say whose sitting this is, before anything is written in it."""
        self._sitting.who = scrutineer_id

    def lines_of(self, ids: Sequence[str]) -> list[Line]:
        """The lines of the history about some records, oldest first."""
        return history.lines_of(self.database, ids)

    def sitters(self) -> dict[str, str]:
        """The id of the scrutineer whose sitting it was, by the sitting's id, where it is known."""
        return history.sitters(self.database)

    def find(self, words: str) -> list[Found]:
        """Where words stand, best match first."""
        return search.find(self.database, words)

    def content_of(self, sha256: str) -> bytes | None:
        """What an attached file holds, by its digest, or None."""
        return contents.read(self.database, sha256)

    def closes_with_it(self, view: Record) -> None:
        """Have a view of this record closed when the record itself is."""
        self._views.add(view)

    def close_views(self) -> None:
        """Close every view of this record: what they hold in memory goes."""
        for view in tuple(self._views):
            view.close()

    @contextmanager
    def lent_to(self, worker: int) -> Iterator[None]:
        """Hand the connection to a worker thread, by its identity, for as long as the block lasts."""
        with self.database.lent_to(worker):
            yield

    def has_passphrase(self, passphrase: str) -> bool:
        """Whether these words open this record, asked without opening the file a second time."""
        salt = bytes.fromhex(str(self.database.scalar("PRAGMA cipher_salt")))
        return key.is_usable(passphrase) and key.raw_key(passphrase, salt) == self.database.raw_key

    def close(self) -> None:
        """Let go of the file, and of every view of it."""
        self.close_views()
        self.database.close()
