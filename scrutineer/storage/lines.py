"""The questions behind the long lists: a few plain ones, whose answers are put together here as lines.

Parties are read as they lie in the file and named from one small dictionary, so that ten times the record
takes ten times as long and no longer.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from peewee import SQL, Case, NodeList, fn

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.challenge import AWAITING, Addressee, Challenge, PartyKind, Status
from scrutineer.domain.lines import THE_PARTNERSHIP, ChallengeLine, StoredParty, joint_name, succeeded_name
from scrutineer.domain.organisation import Agency, AgencyGroup, Body
from scrutineer.storage.database import RecordDatabase
from scrutineer.storage.faults import translated
from scrutineer.storage.tables import LINKS, TABLES

# As stored, because a text is found among texts sooner than among terms.
_AWAITING = frozenset(status.value for status in AWAITING)
_STEP_AHEAD = _AWAITING | {Status.RESPONDED.value, Status.ACTION_AGREED.value, Status.TESTING_IMPACT.value}
_STILL_TO_DO = [status.value for status in ActionStatus if not status.is_settled]

_Party = tuple[str, tuple[str, ...]]      # what it is called, and the agencies that it is or is made of


def challenge_lines(database: RecordDatabase, ids: Iterable[str] | None = None) -> list[ChallengeLine]:
    """Every challenge with its parties, the newest reference first; or those with the given ids."""
    some = None if ids is None else list(ids)
    challenge = TABLES[Challenge]
    query = challenge.select(
        challenge.id, challenge.reference, challenge.title, challenge.status, challenge.priority,
        challenge.stage, challenge.raised_on, challenge.closed_on, challenge.impact_level, challenge.put_for,
    ).where(challenge.deleted_at.is_null()).order_by(
        # As `order.challenges`, but in words that no index answers: the rows are needed, and are read as they lie.
        challenge.raised_on.is_null(False), challenge.raised_on.desc(), challenge.reference.desc()
    )  # fmt: skip
    with translated():
        parties = _parties(database, some)
        rows = database.execute(only(query, challenge.id, some))
        return [ChallengeLine._make((*row[:-1], *_put_to(parties.get(row[0], ())), row[-1])) for row in rows]


def count_all(database: RecordDatabase) -> int:
    """About how many challenges there are: those that were removed are counted too, because that is quick."""
    challenge = TABLES[Challenge]
    with translated():
        return int(database.execute(challenge.select(fn.COUNT(SQL("*")))).fetchone()[0])


def count_open(database: RecordDatabase) -> int:
    """How many challenges were put and have not ended."""
    challenge = TABLES[Challenge]
    is_open = [status.value for status in Status if not status.is_ended and status is not Status.DRAFT]
    query = challenge.select(fn.COUNT(challenge.id)).where(
        challenge.deleted_at.is_null(), challenge.status.in_(is_open)      # named, so that the index is used
    )
    with translated():
        return int(database.execute(query).fetchone()[0])


def party_names(database: RecordDatabase, parts: Any) -> dict[str, str]:
    """What some parties are called, by the id of their part; `parts` are ids, or a question for them."""
    part = TABLES[Addressee]
    query = part.select(part.id, _whom(part), part.lead_id, part.formerly_id)
    called, jointly = _called(database), _jointly(database, parts)
    found = {}
    for id_, who, lead_id, formerly_id in database.execute(only(query, part.id, parts)):
        name, _ = called.get(who) or _several(jointly.get(id_, ()), lead_id, called)
        found[id_] = succeeded_name(name, called[formerly_id][0]) if formerly_id else name
    return found


def _parties(database: RecordDatabase, challenge_ids: Sequence[str] | None) -> dict[str, tuple[StoredParty, ...]]:
    """The parties of every challenge, or of some, by its id, in the order in which they were named."""
    part = TABLES[Addressee]
    query = (
        part.select(
            part.challenge_id, part.id, _whom(part), part.lead_id, part.formerly_id,
            part.status, part.due_on, part.test_on,
        )
        .where(part.deleted_at.is_null())
        .order_by(part.place)
    )
    called = _called(database)
    rows = database.execute(only(query, part.challenge_id, challenge_ids)).fetchall()
    joint: list[str] | None = None      # of all the challenges all; of some only of those parts that have any
    agreed: list[str] | None = None
    if challenge_ids is not None:
        joint = [row[1] for row in rows if row[2] == row[1]]
        agreed = [row[1] for row in rows if row[5] == Status.ACTION_AGREED.value]
    jointly, to_do = _jointly(database, joint), _to_do(database, agreed)
    found: dict[str, tuple[StoredParty, ...]] = {}
    for challenge_id, id_, who, lead_id, formerly_id, status, due_on, test_on in rows:
        name, agency_ids = called.get(who) or _several(jointly.get(who, ()), lead_id, called)
        if formerly_id:
            name = succeeded_name(name, called[formerly_id][0])
        next_on, is_mine = None, False
        if status in _AWAITING:
            next_on = due_on
        elif status in _STEP_AHEAD:
            next_on, is_mine = _after_the_answer(status, test_on, id_, to_do)
        party = (name, status, next_on, is_mine, agency_ids)
        found[challenge_id] = (*found.get(challenge_id, ()), party)      # tuples: the garbage collector lets them be
    return found


def _after_the_answer(status: str, test_on: str | None, part_id: str, to_do: Mapping[str, Any]) -> tuple[Any, bool]:
    """The day of what comes next for a party, and whether that is a step of mine, which has no day."""
    if status == Status.TESTING_IMPACT.value:
        return test_on, False
    if status == Status.ACTION_AGREED.value and part_id in to_do:
        return to_do[part_id], False
    return None, True


def _put_to(parties: tuple[StoredParty, ...]) -> tuple[tuple[StoredParty, ...], str | None, str | None, int]:
    """The parties of a line; the first day of an answer and of anything; how many steps are mine."""
    ahead = [party for party in parties if party[1] in _STEP_AHEAD]
    if not ahead:
        return parties, None, None, 0
    next_due = min((day for _, status, day, _, _ in ahead if day and status in _AWAITING), default=None)
    next_on = min((day for _, _, day, _, _ in ahead if day), default=None)
    return parties, next_due, next_on, sum(is_mine for _, _, _, is_mine, _ in ahead)


def _whom(part: Any) -> Any:
    """Where the name of a party is found: with its agency, group or body, or with itself when several answer."""
    return Case(part.kind, [
        (PartyKind.AGENCY.value, part.agency_id), (PartyKind.GROUP.value, part.group_id),
        (PartyKind.BODY.value, part.body_id), (PartyKind.JOINT.value, part.id),
    ])  # fmt: skip


def _called(database: RecordDatabase) -> dict[str, _Party]:
    """Every agency, group and body by its id; former ones and removed ones are named all the same."""
    found: dict[str, _Party] = {}
    for cls in (Agency, AgencyGroup, Body):
        table = TABLES[cls]
        for id_, short_name, name in database.execute(table.select(table.id, table.short_name, table.name)):
            found[id_] = short_name or name, (id_,) if cls is Agency else ()
    return found


def _several(agency_ids: Sequence[str], lead_id: str | None, called: Mapping[str, _Party]) -> _Party:
    """Agencies that answer jointly; when there are none, it is the Partnership as a whole."""
    if not agency_ids:
        return THE_PARTNERSHIP, ()
    others = [called[id_][0] for id_ in agency_ids if id_ != lead_id]
    return joint_name(called[lead_id][0] if lead_id else "", others), tuple(agency_ids)


def _jointly(database: RecordDatabase, parts: Any) -> Mapping[str, list[str]]:
    """The agencies that answer jointly, in the order in which they were named, by the id of their part."""
    link = LINKS[Addressee]["agency_ids"]
    query = link.select(link.owner_id, link.agency_id).order_by(link.owner_id, link.place)
    found: dict[str, list[str]] = defaultdict(list)
    for part_id, agency_id in database.execute(only(query, link.owner_id, parts)):
        found[part_id].append(agency_id)
    return found


def _to_do(database: RecordDatabase, parts: Any) -> dict[str, str | None]:
    """For each part with an action still to do: the first day on which one is due."""
    action = TABLES[Action]
    # With the plus the index of all that is still to do is left alone, and that of the wanted parts is used.
    status = action.status if parts is None else NodeList((SQL("+"), action.status))
    query = (
        action.select(action.addressee_id, fn.MIN(action.due_on))
        .where(status.in_(_STILL_TO_DO), action.deleted_at.is_null())
        .group_by(action.addressee_id)
    )
    return dict(database.execute(only(query, action.addressee_id, parts)).fetchall())


def only(query: Any, column: Any, wanted: Any) -> Any:
    """The question for those rows alone whose column is among the ids that are wanted; None is all of them.

    Many ids go as one word that the database takes apart: a mark for each costs more than the answer.
    """
    if wanted is None:
        return query
    return query.where(column.in_(_these(wanted) if isinstance(wanted, list) else wanted))


def _these(ids: Sequence[str]) -> Any:
    return SQL("(SELECT value FROM json_each(?))", (json.dumps(ids),))
