from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scrutineer import demonstration
from scrutineer.domain.assurance import Direction, JudgedKind
from scrutineer.domain.organisation import ReportingPeriod
from scrutineer.register import scales
from scrutineer.register.judgements import period_on
from scrutineer.register.register import Register
from scrutineer.storage import key
from tests.factories import TODAY


def this_quarter(register: Register, day: date = TODAY) -> ReportingPeriod:
    period = period_on(register.periods.all(), day)
    assert period is not None
    return period


def test_every_word_of_the_scale_occurs_with_its_sign(register: Register):
    used = {one.rating for one in register.judgements.all()}
    assert used == {one.code for one in scales.scale(register.partnership.rating_scale).ratings}


def test_nothing_that_is_expected_of_this_quarter_is_open(register: Register):
    lines = register.judging.lines(this_quarter(register))
    assert [line.title for line in lines if line.is_open] == []
    assert {JudgedKind(line.subject[0]) for line in lines} == set(JudgedKind)
    assert len([line for line in lines if line.now and line.last]) >= 7


def test_a_view_that_is_still_mine_is_steady_and_keeps_what_shows_it(register: Register):
    period = this_quarter(register)
    still = register.judgements.standing(period.id)["framework_item", "SIX_STEPS_2019@2019:1"]
    assert still.direction is Direction.STEADY
    assert register.judgements.kinds_of(still.id)


def test_the_best_word_stands_on_three_kinds_of_source_or_on_a_reason(register: Register):
    best = [one for one in register.judgements.all() if one.rating == "substantial"]
    assert sorted(bool(one.stands_in) for one in best) == [False, True]
    assert [len(register.judgements.kinds_of(one.id)) for one in best if not one.stands_in] == [3]


def test_a_framework_was_brought_in_and_a_step_has_our_own_words(register: Register):
    assert register.frameworks.malformed() == []
    assert register.frameworks.find_framework("EX_PROMISE@first")
    assert "hear from us what came of it" in register.frameworks.title_of("SIX_STEPS_2019@2019:3")


def test_one_conflict_stands_and_one_has_ended(register: Register):
    assert len(register.conflicts.all()) == 2
    standing, = register.conflicts.standing()
    assert register.agencies.get(standing.agency_id).called == "College"


@pytest.mark.parametrize("written_on", ["2026-07-01", "2026-12-31"])
def test_on_the_first_and_the_last_day_of_a_quarter_each_view_was_given_in_its_own(
    written_on: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(key, "ROUNDS", 10)
    day = date.fromisoformat(written_on)
    register = demonstration.write(tmp_path / "sample.scrutiny", today=lambda: day)
    period = this_quarter(register, day)
    assert len(register.judgements.standing(period.id)) == 8
    for one in register.judgements.all():
        quarter = register.periods.get(one.period_id)
        assert quarter.starts_on <= one.judged_on <= quarter.ends_on
    register.close()
