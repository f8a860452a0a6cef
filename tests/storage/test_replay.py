import dataclasses
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutineer.domain.records import BY_KIND, ENTITIES
from scrutineer.storage import replay
from scrutineer.storage.checks import check_open
from scrutineer.storage.mapping import columns_of
from scrutineer.storage.record import Record
from tests.factories import MOMENT, a_note, an_activity, an_agency, entities
from tests.storage.conftest import PASSPHRASE, put, tampering


def rebuilt(database):
    """The records themselves, from nothing but their history."""
    made = []
    for (kind, id_), fields in replay.state(database).items():
        values = {one.name: one.from_text(fields.get(one.name)) for one in columns_of(BY_KIND[kind])}
        stamps = {name: datetime.fromisoformat(fields[name]) for name in ("created_at", "updated_at")}
        made.append(BY_KIND[kind](**values | stamps | {"id": id_}))
    return made


WHAT = st.sampled_from(["put", "change", "remove", "fail"])
STEP = st.tuples(WHAT, st.sampled_from(ENTITIES).flatmap(entities), st.integers(0, 99))


def test_the_history_rebuilds_the_exact_record_whatever_was_done(tmp_path, clock):
    record = Record.create(tmp_path / "any.scrutiny", PASSPHRASE, clock)
    alive = []

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(steps=st.lists(STEP, min_size=1, max_size=12))
    def anything(steps):
        for step, entity, place in steps:
            old = alive[place % len(alive)] if alive else entity
            with record.gate.act() as act:
                if step == "put":
                    alive.append(act.overwrite(entity.cleaned()))
                elif step == "change":
                    changed = {"private": ("note",)} if type(old) is not type(entity) else vars(entity) | {"id": old.id}
                    act.overwrite(dataclasses.replace(old, **changed).cleaned())
                elif step == "remove":
                    act.overwrite(dataclasses.replace(old, deleted_at=MOMENT).cleaned())
                else:
                    act.overwrite(entity.cleaned())
                    record.database.rollback()
                    record.database.begin()
                    act.events.clear()

    anything()
    assert list(replay.differences(record.database)) == []
    for entity in rebuilt(record.database):
        assert record.reader.get(type(entity), entity.id) == entity
    faults = [fault for fault in check_open(record.database, "any").faults if "attached file" not in fault]
    assert faults == []      # of files that were invented here, there is no content
    record.close()


def test_the_record_can_be_seen_as_it_was_at_a_moment(record):
    (agency,) = put(record, an_agency(name="Before"))
    put(record, dataclasses.replace(agency, name="After"))
    then, now = replay.state(record.database, until="2026-11-23T13:40:01.999Z"), replay.state(record.database)
    key = ("agency", agency.id)
    assert (then[key]["name"], now[key]["name"]) == ("Before", "After")
    assert replay.state(record.database, until="2020") == {}


@pytest.mark.parametrize(("lie", "sentence"), [
    ("UPDATE agency SET name = 'forged'", "differs from its history in: name"),
    ("UPDATE agency SET created_at = NULL", "differs from its history in: created_at"),
    ("UPDATE agency SET deleted_at = updated_at", "differs from its history in: deleted_at"),
    ("UPDATE activity_agency SET place = 1", None),
    ("DELETE FROM activity_agency", "differs from its history in: agency_ids"),
    ("DELETE FROM note", "is in the history, but not in the file"),
    ("UPDATE agency SET kind = 'forged'", "holds a value that is none of its own"),
    ("UPDATE agency SET starts_on = 'someday'", "holds a value that is none of its own"),
    ("UPDATE activity SET themes = '{'", "holds a value that is none of its own"),
    ("INSERT INTO body SELECT 'new', NULL, NULL, NULL, 'own', '[]', 'Forged', '', ''", "history knows nothing of it"),
    ("UPDATE history SET id = -id WHERE field = 'name'", "differs from its history"),
])  # fmt: skip
def test_a_record_that_is_not_what_its_history_says_is_found(record, lie, sentence):
    (agency,) = put(record, an_agency(name="Before"))
    put(record, dataclasses.replace(agency, name="After"), an_activity(agency_ids=(agency.id,)), a_note())
    assert list(replay.differences(record.database)) == []
    with tampering(record.database):
        record.database.execute_sql(lie)
        found = list(replay.differences(record.database))
    assert any(sentence in fault for fault in found) if sentence else found == []
