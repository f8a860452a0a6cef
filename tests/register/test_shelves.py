"""The record read once."""

from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.domain.note import Note
from scrutineer.register.shelves import Shelves
from tests.factories import a_note


def test_records_are_found_by_what_they_belong_to_in_the_order_in_which_they_came(register, put):
    first, parts = put()
    put(title="Another")
    shelves = Shelves(register.desk.reader)
    assert shelves.of(Addressee, "challenge_id", first.id) == parts
    assert shelves.one(Challenge, first.id) == register.challenges.get(first.id)
    assert len(shelves.all(Challenge)) == 2
    assert shelves.of(Addressee, "challenge_id", None) == shelves.of(Addressee, "challenge_id", "gone") == []
    assert shelves.one(Challenge, None) is None


def test_what_was_taken_away_is_not_there_and_what_was_read_is_not_read_again(register):
    gone, kept = (register.notes.save(a_note()) for _ in range(2))
    register.notes.remove(gone)
    shelves = Shelves(register.desk.reader)
    assert [one.id for one in shelves.all(Note)] == [kept.id]
    register.notes.save(a_note())
    assert len(shelves.all(Note)) == 1
