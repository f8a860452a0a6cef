"""What coverage reads: everything that took place up to a day, with its links, the latest first."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from scrutineer.domain.activity import ActivityStatus
from scrutineer.domain.plan import Priority
from scrutineer.storage.coverage import pieces
from scrutineer.storage.record import Record
from tests.factories import TODAY, an_activity, an_agency
from tests.storage.conftest import put

POLICE, ICB, NEGLECT = an_agency(), an_agency(name="Care Board"), Priority(title="Neglect")


def test_a_piece_holds_what_was_stored_with_its_links(record: Record):
    visit = an_activity(
        agency_ids=(ICB.id, POLICE.id), priority_ids=(NEGLECT.id,), framework_items=("A@1:1", "A@1:2")
    )
    bare = an_activity(held_on=TODAY - timedelta(days=900))
    put(record, POLICE, ICB, NEGLECT, bare, visit)
    first, second = pieces(record.database, TODAY)
    assert first == (visit.id, visit.title, "front_line_visit", "2026-11-16", "front_line", "scrutineer", "led",
                     "scrutineer", (ICB.id, POLICE.id), (NEGLECT.id,), ("A@1:1", "A@1:2"))  # fmt: skip
    assert (second.id, second.agency_ids, second.priority_ids, second.framework_items) == (bare.id, (), (), ())


def test_only_what_took_place_by_the_day_and_was_not_removed_is_read(record: Record):
    planned = an_activity(status=ActivityStatus.PLANNED)
    later = an_activity(held_on=TODAY + timedelta(days=1))
    gone = an_activity()
    put(record, planned, later, gone, done := an_activity(status=ActivityStatus.WRITTEN_UP))
    with record.gate.act() as act:
        act.remove(gone)
    assert [one.id for one in pieces(record.database, TODAY)] == [done.id]
    assert pieces(record.database, TODAY - timedelta(days=30)) == []
    put(record, replace(planned, status=ActivityStatus.CARRIED_OUT))
    assert len(pieces(record.database, TODAY)) == 2
