import errno

import peewee
import pytest

from scrutineer.domain.errors import CannotWrite, Damaged, DiskFull, FileInUse
from scrutineer.storage.faults import chain, in_words, translated


def test_a_full_disk_is_found_behind_the_errors_that_cover_it():
    said = ("database or disk is full", "SQL logic error", "cannot rollback - no transaction is active")
    true, middle, covered = map(peewee.OperationalError, said)
    middle.__context__, covered.__cause__ = true, middle
    with pytest.raises(DiskFull, match="no room") as caught, translated():
        raise covered
    assert caught.value.__cause__ is covered


@pytest.mark.parametrize(("error", "expected"), [
    (OSError(errno.ENOSPC, "No space left on device"), DiskFull),
    (OSError(errno.EDQUOT, "Disk quota exceeded"), DiskFull),
    (peewee.OperationalError("database is locked"), FileInUse),
    (peewee.DatabaseError("database disk image is malformed"), Damaged),
    (peewee.DatabaseError("file is not a database"), Damaged),
    (MemoryError(), Damaged),
    (PermissionError(errno.EACCES, "Permission denied"), CannotWrite),
    (peewee.OperationalError("attempt to write a readonly database"), CannotWrite),
    (peewee.OperationalError("disk I/O error"), CannotWrite),
])  # fmt: skip
def test_each_failure_has_its_own_words(error, expected):
    found = in_words(error)
    assert type(found) is expected
    assert found.advice


def test_no_words_of_the_machine_reach_the_person():
    said = in_words(peewee.OperationalError("UNIQUE constraint failed: agency.id")).in_one_line
    assert "constraint" not in said


def test_errors_that_were_raised_in_a_circle_are_each_met_once():
    one, two = ValueError("one"), ValueError("two")
    one.__cause__, two.__context__ = two, one
    assert list(chain(one)) == [one, two]


def test_what_is_no_failure_of_the_machine_is_our_bug_and_passes():
    with pytest.raises(ZeroDivisionError), translated():
        raise ZeroDivisionError
