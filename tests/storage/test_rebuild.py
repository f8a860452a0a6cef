"""From the history to rows again, whatever was done on whichever day, held against what was read on that day."""

import dataclasses
from datetime import timedelta
from typing import get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutineer.domain.challenge import Addressee, PartyKind, Status
from scrutineer.domain.dates import end_of_day
from scrutineer.domain.entity import narratives
from scrutineer.domain.erasure import STRUCK
from scrutineer.domain.organisation import AgencyKind
from scrutineer.domain.progress import Cancelled
from scrutineer.domain.records import ENTITIES
from scrutineer.storage import rebuild
from scrutineer.storage.as_at import as_at
from scrutineer.storage.record import Record
from scrutineer.storage.strike import strike_out
from tests.factories import (
    TODAY,
    a_challenge,
    a_note,
    a_partnership,
    a_scrutineer,
    an_activity,
    an_addressee,
    an_agency,
    entities,
    filled,
    filled_record,
)
from tests.storage.conftest import PASSPHRASE, put, tampering

A_DAY = timedelta(days=1)
REASON = "A child’s number was typed by mistake"


class Calendar:
    """A clock that is set to a day, and to its very first or very last moment."""

    def __init__(self):
        self.day = TODAY
        self.at_the_end = False

    def __call__(self):
        last = end_of_day(self.day) - timedelta(milliseconds=1)
        return last if self.at_the_end else end_of_day(self.day - A_DAY)

    def next_day(self):
        self.day += A_DAY
        self.at_the_end = False


@pytest.fixture
def calendar():
    return Calendar()


@pytest.fixture
def record(tmp_path, calendar):
    opened = Record.create(tmp_path / "any.scrutiny", PASSPHRASE, calendar)
    yield opened
    opened.close()


@pytest.fixture(params=[(20_000, 500_000), (2, 4), (1, 1)], ids=["at once", "in batches", "line by line"])
def in_batches(request, monkeypatch):
    monkeypatch.setattr(rebuild, "AT_ONCE", request.param[0])
    monkeypatch.setattr(rebuild, "IN_HAND", request.param[1])


def held(record):
    """Every record of every kind, removed ones included, in its order."""
    return {cls.KIND: record.reader.all(cls, with_deleted=True) for cls in ENTITIES}


def stood(record, day):
    """The same at the end of a day, from the history alone."""
    past = as_at(record, day)
    found = held(past)
    past.close()
    return found


def linked(entity, alive, place):
    """A record whose links all lead to some record that is there, or nowhere when there is none of that kind."""
    found, hints = {}, get_type_hints(type(entity))
    for spec in dataclasses.fields(entity):
        if "to" in spec.metadata:
            ids = [one.id for one in alive if spec.metadata["to"] in {"", one.KIND}]
            some = tuple(ids[place % len(ids) :][: place % 3]) if ids else ()
            is_many = hints[spec.name] == tuple[str, ...]
            found[spec.name] = some if is_many else next(iter(some), None)
    return dataclasses.replace(entity, **found)


STEP = st.tuples(
    st.sampled_from(["put", "change", "remove", "private"]), st.sampled_from(ENTITIES).flatmap(entities),
    st.integers(0, 99), st.booleans(),
)


def test_each_day_is_rebuilt_as_it_was_read_at_its_end_whatever_was_done(record, calendar, monkeypatch):
    alive = list(put(record, an_agency(), an_agency(), an_agency()))

    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(days=st.lists(st.lists(STEP, max_size=6), min_size=1, max_size=3), lines=st.sampled_from([1, 7, 20_000]))
    def whatever(days, lines):
        monkeypatch.setattr(rebuild, "AT_ONCE", lines)
        monkeypatch.setattr(rebuild, "IN_HAND", lines * 5)
        seen = {}
        for steps in days:
            for step, entity, place, at_the_end in steps:
                calendar.at_the_end = calendar.at_the_end or at_the_end
                old = alive[place % len(alive)]
                with record.gate.act() as act:
                    if step == "put":
                        alive.append(act.overwrite(linked(entity, alive, place).cleaned()))
                    elif step == "remove":
                        act.overwrite(dataclasses.replace(old, deleted_at=calendar()))
                    elif step == "private":
                        act.overwrite(dataclasses.replace(old, private=narratives(type(old))))
                    elif type(old) is type(entity):
                        act.overwrite(dataclasses.replace(linked(entity, alive, place), id=old.id).cleaned())
                    else:
                        act.overwrite(linked(old, alive, place))
            seen[calendar.day] = held(record)
            calendar.next_day()
        for day, snapshot in seen.items():
            assert stood(record, day) == snapshot

    whatever()


