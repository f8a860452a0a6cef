import dataclasses
import random

import pytest

from scrutineer.domain.activity import Activity
from scrutineer.domain.erasure import STRUCK, StrikeOut
from scrutineer.domain.errors import CannotWrite, Invalid, ScrutineerError
from scrutineer.domain.note import Note
from scrutineer.storage import backup, history, meta, search
from scrutineer.storage import strike as strike_module
from scrutineer.storage.checks import check_open
from scrutineer.storage.drafts import Drafts
from scrutineer.storage.record import Record
from scrutineer.storage.strike import places, rewrite_if_due, strike_out
from tests.factories import MOMENT, TODAY, a_note, a_partnership, an_activity, an_agency
from tests.storage.conftest import CHEAP, PASSPHRASE, faults, put
from tests.storage.decipher import pages

NUMBER, DIGITS = "999 123 4567", "9991234567"
WRITTEN = (NUMBER, DIGITS, "999-123-4567", "1234567")
REASON = "A child’s number was typed by mistake"


def strike(record, words=NUMBER, reason=REASON, who=None):
    return strike_out(record.gate, record.reader, words, reason, who)


def traces(path, *written):
    """Page numbers in which any of these words stand, deciphered without our own code, free pages included."""
    return [(number, words) for number, page in enumerate(pages(path, PASSPHRASE, CHEAP), 1)
            for words in written if words.encode() in page]


def index_words(record):
    record.database.execute_sql("CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, found, row)")
    return {word for (word,) in record.database.execute_sql("SELECT term FROM words")}


def mistyped(record):
    """The number in a narrative, a title, a theme, a note, a reason, a record that was removed, and a draft."""
    agency, gone = an_agency(note=f"Ring about {DIGITS}"), a_note(text=f"about {NUMBER}, gone")
    themes = ("Neglect", f'the "case" {NUMBER}')
    visit = an_activity(title=f"Visit about {DIGITS}", themes=themes, note=f"before {NUMBER} after")
    put(record, agency, visit, gone, a_note(text="999-123-4567"))
    put(record, dataclasses.replace(visit, place="Hall"), why=f"as {NUMBER} said")
    with record.gate.act() as act:
        act.remove(gone)
    Drafts(record.database).keep("note:new", {"text": f"typing {NUMBER}", "other": "kept"}, MOMENT)
    return visit, gone


def test_a_number_typed_by_mistake_is_nowhere_in_the_deciphered_file(record, path, tmp_path):
    visit, gone = mistyped(record)
    assert search.find(record.database, DIGITS)
    folder = tmp_path / "backups"
    folder.mkdir()
    older = backup.make(record.database, folder, MOMENT)

    struck = strike(record)

    assert (struck.fields, struck.backups) == (6, (str(older.path),))
    assert places(record.reader, NUMBER) == []
    assert check_open(record.database, "example").faults == ()
    assert not index_words(record) & {"999", "123", "4567", DIGITS}
    newer = backup.make(record.database, folder, MOMENT)
    assert record.reader.get(Activity, visit.id).note == f"before {STRUCK} after"
    assert record.reader.get(Activity, visit.id).themes == ("Neglect", f'the "case" {STRUCK}')
    assert record.reader.get(Activity, visit.id).place == "Hall"
    assert record.reader.get(Note, gone.id).text == f"about {STRUCK}, gone"
    assert Drafts(record.database).kept("note:new") == {"text": f"typing {STRUCK}", "other": "kept"}
    record.close()
    assert traces(path, *WRITTEN) == []
    assert traces(newer.path, *WRITTEN) == []
    assert traces(older.path, NUMBER, DIGITS) != []
    assert traces(path, "Ring about") != []
    assert faults(path) == faults(newer.path) == ()


@pytest.mark.parametrize("seed", range(3))
def test_no_trace_is_left_between_the_rows_after_much_work(record, path, seed):
    chance = random.Random(seed)
    visits = [an_activity()]

    def text(words):
        said = [f"{chance.choice(['lorem', 'ipsum', 'dolor'])}{chance.randrange(999)}" for _ in range(words)]
        return " ".join([*said, chance.choice([NUMBER, DIGITS, "", ""])])

    for _ in range(60):
        place = chance.randrange(len(visits))
        visits[place] = dataclasses.replace(visits[place], note=text(chance.choice([1, 30, 300, 900])))
        visits.append(an_activity(title=text(2), note=text(chance.choice([1, 30, 300]))))
        put(record, visits[place], visits[-1], why=chance.choice(["", NUMBER]))
    strike(record)
    assert check_open(record.database, "example").faults == ()
    record.close()
    assert traces(path, *WRITTEN) == []


