"""What a list shows of a challenge: its parties, its count, and whom it waits for since when."""

import pytest

from scrutineer.domain.challenge import ImpactLevel, Position, Priority, Stage, Status
from scrutineer.domain.lines import BETWEEN_FACTS, BETWEEN_PARTIES, ChallengeLine
from scrutineer.domain.text import clean
from tests.factories import TODAY


def a_line(*parties: str, status: str = "raised", **over) -> ChallengeLine:
    """A line with parties written `name status due position`, the last two as far as there are any."""
    packed = BETWEEN_PARTIES.join(BETWEEN_FACTS.join([*party.split(" "), "", ""][:4]) for party in parties)
    line = ChallengeLine(
        id="c", reference="EX-C-2026-014", title="Fathers", status=status, priority="urgent", stage="0_direct",
        raised_on="2026-11-01", closed_on=None, impact_level=None, packed=packed or None, next_due=None, for_me=0,
        agencies=None,
    )  # fmt: skip
    return line._replace(**over)


def test_parties_come_out_as_they_were_packed():
    line = a_line("Police responded 2026-11-10 accepted", "ICB raised", " raised")
    assert line.parties[0] == ("Police", Status.RESPONDED, TODAY.replace(day=10), Position.ACCEPTED)
    assert line.parties[1] == ("ICB", Status.RAISED, None, None)
    assert line.put_to == "Police, ICB, The Partnership"
    assert line.status_words == "Raised · 1 of 3 answered"
    assert a_line().parties == ()


def test_no_stored_text_can_hold_what_parts_the_parties():
    assert clean(f"a{BETWEEN_PARTIES}b{BETWEEN_FACTS}c") == "abc"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (a_line(status="draft"), "me, to put it"),
        (a_line("ICB raised 2026-11-26"), "ICB · 26 Nov"),
        (a_line("ICB raised 2026-11-23"), "ICB · 23 Nov"),
        (a_line("ICB raised 2026-11-10"), "ICB since 10 Nov"),
        (a_line("ICB raised 2026-11-26", "LA acknowledged 2026-11-26"), "ICB and LA · 26 Nov"),
        (a_line("ICB raised 2026-12-10", "LA raised 2026-11-10"), "LA since 10 Nov, ICB · 10 Dec"),
        (a_line("ICB raised", "LA raised 2026-11-26"), "LA · 26 Nov, ICB"),
        (a_line("ICB raised 2026-11-26", "LA responded 2026-11-10", for_me=1), "me, ICB · 26 Nov"),
        (a_line("ICB action_agreed", status="action_agreed"), "actions"),
        (a_line("ICB testing_impact", status="testing_impact"), "my test"),
        (a_line("ICB closed", status="closed"), "nobody"),
    ],
)
def test_it_waits_for_each_party_with_its_own_date(line, words):
    assert line.waiting_for(TODAY) == words


def test_it_is_late_after_the_day_and_not_on_it():
    assert a_line(next_due="2026-11-22").is_awaited_late("2026-11-23")
    assert not a_line(next_due="2026-11-23").is_awaited_late("2026-11-23")
    assert not a_line(next_due=None).is_awaited_late("2026-11-23")


def test_codes_are_read_as_terms():
    line = a_line(impact_level="2_process_changed")
    assert (line.importance, line.rung, line.level) == (Priority.URGENT, Stage.DIRECT, ImpactLevel.PROCESS_CHANGED)
    assert a_line().level is None


@pytest.mark.parametrize("status", Status)
def test_open_means_put_and_not_ended(status):
    assert a_line(status=status.value).is_open is (status is not Status.DRAFT and not status.is_ended)
