"""The connection to one record: the only file that knows the cipher, the pragmas and the owner.

A record is looked at before it is touched: a wrong passphrase, a foreign file or a newer one is refused
with the file as it was. One thread owns the connection at a time; a statement from any other raises.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final
from weakref import WeakSet

from playhouse.sqlcipher_ext import SqlCipherDatabase

from scrutineer.domain.errors import CannotWrite, FileInUse, NotARecord, ScrutineerError, WrongPassphrase
from scrutineer.storage import key
from scrutineer.storage.faults import FAILURES, chain, in_use, in_words, translated

APPLICATION_ID: Final = 0x53435254      # "SCRT"
PLAINTEXT: Final = b"SQLite format 3\0"
PAGE: Final = 4096                      # bytes: SQLCipher 4's own page, of which every record is made

_QUIET: Final = (
    ("cipher_log_level", "NONE"),
    ("busy_timeout", 0),                # peewee’s own `timeout` does not reach SQLCipher, which would wait five seconds
)
_WORKING: Final = (
    *_QUIET,
    ("foreign_keys", "ON"),
    ("recursive_triggers", "ON"),       # so that INSERT OR REPLACE meets the triggers that refuse a delete
    ("trusted_schema", "OFF"),
    ("cell_size_check", "ON"),
    ("mmap_size", 0),
    ("secure_delete", "ON"),
    ("journal_mode", "DELETE"),         # at rest the record is one whole file
    ("synchronous", "EXTRA"),
    ("locking_mode", "EXCLUSIVE"),
)

_WRONG: Final = "The passphrase is wrong, or the file is damaged at its very beginning."
_WRONG_ADVICE: Final = "Type it again, with care for capital letters. The file was not touched."


class RecordDatabase(SqlCipherDatabase):  # type: ignore[misc]      # peewee is not typed
    """A keyed connection that only its owner's thread may use."""

    identity: os.stat_result      # of the file, which may be renamed; set when it is locked

    def __init__(self, path: Path, raw_key: str, *, mode: str, pragmas: tuple[tuple[str, Any], ...]) -> None:
        self.path = path
        self.raw_key = raw_key
        self._owner = threading.get_ident()
        super().__init__(
            f"{path.absolute().as_uri()}?{mode}",
            passphrase=raw_key,
            pragmas=pragmas,
            autoconnect=False,      # what was closed stays closed, whoever still holds on to it
            thread_safe=False,
            check_same_thread=False,
            uri=True,
        )

    def execute_sql(self, sql: str, params: Any = None) -> Any:
        """Run one statement, if this thread owns the connection."""
        self._must_own()
        return super().execute_sql(sql, params)

    def scalar(self, sql: str, *params: Any) -> Any:
        """The first column of the first row, or None."""
        row = self.execute_sql(sql, params).fetchone()
        return row[0] if row else None

    @contextmanager
    def lent_to(self, worker: int) -> Iterator[None]:
        """Hand the connection to the thread with this identity for as long as the block lasts.

        Entered and left by the owner; refused while a transaction is open.
        """
        self._must_own()
        if self.in_transaction():
            raise RuntimeError("the connection cannot be lent during a transaction")
        owner, self._owner = self._owner, worker
        try:
            yield
        finally:
            self._owner = owner

    @property
    def is_lent(self) -> bool:
        """Whether another thread than this one has the connection now."""
        return threading.get_ident() != self._owner

    def _must_own(self) -> None:
        if self.is_lent:
            raise RuntimeError("this thread does not own the record's connection")


# The connections of this process that hold a lock.
_at_work: WeakSet[RecordDatabase] = WeakSet()


def look_at(path: Path) -> bytes:
    """Refuse what cannot be a record before anything connects; return the salt of its key.

    Raises NotARecord for an empty, cut off or plaintext file, CannotWrite when it cannot be read, and
    FileInUse when this program itself works on it: to close any other handle of the file would drop the lock.
    """
    try:
        size = path.stat().st_size
        if _is_at_work_here(path):
            raise in_use()
        with path.open("rb") as file:
            header = file.read(PAGE)
    except FileNotFoundError as error:
        raise NotARecord(f"There is no file “{path.name}” in that place.") from error
    except OSError as error:
        raise CannotWrite(f"“{path.name}” cannot be read.", "It may be on a disk that is not connected.") from error
    if not header:
        raise NotARecord(
            f"“{path.name}” is empty: it holds nothing at all.",
            "It is left as it is. Open the newest backup instead.",
        )
    if header.startswith(PLAINTEXT):
        raise NotARecord(f"“{path.name}” is another program’s database: a record of ours is always encrypted.")
    if len(header) < PAGE or (size % PAGE and not _journal_of(path).exists()):
        raise NotARecord(
            f"“{path.name}” does not have the length of a whole record.",
            "It may have been cut off while it was copied. Open the newest backup instead.",
        )
    return header[: key.SALT_BYTES]


