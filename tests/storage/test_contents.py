"""What attached files hold: kept once, gone when it goes, in every backup, and looked over by a check."""

import hashlib

import pytest

from scrutineer.domain.errors import Invalid
from scrutineer.storage import backup, contents
from scrutineer.storage.checks import check, check_open
from scrutineer.storage.record import Record
from tests.factories import an_attachment
from tests.storage import decipher
from tests.storage.conftest import CHEAP, PASSPHRASE, faults

WORDS = b"Of 22 plans, 5 showed a change. " * 4000      # some thirty pages
DIGEST = hashlib.sha256(WORDS).hexdigest()


@pytest.fixture
def file(record):
    """A file kept in the record."""
    with record.gate.act() as act:
        contents.keep(act.database, DIGEST, WORDS)
        return act.put(an_attachment(sha256=DIGEST, size=len(WORDS)))


def test_content_comes_back_under_its_digest_and_is_kept_once(record, file):
    assert record.content_of(DIGEST) == WORDS
    assert record.content_of("0" * 64) is None
    with record.gate.act() as act:
        contents.keep(act.database, DIGEST, WORDS)
    assert record.database.scalar("SELECT count(*) FROM content") == 1


def test_content_that_goes_leaves_no_trace_on_any_page(record, file, path):
    assert any(WORDS[:64] in page for page in decipher.pages(path, PASSPHRASE, CHEAP))
    with record.gate.act() as act:
        act.remove(file)
        contents.forget(act.database, DIGEST)
    assert record.content_of(DIGEST) is None
    assert not [page for page in decipher.pages(path, PASSPHRASE, CHEAP) if b"plans, 5 showed" in page]
    assert check_open(record.database, "example").faults == ()


def test_content_is_never_in_the_open_nor_in_the_history(record, file, path):
    assert b"plans, 5 showed" not in path.read_bytes()
    told = [line for line in record.lines_of([file.id]) if "plans, 5 showed" in f"{line.old} {line.new}"]
    assert told == []
    assert record.find("showed") == []


def test_a_backup_carries_it_and_opens_it(record, file, tmp_path, clock):
    folder = tmp_path / "backups"
    folder.mkdir()
    made = backup.make(record.database, folder, clock())
    assert faults(made.path) == ()
    restored = Record.open(made.path, PASSPHRASE, clock)
    assert restored.content_of(DIGEST) == WORDS
    restored.close()


def test_a_sound_file_has_no_fault_and_is_read_at_the_end_of_a_check(record, file, path):
    record.close()
    said = []
    assert check(path, PASSPHRASE, lambda fraction, sentence: said.append(sentence)).faults == ()
    assert said[-1] == "Reading the attached files"


def test_content_that_is_missing_is_named_by_its_file(record, file):
    record.database.execute_sql("DELETE FROM content")
    (fault,) = check_open(record.database, "example").faults
    assert fault == "The content of the attached file “letter.pdf” is missing."


def test_content_that_was_changed_is_reported(record, file):
    record.database.execute_sql("UPDATE content SET data = ?", (WORDS[:-1] + b"!",))
    (fault,) = check_open(record.database, "example").faults
    assert fault == f"The content of an attached file ({DIGEST[:8]}) is not as it was kept."


def test_of_a_file_that_was_let_go_no_content_is_missed(record, file):
    with record.gate.act() as act:
        act.remove(file)
        contents.forget(act.database, DIGEST)
    assert list(contents.faults(record.database)) == []


def test_a_record_of_an_older_schema_has_no_files_to_miss(record):
    record.database.execute_sql("DROP TABLE content")
    assert list(contents.faults(record.database)) == []


def test_what_is_kept_in_an_act_that_fails_is_not_kept(record):
    def keep_and_fail():
        with record.gate.act() as act:
            contents.keep(act.database, DIGEST, WORDS)
            act.put(an_attachment(file_name=" "))

    with pytest.raises(Invalid):
        keep_and_fail()
    assert record.content_of(DIGEST) is None
