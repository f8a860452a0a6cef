"""How a voice is spoken of."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from scrutineer.domain.dates import WorkingDays
from scrutineer.domain.learning import VoiceEntry, Whose
from scrutineer.domain.organisation import Serves
from scrutineer.ui.learning.words import heard, told, words_over
from tests.factories import TODAY


def test_whose_it_was_how_many_when_and_where():
    voice = VoiceEntry(how_many=6, ages="14 to 17", heard_on=date(2026, 11, 3), heard_at="Youth hub, in a circle")
    assert heard(voice, Serves.CHILDREN) == "Young person · 6 of them, 14 to 17 · 3 Nov 2026 · Youth hub, in a circle"
    assert heard(VoiceEntry(whose=Whose.PARENT_CARER, how_many=1), Serves.ADULTS) == "Family member or carer"


@pytest.mark.parametrize(("over", "words", "is_late"), [
    ({}, "Not yet, and no day was promised.", False),
    ({"tell_by_on": TODAY}, "Promised by 23 Nov 2026.", False),
    ({"tell_by_on": TODAY - timedelta(days=5)}, "Promised by 18 Nov 2026 (3 working days ago).", True),
    ({"told_on": TODAY}, "On 23 Nov 2026.", False),
    ({"told_on": TODAY, "told_how": "in person", "tell_by_on": TODAY}, "On 23 Nov 2026: in person.", False),
])
def test_whether_they_were_told_is_said_with_its_day(over, words, is_late):
    assert told(VoiceEntry(**over), TODAY, WorkingDays()) == (words, is_late)


def test_over_a_sheet_short_words_stand_whole_and_long_ones_begin():
    assert words_over("“I told it. *Eleven* times.”") == "“I told it. Eleven times.”"
    assert words_over("First. " + "Word " * 60) == "First"
