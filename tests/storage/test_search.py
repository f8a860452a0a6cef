import dataclasses
from datetime import date

import pytest

from scrutineer.domain.erasure import StrikeOut
from scrutineer.storage import search
from tests.factories import a_note, an_activity, an_agency
from tests.storage.conftest import put


def ids(record, words):
    return [found.id for found in search.find(record.database, words)]


def test_a_record_is_found_by_its_words_by_their_beginnings_and_without_accents(record):
    (visit,) = put(record, an_activity(title="Café visited", note="Practitioners know **each**", themes=("Neglect",)))
    for words in ("cafe", "CAFÉ visit", "practit each", "neglect", "knowing"):
        assert search.find(record.database, words) == [("activity", visit.id)]
    assert ids(record, "cafe absent") == []


def test_every_word_must_be_there(record):
    one, _two = put(record, a_note(text="fathers in assessments"), a_note(text="fathers"))
    assert ids(record, "assess fathers") == [one.id]


def test_the_index_follows_a_change_and_a_removal(record):
    (note,) = put(record, a_note(text="before"))
    put(record, dataclasses.replace(note, text="after"))
    assert ids(record, "before") == []
    assert ids(record, "after") == [note.id]
    with record.gate.act() as act:
        act.remove(note)
    assert ids(record, "after") == []
    with record.gate.act() as act:
        act.put(dataclasses.replace(note, text="back"))
    assert ids(record, "back") == [note.id]


def test_a_change_of_no_word_leaves_the_index_untouched(record):
    (note,) = put(record, a_note(text="rang about the date"))
    before = record.database.execute_sql("SELECT * FROM found_data").fetchall()
    put(record, dataclasses.replace(note, noted_on=date(2026, 1, 5)))
    assert record.database.execute_sql("SELECT * FROM found_data").fetchall() == before
    assert ids(record, "rang") == [note.id]
    put(record, dataclasses.replace(note, text="wrote about the date"))
    assert record.database.execute_sql("SELECT * FROM found_data").fetchall() != before
    assert (ids(record, "rang"), ids(record, "wrote")) == ([], [note.id])


def test_what_was_removed_stays_unfound_while_it_is_changed(record):
    (note,) = put(record, a_note(text="before"))
    with record.gate.act() as act:
        removed = act.remove(note)
    put(record, dataclasses.replace(removed, text="after"))
    assert ids(record, "before") == ids(record, "after") == []


@pytest.mark.parametrize("typed", [
    '"', "*", "a*b", "NEAR(a b)", "note:text", "-a", "(", "a AND", "_", "a _", "²", "'; --", "\0", "\ud800", "",
])  # fmt: skip
def test_nothing_that_is_typed_is_a_command(record, typed):
    put(record, a_note(text="something else"))
    assert ids(record, typed) == []


def test_a_page_of_pasted_words_is_searched_for_too(record):
    (note,) = put(record, a_note(text="word " * 10))
    assert ids(record, "word " * 3_000) == [note.id]


def test_ids_are_not_words(record):
    (agency,) = put(record, an_agency())
    put(record, a_note(subject_kind="agency", subject_id=agency.id), StrikeOut(reason="Why", rows=("feedbeef:12",)))
    assert ids(record, agency.id) == []
    assert ids(record, "feedbeef") == []
