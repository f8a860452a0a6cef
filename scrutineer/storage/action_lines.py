"""The question behind the list of actions, answered from the columns alone: no record is put together for it."""

from __future__ import annotations

from collections.abc import Sequence

from peewee import JOIN, SQL, fn

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Challenge
from scrutineer.domain.extension import Extension
from scrutineer.domain.lines import ActionLine
from scrutineer.domain.organisation import Agency
from scrutineer.domain.recommendation import Recommendation
from scrutineer.storage.database import RecordDatabase
from scrutineer.storage.faults import translated
from scrutineer.storage.lines import only, party_names
from scrutineer.storage.tables import TABLES

_LONGEST = 400      # characters of what will be done; a list shows its first sentence


def action_lines(database: RecordDatabase, ids: Sequence[str] | None = None) -> list[ActionLine]:
    """Every agreed action, or those with these ids, in the order in which they were agreed."""
    action, challenge, moved = TABLES[Action], TABLES[Challenge], TABLES[Extension]
    agency, recommendation = TABLES[Agency], TABLES[Recommendation]
    query = (
        action.select(
            action.id, fn.SUBSTR(action.text, 1, _LONGEST), action.owner_role, action.addressee_id,
            action.challenge_id, challenge.reference, challenge.title, action.first_due_on, action.due_on,
            action.status, action.done_on, action.seen, action.seen_on, agency.short_name, agency.name,
            recommendation.reference,
        )
        .join(challenge, JOIN.LEFT_OUTER, on=(challenge.id == action.challenge_id))
        .join(agency, JOIN.LEFT_OUTER, on=(agency.id == action.agency_id))
        .join(recommendation, JOIN.LEFT_OUTER, on=(recommendation.id == action.recommendation_id))
        .where(action.deleted_at.is_null())
        .order_by(SQL("t1.rowid"))
    )
    moves = (
        moved.select(moved.action_id, fn.COUNT(moved.id))
        .where(moved.action_id.is_null(False), moved.deleted_at.is_null()).group_by(moved.action_id)
    )
    with translated():
        names = party_names(database, only(action.select(action.addressee_id), action.id, ids))
        often = dict(database.execute(only(moves, moved.action_id, ids)).fetchall())
        rows = database.execute(only(query, action.id, ids)).fetchall()
    return [
        ActionLine(
            id_, Action.KIND, text, owner, names.get(part_id) or short or name or "", challenge_id,
            reference or follows or "", title or "", first, due, often.get(id_, 0), status, done_on, seen, seen_on,
        )
        for id_, text, owner, part_id, challenge_id, reference, title, first, due, status, done_on, seen, seen_on,
        short, name, follows in rows
    ]
