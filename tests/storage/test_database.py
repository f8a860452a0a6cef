import shutil
import subprocess
import sys
import threading
import time
from contextlib import closing

import pytest
import sqlcipher3

from scrutineer.domain.errors import CannotWrite, FileInUse, NotARecord
from scrutineer.storage import key
from scrutineer.storage.database import APPLICATION_ID, RecordDatabase, is_held, key_for, new_file, working
from scrutineer.storage.migrations import NEWEST
from scrutineer.storage.record import Record
from tests.factories import a_note
from tests.storage.conftest import PASSPHRASE, ROOT, faults, held_by_another, listing, put, sha256


def in_thread(work):
    """What a thread of its own made of it: a result or an error."""
    done = []

    def run():
        try:
            done.append(work())
        except RuntimeError as error:
            done.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return done[0]


@pytest.mark.parametrize(("pragma", "value"), [
    ("synchronous", 3), ("locking_mode", "exclusive"), ("journal_mode", "delete"), ("secure_delete", 1),
    ("recursive_triggers", 1), ("trusted_schema", 0), ("foreign_keys", 1), ("cell_size_check", 1), ("mmap_size", 0),
    ("application_id", APPLICATION_ID), ("user_version", NEWEST), ("page_size", "4096"), ("busy_timeout", 0),
    ("cipher_page_size", "4096"), ("cipher_use_hmac", "1"), ("cipher_plaintext_header_size", "0"),
])  # fmt: skip
def test_a_record_is_opened_as_safely_as_it_was_made(record, reopened, pragma, value):
    assert record.database.scalar(f"PRAGMA {pragma}") == value
    assert reopened().database.scalar(f"PRAGMA {pragma}") == value


def test_the_file_is_encrypted_and_nobody_elses(record, path):
    put(record, a_note(text="MarkerInTheText"))
    assert not path.read_bytes().startswith(b"SQLite")
    assert b"MarkerInTheText" not in path.read_bytes()
    assert b"CREATE TABLE" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("passphrase", ["", "  ", "\0", "x'" + "0" * 64 + "'", "x'" + "0" * 96 + "'"])
def test_what_would_not_encrypt_is_refused_before_anything_is_written(path, passphrase):
    with pytest.raises(ValueError, match="passphrase"):
        new_file(path, passphrase)
    assert listing(path.parent) == {}


def test_another_program_opens_the_record_with_the_passphrase(true_cost, path):
    words = "it's “café” 密码 " + "w" * 190
    record = Record.create(path, words)
    (note,) = put(record, a_note())
    record.close()
    with closing(sqlcipher3.connect(str(path))) as other:
        other.execute("PRAGMA key = '{}'".format(key.normalised(words).replace("'", "''")))
        assert other.execute("SELECT text FROM note").fetchall() == [(note.text,)]
    Record.open(path, words.replace("é", "e\u0301")).close()


def test_a_statement_of_a_thread_that_does_not_own_the_connection_raises(record):
    error = in_thread(lambda: record.reader.all(type(a_note())))
    assert "does not own" in str(error)
    assert "does not own" in str(in_thread(lambda: put(record, a_note())))
    put(record, a_note())


def test_the_connection_is_lent_to_a_worker_and_comes_back(record):
    go, done = threading.Event(), threading.Event()
    written = []

    def work():
        go.wait(10)
        written.extend(put(record, a_note()))
        done.set()

    worker = threading.Thread(target=work)
    worker.start()
    with record.lent_to(worker.ident):
        with pytest.raises(RuntimeError, match="does not own"):
            put(record, a_note())
        go.set()
        assert done.wait(10)
    worker.join()
    assert record.reader.all(type(written[0])) == written


def test_the_connection_comes_back_when_the_work_failed(record):
    with pytest.raises(ZeroDivisionError), record.lent_to(1):
        raise ZeroDivisionError
    put(record, a_note())


def test_nothing_is_lent_during_a_transaction_or_by_a_thread_that_does_not_own_it(record):
    with record.gate.act(), pytest.raises(RuntimeError, match="during a transaction"), record.lent_to(1):
        pass

    def lend():
        with record.lent_to(1):
            pass

    assert "does not own" in str(in_thread(lend))


def test_a_closed_record_does_not_open_again_by_itself(record):
    record.close()
    for attempt in (lambda: record.reader.all(type(a_note())), lambda: put(record, a_note())):
        with pytest.raises(CannotWrite):
            attempt()
    assert record.database.is_closed()


def test_only_one_process_works_on_a_record(record, path):
    record.close()
    before = sha256(path)
    with held_by_another(path):
        began = time.monotonic()
        assert is_held(path)
        with pytest.raises(FileInUse, match="open"):
            Record.open(path, PASSPHRASE)
        assert time.monotonic() - began < 1, "a person must not wait to be told"
    assert not is_held(path)
    assert sha256(path) == before


def test_a_second_opening_in_this_program_is_refused_and_takes_no_lock_away(record, path):
    for attempt in (lambda: Record.open(path, PASSPHRASE), lambda: faults(path), lambda: key_for(path, PASSPHRASE)):
        with pytest.raises(FileInUse):
            attempt()
    assert is_held(path)
    script = "import sys, sqlcipher3; sqlcipher3.connect(sys.argv[1], timeout=0).execute('SELECT * FROM sqlite_schema')"
    other = subprocess.run([sys.executable, "-c", script, str(path)], check=False, capture_output=True, text=True)
    assert "locked" in other.stderr


