"""Loose ends: what was left for later and may be wanted one day, each with the place in which it is mended.

Nothing here is a fault, and nothing about a strength stands here. What is mended goes by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.challenge import Addressee, Challenge, Status
from scrutineer.domain.coverage import spans
from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import label_of
from scrutineer.domain.extension import MANY_MOVES, ledger
from scrutineer.domain.organisation import Appointment, Partnership, Scrutineer
from scrutineer.domain.reference import short
from scrutineer.domain.text import listed
from scrutineer.register.desk import Desk
from scrutineer.register.extensions import Extensions
from scrutineer.register.today.morning import Morning, Saying
from scrutineer.register.today.rows import Line, Row, Rows, lines, sentence
from scrutineer.register.today.unshown import unshown
from scrutineer.storage import loose_ends as storage
from scrutineer.storage.ended import Ended
from scrutineer.storage.loose_ends import Thin
from scrutineer.storage.today import Agreed, Part

SETTLING_IN = timedelta(days=30)      # nobody has looked everywhere in the first month

_SETTLED = frozenset(status.value for status in ActionStatus if status.is_settled)
_LATER = ("what_works", "why_it_matters", "what_good_looks_like")
_MAY_WAIT = tuple(label_of(Challenge, name).lower() for name in _LATER)


def loose_ends(morning: Morning) -> Rows:
    """The rows of the card: what was passed over first, then what may wait, then where nobody looked."""
    say, database = morning.say, morning.database
    thin = storage.thin(database)
    judged = {one.challenge_id for one in morning.answers if one.quality}
    return Rows([
        *_without_my_view(morning), *_unfinished_actions(morning),
        *lines((one for one in morning.not_over if one.is_wordless), lambda _: "", partial(_wordless, say)),
        *unshown(morning),
        *lines((one for one in thin if one.without_source), lambda _: "", _without_source),
        *_often_moved(morning),
        *lines((one for one in thin if one.id not in judged and any(_waiting(one))), lambda _: "", _may_wait),
        *_not_looked_at(morning),
    ])


def _without_my_view(morning: Morning) -> Iterator[Line]:
    """Parts that went on after an answer of which my view is on no record."""
    answered = {one.addressee_id: one.status for one in morning.answers}
    viewed = {one.addressee_id for one in morning.answers if one.quality}
    for id_, status in answered.items():
        part = morning.parts.get(id_)
        if part and status != Status.RESPONDED.value and id_ not in viewed:
            yield Line("", partial(_unviewed, morning.say, part))


def _unviewed(say: Saying, part: Part) -> Row:
    return say.row(part, "answered, and went on without my view")._replace(deed="judge", deed_id=part.id)


def _unfinished_actions(morning: Morning) -> Iterator[Line]:
    for part in morning.parts.values():
        for one in morning.actions.get(part.id, ()):
            if one.status not in _SETTLED and not (one.owner_role and one.due_on):
                yield Line("", partial(_unfinished_action, morning.say, part, one))


def _unfinished_action(say: Saying, part: Part, one: Agreed) -> Row:
    lacks = [words for words, value in (("nobody to do it", one.owner_role), ("no date", one.due_on)) if not value]
    detail = f"an action with {listed(lacks)} yet: {say.about(part)}"
    return Row("action", one.id, sentence(one.text) or part.title, detail, "", deed="change_action", deed_id=one.id)


def _wordless(say: Saying, one: Ended) -> Row:
    return say.row(one, "closed without a word on what changed")._replace(deed="say_what_changed", deed_id=one.id)


def _without_source(one: Thin) -> Row:
    detail = f"no activity, finding, meeting or evidence is named · {short(one.reference)}"
    return Row("challenge", one.id, one.title, detail, "", deed="name_source", deed_id=one.id)


def _often_moved(morning: Morning) -> Iterator[Line]:
    """Answers and actions whose clock, as it runs now, was moved more than twice."""
    desk, say = morning.desk, morning.say
    part_ids, action_ids = storage.often_moved(morning.database)
    extensions = Extensions(desk)
    part_moves, action_moves = extensions.of_parts(part_ids), extensions.of_actions(action_ids)
    for part in desk.reader.all(Addressee, id=part_ids):
        moves = ledger(part.due_on, part_moves[part.id]).moves
        if moves > MANY_MOVES and part.id in morning.parts:
            yield Line("", partial(_moved, say, morning.parts[part.id], "its date", moves))
    for action in desk.reader.all(Action, id=action_ids):
        moves = ledger(action.due_on, action_moves[action.id]).moves
        known = morning.parts.get(action.addressee_id or "")
        if moves > MANY_MOVES and known and not action.status.is_settled:
            yield Line("", partial(_moved, say, known, "the date of an action", moves))


def _moved(say: Saying, part: Part, what: str, moves: int) -> Row:
    return say.row(part, f"{what} was moved {moves} times")


def _waiting(one: Thin) -> tuple[int, ...]:
    return one.without_works, one.without_matters, one.without_good


def _may_wait(one: Thin) -> Row:
    lacks = [label for label, is_missing in zip(_MAY_WAIT, _waiting(one), strict=True) if is_missing]
    detail = f"still to say: {listed(lacks)} · {short(one.reference)}"
    return Row("challenge", one.id, one.title, detail, "", deed="edit", deed_id=one.id)


class Watch(NamedTuple):
    """Since when an agency must have been looked at, and how that is said."""

    since: date
    words: str


def watch(desk: Desk) -> Watch | None:
    """Twelve months, or since I began where that is later; None while I have hardly begun."""
    today, began = desk.today(), began_on(desk)
    first_day = _first_day(desk.reader.all(Partnership))      # what was seen before is hardly on this record
    if today - max(began or date.min, first_day) < SETTLING_IN:
        return None
    year_ago = spans(today)[0].starts_on
    if began and began > year_ago:
        return Watch(began, f"not looked at since I began on {short_date(began)}")
    return Watch(year_ago, "not looked at in twelve months")


def began_on(desk: Desk) -> date | None:
    """The day on which whoever sits at this desk began, by their terms; None where nobody said."""
    appointments = desk.reader.all(Appointment)
    terms = [one.starts_on for one in appointments if one.scrutineer_id in {desk.me, None} and one.starts_on]
    person = desk.reader.find(Scrutineer, desk.me)
    return min(terms, default=person.starts_on if person else None)


def _first_day(partnerships: Iterable[Partnership]) -> date:
    return min((one.created_at.date() for one in partnerships if one.created_at), default=date.min)


def _not_looked_at(morning: Morning) -> list[Line]:
    """Agencies with which nothing took place; to look at a service, or at a former agency, is to look at it too."""
    found = watch(morning.desk)
    if found is None:
        return []
    seen = storage.looked_at(morning.database, found.since, morning.today)
    kin = storage.kin(morning.database)
    grown = True
    while grown:
        more = {above for below, above in kin if below in seen} - seen
        seen, grown = seen | more, bool(more)
    missed = [one for one in storage.partners(morning.database, morning.today) if one[0] not in seen]
    return lines(missed, lambda _: "", partial(_missed, found))


def _missed(found: Watch, agency: tuple[str, str]) -> Row:
    id_, name = agency
    return Row("agency", id_, name, found.words, "", deed="look", deed_id=id_)
