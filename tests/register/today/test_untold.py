"""A promise to tell them comes with the fortnight, then needs me, and is gone once it is kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scrutineer.domain.activity import FindingKind
from scrutineer.domain.learning import VoiceEntry
from tests.factories import TODAY, a_finding

DAY = timedelta(days=1)
TITLE = "Tell them what happened: The room is loud"


@pytest.fixture
def promise(register):
    """Somebody was promised to hear by a day what happened."""
    def promise(days):
        heard = register.findings.save(a_finding(kind=FindingKind.VOICE, text="The room is loud."))
        return register.voices.keep(VoiceEntry(
            finding_id=heard.id, heard_on=TODAY - 90 * DAY, tell_by_on=TODAY + days * DAY
        ))

    return promise


def test_what_is_promised_within_a_fortnight_comes_with_it(register, promise):
    voice = promise(3)
    promise(15)
    page = register.today_page()
    (row,) = [row for row in page.fortnight if row.deed == "tell"]
    assert (row.kind, row.id, row.title, row.when) == ("finding", voice.finding_id, TITLE, "Thu 26 Nov")
    assert (row.detail, row.deed_id) == ("promised to whom I heard · young person", voice.id)
    assert page.needs_me == ()


@pytest.mark.parametrize(("days", "when", "is_late"), [(0, "23 Nov", False), (-4, "since 19 Nov", True)])
def test_on_its_day_it_needs_me_until_they_were_told(register, promise, days, when, is_late):
    voice = promise(days)
    page = register.today_page()
    (row,) = page.needs_me
    assert (row.title, row.when, row.is_late, row.deed) == (TITLE, when, is_late, "tell")
    assert not [row for row in page.fortnight if row.deed == "tell"]
    register.voices.tell(voice.id, TODAY, "in person")
    assert register.today_page().needs_me == ()
