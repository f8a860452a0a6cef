import pytest

from scrutineer.domain.errors import NewerFile, NotARecord
from scrutineer.storage import schema
from scrutineer.storage.migrations import NEWEST


def test_a_fresh_file_has_the_fingerprint_of_the_newest_schema(record):
    assert schema.fingerprint(record.database) == schema.FINGERPRINTS[NEWEST]
    assert sorted(schema.FINGERPRINTS) == list(range(1, NEWEST + 1))


def test_work_does_not_change_the_fingerprint(record):
    before = schema.fingerprint(record.database)
    record.database.execute_sql("VACUUM")
    assert schema.fingerprint(record.database) == before


@pytest.mark.parametrize("foreign", [
    "CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM agency; END",
    "CREATE VIEW v AS SELECT 1",
    "CREATE TABLE t (a)",
    "CREATE INDEX i ON note (text)",
    "CREATE VIRTUAL TABLE t USING fts5 (a)",
    "DROP TRIGGER history_stays",
    "ALTER TABLE note ADD COLUMN extra TEXT",
])  # fmt: skip
def test_a_schema_with_anything_added_or_missing_is_refused(record, foreign):
    record.database.execute_sql(foreign)
    with pytest.raises(NotARecord, match="did not put there"):
        schema.check(record.database, "example")


def test_a_view_in_the_place_of_a_table_is_refused(record):
    record.database.execute_sql("DROP TABLE draft")
    record.database.execute_sql("CREATE VIEW draft AS SELECT 'a' AS place, '{}' AS words, 'b' AS kept_at")
    with pytest.raises(NotARecord, match="did not put there"):
        schema.check(record.database, "example")


def test_a_newer_file_says_which_schema_is_needed(record):
    record.database.execute_sql(f"PRAGMA user_version = {NEWEST + 8}")
    said = f"its schema is {NEWEST + 8}, this version knows {NEWEST} and {NEWEST} is needed"
    with pytest.raises(NewerFile, match=said):
        schema.check(record.database, "example")


@pytest.mark.parametrize(("pragma", "value"), [("application_id", 7), ("application_id", 0), ("user_version", -3)])
def test_another_programs_file_is_refused(record, pragma, value):
    record.database.execute_sql(f"PRAGMA {pragma} = {value}")
    with pytest.raises(NotARecord, match="another program"):
        schema.check(record.database, "example")
