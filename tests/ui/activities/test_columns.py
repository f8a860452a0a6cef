"""What the list of activities says, and which filter lists what."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from scrutineer.domain.activity import ActivityStatus
from scrutineer.ui.activities.columns import FILTERS, NOTHING, columns, passes
from tests.factories import TODAY


def line_of(register, activity, **over):
    if over:
        register.activities.save(replace(activity, **over))
    return next(line for line in register.activities.lines() if line.id == activity.id)


def cells(line):
    return [column.words(line) for column in columns(lambda: TODAY)]


def test_it_says_what_and_with_whom_what_was_found_and_when(register, visit):
    assert cells(line_of(register, visit)) == [
        "Front door visited, A-2026-001 · Visit to the front line · Police · feedback by 30 Nov",
        "1 strength, 1 concern", "16 Nov 2026",
    ]


@pytest.mark.parametrize(("strengths", "concerns", "others", "words"), [
    (2, 0, 1, "1 other finding"), (0, 1, 3, "1 concern · 3 other findings"), (0, 0, 2, "2 findings"), (1, 0, 0, ""),
])  # fmt: skip
def test_what_else_was_found_says_what_it_is(register, visit, strengths, concerns, others, words):
    line = line_of(register, visit)._replace(strengths=strengths, concerns=concerns, others=others)
    assert columns(lambda: TODAY)[1].second(line) == words


def test_feedback_that_is_late_has_a_clock_and_given_feedback_none(register, visit):
    what = columns(lambda: TODAY)[0]
    late = line_of(register, visit, feedback_due_on=TODAY - timedelta(days=1))
    assert what.clock(late) == "feedback since 22 Nov"
    assert "feedback" not in what.second(late)
    given = line_of(register, visit, feedback_sent_on=TODAY)
    assert "feedback" not in what.words(given)


def test_what_did_not_take_place_says_so_in_a_chip(register, visit):
    assert cells(line_of(register, visit, status=ActivityStatus.POSTPONED))[1] == "Postponed 1 strength, 1 concern"


def test_each_filter_lists_what_it_says(register, visit):
    def listed(**over):
        line = line_of(register, visit, **over)
        return [choice.code for choice in FILTERS if passes(line, choice.code)]

    assert listed() == ["done", "owed", "all"]
    assert listed(feedback_sent_on=TODAY) == ["done", "all"]
    assert listed(status=ActivityStatus.PLANNED) == ["ahead", "all"]
    assert listed(status=ActivityStatus.CANCELLED) == ["all"]
    assert set(NOTHING) == {choice.code for choice in FILTERS}
