import dataclasses

import pytest

from scrutineer.domain.activity import Activity
from scrutineer.domain.errors import CannotWrite, DiskFull, Invalid
from scrutineer.domain.note import Note
from scrutineer.domain.organisation import Agency
from scrutineer.storage import history, search
from scrutineer.storage.checks import check_open
from scrutineer.storage.record import Record
from tests.factories import TODAY, a_note, an_activity, an_agency
from tests.storage.conftest import PASSPHRASE, faults, fill, put


def content(record):
    """Everything that an act may touch, row by row."""
    tables = ("agency", "activity", "activity_agency", "history", "sitting", "counter", "found_at")
    rows = {table: record.database.execute_sql(f"SELECT * FROM {table}").fetchall() for table in tables}
    return rows, search.find(record.database, "Constabulary"), search.find(record.database, "Renamed")


def whys(record):
    return [why for (why,) in record.database.execute_sql("SELECT DISTINCT why FROM history ORDER BY id")]


@pytest.mark.parametrize("failure", [ZeroDivisionError, KeyboardInterrupt])
def test_when_an_act_fails_nothing_of_it_happened(record, failure):
    (agency,) = put(record, an_agency())
    before = content(record)
    with pytest.raises(failure), record.gate.act() as act:  # noqa: PT012
        act.put(dataclasses.replace(agency, name="Renamed"))
        act.put(an_activity(agency_ids=(agency.id,)))
        act.next_reference("EX", "C", 2026, "")
        raise failure
    assert content(record) == before
    put(record, dataclasses.replace(agency, note="Still works"))
    assert check_open(record.database, "example").faults == ()


def test_when_the_first_act_fails_no_sitting_was_begun(record):
    with pytest.raises(ZeroDivisionError), record.gate.act() as act:  # noqa: PT012
        act.put(an_agency())
        raise ZeroDivisionError
    assert history.count(record.database) == 0
    put(record, an_agency())
    assert check_open(record.database, "example").faults == ()


def test_a_link_that_points_nowhere_is_refused_at_the_end_of_the_act(record):
    with pytest.raises(CannotWrite), record.gate.act() as act:
        act.put(an_activity(agency_ids=("0" * 32,)))
    assert record.reader.all(Activity) == []
    visit, agency = an_activity(), an_agency()
    put(record, dataclasses.replace(visit, agency_ids=(agency.id,)), agency)
    assert record.reader.get(Activity, visit.id).agency_ids == (agency.id,)


def test_an_act_inside_another_joins_it(record):
    with pytest.raises(ZeroDivisionError), record.gate.act():  # noqa: PT012
        put(record, an_agency())
        raise ZeroDivisionError
    assert record.reader.all(Agency) == []
    with record.gate.act():
        put(record, an_agency())
        put(record, an_activity())
    assert len({line.at for line in history.lines(record.database)}) == 1


def test_the_reason_of_an_act_inside_another_is_kept_with_its_own_lines(record):
    with record.gate.act(" Moved\0 at the Board "):
        put(record, an_agency())
        put(record, an_agency(), why="Because\ud800 asked")
        put(record, an_agency())
    assert whys(record) == ["Moved at the Board", "Because asked"]
    *_, last = history.lines(record.database)
    assert last.why == "Moved at the Board"


@pytest.mark.parametrize("change", ["INSERT", "UPDATE"])
def test_a_row_that_the_file_does_not_take_is_noticed_and_nothing_of_the_act_stays(record, change):
    (agency,) = put(record, an_agency())
    before = content(record)
    record.database.execute_sql(f"CREATE TEMP TRIGGER t BEFORE {change} ON agency BEGIN SELECT RAISE (IGNORE); END")
    wanted = an_agency(name="Renamed") if change == "INSERT" else dataclasses.replace(agency, name="Renamed")
    with pytest.raises(CannotWrite, match="nothing was"):
        put(record, a_note(), wanted)
    record.database.execute_sql("DROP TRIGGER t")
    assert (content(record), record.reader.all(Note)) == (before, [])