def test_what_was_done_when_by_whom_and_why_stays(record):
    mistyped(record)
    struck = strike(record)
    (kept,) = record.reader.all(StrikeOut)
    assert (kept.reason, kept.records, len(kept.rows)) == (REASON, struck.fields, struck.lines)
    lines = record.database.execute_sql("SELECT sitting || ':' || number FROM history WHERE salt IS NULL").fetchall()
    assert {name for (name,) in lines} == set(kept.rows)


def test_striking_the_same_words_again_finds_nothing_and_writes_nothing(record):
    mistyped(record)
    strike(record)
    before = record.database.execute_sql("SELECT count(*) FROM history").fetchall()
    with pytest.raises(Invalid, match="nowhere"):
        strike(record)
    assert record.database.execute_sql("SELECT count(*) FROM history").fetchall() == before


def test_words_that_stand_only_in_the_history_go_too(record, path):
    (note,) = put(record, a_note(text=f"about {NUMBER}"))
    put(record, dataclasses.replace(note, text="about somebody"))
    assert places(record.reader, NUMBER) == []
    assert strike(record).lines == 2
    assert record.reader.get(Note, note.id).text == "about somebody"
    assert check_open(record.database, "example").faults == ()
    record.close()
    assert traces(path, *WRITTEN) == []


def test_a_name_goes_whatever_its_case_spacing_and_accents(record, path):
    put(record, a_note(text="JOSÉ  Bloggs\nsaid; Jose\u0301 bloggs; Joseph Bloggson"), why="Jose\u0301 Bloggs asked")
    Drafts(record.database).keep("a", {"text": "Jose\u0301 Bloggs"}, MOMENT)
    strike(record, "José Bloggs")
    assert record.reader.all(Note)[0].text == f"{STRUCK}\nsaid; {STRUCK}; Joseph Bloggson"
    record.close()
    assert traces(path, "José Bloggs", "Jose\u0301 Bloggs", "José bloggs", "JOSÉ") == []


def test_a_part_of_a_longer_number_is_left_alone(record):
    (note,) = put(record, a_note(text=f"{DIGITS}8 and 1{DIGITS} and {DIGITS}"))
    strike(record)
    assert record.reader.get(Note, note.id).text == f"{DIGITS}8 and 1{DIGITS} and {STRUCK}"


def test_ids_codes_and_names_of_fields_are_not_words(record):
    (agency,) = put(record, an_agency())
    note = a_note(subject_kind="agency", subject_id=agency.id, text=f"cafe text draft other {agency.id[:8]} x",
                  private=("text",))
    put(record, note)
    for words in (agency.id[:8] + " x", "cafe", "text", "draft", "other"):
        strike(record, words)
    kept = record.reader.get(Note, note.id)
    assert (kept.subject_id, kept.private) == (agency.id, ("text",))
    assert kept.text == " ".join([STRUCK] * 5)
    strike(record, "typed by mistake", "Another reason")
    assert check_open(record.database, "example").faults == ()


def test_names_of_lines_are_not_words_either(record):
    for _ in range(3):
        put(record, a_note(text=f"the number {NUMBER} again"))
        strike(record)
    sitting = record.database.scalar("SELECT id FROM sitting")
    put(record, a_note(text=f"feed {sitting}"))
    strike(record, sitting)
    assert check_open(record.database, "example").faults == ()


def test_the_mark_may_make_a_title_longer_than_a_title_may_be(record):
    (visit,) = put(record, an_activity(title="Jo B " + "x" * 290 + " Jo B"))
    partnership = put(record, a_partnership(short_code="BLOGGS"))[0]
    with pytest.raises(Invalid, match="too much"):
        strike(record, "Jo B")
    put(record, dataclasses.replace(visit, title="Jo Bl " + "x" * 290))
    strike(record, "Jo Bl")
    strike(record, "Bloggs")
    assert record.reader.get(type(partnership), partnership.id).short_code == STRUCK
    assert check_open(record.database, "example").faults == ()