def key_for(path: Path, passphrase: str) -> str:
    """The raw key of an existing file. Raises as `look_at`, and WrongPassphrase for an unusable one."""
    salt = look_at(path)
    if not key.is_usable(passphrase):
        raise WrongPassphrase(_WRONG, _WRONG_ADVICE)
    return key.raw_key(passphrase, salt)


@contextmanager
def looking(path: Path, raw_key: str) -> Iterator[RecordDatabase]:
    """A connection that only looks: nothing is written, no journal is left.

    When a journal lies beside the file, the last run died: only a writing connection can roll it back,
    and reading past it would report damage that is not there.
    """
    died = _journal_of(path).exists()
    mode = "mode=rw" if died else "mode=ro&immutable=1"
    database = RecordDatabase(path, raw_key, mode=mode, pragmas=_QUIET)
    with closing(database):
        try:
            database.connect()
            database.execute_sql("SELECT count(*) FROM sqlite_schema").fetchone()
        except FAILURES as error:
            raise _not_opened(error) from error
        yield database


def working(path: Path, raw_key: str, *, mode: str = "mode=rw") -> RecordDatabase:
    """The connection that works: every pragma set, the file locked against anybody else.

    Raises FileInUse when somebody else holds it, CannotWrite when the place is read-only.
    """
    if path.exists() and not all(os.access(place, os.W_OK) for place in (path, path.parent)):
        raise CannotWrite(f"“{path.name}” can only be read where it is.", "Copy it to a folder of your own.")
    database = RecordDatabase(path, raw_key, mode=mode, pragmas=_WORKING)
    try:
        with translated():
            database.connect()
            database.execute_sql("BEGIN EXCLUSIVE")      # the lock is not taken before the first write
            database.execute_sql("COMMIT")
    except ScrutineerError:
        database.close()
        raise
    database.identity = path.stat()
    _at_work.add(database)
    return database


def new_file(path: Path, passphrase: str) -> RecordDatabase:
    """A new, empty, encrypted file, and its connection. Raises CannotWrite when the name is taken."""
    if not key.is_usable(passphrase):
        raise ValueError("a passphrase must be given, and must not look like a raw key")
    try:
        path.touch(mode=0o600, exist_ok=False)
    except FileExistsError as error:
        raise CannotWrite(f"There is a file “{path.name}” in that place already.", "Choose another name.") from error
    except OSError as error:
        raise in_words(error) from error
    try:
        database = working(path, key.raw_key(passphrase, key.new_salt()))
    except ScrutineerError:
        path.unlink()
        raise
    if not database.scalar("PRAGMA cipher_version"):
        database.close()
        path.unlink()
        raise CannotWrite("This installation cannot encrypt.", "Nothing was written. Install the program again.")
    return database


def is_held(path: Path) -> bool:
    """Whether some window or program has this file open for work; asked without its passphrase.

    A connection without a key meets the lock before it meets what it cannot read.
    """
    database = RecordDatabase(path, "", mode="mode=rw", pragmas=_QUIET)
    with closing(database):
        try:
            database.connect()
            database.execute_sql("SELECT count(*) FROM sqlite_schema").fetchone()
        except FAILURES as error:
            return isinstance(in_words(error), FileInUse)
    return False


def _not_opened(error: BaseException) -> ScrutineerError:
    """A first page that cannot be read is all that a wrong passphrase shows; damage elsewhere says so."""
    is_unread = any("not a database" in str(cause) for cause in chain(error))
    return WrongPassphrase(_WRONG, _WRONG_ADVICE) if is_unread else in_words(error)


def _is_at_work_here(path: Path) -> bool:
    found = path.stat()
    return any(os.path.samestat(one.identity, found) for one in _at_work if not one.is_closed())


def _journal_of(path: Path) -> Path:
    return path.with_name(path.name + "-journal")
