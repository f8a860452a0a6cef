"""What have I looked at, and what not: successors, services, spans, and blind spots in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from scrutineer.domain.activity import ActivityStatus, ActivityType, AskedBy, MyPart
from scrutineer.domain.coverage import NOTHING, Side
from scrutineer.domain.organisation import Agency, AgencySuccession, Appointment, Change
from scrutineer.domain.plan import Priority
from tests.factories import TODAY, an_activity


@pytest.fixture
def look(register):
    """Note that something took place with some agencies."""

    def look(*agencies: Agency, on: date = TODAY, **over):
        ids = tuple(one.id for one in agencies)
        return register.activities.save(an_activity(held_on=on, agency_ids=ids, **over))

    return look


def labels(headings):
    return [one.label for one in headings]


def test_each_cell_says_how_many_and_how_many_were_mine_and_holds_the_records_behind_it(register, begun, look):
    first = look(begun.icb, begun.la)
    look(begun.icb, my_part=MyPart.OVERSAW)
    look(begun.icb, on=TODAY - timedelta(days=400))
    look(begun.icb, status=ActivityStatus.PLANNED, on=TODAY + timedelta(days=4))
    grid = register.coverage.coverage(Side.AGENCY, Side.FORM).grid
    cell = (begun.icb.id, ActivityType.FRONT_LINE_VISIT.value)
    assert [grid.number(*cell, span) for span in range(4)] == [2, 1, 0, 0]
    assert grid.mine(*cell) == 1
    assert first.id in [one.id for one in grid.pieces(*cell)]
    assert labels(grid.rows) == ["ICB", "LA", "Police", "Northmoor District"]      # statutory partners first


def test_agencies_that_were_succeeded_count_with_their_successor_and_the_name_says_so(register, begun, look):
    look(begun.icb)
    new = Agency(name="Greater Exampleshire Integrated Care Board", short_name="GICB", status=begun.icb.status)
    register.successions.follow([begun.icb], [new], Change.MERGED, TODAY - timedelta(days=10))
    grid = register.coverage.coverage(Side.AGENCY, Side.FAMILY).grid
    assert "GICB (formerly ICB)" in labels(grid.rows)
    assert "ICB" not in labels(grid.rows)
    assert grid.number(new.id, "visit") == 1
    before = register.coverage.coverage(Side.AGENCY, Side.FAMILY, TODAY - timedelta(days=20)).grid
    assert "ICB" in labels(before.rows)


def test_two_agencies_that_follow_each_other_in_a_ring_do_no_harm(register, begun, look):
    look(begun.icb)
    with register.desk.act() as act:
        for one, other in ((begun.icb, begun.police), (begun.police, begun.icb)):
            act.put(AgencySuccession(predecessor_id=one.id, successor_id=other.id, changed_on=date(2026, 1, 1)))
            act.put(replace(one, ends_on=date(2025, 12, 31)))
    grid = register.coverage.coverage(Side.AGENCY, Side.FAMILY).grid
    assert grid.number(begun.police.id, "visit") == 1


def test_services_roll_up_into_their_agency_and_can_be_opened(register, begun, look):
    service = register.agencies.save(Agency(name="Children’s hospital", short_name="Hospital", parent_id=begun.icb.id))
    look(service)
    look(service, begun.icb)
    rolled = register.coverage.coverage(Side.AGENCY, Side.FAMILY).grid
    assert rolled.number(begun.icb.id, "visit") == 2      # a piece with both counts once
    opened = register.coverage.coverage(Side.AGENCY, Side.FAMILY, opened=True)
    assert labels(opened.grid.rows)[:2] == ["ICB", "ICB: Hospital"]
    assert opened.grid.number(service.id, "visit") == 2
    assert opened.grid.number(begun.icb.id, "visit") == 1
    assert not any("Hospital" in one.sentence for one in opened.blind_spots)


def test_priorities_and_framework_items_stand_beside_levels(register, begun, look):
    neglect = register.priorities.save(Priority(title="Neglect"))
    register.priorities.save(Priority(title="Long over", ends_on=date(2020, 1, 1)))
    look(begun.la, priority_ids=(neglect.id,), framework_items=("SIX_STEPS_2019@2019:3", "OLD@1:9"))
    look(begun.la)
    grid = register.coverage.coverage(Side.PRIORITY, Side.ITEM).grid
    assert labels(grid.rows) == ["Neglect", "No priority named"]
    assert grid.number(neglect.id, "SIX_STEPS_2019@2019:3") == grid.number(neglect.id, "OLD@1:9") == 1
    assert grid.number(NOTHING, NOTHING) == 1
    assert labels(grid.columns)[2].startswith("Children, young people and families")
    assert labels(grid.columns)[-2:] == ["OLD@1:9", "No framework item named"]


def test_blind_spots_say_since_when(register, begun, look):
    look(begun.la, begun.police, begun.icb)
    look(Agency(id=begun.district.id, name="x"), on=date(2025, 3, 3))
    sentences = [one.sentence for one in register.coverage.coverage(Side.AGENCY, Side.FORM).blind_spots]
    assert sentences[0] == "Nobody has looked at Northmoor District in the last twelve months; last seen 3 Mar 2025."
    register.appointments.save(Appointment(scrutineer_id=register.desk.me, starts_on=date(2026, 6, 1)))
    first = register.coverage.coverage(Side.AGENCY, Side.FORM).blind_spots[0]
    assert first.sentence.endswith("Northmoor District since I began on 1 Jun 2026; last seen 3 Mar 2025.")
    assert (first.kind, first.id) == ("agency", begun.district.id)


def test_how_much_was_invited_is_said_of_the_last_twelve_months(register, begun, look):
    look(begun.la, asked_by=AskedBy.AGENCY)
    look(begun.la)
    look(begun.la, asked_by=AskedBy.BOARD, on=date(2024, 1, 1))
    assert register.coverage.coverage(Side.LEVEL, Side.FORM).invited == (
        "2 pieces of scrutiny took place; 1 asked for by others: the agency itself (1)."
    )


def test_an_empty_record_has_a_grid_of_nothing_and_says_that_no_scrutiny_took_place(register):
    picture = register.coverage.coverage(Side.AGENCY, Side.FORM)
    assert all(not span for span in picture.grid.cells)
    assert picture.invited == "No scrutiny took place."
    assert picture.blind_spots == ()