@pytest.mark.parametrize(("words", "reason", "sentence"), [
    ("ab", REASON, "too much"),
    ("1 2 3", REASON, "too much"),
    (NUMBER, " ", "why"),
    (NUMBER, f"it was {DIGITS}", "repeats"),
    ("José", "Jose\u0301 was typed", "repeats"),
    ("nothing of the kind", REASON, "nowhere"),
    ("struck out", REASON, "what is left behind"),
    (NUMBER, "long " * 100, "at most"),
])  # fmt: skip
def test_what_cannot_be_struck_out_is_refused_and_nothing_changes(record, words, reason, sentence):
    mistyped(record)
    put(record, a_note(text="José"))
    before = record.database.execute_sql("SELECT * FROM history").fetchall()
    with pytest.raises(Invalid, match=sentence):
        strike(record, words, reason)
    assert record.database.execute_sql("SELECT * FROM history").fetchall() == before
    assert check_open(record.database, "example").faults == ()


def test_places_are_shown_before_anything_is_struck_out(record):
    mistyped(record)
    shown = {(place.kind, place.field) for place in places(record.reader, DIGITS)}
    visit = {("activity", field) for field in ("title", "themes", "note")}
    assert shown == visit | {("agency", "note"), ("note", "text")}


def test_a_theme_that_begins_where_another_ends_is_not_one_word(record):
    put(record, an_activity(themes=("Early", "Help for families")))
    assert places(record.reader, "Early Help") == []


def test_a_reason_that_was_given_with_a_change_goes_without_the_value(record):
    (note,) = put(record, a_note(text="about somebody"), why=f"{NUMBER} said so")
    strike(record)
    assert record.reader.get(Note, note.id).text == "about somebody"
    assert check_open(record.database, "example").faults == ()


def test_backups_that_may_hold_a_draft_are_named(record, tmp_path):
    put(record, a_note())
    made = backup.make(record.database, tmp_path, MOMENT)
    Drafts(record.database).keep("a", {"text": NUMBER}, MOMENT)
    assert strike(record).backups == (str(made.path),)


def test_backups_from_before_the_words_were_typed_are_not_named(record, tmp_path):
    put(record, a_note())
    backup.make(record.database, tmp_path, MOMENT)
    put(record, a_note(text=NUMBER))
    assert strike(record).backups == ()


def test_without_room_to_write_the_file_anew_it_is_done_at_the_next_opening(record, path, reopened, monkeypatch):
    put(record, a_note(text=NUMBER))

    def no_room(database):
        raise ScrutineerError("There is no room.", "Make some.")

    with monkeypatch.context() as change:
        change.setattr(strike_module, "rewrite_if_due", no_room)
        with pytest.raises(CannotWrite, match="struck out, but"):
            strike(record)
    assert places(record.reader, NUMBER) == []
    assert meta.read(record.database, meta.REWRITE_DUE)
    reopened()
    assert not meta.read(record.database, meta.REWRITE_DUE)
    rewrite_if_due(record.database)
    record.close()
    assert traces(path, *WRITTEN) == []
    assert faults(path) == ()


def test_an_older_record_can_strike_out_words_of_a_field_that_is_no_more(record):
    (note,) = put(record, a_note())
    with record.gate.act() as act:
        act.events.append(strike_module.Event("note", note.id, "former", None, f"was {NUMBER}"))
    assert strike(record).lines == 1
    assert list(history.faults(record.database)) == []


def test_the_page_reader_finds_what_is_there_and_notices_a_broken_page(true_cost, tmp_path):
    path = tmp_path / "true.scrutiny"
    record = Record.create(path, PASSPHRASE)
    put(record, Note(noted_on=TODAY, text="MarkerInTheText"))
    record.close()
    read = pages(path, PASSPHRASE)
    assert len(read) * 4096 == path.stat().st_size
    assert any(b"MarkerInTheText" in page for page in read)
    broken = bytearray(path.read_bytes())
    broken[5_000] ^= 1
    path.write_bytes(broken)
    with pytest.raises(ValueError, match="page 2"):
        pages(path, PASSPHRASE)
