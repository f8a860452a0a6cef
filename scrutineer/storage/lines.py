"""The questions behind the long lists, in one statement each, answered as plain rows.

Parties are packed into one text for each challenge, so that ten thousand challenges are ten thousand rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from peewee import JOIN, SQL, Case, NodeList, Value, fn

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.challenge import AWAITING, Addressee, Challenge, PartyKind, Status
from scrutineer.domain.lines import BETWEEN_FACTS, BETWEEN_NAMES, BETWEEN_PARTIES, ChallengeLine
from scrutineer.domain.organisation import Agency, AgencyGroup, Body
from scrutineer.storage.database import RecordDatabase
from scrutineer.storage.faults import translated
from scrutineer.storage.tables import LINKS, TABLES

_AWAITING = [status.value for status in AWAITING]
_STILL_TO_DO = [status.value for status in ActionStatus if not status.is_settled]


def _called(table: Any) -> Any:
    return Case(None, [(table.short_name != "", table.short_name)], table.name)


def _joined(words: Any, between: str, place: Any) -> Any:
    """The words of a group as one text, in order: what a subquery sorts, a join may shuffle again."""
    return fn.GROUP_CONCAT(NodeList((words, SQL(","), Value(between), SQL("ORDER BY"), place)))


def _joint_names(part: Any) -> Any:
    """The lead, or nothing, then the others in the order in which they were named."""
    link, agency, lead = LINKS[Addressee].alias(), TABLES[Agency].alias(), TABLES[Agency].alias()
    others = (
        link.select(_joined(_called(agency), BETWEEN_NAMES, link.place))
        .join(agency, on=(agency.id == link.agency_id))
        .where((link.owner_id == part.id) & (link.agency_id != fn.COALESCE(part.lead_id, "")))
    )
    first = lead.select(_called(lead)).where(lead.id == part.lead_id)
    return fn.COALESCE(first, "").concat(BETWEEN_NAMES).concat(others)


def _agencies(part: Any) -> Any:
    """The ids of the agencies of one party, whether it answers alone or jointly."""
    link = LINKS[Addressee].alias()
    jointly = link.select(fn.GROUP_CONCAT(link.agency_id, " ")).where(link.owner_id == part.id)
    return Case(part.kind, [(PartyKind.JOINT.value, jointly)], part.agency_id)


def _to_do() -> Any:
    """For each party with an action still to do: the first day on which one is due."""
    action = TABLES[Action]
    return (
        action.select(action.addressee_id.alias("addressee_id"), fn.MIN(action.due_on).alias("due_on"))
        .where(action.status.in_(_STILL_TO_DO), action.deleted_at.is_null())
        .group_by(action.addressee_id)
        .alias("to_do")
    )


def _next_step(part: Any, to_do: Any) -> tuple[Any, Any]:
    """The day of what comes next for a party, and 1 when that is a step of mine that has no day."""
    agreed = part.status == Status.ACTION_AGREED.value
    tested = part.status == Status.TESTING_IMPACT.value
    next_on = [(part.status.in_(_AWAITING), part.due_on), (agreed, to_do.c.due_on), (tested, part.test_on)]
    all_done = agreed & to_do.c.addressee_id.is_null()
    return Case(None, next_on), Case(None, [((part.status == Status.RESPONDED.value) | all_done, 1)])


def _packed(*facts: Any) -> Any:
    """Some facts as one text; what is missing is an empty one."""
    words: list[Any] = [fn.COALESCE(fact, "") for fact in facts]
    packed = words[0]
    for word in words[1:]:
        packed = packed.concat(BETWEEN_FACTS).concat(word)
    return packed


def _parties(challenge_ids: Sequence[str] | None) -> Any:
    """For each challenge, or for some: its parties packed, the next days, how many steps are mine, the agencies."""
    part, to_do = TABLES[Addressee], _to_do()
    agency, group, body = (TABLES[cls].alias() for cls in (Agency, AgencyGroup, Body))
    called = {
        PartyKind.AGENCY: _called(agency), PartyKind.GROUP: _called(group), PartyKind.BODY: _called(body),
        PartyKind.JOINT: _joint_names(part),
    }  # fmt: skip
    name = Case(part.kind, [(kind.value, words) for kind, words in called.items()], "")
    next_on, mine = _next_step(part, to_do)
    packed = _packed(name, part.status, next_on, mine)
    due = Case(None, [(part.status.in_(_AWAITING), part.due_on)])
    query = (
        part.select(
            part.challenge_id.alias("challenge_id"),
            _joined(packed, BETWEEN_PARTIES, part.place).alias("packed"), fn.MIN(due).alias("next_due"),
            fn.MIN(next_on).alias("next_on"), fn.COUNT(mine).alias("for_me"),
            fn.GROUP_CONCAT(_agencies(part), " ").alias("agencies"),
        )
        .join(to_do, JOIN.LEFT_OUTER, on=(to_do.c.addressee_id == part.id))
        .switch(part)
        .join(agency, JOIN.LEFT_OUTER, on=(agency.id == part.agency_id))
        .join(group, JOIN.LEFT_OUTER, on=(group.id == part.group_id))
        .join(body, JOIN.LEFT_OUTER, on=(body.id == part.body_id))
        .where(part.deleted_at.is_null())
        .group_by(part.challenge_id)
    )
    if challenge_ids is not None:
        query = query.where(part.challenge_id.in_(challenge_ids))
    return query.alias("put_to")


def challenge_lines(database: RecordDatabase, ids: Iterable[str] | None = None) -> list[ChallengeLine]:
    """Every challenge with its parties, the newest reference first; or those with the given ids."""
    some = None if ids is None else list(ids)
    challenge, put_to = TABLES[Challenge], _parties(some)
    query = (
        challenge.select(
            challenge.id, challenge.reference, challenge.title, challenge.status, challenge.priority,
            challenge.stage, challenge.raised_on, challenge.closed_on, challenge.impact_level,
            put_to.c.packed, put_to.c.next_due, put_to.c.next_on, fn.COALESCE(put_to.c.for_me, 0), put_to.c.agencies,
        )
        .join(put_to, JOIN.LEFT_OUTER, on=(put_to.c.challenge_id == challenge.id))
        .where(challenge.deleted_at.is_null())
        .order_by(challenge.raised_on.is_null(False), challenge.raised_on.desc(), challenge.reference.desc())
    )
    if some is not None:
        query = query.where(challenge.id.in_(some))
    with translated():
        return [ChallengeLine(*row) for row in database.execute(query)]


def count_open(database: RecordDatabase) -> int:
    """How many challenges were put and have not ended."""
    challenge = TABLES[Challenge]
    is_open = [status.value for status in Status if not status.is_ended and status is not Status.DRAFT]
    query = challenge.select(fn.COUNT(challenge.id)).where(
        challenge.deleted_at.is_null(), challenge.status.in_(is_open)      # named, so that the index is used
    )
    with translated():
        return int(database.execute(query).fetchone()[0])