def test_every_kind_of_record_comes_back_new_changed_and_removed(record, calendar, in_batches):
    nothing, seen = held(record), {}
    calendar.next_day()
    first = filled_record("first")
    links = {one.KIND: one.id for one in first}
    for deed in ("put", "change", "remove"):
        with record.gate.act() as act:
            for one in first:
                again = filled(type(one), "second", links, id=one.id)
                gone = dataclasses.replace(record.reader.find(type(one), one.id) or one, deleted_at=calendar())
                act.overwrite({"put": one, "change": again, "remove": gone}[deed])
        seen[calendar.day] = held(record)
        calendar.next_day()
    assert all(snapshot != nothing for snapshot in seen.values())
    for day, snapshot in {TODAY: nothing, **seen}.items():
        assert stood(record, day) == snapshot


def test_links_to_many_records_come_and_go_with_their_days(record, calendar, in_batches):
    one, two = put(record, an_agency(), an_agency())
    (visit,) = put(record, an_activity(agency_ids=(one.id, two.id)))
    for ids in ((two.id,), (), (two.id, one.id)):
        calendar.next_day()
        put(record, dataclasses.replace(visit, agency_ids=ids))
    days = [TODAY + A_DAY * number for number in range(4)]
    found = [stood(record, day)["activity"][0].agency_ids for day in days]
    assert found == [(one.id, two.id), (two.id,), (), (two.id, one.id)]


def test_a_clock_that_was_set_back_mixes_the_days_but_breaks_nothing(record, calendar):
    calendar.next_day()
    agency, other = put(record, an_agency(), an_agency(name="First"))
    calendar.at_the_end = True
    (other,) = put(record, dataclasses.replace(other, name="Second"))
    calendar.at_the_end = False
    put(record, dataclasses.replace(other, name="Third"))
    now = held(record)
    calendar.day = TODAY
    (part,) = put(record, an_addressee(agency_id=agency.id))
    calendar.day = TODAY + A_DAY * 2
    found = stood(record, TODAY)
    assert (found["agency"], found["addressee"]) == ([], [part])
    assert stood(record, TODAY + A_DAY) == now | {"addressee": [part]} == held(record)


def test_words_that_were_struck_out_show_the_mark_on_every_day_and_never_themselves(record, calendar):
    (agency,) = put(record, an_agency(name="Number 999 123 4567", note="kept"))
    put(record, an_activity(themes=("Neglect", "999 123 4567"), note="About 999 123 4567 again"))
    calendar.next_day()
    put(record, dataclasses.replace(agency, name="Constabulary"))
    calendar.next_day()
    strike_out(record.gate, record.reader, "9991234567", REASON, None)
    before, after, now = (stood(record, TODAY + A_DAY * number) for number in range(3))
    assert "4567" not in repr([before, after, now])
    assert [day["agency"][0].name for day in (before, after, now)] == [STRUCK, "Constabulary", "Constabulary"]
    assert before["agency"][0].note == "kept"
    for day in (before, after, now):
        assert (day["activity"][0].themes, day["activity"][0].note) == (("Neglect", STRUCK), f"About {STRUCK} again")
    assert (len(after["strike_out"]), len(now["strike_out"])) == (0, 1)
    assert now == held(record)


def test_a_list_of_words_of_which_nothing_can_be_told_is_the_mark_alone(record, calendar):
    (visit,) = put(record, an_activity(themes=("Neglect", "999 123 4567")))
    calendar.next_day()
    put(record, dataclasses.replace(visit, themes=("Neglect",)))
    strike_out(record.gate, record.reader, "9991234567", REASON, None)
    assert stood(record, TODAY)["activity"][0].themes == (STRUCK,)
    assert stood(record, calendar.day) == held(record)


def test_what_was_empty_before_it_was_struck_out_is_empty(record, calendar):
    (agency,) = put(record, an_agency(note="Some", starts_on=TODAY))
    calendar.next_day()
    (agency,) = put(record, dataclasses.replace(agency, note="", starts_on=None), why="as 999 123 4567 said")
    calendar.next_day()
    put(record, dataclasses.replace(agency, note="Other", starts_on=calendar.day))
    strike_out(record.gate, record.reader, "9991234567", REASON, None)
    then = stood(record, TODAY + A_DAY)["agency"][0]
    assert (then.note, then.starts_on) == ("", None)


