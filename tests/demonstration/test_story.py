from __future__ import annotations

from datetime import date

import pytest

from scrutineer.demonstration.days import Days
from scrutineer.demonstration.source import Source
from scrutineer.demonstration.story import Story
from scrutineer.domain.dates import WorkingDays
from scrutineer.domain.progress import Cancelled, no_progress
from scrutineer.register.register import Register

MONDAY = date(2026, 11, 23)


@pytest.fixture
def story(register: Register) -> Story:
    days = Days(MONDAY, WorkingDays())
    return Story(register, days, Source(days))


def test_deeds_are_done_in_the_order_of_their_days_and_then_as_told(story: Story):
    done = []
    for day, name in [(-2, "chase"), (-9, "put"), (-2, "answer"), (-9, "acknowledge")]:
        story.on(day, lambda name: done.append((story.days.today(), name)), name)
    story.live(no_progress)
    assert [name for _, name in done] == ["put", "acknowledge", "chase", "answer"]
    assert done[0][0] == date(2026, 11, 13)
    assert story.days.today() == MONDAY


def test_somebody_who_watches_may_stop_it(story: Story):
    done = []

    def stop(fraction: float, sentence: str) -> None:
        raise Cancelled

    story.on(-2, done.append, "first")
    story.on(-1, done.append, "second")
    with pytest.raises(Cancelled):
        story.live(stop)
    assert done == ["first"]
