"""To test: what is being tested, the looks again that I chose, with their days, and quietly those suggested."""

from __future__ import annotations

from functools import partial

from scrutineer.domain.challenge import Status
from scrutineer.domain.year import in_days, year_of
from scrutineer.register.organisation import Appointments
from scrutineer.register.today.morning import Morning, Saying, as_date
from scrutineer.register.today.rows import Row, Rows, lines, soonest
from scrutineer.storage import ended, today
from scrutineer.storage.ended import Ended, Look
from scrutineer.storage.today import Part


def to_test(morning: Morning) -> Rows:
    """The rows of the card: what was chosen, the earliest first, then what is suggested."""
    say = morning.say
    testing = [part for part in morning.parts.values() if part.status == Status.TESTING_IMPACT.value]
    planned = ended.planned_looks(morning.database)
    suggested = [one for one in morning.not_over if one.is_suggested]
    return Rows([
        *soonest([
            *lines(testing, lambda part: part.test_on, partial(_test, say)),
            *lines(planned, lambda one: one.on, partial(_look, say)),
        ]),
        *soonest(lines(suggested, lambda one: one.on, partial(_suggestion, say))),
    ], aside=_days(morning, planned))


def _days(morning: Morning, planned: list[Look]) -> str:
    """`1.5 days for looking again · 6 of 20 left this year`; nothing while no look is planned."""
    year = year_of(morning.today)
    budget = Appointments(morning.desk).budget(year.starts_on, year.ends_on)
    left = budget - today.days_spent(morning.database, year.starts_on, morning.today)
    days = sum(one.days for one in planned)
    if not days:
        return ""
    known = [f"{in_days(days)} for looking again"]
    if budget:
        known.append(f"{left:g} of {budget:g} left this year" if left > 0 else f"all {budget:g} of this year are spent")
    return " · ".join(known)


def _test(say: Saying, part: Part) -> Row:
    return Row("challenge", part.challenge_id, part.title, say.about(part), say.clock(part.test_on),
               as_date(part.test_on), say.is_past(part.test_on), "close", part.id)


def _look(say: Saying, one: Look) -> Row:
    days = f" · {in_days(one.days)}" if one.days else ""
    return Row("challenge", one.challenge_id, one.title, f"look again: {say.about(one)}{days}", say.clock(one.on),
               as_date(one.on), say.is_past(one.on), "retest", one.id)


def _suggestion(say: Saying, one: Ended) -> Row:
    detail = f"closed {say.day(one.on)}, a look again is suggested: {say.about(one)}"
    return Row("challenge", one.challenge_id, one.title, detail, "", as_date(one.on), deed="plan_retest",
               deed_id=one.id, is_quiet=True)
