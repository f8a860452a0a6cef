"""A record as it stood: whole, shut, in memory alone, and gone with the record that it was made from."""

import dataclasses
import threading
import time
from datetime import UTC, date, datetime, timedelta

import pytest

from scrutineer.domain.dates import end_of_day
from scrutineer.domain.errors import BackupFailed, CannotWrite
from scrutineer.domain.note import Note
from scrutineer.domain.organisation import Agency
from scrutineer.domain.records import ENTITIES
from scrutineer.storage import backup, contents, meta, schema
from scrutineer.storage.as_at import as_at
from scrutineer.storage.drafts import Drafts
from scrutineer.storage.record import Record
from scrutineer.storage.strike import strike_out
from tests.factories import MOMENT, TODAY, a_note, an_activity, an_agency
from tests.storage.conftest import PASSPHRASE, faults, listing, put

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
WORDS = "This is the record as it stood on 22 November 2026; it can be read, not changed."


@pytest.fixture
def days(path):
    """A record, and a function that sets its clock to noon of a day."""
    now = [MOMENT]
    record = Record.create(path, PASSPHRASE, lambda: now[0])

    def noon(day):
        now[0] = end_of_day(day) - timedelta(hours=12)
        return record

    yield noon
    record.close()


@pytest.fixture
def two_days(days):
    """Yesterday an agency and a note about it; today the agency has another name and the note is gone."""
    record = days(YESTERDAY)
    agency, note = put(record, an_agency(name="Before"), a_note(text="Rang about rotas."))
    days(TODAY)
    put(record, dataclasses.replace(agency, name="After"), an_activity(title="Rotas looked at"), why="It was renamed")
    with record.gate.act() as act:
        act.remove(note)
    return record


def test_yesterday_is_shown_as_it_was_and_today_as_it_is(two_days):
    past, now, ahead = (as_at(two_days, day) for day in (YESTERDAY, TODAY, TOMORROW))
    assert [agency.name for agency in past.reader.all(Agency)] == ["Before"]
    assert [note.text for note in past.reader.all(Note)] == ["Rang about rotas."]
    for record in (now, ahead):
        for cls in ENTITIES:
            assert record.reader.all(cls, with_deleted=True) == two_days.reader.all(cls, with_deleted=True)
    assert [one.stood_on for one in (two_days, past, now, ahead)] == [None, YESTERDAY, TODAY, TODAY]
    assert (past.now(), now.now()) == (end_of_day(YESTERDAY) - timedelta(milliseconds=1), two_days.now())
    assert past.now().astimezone().date() == YESTERDAY


def test_before_its_first_day_a_record_held_nothing(two_days):
    for day in (YESTERDAY - timedelta(days=1), date(1900, 1, 1)):
        past = as_at(two_days, day)
        assert [past.reader.all(cls, with_deleted=True) for cls in ENTITIES] == [[]] * len(ENTITIES)
        past.close()


def test_a_day_of_a_past_record_is_never_later_than_that_record(two_days):
    past = as_at(two_days, YESTERDAY)
    assert as_at(past, TODAY).reader.all(Agency) == past.reader.all(Agency) != []
    assert as_at(past, YESTERDAY - timedelta(days=1)).reader.all(Agency) == []


