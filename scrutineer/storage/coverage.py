"""What coverage is made of: every piece of scrutiny that took place, with its links, by one question each.

Put together here as flat facts; nothing is counted and nothing is judged.
"""

from __future__ import annotations

import json
from datetime import date

from scrutineer.domain.coverage import Piece
from scrutineer.storage.asking import DONE, fetched
from scrutineer.storage.database import RecordDatabase


def pieces(database: RecordDatabase, until: date) -> list[Piece]:
    """Every activity that took place up to a day, the latest first."""
    agencies, priorities = _links(database, "agency"), _links(database, "priority")
    found = fetched(database, f"""
        SELECT id, title, type, held_on, level, led_by, my_part, asked_by, framework_items FROM activity
        WHERE status IN {DONE} AND held_on <= ? AND deleted_at IS NULL ORDER BY held_on DESC, reference DESC
        """, until.isoformat())
    return [
        Piece._make((*one, agencies.get(one[0], ()), priorities.get(one[0], ()), _words(items)))
        for *one, items in found
    ]


def _links(database: RecordDatabase, kind: str) -> dict[str, tuple[str, ...]]:
    """The ids of this kind that each activity names; ids hold no comma."""
    found = fetched(database, f"SELECT owner_id, group_concat({kind}_id) FROM activity_{kind} GROUP BY owner_id")
    return {owner: tuple(joined.split(",")) for owner, joined in found}


def _words(stored: str) -> tuple[str, ...]:
    return () if stored == "[]" else tuple(json.loads(stored))
