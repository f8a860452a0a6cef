"""The ledger of dates: every date in its order, the first one unchanged, in words that blame nobody."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.dates import WorkingDays
from scrutineer.domain.extension import Ledger, ledger
from tests.factories import MOMENT, TODAY, an_extension

CALENDAR = WorkingDays()
DAY = timedelta(days=1)
DATES = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def moves(*dates, **over):
    """The extensions that lead from each date to the next."""
    return [an_extension(old_due_on=old, new_due_on=new, **over) for old, new in pairwise(dates)]


def words(*dates):
    return Ledger(dates).in_words(CALENDAR)


def chains(least=1, most=14):
    """Dates each unlike the one before."""
    return st.lists(DATES, min_size=least, max_size=most).map(
        lambda days: [day for place, day in enumerate(days) if not place or day != days[place - 1]]
    )


@given(chains())
def test_the_dates_are_told_in_the_order_in_which_they_were_agreed(dates):
    found = ledger(dates[-1], moves(*dates))
    assert found.dates == tuple(dates)
    assert found.moves == len(dates) - 1


@given(chains(least=2))
def test_dates_agreed_in_one_moment_keep_their_order(dates):
    assert ledger(dates[-1], moves(*dates, created_at=MOMENT, agreed_on=TODAY)).dates == tuple(dates)


@given(chains(least=2), DATES)
def test_a_clock_that_began_anew_has_no_dates_of_the_one_before(dates, due_on):
    found = ledger(due_on, moves(*dates))
    if due_on != dates[-1]:
        assert found.dates == (due_on,)
    assert found.in_words(CALENDAR) == "" or due_on == dates[-1]


def test_without_a_date_there_is_no_ledger_and_the_first_date_that_is_set_is_the_first():
    assert ledger(None, moves(TODAY, TODAY + DAY)).dates == ()
    set_late = [an_extension(old_due_on=None, new_due_on=TODAY), *moves(TODAY, TODAY + DAY)]
    assert ledger(TODAY, set_late[:1]).moves == 0
    assert ledger(TODAY + DAY, set_late).dates == (TODAY, TODAY + DAY)


@given(chains(most=30))
def test_nothing_is_said_while_the_first_date_stands_and_then_which_it_is_and_how_far(dates):
    said = words(*dates)
    assert bool(said) is (len(dates) > 1)
    if said:
        days = CALENDAR.between(dates[0], dates[-1])
        assert ("later" in said) is (dates[-1] > dates[0])
        assert ("earlier" in said) is (dates[-1] < dates[0])
        assert (str(abs(days)) in said.partition(" date, ")[2]) is (days != 0)
        assert said.endswith("than first agreed") or dates[0] == dates[-1]


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ((TODAY, TODAY + 9 * DAY), "second date, 7 working days later than first agreed"),
        ((TODAY, TODAY + DAY, TODAY + 9 * DAY), "third date, 7 working days later than first agreed"),
        ((TODAY, TODAY + DAY), "second date, 1 working day later than first agreed"),
        ((TODAY, TODAY - 3 * DAY), "second date, 1 working day earlier than first agreed"),
        ((TODAY, TODAY + DAY, TODAY), "third date, the same day as first agreed"),
        ((TODAY - 3 * DAY, TODAY - 2 * DAY), "second date, no working day later than first agreed"),
        ((TODAY, TODAY + 14 * DAY), "second date, 10 working days later than first agreed"),
    ],
)
def test_it_is_said_as_people_say_it(dates, said):
    assert words(*dates) == said


@pytest.mark.parametrize(
    ("number", "ordinal"), [(10, "tenth"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"), (22, "22nd")]
)
def test_dates_are_counted_as_people_count(number, ordinal):
    assert words(*[TODAY + n * DAY for n in range(number)]).partition(" ")[0] == ordinal


def test_a_date_that_moves_is_of_one_clock_has_a_reason_and_really_moves():
    def fields(**over):
        return [problem.field for problem in an_extension(**over).problems()]

    assert fields() == fields(addressee_id=None, action_id="a") == []
    assert fields(addressee_id=None) == fields(action_id="a") == ["addressee_id"]
    assert fields(why=" ") == ["why"]
    assert fields(new_due_on=TODAY) == fields(new_due_on=None) == ["new_due_on"]