def test_it_knows_what_the_file_says_of_itself_and_the_backups_made_by_then(two_days, days, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    meta.write(two_days.database, meta.COPY, "B")
    for day in (YESTERDAY, TODAY):
        backup.make(days(day).database, folder, two_days.now())
    past = as_at(two_days, YESTERDAY)
    assert (past.copy, past.path) == ("B", two_days.path)
    assert meta.read(past.database, meta.RECORD_ID) == meta.read(two_days.database, meta.RECORD_ID)
    assert past.database.scalar("SELECT count(*) FROM backup_log") == 1
    assert schema.check(past.database, "past") == schema.check(two_days.database, "live")


def test_whatever_would_write_it_is_refused_in_words(two_days, tmp_path):
    past = as_at(two_days, YESTERDAY)
    folder = tmp_path / "backups"
    folder.mkdir()

    def gate():
        with past.gate.act("a reason"):
            raise AssertionError("nothing is done inside")

    refused = [
        gate,
        lambda: put(past, an_agency()),
        lambda: strike_out(past.gate, past.reader, "Rang about", "A reason", None),
        lambda: Drafts(past.database).keep("note:new", {"text": "typed"}, MOMENT),
        lambda: Drafts(past.database).forget("note:new"),
        lambda: meta.write(past.database, meta.COPY, "C"),
        lambda: past.database.execute_sql("DELETE FROM agency"),
        lambda: past.database.execute_sql("CREATE TABLE other (a)"),
        lambda: contents.keep(past.database, "digest", b"content"),
        lambda: past.database.raw_key,
    ]
    for write in refused:
        with pytest.raises(CannotWrite) as caught:
            write()
        assert caught.value.sentence == WORDS
    with pytest.raises(BackupFailed, match="as it stood"):
        backup.make(past.database, folder, MOMENT)
    assert list(folder.iterdir()) == []
    assert [agency.name for agency in past.reader.all(Agency)] == ["Before"]


def test_the_file_is_as_it_was_and_nothing_lies_beside_it(two_days, path, tmp_path):
    before = listing(tmp_path)
    past = as_at(two_days, YESTERDAY)
    past.find("rotas")
    (agency,) = past.reader.all(Agency)
    past.lines_of([agency.id])
    assert [file for *_, file in past.database.execute_sql("PRAGMA database_list")] == [""]
    assert past.database.scalar("PRAGMA temp_store") == 2
    assert listing(tmp_path) == before
    past.close()
    assert listing(tmp_path) == before
    put(two_days, a_note())
    two_days.close()
    assert faults(path) == ()


def test_words_are_found_where_they_stood_then(two_days):
    past = as_at(two_days, YESTERDAY)
    for _ in range(2):
        assert [found.kind for found in past.find("rotas")] == ["note"]
        assert [found.kind for found in past.find("before")] == ["agency"]
        assert past.find("after") == []
    assert [found.kind for found in two_days.find("rotas")] == ["activity"]
    with pytest.raises(CannotWrite):
        put(past, a_note())


def test_the_history_is_told_up_to_then(two_days):
    (agency,) = two_days.reader.all(Agency)
    past, now = as_at(two_days, YESTERDAY), as_at(two_days, TODAY)
    assert [line.new for line in past.lines_of([agency.id]) if line.field == "name"] == ["Before"]
    assert now.lines_of([agency.id]) == two_days.lines_of([agency.id])
    assert "It was renamed" in {line.why for line in now.lines_of([agency.id])}


def test_attached_files_and_the_passphrase_are_asked_of_the_record_itself(two_days):
    with two_days.gate.act() as act:
        contents.keep(act.database, "digest", b"content")
    past = as_at(two_days, YESTERDAY)
    assert (past.content_of("digest"), past.content_of("other")) == (b"content", None)
    assert past.has_passphrase(PASSPHRASE)
    assert not past.has_passphrase("other words")


def test_it_is_closed_with_the_record_and_the_record_is_not_closed_with_it(two_days):
    first, second = as_at(two_days, YESTERDAY), as_at(two_days, YESTERDAY)
    first.close()
    first.close()
    assert first.database.is_closed()
    assert not two_days.database.is_closed()
    two_days.close()
    assert second.database.is_closed()


def test_it_belongs_to_whichever_thread_owns_the_record(two_days):
    made, refused = [], []

    def make():
        made.append(as_at(two_days, YESTERDAY))

    def look():
        try:
            made.append(made[0].reader.all(Agency))
        except RuntimeError as error:
            refused.append(error)

    def on_another_thread(work, lender):
        ready = threading.Event()
        worker = threading.Thread(target=lambda: (ready.wait(), work()))
        worker.start()
        with lender.lent_to(worker.ident):
            ready.set()
            worker.join()

    on_another_thread(make, two_days)
    past = made.pop()
    assert past.reader.all(Agency)
    made.append(past)
    on_another_thread(look, past)
    assert made[1] == past.reader.all(Agency)
    bystander = threading.Thread(target=look)
    bystander.start()
    bystander.join()
    assert len(refused) == 1


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="only Unix can be told another zone")
@pytest.mark.parametrize(("day", "last"), [
    (date(2026, 3, 28), datetime(2026, 3, 28, 23, 59, 59, 999000, UTC)),
    (date(2026, 3, 29), datetime(2026, 3, 29, 22, 59, 59, 999000, UTC)),
    (date(2026, 10, 24), datetime(2026, 10, 24, 22, 59, 59, 999000, UTC)),
    (date(2026, 10, 25), datetime(2026, 10, 25, 23, 59, 59, 999000, UTC)),
])  # fmt: skip
def test_a_day_ends_when_it_ends_here_also_when_the_clocks_change(path, monkeypatch, day, last):
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    moments = [last, last + timedelta(milliseconds=1), last + timedelta(days=3)]
    record = Record.create(path, PASSPHRASE, lambda: moments[0])
    try:
        for text in ("in time", "too late"):
            put(record, a_note(text=text))
            del moments[0]
        past = as_at(record, day)
        assert [note.text for note in past.reader.all(Note)] == ["in time"]
        assert past.now() == last
        following = as_at(record, day + timedelta(days=1))
        assert len(following.reader.all(Note)) == 2
    finally:
        record.close()
        monkeypatch.undo()
        time.tzset()
