"""Worth passing on: strengths nobody has shared, feedback and thanks owed, what was taken up, changed or has lasted."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from scrutineer.domain.challenge import ImpactLevel
from scrutineer.domain.organisation import Serves
from scrutineer.domain.reference import short
from scrutineer.domain.serving import label_for
from scrutineer.register.today.morning import Morning, Saying, as_date
from scrutineer.register.today.rows import Row, Rows, lines, newest, sentence, soonest
from scrutineer.storage import today as storage
from scrutineer.storage.today import Changed, Strength, TakenUp, Visit

RECENT = timedelta(days=120)      # a change seen longer ago has been told, or never will be


def worth_passing_on(morning: Morning) -> Rows:
    """The rows of the card: feedback that is owed has a day to keep and comes first, then the newest."""
    say, since, database = morning.say, morning.today - RECENT, morning.database
    serves = morning.desk.partnership.serves
    owed = [one for one in morning.visits if one.feedback_due_on and not one.is_ahead]
    return Rows([
        *soonest(lines(owed, lambda one: one.feedback_due_on, partial(_feedback, say))),
        *newest([
            *lines(storage.strengths(database), lambda one: one.seen_on, partial(_strength, say)),
            *lines(storage.taken_up(database, since), lambda one: one.on, partial(_taken_up, say)),
            *lines(storage.changed(database, since), lambda one: one.on, partial(_change, serves)),
            *lines(storage.lasted(database, since), lambda one: one.on, _lasted),
        ]),
    ])


def _feedback(say: Saying, one: Visit) -> Row:
    due_on = one.feedback_due_on
    return Row("activity", one.id, f"Feedback owed: {one.title}", f"seen on {say.day(one.held_on)}", say.clock(due_on),
               as_date(due_on), say.is_past(due_on), "feedback", one.id)


def _strength(say: Saying, one: Strength) -> Row:
    agencies = say.agencies(one.agencies)
    row = Row("finding", one.id, sentence(one.text), "", "", as_date(one.seen_on), deed_id=one.id)
    if one.passed_on_on:
        return row._replace(
            detail=f"passed on to {one.passed_on_to}; thanks owed to {agencies or 'them'}", deed="thank"
        )
    use = f"for {one.who_could_use}" if one.who_could_use else ""
    known = (agencies, f"seen {say.day(one.seen_on)}" if one.seen_on else "", use)
    return row._replace(detail=" · ".join(filter(None, known)), deed="pass_on")


def _taken_up(say: Saying, one: TakenUp) -> Row:
    news = f"taken up by {', '.join(filter(None, (say.agencies(one.by), one.elsewhere)))}"
    row = Row("finding", one.finding_id, sentence(one.text), news, say.day(one.on), as_date(one.on))
    if not one.owes_thanks:
        return row
    return row._replace(
        detail=f"{news}; thanks owed to {say.agencies(one.agencies) or 'them'}", deed="thank", deed_id=one.finding_id
    )


def _change(serves: Serves, one: Changed) -> Row:
    level = ImpactLevel(one.level)
    return Row("challenge", one.id, one.title, f"changed since it was asked · {short(one.reference)}",
               label_for(level, serves), as_date(one.on), changed=level)


def _lasted(one: Changed) -> Row:
    return Row("challenge", one.id, one.title, f"looked at again: it has lasted · {short(one.reference)}", "Sustained",
               as_date(one.on), changed=ImpactLevel(one.level))
