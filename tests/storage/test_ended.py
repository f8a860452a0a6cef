"""Of what has ended only what is not over is found, however its challenge stands."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from scrutineer.domain.challenge import Addressee, Outcome, Priority, Status
from scrutineer.storage import ended
from scrutineer.storage.record import Record
from tests.factories import TODAY, a_challenge, a_retest, an_addressee, an_agency
from tests.storage.conftest import put

AGENCY = an_agency()
FIRST, LAST = TODAY - timedelta(days=30), TODAY - timedelta(days=10)


def closed(record: Record, on: Any = LAST, challenge: dict[str, Any] | None = None, **over: Any) -> Addressee:
    """A closed part of a challenge that closed with it."""
    whole = a_challenge(**{"status": Status.CLOSED, "closed_on": on} | (challenge or {}))
    usual = {"agency_id": AGENCY.id, "status": Status.CLOSED, "closed_on": on, "what_changed": "A form.",
             "outcome": Outcome.PROCESS_CHANGED_ONLY}  # fmt: skip
    part = an_addressee(challenge_id=whole.id, **usual | over)
    put(record, AGENCY, whole, part)
    return part


def suggested(record: Record) -> list[str]:
    return [one.id for one in ended.not_over(record.database, FIRST, FIRST, LAST) if one.is_suggested]


@pytest.mark.parametrize(("on", "found"), [
    (FIRST - timedelta(days=1), 0), (FIRST, 1), (LAST, 1), (LAST + timedelta(days=1), 0), (None, 0),
])
def test_a_look_is_suggested_for_what_closed_within_the_days(record: Record, on, found):
    part = closed(record, on)
    assert suggested(record) == [part.id] * found


def test_a_part_of_an_open_challenge_is_found_and_one_that_has_its_look_is_not(record: Record):
    part = closed(record, challenge={"status": Status.RAISED, "closed_on": None})
    urgent = closed(record, challenge={"priority": Priority.URGENT}, outcome=Outcome.IMPACT_EVIDENCED)
    closed(record, outcome=Outcome.IMPACT_EVIDENCED)
    closed(record, status=Status.WITHDRAWN)
    assert set(suggested(record)) == {part.id, urgent.id}
    planned = a_retest(addressee_id=part.id, challenge_id=part.challenge_id, planned_on=TODAY)
    put(record, planned)
    assert suggested(record) == [urgent.id]
    (look,) = ended.planned_looks(record.database)
    assert (look.id, look.challenge_id, look.whom, look.on, look.days) == (
        planned.id, part.challenge_id, AGENCY.id, TODAY.isoformat(), 0.5
    )


@pytest.mark.parametrize(("over", "found"), [
    ({"what_changed": ""}, 1), ({"what_changed": "  "}, 1), ({"what_changed": "A form."}, 0),
    ({"what_changed": "", "outcome": None}, 1), ({"what_changed": "", "outcome": Outcome.NOT_PURSUED}, 0),
])
def test_an_ending_without_a_word_is_found(record: Record, over, found):
    part = closed(record, **over)

    def wordless(since):
        return [one.id for one in ended.not_over(record.database, since, FIRST, FIRST) if one.is_wordless]

    assert wordless(FIRST) == [part.id] * found
    assert wordless(LAST + timedelta(days=1)) == []


def test_read_span_by_span_the_same_is_found_once(record: Record):
    since = TODAY - timedelta(days=400)
    ends = [TODAY, since, *(TODAY - timedelta(days=n) for n in range(1, 400, 57)), None]
    parts = [closed(record, on, what_changed="") for on in ends]
    whole = ended.not_over(record.database, since, FIRST, LAST)
    spans = ended.spans(since, TODAY)
    found = [one for span in spans for one in ended.not_over(record.database, since, FIRST, LAST, span)]
    assert len(spans) > 3
    assert {one.id for one in whole} == {part.id for part in parts}
    assert sorted(found) == sorted(whole)