def test_a_renamed_folder_does_not_hide_that_the_record_is_open(record, path):
    moved = path.parent.rename(path.parent.with_name("moved"))
    with pytest.raises(FileInUse):
        key_for(moved / path.name, PASSPHRASE)
    moved.rename(path.parent)


@pytest.mark.parametrize("name", ["%41 #1?mode=ro&x=y.scrutiny", "Ünï “cödé” 密.scrutiny", "it's; --.scrutiny"])
def test_any_file_name_will_do(tmp_path, name):
    record = Record.create(tmp_path / name, PASSPHRASE)
    put(record, a_note())
    record.close()
    assert [file.name for file in tmp_path.iterdir()] == [name]
    assert faults(tmp_path / name) == ()


def test_a_name_that_is_taken_or_a_folder_that_is_not_there_is_refused(path):
    path.write_bytes(b"precious")
    with pytest.raises(CannotWrite, match="already"):
        new_file(path, PASSPHRASE)
    assert path.read_bytes() == b"precious"
    with pytest.raises(CannotWrite):
        new_file(path.parent / "absent" / "new.scrutiny", PASSPHRASE)


def test_when_a_new_file_cannot_be_locked_no_empty_one_is_left(path, monkeypatch):
    def locked(*args, **kwargs):
        raise sqlcipher3.OperationalError("database is locked")

    monkeypatch.setattr(RecordDatabase, "connect", locked)
    with pytest.raises(FileInUse):
        new_file(path, PASSPHRASE)
    assert listing(path.parent) == {}


def test_no_new_file_comes_into_being_by_connecting(path):
    with pytest.raises(CannotWrite):
        working(path, key.raw_key(PASSPHRASE, bytes(16)))
    with pytest.raises(NotARecord, match="no file"):
        key_for(path, PASSPHRASE)
    assert not is_held(path)
    assert listing(path.parent) == {}


def died_in_a_save(path):
    """Leave the file as a process does that dies with half a save on the disk: torn, with its journal."""
    script = (
        "import os, sys; from pathlib import Path\n"
        "from scrutineer.storage import key; key.ROUNDS = 1000\n"
        "from scrutineer.storage.record import Record; from tests.factories import a_note\n"
        "record = Record.open(Path(sys.argv[1]), sys.argv[2]); record.database.execute_sql('PRAGMA cache_size = 5')\n"
        "with record.gate.act() as act:\n"
        "    for _ in range(200): act.put(a_note(text='torn ' * 600))\n"
        "    os._exit(1)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path), PASSPHRASE], cwd=ROOT, check=False)


@pytest.mark.parametrize("touch", ["open", "is_held", "wrong passphrase", "check"])
def test_after_a_sudden_end_the_half_save_is_rolled_back_whoever_touches_the_file_first(record, path, tmp_path, touch):
    (kept,) = put(record, a_note())
    record.close()
    died_in_a_save(path)
    torn = tmp_path / "torn"
    torn.mkdir()
    for file in (path, path.with_name(path.name + "-journal")):
        shutil.move(file, torn / file.name)
    path = torn / path.name
    if touch == "is_held":
        assert not is_held(path)
    elif touch == "wrong passphrase":
        with pytest.raises(Exception, match="passphrase is wrong"):
            Record.open(path, "wrong")
    elif touch == "check":
        assert faults(path) == ()
    again = Record.open(path, PASSPHRASE)
    assert again.reader.all(type(kept)) == [kept]
    again.close()
    assert faults(path) == ()
    assert [file.name for file in torn.iterdir()] == [path.name]


def test_a_file_on_a_disk_that_cannot_be_written_is_refused_in_words(small_disk):
    path = small_disk / "example.scrutiny"
    Record.create(path, PASSPHRASE).close()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(CannotWrite, match="can only be read where it is"):
        Record.open(path, PASSPHRASE)
    assert faults(path) == ()


def test_the_live_file_is_never_opened_as_a_file(record, path, tmp_path):
    """To close any other handle of it would drop the lock, so a process that watches itself must see none."""
    record.close()
    script = (
        "import os, sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from scrutineer.storage import backup, checks, key; key.ROUNDS = 1000\n"
        "from scrutineer.storage.record import Record; from tests.factories import a_note\n"
        "from scrutineer.storage.strike import strike_out\n"
        "path, seen = Path(sys.argv[1]), []\n"
        "def watch(event, args):\n"
        "    if event == 'open' and isinstance(args[0], (str, bytes)) and os.fsdecode(args[0]).endswith(path.name):\n"
        "        seen.append(args)\n"
        "sys.addaudithook(watch)\n"
        "record = Record.open(path, sys.argv[2]); before = len(seen)\n"
        "with record.gate.act() as act: act.put(a_note(text='a wrong word'))\n"
        "backup.make(record.database, Path(sys.argv[3]), datetime.now(UTC))\n"
        "record.has_passphrase('x'); strike_out(record.gate, record.reader, 'wrong word', 'A mistake', None)\n"
        "assert checks.check_open(record.database, path.name).faults == ()\n"
        "try: Record.open(path, sys.argv[2])\n"
        "except Exception as error: print(type(error).__name__)\n"
        "print(before, len(seen))\n"
    )
    folder = tmp_path / "backups"
    folder.mkdir()
    run = subprocess.run([sys.executable, "-c", script, str(path), PASSPHRASE, str(folder)], cwd=ROOT,
                         check=False, capture_output=True, text=True)
    assert run.stderr == ""
    assert run.stdout.split() == ["FileInUse", "1", "1"]
