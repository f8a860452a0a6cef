"""The questions behind the long lists, in one statement each, answered as plain rows.

Parties are packed into one text for each challenge, so that ten thousand challenges are ten thousand rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from peewee import JOIN, SQL, Case, NodeList, Value, fn

from scrutineer.domain.challenge import AWAITING, Addressee, Challenge, PartyKind, Status
from scrutineer.domain.lines import BETWEEN_FACTS, BETWEEN_NAMES, BETWEEN_PARTIES, ChallengeLine
from scrutineer.domain.organisation import Agency, AgencyGroup, Body
from scrutineer.storage.database import RecordDatabase
from scrutineer.storage.faults import translated
from scrutineer.storage.tables import LINKS, TABLES

_AWAITING = [status.value for status in AWAITING]


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


def _parties() -> Any:
    """For each challenge: its parties packed, the next date an answer is due, how many wait for me."""
    part = TABLES[Addressee]
    agency, group, body = (TABLES[cls].alias() for cls in (Agency, AgencyGroup, Body))
    name = Case(
        part.kind,
        [
            (PartyKind.AGENCY.value, _called(agency)),
            (PartyKind.GROUP.value, _called(group)),
            (PartyKind.BODY.value, _called(body)),
            (PartyKind.JOINT.value, _joint_names(part)),
        ],
        "",
    )
    facts = [fn.COALESCE(one, "") for one in (name, part.status, part.due_on, part.position)]
    packed: Any = facts[0]
    for fact in facts[1:]:
        packed = packed.concat(BETWEEN_FACTS).concat(fact)
    return (
        part.select(
            part.challenge_id.alias("challenge_id"), part.status.alias("status"), part.due_on.alias("due_on"),
            _agencies(part).alias("agencies"), part.place.alias("place"), packed.alias("packed"),
        )
        .join(agency, JOIN.LEFT_OUTER, on=(agency.id == part.agency_id))
        .join(group, JOIN.LEFT_OUTER, on=(group.id == part.group_id))
        .join(body, JOIN.LEFT_OUTER, on=(body.id == part.body_id))
        .where(part.deleted_at.is_null())
        .alias("one")
    )


def challenge_lines(database: RecordDatabase, ids: Iterable[str] | None = None) -> list[ChallengeLine]:
    """Every challenge with its parties, the newest reference first; or those with the given ids."""
    challenge, one = TABLES[Challenge], _parties()
    due = Case(None, [(one.c.status.in_(_AWAITING), one.c.due_on)])
    mine = Case(None, [(one.c.status == Status.RESPONDED.value, 1)])
    query = (
        challenge.select(
            challenge.id, challenge.reference, challenge.title, challenge.status, challenge.priority,
            challenge.stage, challenge.raised_on, challenge.closed_on, challenge.impact_level,
            _joined(one.c.packed, BETWEEN_PARTIES, one.c.place), fn.MIN(due), fn.COUNT(mine),
            fn.GROUP_CONCAT(one.c.agencies, " "),
        )
        .join(one, JOIN.LEFT_OUTER, on=(one.c.challenge_id == challenge.id))
        .where(challenge.deleted_at.is_null())
        .group_by(challenge.id)
        .order_by(challenge.raised_on.is_null(False), challenge.raised_on.desc(), challenge.reference.desc())
    )
    if ids is not None:
        query = query.where(challenge.id.in_(list(ids)))
    with translated():
        return [ChallengeLine(*row) for row in database.execute(query)]


def count_open(database: RecordDatabase) -> int:
    """How many challenges were put and have not ended."""
    challenge = TABLES[Challenge]
    ended = [Status.DRAFT.value, Status.CLOSED.value, Status.WITHDRAWN.value]
    query = challenge.select(fn.COUNT(challenge.id)).where(
        challenge.deleted_at.is_null(), challenge.status.not_in(ended)
    )
    with translated():
        return int(database.execute(query).fetchone()[0])
