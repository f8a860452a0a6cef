"""What was left out is filled in under the rules of the step that was never taken here."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, Status
from tests.factories import TODAY
from tests.register.conftest import refused


@pytest.fixture
def part(register, begun):
    party = Addressee(agency_id=begun.icb.id, status=Status.CLOSED, closed_on=TODAY - timedelta(days=9))
    challenge = register.challenges.as_found(Challenge(title="Old"), [party])
    return register.challenges.parts(challenge.id)[0]


def changed(part, **over):
    return replace(part, **{"outcome": Outcome.PROCESS_CHANGED_ONLY, "impact_level": ImpactLevel.PROCESS_CHANGED,
                            "what_changed": "A form."} | over)


def test_what_changed_is_said_afterwards_and_reaches_the_challenge(register, part):
    saved = register.mending.say_what_changed(changed(part))
    assert (saved.what_changed, saved.status, saved.closed_on) == ("A form.", Status.CLOSED, part.closed_on)
    assert register.challenges.get(part.challenge_id).impact_level is ImpactLevel.PROCESS_CHANGED
    assert register.courses.events(part.challenge_id) == []


def test_each_thing_that_is_missing_is_named_and_nothing_is_written(register, part):
    assert set(refused(register.mending.say_what_changed, part)) == {"outcome", "impact_level", "what_changed"}
    assert register.challenges.part(part.id) == part


def test_a_level_needs_its_evidence_or_a_reason_in_its_stead(register, part):
    high = changed(part, outcome=Outcome.IMPACT_EVIDENCED, impact_level=ImpactLevel.DIFFERENCE)
    assert set(refused(register.mending.say_what_changed, high)) == {"stands_in"}
    register.mending.say_what_changed(replace(high, stands_in="Told by the predecessor, who saw it."))


def test_it_is_for_what_is_closed_and_for_days_that_have_come(register, begun, part, put):
    _, (open_part, _) = put()
    assert set(refused(register.mending.say_what_changed, changed(open_part))) == {"outcome"}
    ahead = changed(part, closed_on=TODAY + timedelta(days=1))
    assert set(refused(register.mending.say_what_changed, ahead)) == {"closed_on"}
