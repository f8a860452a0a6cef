import os
import shutil

import pytest

from scrutineer.domain.errors import CannotWrite, Damaged, DiskFull, FileInUse, NotARecord, WrongPassphrase
from scrutineer.domain.note import Note
from scrutineer.storage import backup
from scrutineer.storage import restore as restore_module
from scrutineer.storage.record import Record
from scrutineer.storage.restore import restore
from scrutineer.storage.strike import strike_out
from tests.factories import MOMENT, a_note
from tests.storage.conftest import PASSPHRASE, faults, fill, held_by_another, listing, put, sha256
from tests.storage.test_database import died_in_a_save


@pytest.fixture
def made(record, path, tmp_path):
    """A backup with one note; in the record, closed now, there are two."""
    folder = tmp_path / "backups"
    folder.mkdir()
    put(record, a_note(text="one"))
    found = backup.make(record.database, folder, MOMENT).path
    put(record, a_note(text="two"))
    record.close()
    return found


def notes(path):
    record = Record.open(path, PASSPHRASE)
    texts = [note.text for note in record.reader.all(Note)]
    record.close()
    return texts


def test_a_backup_is_restored_after_a_safety_copy_and_that_undoes_it(made, path):
    before, kept_backup = sha256(path), sha256(made)
    kept = restore(made, PASSPHRASE, path, MOMENT)
    assert kept.name == "example-before-restore-20261123T134000Z.scrutiny"
    assert sha256(kept) == before
    assert sha256(made) == kept_backup
    assert notes(path) == ["one"]
    assert faults(path) == ()
    assert backup.manifest_of(path, PASSPHRASE) is None
    assert sorted(listing(path.parent)) == sorted([path.name, kept.name])
    assert all(file.stat().st_mode & 0o077 == 0 for file in (path, kept))
    restore(kept, PASSPHRASE, path, MOMENT.replace(hour=15))
    assert notes(path) == ["one", "two"]


def test_a_backup_is_restored_where_nothing_stood(made, tmp_path):
    target = tmp_path / "new" / "another.scrutiny"
    target.parent.mkdir()
    assert restore(made, PASSPHRASE, target, MOMENT) is None
    assert notes(target) == ["one"]
    assert list(listing(target.parent)) == [target.name]


def test_a_restored_record_knows_the_backup_it_came_from(made, path):
    restore(made, PASSPHRASE, path, MOMENT)
    record = Record.open(path, PASSPHRASE)
    put(record, a_note())
    elsewhere = path.parent / "elsewhere"
    elsewhere.mkdir()
    assert backup.make(record.database, elsewhere, MOMENT).number == 2
    logged = record.database.execute_sql("SELECT file FROM backup_log ORDER BY number").fetchall()
    assert logged == [(str(made),), (str(next(elsewhere.iterdir())),)]
    record.close()


def test_words_struck_out_of_a_restored_record_are_known_to_be_in_its_backup(record, tmp_path):
    put(record, a_note(text="a wrong word"))
    found = backup.make(record.database, tmp_path, MOMENT).path
    target = tmp_path / "restored.scrutiny"
    restore(found, PASSPHRASE, target, MOMENT)
    restored = Record.open(target, PASSPHRASE)
    assert strike_out(restored.gate, restored.reader, "wrong word", "A mistake", None).backups == (str(found),)
    restored.close()


def test_nothing_is_restored_while_the_record_is_open_here_or_elsewhere(made, path, reopened):
    before = listing(path.parent)
    with held_by_another(path), pytest.raises(FileInUse, match="nothing was restored"):
        restore(made, PASSPHRASE, path, MOMENT)
    reopened()
    with pytest.raises(FileInUse, match="nothing was restored"):
        restore(made, PASSPHRASE, path, MOMENT)
    assert listing(path.parent) == before


def test_a_damaged_a_foreign_and_a_locked_backup_are_refused_and_the_record_is_as_it_was(made, path):
    before, whole = listing(path.parent), made.read_bytes()
    flipped = whole[:-9_000] + bytes([whole[-9_000] ^ 1]) + whole[-8_999:]
    plain = b"SQLite format 3\0" + whole
    for damaged, error in [(flipped, Damaged), (whole[:4096], Damaged), (b"", NotARecord), (whole[:-1], NotARecord),
                           (plain, NotARecord)]:
        made.write_bytes(damaged)
        with pytest.raises(error) as caught:
            restore(made, PASSPHRASE, path, MOMENT)
        assert caught.value.sentence
    made.write_bytes(whole)
    with pytest.raises(WrongPassphrase):
        restore(made, "other words", path, MOMENT)
    with pytest.raises(CannotWrite, match="the record itself"):
        restore(path, PASSPHRASE, path, MOMENT)
    assert listing(path.parent) == before
    assert notes(path) == ["one", "two"]


