import re
from contextlib import closing
from datetime import timedelta

import pytest

from scrutineer.domain.errors import BackupFailed, Damaged, NotARecord, WrongPassphrase
from scrutineer.domain.progress import Cancelled
from scrutineer.storage import backup
from scrutineer.storage.checks import counts
from scrutineer.storage.history import heads
from scrutineer.storage.migrations import NEWEST
from scrutineer.storage.record import Record
from tests.factories import MOMENT, a_note, an_activity
from tests.storage.conftest import PASSPHRASE, faults, fill, put, sha256


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "backups"
    made.mkdir()
    return made


def names(folder):
    return sorted(file.name for file in folder.iterdir())


def test_a_backup_is_one_file_with_everything_in_it_and_nothing_beside(record, folder):
    (note,) = put(record, a_note())
    made = backup.make(record.database, folder, MOMENT)
    assert names(folder) == ["example-20261123T134000Z-0001.scrutiny"]
    assert (made.number, made.made_at, made.records, made.schema) == (1, "2026-11-23T13:40:00.123Z", 1, NEWEST)
    assert made.program.startswith("Scrutineer ")
    assert made.path.stat().st_mode & 0o077 == 0
    assert faults(made.path) == ()
    assert backup.manifest_of(made.path, PASSPHRASE) == made
    copy = Record.open(made.path, PASSPHRASE)
    assert copy.reader.all(type(note)) == [note]
    assert (counts(copy.database), heads(copy.database)) == (counts(record.database), heads(record.database))
    copy.close()


def test_the_record_itself_is_no_backup_and_stays_none(record, path, folder):
    put(record, a_note())
    backup.make(record.database, folder, MOMENT)
    record.close()
    assert backup.manifest_of(path, PASSPHRASE) is None


def test_the_number_only_grows_whatever_the_clock_says(record, folder):
    for years in (0, -5, 5, 0):
        backup.make(record.database, folder, MOMENT + timedelta(days=365 * years))
    numbers = sorted(re.search(r"-(\d{8})T\d{6}Z-(\d{4})\.scrutiny$", name).groups() for name in names(folder))
    assert sorted(number for _, number in numbers) == ["0001", "0002", "0003", "0004"]
    assert backup.make(record.database, folder, MOMENT).number == 5


def test_the_number_grows_past_backups_that_the_record_has_forgotten_or_that_lie_elsewhere(record, folder, tmp_path):
    (folder / "example-20200101T000000Z-0041.scrutiny").write_bytes(b"")
    (folder / "other-20200101T000000Z-0099.scrutiny").write_bytes(b"")
    (folder / "example-2-20200101T000000Z-0098.scrutiny").write_bytes(b"")
    (folder / "notes.txt").write_bytes(b"")
    assert backup.make(record.database, folder, MOMENT).number == 42
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert backup.make(record.database, elsewhere, MOMENT).number == 43


def test_every_backup_is_logged_in_the_record(record, folder):
    made = [backup.make(record.database, folder, MOMENT + timedelta(days=n)) for n in range(2)]
    rows = record.database.execute_sql("SELECT number, file, made_at FROM backup_log ORDER BY number").fetchall()
    assert rows == [(one.number, str(one.path), one.made_at) for one in made]


def test_no_backup_is_begun_during_a_transaction(record, folder):
    with record.gate.act() as act:
        act.put(a_note())
        with pytest.raises(RuntimeError, match="during a transaction"):
            backup.make(record.database, folder, MOMENT)
    assert names(folder) == []


def test_two_thousand_records_are_copied_while_the_record_is_open(record, folder):
    put(record, *(a_note(text=f"note {n} " * 5) for n in range(2_000)))
    said = []
    made = backup.make(record.database, folder, MOMENT, lambda fraction, sentence: said.append(fraction))
    assert made.records == 2_000
    assert said == sorted(said)
    assert len(said) > 3
    assert faults(made.path) == ()
    put(record, a_note())


@pytest.mark.parametrize("when", range(5))
def test_a_backup_that_is_cancelled_leaves_nothing(record, folder, when):
    put(record, *(an_activity(note="x" * 900_000) for _ in range(3)))
    asked = 0

    def stop(fraction, sentence):
        nonlocal asked
        asked += 1
        if asked > when:
            raise Cancelled

    try:
        backup.make(record.database, folder, MOMENT, stop)
    except Cancelled:
        assert names(folder) == []
    else:
        assert asked <= when
    put(record, a_note())
    assert record.database.scalar("SELECT count(*) FROM backup_log") == len(names(folder))


