import dataclasses
import os
import random
import shutil

import peewee
import pytest

from scrutineer.storage import history
from scrutineer.storage.record import Record
from scrutineer.storage.strike import strike_out
from tests.factories import a_note, an_agency
from tests.storage.conftest import PASSPHRASE, put, sha256, tampering

LIES = {
    "sitting": "0" * 32, "number": 900, "at": "2020-01-01T00:00:00.000Z", "entity": "paper", "entity_id": "f" * 32,
    "field": "colour", "old": "forged", "new": "forged", "why": "forged", "salt": b"0" * 16, "digest": b"0" * 32,
    "previous": b"0" * 32, "hash": b"0" * 32,
}  # fmt: skip


@pytest.fixture
def three(record, reopened):
    """A record with three sittings, each of which continues from the one before."""
    agency = an_agency()
    for sitting in range(3):
        put(record, dataclasses.replace(agency, name=f"Name {sitting}", note="words " * sitting), why="Asked for")
        reopened()
    return record


def found(record):
    return list(history.faults(record.database))


def sittings(record):
    return [id_ for (id_,) in record.database.execute_sql("SELECT id FROM sitting ORDER BY started_at")]


@pytest.mark.parametrize("statement", [
    "UPDATE history SET new = 'forged'",
    "UPDATE history SET at = '2020-01-01T00:00:00.000Z'",
    "UPDATE history SET old = NULL, new = NULL, why = NULL, salt = NULL, hash = x'00'",
    "UPDATE history SET old = NULL, new = NULL, why = NULL",
    "UPDATE history SET id = id + 100",
    "DELETE FROM history",
    "DELETE FROM history WHERE id = 1",
    f"REPLACE INTO history (id, {history._COLUMNS}) SELECT id, {history._COLUMNS} FROM history",
    f"REPLACE INTO history ({history._COLUMNS}) SELECT {history._COLUMNS} FROM history",
    "UPDATE OR REPLACE history SET number = number + 1",
    "UPDATE sitting SET who = 'somebody else'",
    "DELETE FROM sitting",
    "INSERT OR REPLACE INTO sitting SELECT id, 'somebody else', program, started_at, continues_from, hash FROM sitting",
])  # fmt: skip
def test_the_history_can_only_grow(three, statement):
    before = list(history.lines(three.database))
    with pytest.raises(peewee.IntegrityError, match=r"never|only be struck out"):
        three.database.execute_sql(statement)
    assert list(history.lines(three.database)) == before


def test_a_line_can_be_emptied_and_then_the_chain_stands_but_a_strike_out_must_say_so(three):
    three.database.execute_sql("UPDATE history SET old = NULL, new = NULL, why = NULL, salt = NULL WHERE id = 2")
    (fault,) = found(three)
    assert "its values are gone, and no strike-out says so" in fault


def test_a_line_that_was_struck_out_cannot_be_filled_again(three):
    put(three, a_note(text="the wrong words"))
    strike_out(three.gate, three.reader, "wrong words", "A mistake", None)
    assert found(three) == []
    for column in ("old", "new", "why"):
        with tampering(three.database):
            three.database.execute_sql(f"UPDATE history SET {column} = 'forged' WHERE salt IS NULL")
            assert "it was struck out, and yet it has values" in found(three)[0]
    assert found(three) == []


def test_the_chain_of_every_sitting_verifies(three):
    assert found(three) == []
    assert len(history.heads(three.database)) == 3
    assert history.count(three.database) == history.newest_id(three.database) == 9


@pytest.mark.parametrize("column", LIES)
def test_a_change_of_any_value_in_any_line_is_found(three, column):
    for (id_,) in three.database.execute_sql("SELECT id FROM history").fetchall():
        with tampering(three.database):
            three.database.execute_sql(f"UPDATE history SET {column} = ? WHERE id = ?", (LIES[column], id_))
            assert found(three)
    assert found(three) == []