@pytest.mark.parametrize("step", ["_begin_anew", "settle", "_safety_copy", "_replace"])
def test_when_it_fails_in_the_middle_the_record_is_as_it_was(made, path, monkeypatch, step):
    before = listing(path.parent)

    def fail(*args):
        raise PermissionError("held by another program")

    monkeypatch.setattr(restore_module, step, fail)
    with pytest.raises(CannotWrite):
        restore(made, PASSPHRASE, path, MOMENT)
    after = listing(path.parent)
    assert {name: after[name] for name in before} == before
    assert all("before-restore" in name for name in set(after) - set(before))


def test_when_the_name_cannot_be_taken_the_record_keeps_its_journal(made, path, monkeypatch):
    died_in_a_save(path)
    before = listing(path.parent)
    assert path.name + "-journal" in before

    def fail(*args):
        raise PermissionError("held by another program")

    with monkeypatch.context() as change:
        change.setattr(restore_module, "is_held", lambda path: False)
        change.setattr(os, "replace", fail)
        with pytest.raises(CannotWrite):
            restore(made, PASSPHRASE, path, MOMENT)
    after = listing(path.parent)
    assert {name: after[name] for name in before} == before
    assert notes(path) == ["one", "two"]


def test_a_copy_that_was_not_whole_is_not_put_in_the_place_of_the_record(made, path, monkeypatch):
    before = listing(path.parent)
    honest = shutil.copyfile

    def failing_disk(original, target):
        honest(original, target)
        if target.name.endswith(".unfinished"):
            with target.open("r+b") as file:
                file.seek(-9_000, os.SEEK_END)
                file.write(b"not what was read")

    monkeypatch.setattr(shutil, "copyfile", failing_disk)
    with pytest.raises(Damaged):
        restore(made, PASSPHRASE, path, MOMENT)
    assert listing(path.parent) == before


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_a_stale_journal_is_not_rolled_into_the_restored_record_but_kept_with_the_old_one(made, path, ending):
    stale = path.with_name(path.name + ending)
    if ending == "-journal":
        died_in_a_save(path)
    else:
        stale.write_bytes(b"left by another program")
    left = stale.read_bytes()
    with pytest.MonkeyPatch.context() as change:
        change.setattr(restore_module, "is_held", lambda path: False)      # to ask would roll it back before
        kept = restore(made, PASSPHRASE, path, MOMENT)
    assert notes(path) == ["one"]
    assert faults(path) == ()
    assert not stale.exists()
    assert kept.with_name(kept.name + ending).read_bytes() == left
    if ending == "-journal":
        assert notes(kept) == ["one", "two"]


def test_what_an_interrupted_restore_left_behind_does_no_harm(made, path):
    unfinished = path.with_name(f".{path.name}.unfinished")
    unfinished.write_bytes(b"half")
    unfinished.with_name(unfinished.name + "-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" * 99)
    restore(made, PASSPHRASE, path, MOMENT)
    assert notes(path) == ["one"]
    assert not [name for name in listing(path.parent) if "unfinished" in name]


def test_a_second_restore_in_the_same_second_never_overwrites_the_safety_copy(made, path):
    kept = restore(made, PASSPHRASE, path, MOMENT)
    before = sha256(kept)
    with pytest.raises(CannotWrite, match="already"):
        restore(made, PASSPHRASE, path, MOMENT)
    assert sha256(kept) == before


@pytest.mark.parametrize("leave", [4_000, 100_000, 420_000, 500_000])
def test_on_a_full_disk_the_record_is_as_it_was_and_no_stump_is_left(made, path, small_disk, leave):
    target = small_disk / path.name
    shutil.copy(path, target)
    fill(small_disk, leave)
    before = listing(small_disk)
    with pytest.raises(DiskFull):
        restore(made, PASSPHRASE, target, MOMENT)
    assert listing(small_disk) == before
