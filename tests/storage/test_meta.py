from scrutineer.storage import meta
from scrutineer.storage.migrations import NEWEST
from scrutineer.storage.record import Record
from tests.storage.conftest import PASSPHRASE


def test_an_entry_is_written_read_replaced_and_forgotten(record):
    assert meta.read(record.database, "absent") == ""
    for value in ("B", "C"):
        meta.write(record.database, meta.COPY, value)
        assert meta.read(record.database, meta.COPY) == value
    meta.forget(record.database, meta.COPY)
    assert meta.read(record.database, meta.COPY) == ""


def test_every_new_record_has_an_id_of_its_own_and_says_who_may_write_it(record, tmp_path):
    other = Record.create(tmp_path / "other.scrutiny", PASSPHRASE)
    ids = {meta.read(one.database, meta.RECORD_ID) for one in (record, other)}
    assert meta.read(other.database, meta.OLDEST_WRITER) == str(NEWEST)
    other.close()
    assert len(ids) == 2
    assert "" not in ids
