from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutineer.domain.note import Note
from scrutineer.domain.records import ENTITIES
from scrutineer.storage import mapping
from scrutineer.storage.checks import check_open
from tests.factories import TODAY, an_activity, an_agency, entities, filled_record
from tests.storage.conftest import put

# Whatever can be pasted: right-to-left, combining, private, unassigned, beyond the first plane, halves of pairs.
ODD = st.text(st.characters(exclude_categories=()), max_size=40) | st.sampled_from([
    "=cmd|'/c calc'!A1", "\u202eabc\u202c", "e\u0301\u0327", "\U0001f469‍\U0001f467", "\0\x1b[31m", "<b>&amp;",
    "\ufeff", "[]", '["a"]',
])  # fmt: skip
fuzzed = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("cls", ENTITIES, ids=lambda cls: cls.KIND)
def test_whatever_can_be_typed_comes_back_as_it_was(record, cls):
    @fuzzed
    @given(entity=entities(cls, ODD))
    def round_trip(entity):
        with record.gate.act() as act:
            written = act.overwrite(entity.cleaned())
        assert record.reader.get(cls, written.id) == written

    round_trip()
    faults = [fault for fault in check_open(record.database, "example").faults if "attached file" not in fault]
    assert faults == []      # of files that were invented here, there is no content


def test_every_field_of_every_kind_comes_back_with_its_links(record):
    marked = filled_record("Marker")
    written = put(record, *marked)
    assert [record.reader.get(type(one), one.id) for one in written] == written
    stamps = {"created_at", "updated_at", "deleted_at"}
    for before, after in zip(marked, written, strict=True):
        assert {name: value for name, value in vars(after).items() if name not in stamps} == {
            name: value for name, value in vars(before).items() if name not in stamps
        }


@pytest.mark.parametrize("cls", ENTITIES, ids=lambda cls: cls.KIND)
def test_the_history_text_of_a_value_gives_the_value_back(cls):
    @fuzzed
    @given(entity=entities(cls, ODD))
    def round_trip(entity):
        entity = entity.cleaned()
        for column in mapping.columns_of(cls):
            value = getattr(entity, column.name)
            assert column.from_text(column.as_text(value)) == value

    round_trip()


def test_a_moment_is_written_in_utc_to_the_millisecond_and_must_say_its_zone():
    summer = timezone(timedelta(hours=1))
    assert mapping.moment_text(datetime(2026, 7, 1, 0, 30, 0, 123999, summer)) == "2026-06-30T23:30:00.123Z"
    assert mapping.moment_text(datetime(2026, 7, 1, tzinfo=UTC)) == "2026-07-01T00:00:00.000Z"
    with pytest.raises(ValueError, match="time zone"):
        mapping.moment_text(datetime(2026, 7, 1))  # noqa: DTZ001


def test_a_megabyte_of_text_comes_back(record):
    text = "“Straße” \U0001f9a6\n" * 70_000
    (note,) = put(record, Note(noted_on=TODAY, text=text))
    assert record.reader.get(Note, note.id).text == text


def test_a_negative_nothing_is_nothing(record):
    (visit,) = put(record, an_activity(days=-0.0))
    assert str(record.reader.get(type(visit), visit.id).days) == "0.0"
    assert check_open(record.database, "example").faults == ()


def test_a_field_that_a_later_program_adds_is_empty_in_older_records():
    columns = {one.name: one for one in mapping.columns_of(type(an_agency()))}
    assert columns["name"].from_text(None) == ""
    assert columns["starts_on"].from_text(None) is None
    assert {one.name: one for one in mapping.columns_of(type(an_activity()))}["themes"].from_text(None) == ()