def test_what_is_no_words_is_told_by_the_next_line_where_a_reason_was_struck_out(record, calendar):
    agency, other = put(record, an_agency(), an_agency())
    (part,) = put(record, an_addressee(agency_id=agency.id, status=Status.RAISED, due_on=TODAY))
    changed = {"status": Status.ACKNOWLEDGED, "agency_id": other.id, "due_on": None, "place": 4}
    calendar.next_day()
    (part,) = put(record, dataclasses.replace(part, **changed), why="as 999 123 4567 said")
    seen = held(record)["addressee"]
    calendar.next_day()
    put(record, dataclasses.replace(part, due_on=TODAY + A_DAY * 9, status=Status.RESPONDED))
    strike_out(record.gate, record.reader, "9991234567", REASON, None)
    assert stood(record, TODAY + A_DAY)["addressee"] == seen
    assert stood(record, calendar.day) == held(record)


def test_what_no_line_can_tell_is_nothing_and_may_be_private(record, calendar):
    (agency,) = put(record, an_agency())
    (part,) = put(record, an_addressee(agency_id=agency.id, what_changed="Much", private=()))
    for status in (Status.ACKNOWLEDGED, Status.RESPONDED):
        calendar.next_day()
        private = {Status.ACKNOWLEDGED: (), Status.RESPONDED: ("what_changed",)}[status]
        words = "999 123 4567 of " + status
        (part,) = put(record, dataclasses.replace(
            part, status=status, due_on=calendar.day, private=private or narratives(Addressee)[:1]), why=words)
    strike_out(record.gate, record.reader, "9991234567", REASON, None)
    (then,) = stood(record, TODAY + A_DAY)["addressee"]
    assert (then.status, then.due_on, then.private) == (Status.DRAFT, None, narratives(Addressee))
    assert then.agency_id == agency.id
    assert stood(record, calendar.day) == held(record)


def test_a_field_that_came_later_has_what_a_new_record_has_and_an_empty_one_stays_empty(record):
    part = an_addressee(kind=PartyKind.PARTNERSHIP, place=3, agency_id=None)
    put(record, a_partnership(is_sample=True, urgent_days=3), an_agency(kind=AgencyKind.POLICE), part)
    put(record, an_activity(days=2.5, themes=("Neglect",)), a_scrutineer(title=""))
    with tampering(record.database):
        names = "('kind', 'place', 'days', 'origin', 'themes', 'is_sample', 'urgent_days')"
        record.database.execute_sql(f"DELETE FROM history WHERE field IN {names}")
        found = {kind: records[0] for kind, records in stood(record, TODAY).items() if records}
    new = a_partnership()
    assert found["agency"].kind is an_agency().kind is not AgencyKind.POLICE
    assert (found["addressee"].place, found["activity"].days, found["activity"].themes) == (0, 0.0, ())
    then = found["partnership"]
    assert (then.urgent_days, then.is_sample, then.origin) == (new.urgent_days, new.is_sample, new.origin)
    assert found["scrutineer"].title == "" != a_scrutineer().title


def test_kinds_and_fields_that_are_no_longer_known_are_passed_over(record):
    put(record, an_agency(), a_note(), a_challenge())
    with tampering(record.database):
        record.database.execute_sql("INSERT INTO history SELECT id + 1000, sitting, number + 1000, at, 'ghost', 'g', "
                                    "field, old, new, why, salt, digest, previous, hash FROM history LIMIT 1")
        record.database.execute_sql("INSERT INTO history SELECT id + 2000, sitting, number + 2000, at, entity, "
                                    "entity_id, 'ghost', old, new, why, salt, digest, previous, hash "
                                    "FROM history WHERE id < 1000")
        assert stood(record, TODAY) == held(record)


def test_who_watches_hears_how_far_it_is_and_may_stop_it(record, monkeypatch):
    put(record, *(a_note() for _ in range(9)))
    monkeypatch.setattr(rebuild, "AT_ONCE", 5)
    told = []
    as_at(record, TODAY, lambda share, sentence: told.append((share, sentence))).close()
    assert [share for share, _ in told] == sorted({share for share, _ in told})
    assert {sentence for _, sentence in told} == {"Reading the history"}
    assert told[0][0] == 0
    assert told[-1][0] <= 1

    def stop(share, sentence):
        if share:
            raise Cancelled

    with pytest.raises(Cancelled):
        as_at(record, TODAY, stop)
    put(record, a_note())
    assert stood(record, TODAY) == held(record)
