"""What the list shows of a line, and that each filter leaves as many lines as its chip says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.challenge import Addressee, Challenge, PartyKind, Priority, Status
from scrutineer.domain.lines import ChallengeLine
from scrutineer.ui.challenges.columns import FILTERS, chosen, columns, narrowed, tally
from tests.factories import TODAY
from tests.ui.challenges.room import Room

WAITING = columns(lambda: TODAY)[2]


def a_line(*parties: str, **over: object) -> ChallengeLine:
    """A line with parties written `name status day`."""
    facts = (([*party.split(" "), ""])[:3] for party in parties)
    stored = tuple((name, status, day, False, ()) for name, status, day in facts)
    line = ChallengeLine(
        id="c", reference="EX-C-2026-014", title="Interviews", status="raised", priority="important", stage="0_direct",
        raised_on="2026-10-29", closed_on=None, impact_level=None, stored=stored, next_due=None, next_on=None,
        for_me=0,
    )  # fmt: skip
    return line._replace(**over)


lines = st.lists(st.builds(
    lambda status, due, mine: a_line(status=status, next_due=due, for_me=mine),
    st.sampled_from(list(Status)).map(str), st.sampled_from([None, "", "2026-11-22", "2026-11-23", "2026-11-24"]),
    st.integers(0, 2),
), max_size=8)  # fmt: skip


@given(lines)
def test_each_chip_counts_what_its_filter_leaves(found: list[ChallengeLine]):
    counts = tally(found, TODAY)
    assert counts.keys() == {choice.code for choice in FILTERS}
    for code, number in counts.items():
        assert number == len(chosen(found, code, TODAY)), code


def test_the_title_stands_over_the_short_reference_and_the_parties():
    line = a_line("Police raised", "ICB raised")
    assert columns(lambda: TODAY)[0].words(line) == "Interviews, C-2026-014 · Police, ICB"
    assert columns(lambda: TODAY)[0].words(a_line()) == "Interviews, C-2026-014"
    theirs = a_line("Police raised", put_for="Young scrutineers")
    assert columns(lambda: TODAY)[0].words(theirs).endswith(" · Police · on behalf of the young scrutineers")
    assert columns(lambda: TODAY)[1].words(a_line("Police responded", "ICB raised")) == "Raised · 1 of 2 answered"


def test_waiting_for_me_is_strong_others_have_their_day_and_who_is_awaited_has_the_clock():
    line = a_line("Police responded", "ICB raised 2026-11-26", "LA raised 2026-11-10", for_me=1)
    assert (WAITING.strong(line), WAITING.text(line), WAITING.clock(line)) == (
        "me,", "ICB\u00a0·\u00a026 Nov, LA", "since 10 Nov",
    )  # fmt: skip


def test_several_who_are_awaited_since_different_days_all_stand_by_the_clock():
    line = a_line("ICB raised 2026-11-03", "LA raised 2026-11-10")
    assert (WAITING.strong(line), WAITING.text(line)) == ("", "ICB")
    assert WAITING.clock(line) == "since 3 Nov, LA since 10 Nov"


def test_when_it_waits_for_me_alone_nothing_stands_beside_it():
    line = a_line("Police responded", status="responded", for_me=1)
    assert (WAITING.strong(line), WAITING.text(line), WAITING.clock(line)) == ("me", "", "")
    assert WAITING.text(a_line(status="closed")) == "nobody"


def test_actions_and_my_test_have_their_day_and_the_clock_once_it_has_passed():
    ahead = a_line("LA action_agreed 2026-12-14", "ICB testing_impact 2026-12-21")
    assert WAITING.text(ahead) == "actions\u00a0·\u00a014 Dec, my test\u00a0·\u00a021 Dec"
    assert WAITING.clock(ahead) == ""
    past = a_line("LA action_agreed 2026-11-16")
    assert (WAITING.text(past), WAITING.clock(past)) == ("actions", "since 16 Nov")


def test_sorted_by_whom_it_waits_for_mine_come_first_then_the_earliest_day():
    late, ahead = a_line(next_on="2026-11-10"), a_line(next_on="2026-12-14")
    mine, draft, ended = a_line(next_on="2026-12-01", for_me=1), a_line(status="draft"), a_line(status="closed")
    assert sorted([ended, ahead, late, mine, draft], key=WAITING.order) == [mine, draft, late, ahead, ended]


def test_a_menu_finds_an_agency_that_answers_alone_or_jointly(room: Room):
    room.put(room.police)
    jointly = Addressee(kind=PartyKind.JOINT, agency_ids=(room.la.id, room.icb.id))
    room.register.challenges.put_to(Challenge(text="Jointly?", priority=Priority.URGENT), [jointly])
    found = room.register.challenges.lines()
    assert [line.title for line in narrowed(found, room.icb.id, "")] == ["Jointly?"]
    assert len(narrowed(found, room.police.id, "")) == 1
    assert len(narrowed(found, "", "urgent")) == 1
    assert narrowed(found, room.police.id, "urgent") == []