@pytest.mark.parametrize("leave", [0, 4_000, 15_000, 200_000, 380_000, 400_000])
def test_on_a_full_disk_it_is_said_in_words_and_no_stump_is_left(record, small_disk, leave):
    put(record, *(an_activity(note="words " * 900) for _ in range(20)))
    filler = fill(small_disk, leave)
    with pytest.raises(BackupFailed, match="no room left"):
        backup.make(record.database, small_disk, MOMENT)
    assert names(small_disk) == ["filler"]
    filler.unlink()
    assert backup.make(record.database, small_disk, MOMENT).number == 1


def test_a_folder_that_is_not_there_is_said_in_words(record, folder):
    for place in (folder / "absent", folder / "file"):
        (folder / "file").write_bytes(b"")
        with pytest.raises(BackupFailed, match="cannot be opened"):
            backup.make(record.database, place, MOMENT)


def test_a_damaged_record_makes_no_backup(record, path, folder, clock):
    put(record, *(an_activity(note=f"words {n} " * 900) for n in range(20)))
    record.close()
    damaged = bytearray(path.read_bytes())
    damaged[-9_000] ^= 4
    path.write_bytes(damaged)
    opened = Record.open(path, PASSPHRASE, clock)
    with pytest.raises(BackupFailed, match="not whole, so it is no backup"):
        backup.make(opened.database, folder, MOMENT)
    assert names(folder) == []
    opened.close()


def test_a_backup_that_does_not_hold_what_the_record_holds_is_not_one(record, folder, monkeypatch):
    put(record, a_note())
    told = iter([{"note": 1}, {"note": 1}, {"note": 2}])
    monkeypatch.setattr(backup, "counts", lambda database: next(told))
    with pytest.raises(BackupFailed, match="did not hold everything"):
        backup.make(record.database, folder, MOMENT)
    assert names(folder) == []


def test_a_file_of_that_name_is_never_overwritten(record, path):
    before = backup.before(record.database, "upgrade", MOMENT)
    assert before.name == "example-before-upgrade-20261123T134000Z.scrutiny"
    kept = sha256(before)
    with pytest.raises(BackupFailed, match="already"):
        backup.before(record.database, "upgrade", MOMENT)
    assert sha256(before) == kept


@pytest.mark.parametrize("lie", [
    "UPDATE manifest SET value = '{}' WHERE name = 'counts'",
    "UPDATE manifest SET value = '{' WHERE name = 'counts'",
    "UPDATE manifest SET value = '{}' WHERE name = 'heads'",
    "DELETE FROM manifest WHERE name = 'number'",
    "DELETE FROM manifest WHERE name <> 'number'",
    "INSERT INTO body SELECT 'new', NULL, NULL, NULL, 'own', '[]', 'Forged', '', ''",
])  # fmt: skip
def test_a_backup_that_is_not_what_its_manifest_says_is_refused(record, folder, lie):
    put(record, a_note())
    made = backup.make(record.database, folder, MOMENT)
    forged = Record.open(made.path, PASSPHRASE)
    forged.database.execute_sql(lie)
    forged.close()
    with pytest.raises(Damaged, match="what its manifest says"):
        backup.manifest_of(made.path, PASSPHRASE)


def test_a_backup_opens_with_the_passphrase_of_its_record_alone_and_only_when_it_is_whole(record, folder):
    made = backup.make(record.database, folder, MOMENT)
    with pytest.raises(WrongPassphrase):
        backup.manifest_of(made.path, "other words")
    whole = made.path.read_bytes()
    made.path.write_bytes(whole[:-4096] + bytes(4096))
    with pytest.raises(Damaged, match="is damaged"):
        backup.manifest_of(made.path, PASSPHRASE)
    made.path.write_bytes(whole[:5_000])
    with pytest.raises(NotARecord):
        backup.manifest_of(made.path, PASSPHRASE)


def test_when_the_record_has_no_room_to_note_it_that_is_said(small_disk, folder):
    path = small_disk / "example.scrutiny"
    Record.create(path, PASSPHRASE).close()
    filler = fill(small_disk, 0)
    with closing(Record.open(path, PASSPHRASE)) as record:
        with pytest.raises(BackupFailed, match="is sound, but the record could not note it"):
            backup.make(record.database, folder, MOMENT)
        (sound,) = folder.iterdir()
        assert faults(sound) == ()
        filler.unlink()
        assert backup.make(record.database, folder, MOMENT).number == 2
