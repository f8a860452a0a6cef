"""An action is overdue by its date, and settled with a day or a reason."""

from datetime import timedelta

import pytest

from scrutineer.domain.action import ActionStatus
from tests.factories import TODAY, an_action


@pytest.mark.parametrize("status", ActionStatus)
def test_only_what_is_unsettled_after_its_day_is_overdue(status):
    tomorrow = TODAY + timedelta(days=1)
    assert an_action(status=status, due_on=TODAY).is_overdue(tomorrow) is not status.is_settled
    assert not an_action(status=status, due_on=TODAY).is_overdue(TODAY)
    assert not an_action(status=status, due_on=None).is_overdue(tomorrow)


def test_done_has_a_day_and_dropped_a_reason():
    assert [one.field for one in an_action(status=ActionStatus.DONE).problems()] == ["done_on"]
    assert [one.field for one in an_action(status=ActionStatus.DROPPED).problems()] == ["dropped_because"]
    assert an_action(status=ActionStatus.DONE, done_on=TODAY).problems() == []
    assert an_action(status=ActionStatus.DROPPED, dropped_because="Superseded.").problems() == []
