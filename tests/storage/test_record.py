from contextlib import closing

import pytest
import sqlcipher3

from scrutineer.domain.errors import CannotWrite, Damaged, DiskFull, NewerFile, NotARecord, WrongPassphrase
from scrutineer.storage import history, key
from scrutineer.storage import record as record_module
from scrutineer.storage.checks import check
from scrutineer.storage.migrations import NEWEST, STEPS, Migration, bring_up_to_date
from scrutineer.storage.record import Record
from tests.factories import a_note
from tests.storage.conftest import PASSPHRASE, faults, fill, listing, put


def another_cipher_file(path):
    """A file of some other program that uses the same cipher and, by chance, the same passphrase."""
    with closing(sqlcipher3.connect(str(path))) as other:
        other.execute(f'PRAGMA key = "{key.raw_key(PASSPHRASE, bytes(range(16)))}"')
        other.execute("PRAGMA application_id = 77")
        other.execute("CREATE TABLE note (text)")


def plain_file(path):
    with closing(sqlcipher3.connect(str(path))) as other:
        other.execute("CREATE TABLE note (text)")


def with_extra(sql):
    def change(path):
        record = Record.create(path, PASSPHRASE)
        record.database.execute_sql(sql)
        record.close()

    return change


def cut(length):
    def change(path):
        Record.create(path, PASSPHRASE).close()
        whole = path.read_bytes()
        path.write_bytes(whole[: length if isinstance(length, int) and length > 0 else length(len(whole))])

    return change


def half(size):
    return size // 2 + 7


def one_page_less(size):
    return size - 4096


def one_byte_less(size):
    return size - 1


TRIGGER = "CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM agency; END"
REFUSED = {
    "plaintext": (plain_file, NotARecord, "always encrypted"),
    "foreign": (another_cipher_file, NotARecord, "another program’s file"),
    "trigger": (with_extra(TRIGGER), NotARecord, "did not put there"),
    "view": (with_extra("CREATE VIEW v AS SELECT 1"), NotARecord, "did not put there"),
    "table": (with_extra("CREATE TABLE t (a)"), NotARecord, "did not put there"),
    "newer": (with_extra("PRAGMA user_version = 9"), NewerFile, "newer version"),
    "nothing": (lambda path: path.write_bytes(b""), NotARecord, "is empty"),
    "one byte": (lambda path: path.write_bytes(b"S"), NotARecord, "length of a whole record"),
    "random": (lambda path: path.write_bytes(bytes(range(256)) * 64), WrongPassphrase, "is wrong, or the file"),
    "text": (lambda path: path.write_text("My notes. " * 900), NotARecord, "length of a whole record"),
    "cut to 100": (cut(100), NotARecord, "length of a whole record"),
    "cut to 4095": (cut(4095), NotARecord, "length of a whole record"),
    "cut to 4096": (cut(4096), Damaged, "not as it was written"),
    "cut to half": (cut(half), NotARecord, "length of a whole record"),
    "a page less": (cut(one_page_less), Damaged, "not as it was written"),
    "a byte less": (cut(one_byte_less), NotARecord, "length of a whole record"),
    "folder": (lambda path: path.mkdir(), CannotWrite, "cannot be read"),
    "missing": (lambda path: None, NotARecord, "no file"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_record_of_ours_is_refused_in_words_and_stays_as_it_was(path, name):
    make, error, sentence = REFUSED[name]
    make(path)
    before = listing(path.parent)
    for attempt in (Record.open, check):
        with pytest.raises(error, match=sentence) as caught:
            attempt(path, PASSPHRASE)
        assert "sqlite" not in caught.value.in_one_line.lower()
    assert listing(path.parent) == before


@pytest.mark.parametrize("passphrase", [
    "", " ", "other words", PASSPHRASE.upper(), PASSPHRASE + " ", f"x'{'0' * 64}'", "\ud800", "a\0",
])  # fmt: skip
def test_a_wrong_passphrase_is_refused_and_the_file_stays_as_it_was(record, path, passphrase):
    record.close()
    before = listing(path.parent)
    with pytest.raises(WrongPassphrase) as caught:
        Record.open(path, passphrase)
    assert "wrong" in caught.value.sentence
    assert "not touched" in caught.value.advice
    assert listing(path.parent) == before


def test_the_passphrase_of_an_open_record_can_be_asked_for(record):
    assert record.has_passphrase(PASSPHRASE)
    assert not record.has_passphrase("other words")
    assert not record.has_passphrase("")


def test_the_true_cost_is_bearable_and_a_record_is_opened_by_its_own_words_alone(true_cost, path):
    Record.create(path, PASSPHRASE).close()
    Record.open(path, PASSPHRASE).close()
    with pytest.raises(WrongPassphrase):
        Record.open(path, "other words")


def test_a_record_that_cannot_be_made_leaves_nothing(small_disk):
    fill(small_disk, leave=200_000).rename(small_disk / "other")
    before = listing(small_disk)
    with pytest.raises(DiskFull):
        Record.create(small_disk / "example.scrutiny", PASSPHRASE)
    assert listing(small_disk) == before


def test_an_older_record_is_brought_up_to_date_after_a_backup_was_made_beside_it(record, path, monkeypatch):
    (note,) = put(record, a_note())
    record.close()
    steps = (*STEPS, Migration("a second step", lambda database: database.execute_sql("CREATE TABLE second (a)")))
    monkeypatch.setattr(record_module, "NEWEST", NEWEST + 1)
    monkeypatch.setattr(record_module, "bring_up_to_date", lambda database: bring_up_to_date(database, steps))
    newer = Record.open(path, PASSPHRASE)
    assert newer.database.scalar("PRAGMA user_version") == NEWEST + 1
    newer.close()
    (before,) = path.parent.glob("example-before-upgrade-*.scrutiny")
    monkeypatch.undo()
    monkeypatch.setattr(key, "ROUNDS", 1_000)
    assert faults(before) == ()
    older = Record.open(before, PASSPHRASE)
    assert older.reader.all(type(note)) == [note]
    older.close()


def test_when_an_upgrade_fails_the_record_is_as_it_was_and_the_copy_stays_too(record, path, clock, monkeypatch):
    put(record, a_note())
    record.close()

    def fail(database):
        database.execute_sql("CREATE TABLE second (a)")
        database.execute_sql("SELECT a FROM nowhere")

    monkeypatch.setattr(record_module, "NEWEST", NEWEST + 1)
    steps = (*STEPS, Migration("a second step", fail))
    monkeypatch.setattr(record_module, "bring_up_to_date", lambda database: bring_up_to_date(database, steps))
    for attempt in (1, 2):
        with pytest.raises(CannotWrite):
            Record.open(path, PASSPHRASE, clock)
        assert len(list(path.parent.glob("example-before-upgrade-*"))) == attempt
    monkeypatch.undo()
    monkeypatch.setattr(key, "ROUNDS", 1_000)
    assert faults(path) == ()


def test_a_closed_record_can_be_opened_again_and_again(record, reopened):
    for count in range(1, 4):
        put(reopened(), a_note())
        assert len(history.heads(record.database)) == count
