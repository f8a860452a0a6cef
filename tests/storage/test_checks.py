import random

import pytest

from scrutineer.domain.errors import FileInUse, ScrutineerError
from scrutineer.domain.progress import Cancelled
from scrutineer.storage.checks import check, check_open, counts
from scrutineer.storage.migrations import NEWEST
from tests.factories import a_note, an_activity, an_agency
from tests.storage.conftest import PASSPHRASE, held_by_another, listing, put

FLIPS = 40


@pytest.fixture
def whole(record, path):
    """The bytes of a closed record with something in it."""
    agency = an_agency()
    put(record, agency, *(an_activity(note=f"words {n} " * 90, agency_ids=(agency.id,)) for n in range(20)))
    record.close()
    return path.read_bytes()


def finding(path):
    """What a check, or the look before it, has to say."""
    try:
        return check(path, PASSPHRASE).faults
    except ScrutineerError as error:
        return (error.sentence,)


def test_a_sound_record_has_no_faults_and_is_counted_and_left_as_it_is(whole, path):
    before = listing(path.parent)
    found = check(path, PASSPHRASE)
    assert (found.faults, found.records, found.schema) == ((), 21, NEWEST)
    assert found.lines > 100
    assert listing(path.parent) == before


@pytest.mark.parametrize("seed", range(FLIPS))
def test_every_flipped_bit_is_found(whole, path, seed):
    chance = random.Random(seed)
    damaged = bytearray(whole)
    damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    path.write_bytes(damaged)
    assert finding(path)
    assert path.read_bytes() == damaged


@pytest.mark.parametrize("change", [
    pytest.param(lambda whole: whole[:-4096], id="a page less"),
    pytest.param(lambda whole: whole[: len(whole) // 8192 * 4096], id="half its pages"),
    pytest.param(lambda whole: whole[:4096], id="one page alone"),
    pytest.param(lambda whole: whole + bytes(4096), id="an empty page more"),
    pytest.param(lambda whole: whole + whole[-4096:], id="its last page twice"),
    pytest.param(lambda whole: whole[:8192] + whole[12288:16384] + whole[8192:12288] + whole[16384:], id="swapped"),
    pytest.param(lambda whole: whole[:-4096] + bytes(4096), id="its last page empty"),
    pytest.param(lambda whole: whole + b"x", id="a byte more"),
])  # fmt: skip
def test_pages_that_are_missing_or_too_many_are_found(whole, path, change):
    path.write_bytes(change(whole))
    assert finding(path)


def test_a_record_that_was_changed_behind_its_history_is_reported(record):
    put(record, an_agency())
    record.database.execute_sql("UPDATE agency SET name = 'forged'")
    (fault,) = check_open(record.database, "example").faults
    assert "differs from its history" in fault


def test_a_line_that_points_to_nothing_is_reported(record):
    agency = an_agency()
    put(record, agency, an_activity(agency_ids=(agency.id,)))
    record.database.execute_sql("PRAGMA foreign_keys = OFF")
    record.database.execute_sql("DELETE FROM agency")
    found = check_open(record.database, "example").faults
    assert any("points to a “agency” that is not there" in fault for fault in found)


def test_a_record_in_use_is_not_looked_over_because_a_save_would_look_like_damage(whole, path):
    with held_by_another(path), pytest.raises(FileInUse, match="look like damage"):
        check(path, PASSPHRASE)


def test_a_check_says_where_it_is_and_can_be_stopped(whole, path):
    said = []
    check(path, PASSPHRASE, lambda fraction, sentence: said.append(fraction))
    assert said == sorted(said)
    assert len(said) >= 3

    def stop(fraction, sentence):
        raise Cancelled

    with pytest.raises(Cancelled):
        check(path, PASSPHRASE, stop)


def test_removed_records_are_counted_too(record):
    (note,) = put(record, a_note())
    with record.gate.act() as act:
        act.remove(note)
    assert counts(record.database)["note"] == 1
