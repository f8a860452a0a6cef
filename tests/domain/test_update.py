"""A line has one side, one thing that it is about, and something to say."""

import pytest

from scrutineer.domain.action import ActionStatus, Seen
from scrutineer.domain.update import Side
from tests.factories import an_update


def fields(**over):
    return [problem.field for problem in an_update(**over).problems()]


def test_a_line_is_about_one_action_or_one_answer():
    assert fields() == fields(action_id=None, response_id="r") == []
    assert fields(action_id=None) == fields(response_id="r") == ["action_id"]


def test_what_is_reported_says_something_and_what_is_seen_says_how_much():
    assert fields(text="") == fields(text=" \n") == ["text"]
    assert fields(text="", status=ActionStatus.IN_PROGRESS) == []
    assert fields(side=Side.SEEN) == ["seen"]


@pytest.mark.parametrize("seen", Seen)
def test_that_nothing_was_seen_is_something_to_say(seen):
    assert fields(side=Side.SEEN, seen=seen, text="") == []


def test_a_line_has_its_day():
    assert fields(noted_on=None) == ["noted_on"]