@pytest.mark.parametrize("column", ["who", "program", "started_at", "continues_from", "hash"])
def test_a_change_of_a_sitting_is_found(three, column):
    lie = b"0" * 32 if column in {"continues_from", "hash"} else "forged"
    for id_ in sittings(three):
        with tampering(three.database):
            three.database.execute_sql(f"UPDATE sitting SET {column} = ? WHERE id = ?", (lie, id_))
            assert found(three)


@pytest.mark.parametrize("which", [
    pytest.param("id = 1", id="the first"),
    pytest.param("number = 3", id="one in the middle"),
    pytest.param("id = (SELECT max(id) FROM history WHERE sitting = :first)", id="the last of a sitting that goes on"),
    pytest.param("sitting = :first", id="all lines of the first sitting"),
    pytest.param("sitting = :last", id="all lines of the last sitting"),
])  # fmt: skip
def test_lines_that_were_taken_out_are_missed(three, which):
    first, _, last = sittings(three)
    which = which.replace(":first", repr(first)).replace(":last", repr(last))
    with tampering(three.database):
        three.database.execute_sql(f"DELETE FROM history WHERE {which}")
        assert found(three)


@pytest.mark.parametrize("place", [0, 1])
def test_a_sitting_that_was_taken_out_whole_is_missed(three, place):
    with tampering(three.database):
        for table, column in (("history", "sitting"), ("sitting", "id")):
            three.database.execute_sql(f"DELETE FROM {table} WHERE {column} = ?", (sittings(three)[place],))
        assert any("continues from a line that is no longer there" in fault for fault in found(three))


def test_opening_and_reading_leaves_the_file_as_it_is(three, path, reopened):
    three.close()
    before = sha256(path)
    reopened().reader.all(type(a_note()))
    three.close()
    assert sha256(path) == before


@pytest.mark.parametrize("seed", range(5))
def test_two_copies_that_were_both_written_can_share_their_sittings_in_any_order(three, path, clock, tmp_path, seed):
    three.close()
    copies = []
    for name in ("here", "there"):
        copy = shutil.copy(path, tmp_path / f"{name}.scrutiny")
        copies.append(Record.open(tmp_path / copy.name, PASSPHRASE, clock))
        for number in range(3):
            put(copies[-1], a_note(text=f"{name} {number}"))
    here, there = copies
    chance = random.Random(seed)
    for table, columns in (("sitting", "*"), ("history", history._COLUMNS)):
        rows = there.database.execute_sql(f"SELECT {columns} FROM {table}").fetchall()
        known = set(here.database.execute_sql(f"SELECT {columns} FROM {table}").fetchall())
        new = [row for row in rows if row not in known]
        chance.shuffle(new)
        target = table if columns == "*" else f"{table} ({columns})"
        for row in new:
            here.database.execute_sql(f"INSERT INTO {target} VALUES ({', '.join('?' * len(row))})", row)
    assert found(here) == []
    assert len(history.heads(here.database)) == 5
    for copy in copies:
        copy.close()


def test_the_digest_needs_the_salt_and_tells_an_empty_value_from_a_shifted_one():
    salt = os.urandom(history.SALT_BYTES)
    alike = [("a", None, None), (None, "a", None), (None, None, "a"), ("a", "", None), ('a",null', None, None)]
    digests = {history.digest_of(salt, *values) for values in alike}
    assert len(digests) == 5
    assert history.digest_of(os.urandom(16), "a", None, None) not in digests


def test_the_lines_about_some_records_come_oldest_first(three):
    (note,) = put(three, a_note(text="one"))
    put(three, dataclasses.replace(note, text="two"), why="Better")
    said = [(line.field, line.old, line.new, line.why) for line in history.lines_of(three.database, [note.id])]
    assert said[-1] == ("text", "one", "two", "Better")
    assert ("text", None, "one", None) in said
    assert history.lines_of(three.database, []) == []


def test_a_sitting_says_whose_it_was(record):
    record.seat("s" * 32)
    put(record, an_agency())
    assert record.database.scalar("SELECT who FROM sitting") == "s" * 32
    assert list(record.sitters().values()) == ["s" * 32]
    assert found(record) == []


def test_a_sitting_of_nobody_is_nobodys(record):
    put(record, an_agency())
    assert record.sitters() == {}
