"""A conflict of interest stands until the day on which it ended."""

from dataclasses import replace
from datetime import timedelta

from scrutineer.domain.assurance import Conflict
from tests.factories import TODAY
from tests.register.conftest import refused


def test_a_conflict_is_mine_and_stands_until_it_ended(register, begun):
    noted = register.conflicts.save(Conflict(noted_on=TODAY, agency_id=begun.la.id, text="I worked there."))
    register.conflicts.save(Conflict(noted_on=TODAY - timedelta(days=9), text="A lecture that was paid for."))
    assert noted.scrutineer_id == register.desk.me
    assert register.conflicts.standing(begun.la.id) == [noted]
    assert len(register.conflicts.standing()) == 2
    register.conflicts.save(replace(noted, ended_on=TODAY))
    assert register.conflicts.standing(begun.la.id) == []
    assert {"noted_on", "text"} == set(refused(register.conflicts.save, Conflict()))
