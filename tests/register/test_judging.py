"""A period as it is judged: what is expected, what else was said, and what could be."""

from __future__ import annotations

from dataclasses import replace

from scrutineer.domain.plan import Priority
from scrutineer.register.judging import OVERALL
from scrutineer.register.register import Register
from tests.register.conftest import Begun, Periods
from tests.register.test_judgements import STEP, judge, three_kinds


def test_only_the_overall_opinion_and_the_chosen_framework_are_expected(register: Register, periods: Periods):
    lines = register.judging.lines(periods[1])
    assert [line.subject for line in lines] == [OVERALL, *(
        ("framework_item", f"SIX_STEPS_2019@2019:{number}") for number in range(1, 7)
    )]  # fmt: skip
    assert all(line.is_open for line in lines)
    register.partnerships.save(replace(register.partnership, framework="WT2023_FUNCTIONS@2023"))
    assert {line.group for line in register.judging.lines(periods[1])} == {"", "Functions"}


def test_what_else_is_judged_comes_after_and_is_no_gap_when_it_is_left_out(
    register: Register, begun: Begun, periods: Periods
):
    second, third = periods
    priority = register.priorities.save(Priority(title="Neglect"))
    offered = dict(register.judging.offered(second))
    assert offered["priority", priority.id] == "Priority: Neglect"
    assert offered["agency", begun.police.id] == "Agency: Exampleshire Constabulary"
    assert ("framework_item", "S11_8@2007:1") in offered
    assert STEP not in offered
    judge(register, second, ("priority", priority.id))
    last = register.judging.lines(second)[-1]
    assert (last.title, last.group, last.is_expected, last.is_open) == ("Neglect", "Priority", False, False)
    carried = register.judging.lines(third)[-1]
    assert (carried.now, carried.last, carried.is_open) == (None, last.now, False)


def test_a_line_tells_this_periods_view_the_last_one_and_the_kinds_that_show_it(register: Register, periods: Periods):
    second, third = periods
    register.judgements.judge(
        replace(register.judgements.begin(second, STEP), rating="substantial"), three_kinds(register)
    )
    [line] = [one for one in register.judging.lines(third) if one.subject == STEP]
    assert line.rating is None
    assert line.last_rating is not None
    assert line.last_rating.word == "Substantial assurance"
    assert len(line.kinds) == 3
    register.judgements.still(third, STEP)
    [line] = [one for one in register.judging.lines(third) if one.subject == STEP]
    assert line.now is not None
    assert line.rating == line.last_rating


def test_what_can_be_confirmed_is_not_tested_until_something_is_said(register: Register, periods: Periods):
    lines = register.judging.confirmed(periods[1])
    assert len(lines) == 9
    assert {line.state.value for line in lines} == {"not_tested"}
    register.confirmations.confirm(
        replace(register.confirmations.begin(periods[1], lines[2].id), text="I sat in on it."), three_kinds(register)
    )
    assert [line.sources for line in register.judging.confirmed(periods[1])][:4] == [0, 0, 3, 0]