def test_links_alone_can_change_twice_in_one_act(record):
    visit, agency = an_activity(), an_agency()
    with record.gate.act() as act:
        act.put(agency)
        act.put(visit)
        act.put(dataclasses.replace(visit, agency_ids=(agency.id,)))
        act.put(visit)
        act.put(dataclasses.replace(visit, agency_ids=(agency.id, agency.id)))
    assert record.reader.get(Activity, visit.id).agency_ids == (agency.id, agency.id)
    assert check_open(record.database, "example").faults == ()


def test_acts_together_stand_or_fall_together(record):
    before = content(record)
    with pytest.raises(ZeroDivisionError), record.gate.together():  # noqa: PT012
        put(record, an_agency())
        put(record, an_agency())
        raise ZeroDivisionError
    assert content(record) == before
    with record.gate.together():
        put(record, an_agency())
        put(record, an_agency())
    assert len(record.reader.all(Agency)) == 2
    assert check_open(record.database, "example").faults == ()


def test_those_who_listen_are_told_once_after_the_commit(record):
    told = []
    record.gate.listeners.append(lambda changed: told.append((changed, record.database.in_transaction())))
    with record.gate.act() as act:
        agency, visit = act.put(an_agency()), act.put(an_activity())
        act.put(dataclasses.replace(agency, name="Other"))
    assert told == [((frozenset({"agency", "activity"}), frozenset({agency.id, visit.id})), False)]


def test_those_who_listen_hear_nothing_of_failures_nor_of_what_stayed_as_it_was(record):
    (agency,) = put(record, an_agency())
    lines, told = history.count(record.database), []
    record.gate.listeners.append(told.append)
    with pytest.raises(Invalid):
        put(record, an_agency(), an_agency(name=" "))
    assert put(record, agency, dataclasses.replace(agency, name=f" {agency.name}\0")) == [agency, agency]
    with record.gate.act():
        pass
    assert told == []
    assert history.count(record.database) == lines


def test_those_who_listen_may_write_in_their_turn(record):
    def note_once(changed):
        if "agency" in changed.kinds:
            put(record, a_note())

    record.gate.listeners.append(note_once)
    put(record, an_agency())
    assert len(record.reader.all(Note)) == 1


def test_a_record_keeps_the_moment_at_which_it_was_made(record):
    (made,) = put(record, an_agency())
    (changed,) = put(record, dataclasses.replace(made, name="Other", created_at=None))
    assert changed.created_at == made.created_at == made.updated_at
    assert changed.updated_at > made.updated_at


def test_references_are_counted_by_kind_year_and_copy(record):
    with record.gate.act() as act:
        given = [act.next_reference("EX", *series)
                 for series in [("C", 2026, ""), ("C", 2026, ""), ("C", 2027, ""), ("A", 2026, ""), ("C", 2026, "B")]]
    assert given == ["EX-C-2026-001", "EX-C-2026-002", "EX-C-2027-001", "EX-A-2026-001", "EX-C-2026-B001"]


def test_a_reference_that_was_committed_is_never_given_again(record, reopened):
    with record.gate.act() as act:
        first = act.next_reference("EX", "C", 2026, "")
    with pytest.raises(ZeroDivisionError), record.gate.act() as act:  # noqa: PT012
        assert act.next_reference("EX", "C", 2026, "") != first
        raise ZeroDivisionError
    with reopened().gate.act() as act:
        assert act.next_reference("EX", "C", 2026, "") == "EX-C-2026-002"


def test_past_its_rules_a_record_is_written_only_when_asked(record):
    nameless = an_agency(name="")
    with pytest.raises(Invalid, match="Name"):
        put(record, nameless)
    with record.gate.act() as act:
        act.overwrite(nameless)
    assert record.reader.get(Agency, nameless.id).name == ""


def test_a_full_disk_is_said_in_words_and_a_small_save_works_when_there_is_room(small_disk, clock):
    path = small_disk / "example.scrutiny"
    record = Record.create(path, PASSPHRASE, clock)
    (kept,) = put(record, a_note(text="Kept."))
    filler = fill(small_disk, leave=100_000)
    with pytest.raises(DiskFull, match="no room left"):
        put(record, a_note(text="x" * 800_000))
    assert record.reader.all(Note) == [kept]
    filler.unlink()
    put(record, Note(noted_on=TODAY, text="Small."))
    record.close()
    assert faults(path) == ()
    assert sorted(file.name for file in small_disk.iterdir()) == [path.name]
