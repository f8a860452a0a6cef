"""What the database, its driver and the disk say, translated at the border into words for people.

peewee may cover the true cause with a second error ("cannot rollback"), so the whole chain is read.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import peewee
from sqlcipher3 import dbapi2

from scrutineer.domain.errors import CannotWrite, Damaged, DiskFull, FileInUse, ScrutineerError

FAILURES = (peewee.PeeweeException, dbapi2.Error, OSError, MemoryError)

_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def chain(error: BaseException) -> Iterator[BaseException]:
    """The error, what it was raised from and what it was raised during, outermost first."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        one = waiting.pop(0)
        if one is not None and id(one) not in seen:
            seen.add(id(one))
            yield one
            waiting += [one.__cause__, one.__context__]


def in_words(error: BaseException) -> ScrutineerError:
    """The failure as a person should read it."""
    causes = list(chain(error))
    said = " ".join(str(cause).lower() for cause in causes)
    numbers = {cause.errno for cause in causes if isinstance(cause, OSError)}
    if "disk is full" in said or numbers & _NO_SPACE:
        return DiskFull(
            "There is no room left on the disk, so this was not saved.",
            "Nothing that was saved before is lost. Make some room, then save again.",
        )
    if "is locked" in said:
        return in_use()
    if any(word in said for word in ("malformed", "not a database", "hmac")) or _ran_out(causes):
        return Damaged(
            "Something in this record is not as it was written.",
            "Keep the file as it is, and open the newest backup instead.",
        )
    return CannotWrite(
        "The place where the record is kept cannot be read or written just now.",
        "What was saved before is safe. See that the disk or folder is there and may be written to.",
    )


def in_use() -> FileInUse:
    """Somebody else works on the record."""
    return FileInUse(
        "Another window or program has this record open.",
        "Close it there first; only one may write at a time.",
    )


def _ran_out(causes: list[BaseException]) -> bool:
    return any(isinstance(cause, MemoryError) for cause in causes)


@contextmanager
def translated() -> Iterator[None]:
    """Raise what goes wrong inside as a `ScrutineerError`, with the true cause behind it."""
    try:
        yield
    except FAILURES as error:
        raise in_words(error) from error
