"""What every noun works with: names, references, the calendar, and acts that join."""

import pytest

from scrutineer.domain.errors import NotFound
from scrutineer.domain.organisation import ClosedDays
from tests.factories import TODAY, an_agency


def test_names_are_the_short_ones_and_outlive_the_agency(register, begun):
    register.agencies.remove(begun.police)
    names = register.desk.names()
    assert names[begun.police.id] == "Police"
    assert names[begun.district.id] == "Northmoor District"
    assert names[begun.body.id] == "Executive Group"
    assert register.agencies.find(begun.police.id).deleted_at
    assert begun.police.id not in {one.id for one in register.agencies.all()}


def test_the_calendar_knows_the_partnership_s_own_closed_days(register):
    assert register.desk.calendar.is_open(TODAY)
    register.closed_days.save(ClosedDays(starts_on=TODAY, ends_on=TODAY))
    assert not register.desk.calendar.is_open(TODAY)


def test_an_act_inside_another_is_undone_with_it(register):
    def both():
        with register.desk.act():
            register.agencies.save(an_agency(name="Written inside"))
            raise NotFound("and then this")

    with pytest.raises(NotFound):
        both()
    assert "Written inside" not in {one.name for one in register.agencies.all()}


def test_a_record_that_is_not_there_is_said_to_be_gone(register):
    with pytest.raises(NotFound, match="no longer here"):
        register.agencies.get("nothing")
    assert register.agencies.find("nothing") is None
    assert register.agencies.find(None) is None


def test_references_are_counted_by_kind_and_year(register):
    with register.desk.act() as act:
        kinds = [register.desk.next_reference(act, kind) for kind in "CCA"]
    assert kinds == ["EX-C-2026-001", "EX-C-2026-002", "EX-A-2026-001"]
