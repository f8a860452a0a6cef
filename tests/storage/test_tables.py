import dataclasses

import pytest

from scrutineer.domain.records import ENTITIES
from scrutineer.storage.tables import LINKED, LINKS, MANY, TABLES


def _columns(database, table):
    """Name, type, whether it must be given, whether it is generated or hidden, as the file has them."""
    return [(name, kind, bool(must), hidden)
            for _, name, kind, must, _, _, hidden in database.execute_sql(f"PRAGMA table_xinfo({table})")]


def _declared(model):
    sqlite = {"INT": "INTEGER", "FLOAT": "REAL"}
    columns = model._meta.sorted_fields
    return [(one.column_name, sqlite.get(one.field_type, one.field_type), not one.null, 0) for one in columns]


@pytest.mark.parametrize("cls", ENTITIES, ids=lambda cls: cls.KIND)
def test_the_tables_are_what_a_fresh_file_has(record, cls):
    assert sorted(_columns(record.database, cls.KIND)) == sorted(_declared(TABLES[cls]))
    for name, links in LINKED[cls].items():
        assert sorted(_columns(record.database, links.table)) == sorted(_declared(LINKS[cls][name]))


@pytest.mark.parametrize("cls", ENTITIES, ids=lambda cls: cls.KIND)
def test_a_record_and_its_table_have_the_same_fields(cls):
    fields = {spec.name: spec.metadata.get("to") for spec in dataclasses.fields(cls)}
    assert fields.keys() == set(TABLES[cls]._meta.columns) | set(MANY[cls])
    assert len({links.table for links in LINKED[cls].values()}) == len(MANY[cls])


def test_the_file_has_a_table_for_each_kind_and_each_link_points_where_it_says(record):
    for cls in ENTITIES:
        told = {row[3]: row[2] for row in record.database.execute_sql(f"PRAGMA foreign_key_list({cls.KIND})")}
        specs = {spec.name: spec.metadata["to"] for spec in dataclasses.fields(cls) if spec.metadata.get("to")}
        assert told == {name: to for name, to in specs.items() if name not in MANY[cls]}
