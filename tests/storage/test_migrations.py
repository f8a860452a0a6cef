import shutil
from pathlib import Path

import peewee
import pytest

from scrutineer.domain.challenge import Addressee, Challenge, Status
from scrutineer.domain.errors import Damaged
from scrutineer.storage import meta, schema
from scrutineer.storage.checks import check, check_open, counts
from scrutineer.storage.migrations import NEWEST, STEPS, Migration, bring_up_to_date
from scrutineer.storage.record import Record
from tests.factories import a_contact, an_activity, an_agency
from tests.storage.conftest import put

RELEASED = sorted((Path(__file__).parent / "fixtures").glob("schema-*.scrutineer"))


def second(database):
    database.execute_sql("CREATE TABLE second (a TEXT) STRICT")
    database.execute_sql("INSERT INTO second VALUES ('a')")


def fail_at_the_end(database):
    database.execute_sql("CREATE TABLE third (a TEXT) STRICT")
    database.execute_sql("UPDATE second SET a = 'changed'")
    database.execute_sql("SELECT a FROM nowhere")


def rebuild_agency(database):
    """As a table is rebuilt when a column changes: a new one, the rows, the old name."""
    sql = database.scalar("SELECT sql FROM sqlite_schema WHERE name = 'agency'")
    last = "note TEXT NOT NULL"
    database.execute_sql(sql.replace("TABLE agency", "TABLE rebuilt", 1).replace(last, f"{last}, more TEXT"))
    names = ", ".join(row[1] for row in database.execute_sql("PRAGMA table_info(agency)"))
    database.execute_sql(f"INSERT INTO rebuilt ({names}) SELECT {names} FROM agency")
    database.execute_sql("DROP TABLE agency")
    database.execute_sql("ALTER TABLE rebuilt RENAME TO agency")


def lose_agencies(database):
    database.execute_sql("DELETE FROM agency")


def version(record):
    return record.database.scalar("PRAGMA user_version")


def schema_rows(record):
    return record.database.execute_sql("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()


def test_a_new_file_takes_every_step_and_each_says_what_it_does(record):
    assert version(record) == NEWEST == len(STEPS)
    assert all(step.sentence for step in STEPS)


def test_taking_the_steps_again_changes_nothing(record):
    before = schema.fingerprint(record.database)
    bring_up_to_date(record.database)
    assert schema.fingerprint(record.database) == before


def test_a_step_that_fails_in_the_middle_is_undone_with_its_number_and_can_be_tried_again(record):
    steps = (*STEPS, Migration("second", second), Migration("third", fail_at_the_end))
    for _ in range(2):
        with pytest.raises(peewee.OperationalError, match="nowhere"):
            bring_up_to_date(record.database, steps)
        assert version(record) == NEWEST + 1
        assert record.database.scalar("SELECT a FROM second") == "a"
        assert "third" not in dict(schema_rows(record))
        assert record.database.scalar("PRAGMA foreign_keys") == 1
    bring_up_to_date(record.database, (*steps[:-1], Migration("third", lambda database: None)))
    assert version(record) == NEWEST + 2


def test_a_first_step_that_fails_leaves_the_file_as_it_was(record):
    before = schema_rows(record)
    with pytest.raises(ZeroDivisionError):
        bring_up_to_date(record.database, (*STEPS, Migration("bad", lambda database: (second(database), 1 / 0))))
    assert (version(record), schema_rows(record)) == (NEWEST, before)


def test_a_table_is_rebuilt_under_the_rows_that_point_to_it(record):
    agency = an_agency()
    team, visit = an_agency(parent_id=agency.id), an_activity(agency_ids=(agency.id,))
    put(record, agency, team, visit, a_contact(agency_id=agency.id))
    before = counts(record.database)
    bring_up_to_date(record.database, (*STEPS, Migration("rebuild", rebuild_agency)))
    assert version(record) == NEWEST + 1
    assert counts(record.database) == before
    assert record.database.scalar("SELECT count(*) FROM activity_agency") == 1
    assert record.database.scalar("PRAGMA foreign_key_check") is None
    assert "more TEXT" in dict(schema_rows(record))["agency"]
    assert record.database.execute_sql("PRAGMA foreign_key_list(contact)").fetchone()[2] == "agency"


def test_a_step_that_leaves_links_to_nowhere_is_undone(record):
    agency = an_agency()
    put(record, agency, a_contact(agency_id=agency.id))
    with pytest.raises(Damaged, match="“lose” could not be finished"):
        bring_up_to_date(record.database, (*STEPS, Migration("lose", lose_agencies)))
    assert version(record) == NEWEST
    assert record.reader.get(type(agency), agency.id).name == agency.name


def test_there_is_a_file_of_every_schema_that_came_before():
    assert [path.stem for path in RELEASED] == [f"schema-{number}" for number in range(1, NEWEST)]


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_record_of_an_earlier_schema_opens_upgraded_and_whole_with_all_that_was_in_it(true_cost, released, tmp_path):
    path = shutil.copy(released, tmp_path / "ours.scrutineer")
    assert not check(path, "otter lantern gravel teapot").faults
    record = Record.open(path, "otter lantern gravel teapot")
    try:
        assert version(record) == NEWEST
        assert schema.fingerprint(record.database) == schema.FINGERPRINTS[NEWEST]
        assert meta.read(record.database, meta.OLDEST_WRITER) == str(NEWEST)
        assert [one.reference for one in record.reader.all(Challenge)] == ["EX-C-2026-001"]
        assert [one.status for one in record.reader.all(Addressee)] == [Status.CLOSED, Status.RAISED]
        assert not check_open(record.database, record.path.name).faults
    finally:
        record.close()
    assert list(tmp_path.rglob("*before-upgrade*"))
