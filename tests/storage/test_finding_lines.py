"""What stands around a finding is found from the columns alone, for all of them or for some."""

from __future__ import annotations

import pytest

from scrutineer.domain.activity import FindingKind
from scrutineer.storage import finding_lines
from scrutineer.storage.finding_lines import Source
from scrutineer.storage.record import Record
from tests.factories import TODAY, a_challenge, a_finding, an_activity
from tests.storage.conftest import put


@pytest.fixture
def found(record: Record) -> Record:
    """Two visits with what was found there, one of them removed since, and two challenges from one finding."""
    gone = an_activity(id="gone", title="Gone", held_on=TODAY)
    put(
        record, an_activity(id="seen", title="Visit", held_on=TODAY), gone,
        a_finding(id="good", activity_id="seen", kind=FindingKind.STRENGTH),
        a_finding(id="better", activity_id="seen", kind=FindingKind.STRENGTH),
        a_finding(id="bad", activity_id="gone", kind=FindingKind.CONCERN), a_finding(id="alone"),
        a_challenge(id="first", finding_id="bad"), a_challenge(id="second", finding_id="bad"),
        a_challenge(id="third", finding_id="good"), a_challenge(id="from nothing"),
    )
    with record.gate.act() as act:
        act.remove(gone)
    return record


def test_an_activity_is_named_even_when_it_was_removed(found: Record):
    visit, gone = Source("Visit", TODAY.isoformat()), Source("Gone", TODAY.isoformat())
    assert finding_lines.activities(found.database) == {"seen": visit, "gone": gone}
    assert finding_lines.activities(found.database, ["bad", "alone"]) == {"gone": gone}


def test_of_several_challenges_from_one_finding_the_latest_is_known(found: Record):
    assert finding_lines.challenges(found.database) == {"bad": "second", "good": "third"}
    assert finding_lines.challenges(found.database, ["good", "alone"]) == {"good": "third"}


def test_findings_are_counted_by_kind(found: Record):
    assert finding_lines.kinds(found.database) == {("seen", "strength"): 2, ("gone", "concern"): 1}
    assert finding_lines.kinds(found.database, ["gone"]) == {("gone", "concern"): 1}
