"""What stands between us and each agency, counted by the file itself: no record is put together for it."""

from __future__ import annotations

from typing import NamedTuple

from scrutineer.domain.activity import FindingKind
from scrutineer.storage.asking import AWAITED, DONE, OPEN, OPEN_OR_DRAFT, fetched
from scrutineer.storage.database import RecordDatabase

_ASKED = f"""challenge.status IN {OPEN} AND challenge.deleted_at IS NULL
    AND part.status IN {OPEN_OR_DRAFT} AND part.deleted_at IS NULL"""


class Between(NamedTuple):
    """Open challenges that it has a part in, its answers that are awaited, strengths seen there, and the last visit."""

    open_challenges: int = 0
    awaited: int = 0
    strengths: int = 0
    last_seen_on: str | None = None


def between(database: RecordDatabase) -> dict[str, Between]:
    """By the id of each agency with which there is anything; parts that it answers jointly are its own too."""
    parts = {id_: (put, owing) for id_, put, owing in fetched(database, f"""
        SELECT agency_id, count(DISTINCT challenge_id), count(DISTINCT CASE WHEN status IN {AWAITED} THEN id END)
        FROM (
            SELECT part.agency_id, part.challenge_id, part.status, part.id
            FROM addressee AS part JOIN challenge ON challenge.id = part.challenge_id
            WHERE {_ASKED} AND part.agency_id IS NOT NULL
            UNION SELECT link.agency_id, part.challenge_id, part.status, part.id
            FROM addressee AS part JOIN challenge ON challenge.id = part.challenge_id
                JOIN addressee_agency AS link ON link.owner_id = part.id
            WHERE {_ASKED}
        ) GROUP BY agency_id""")}
    strengths = dict(fetched(database, f"""
        SELECT link.agency_id, count(*) FROM finding JOIN finding_agency AS link ON link.owner_id = finding.id
        WHERE finding.kind = '{FindingKind.STRENGTH.value}' AND finding.deleted_at IS NULL GROUP BY link.agency_id"""))
    seen = dict(fetched(database, f"""
        SELECT link.agency_id, max(activity.held_on)
        FROM activity JOIN activity_agency AS link ON link.owner_id = activity.id
        WHERE activity.status IN {DONE} AND activity.deleted_at IS NULL GROUP BY link.agency_id"""))
    found = {}
    for id_ in parts.keys() | strengths.keys() | seen.keys():
        put, owing = parts.get(id_, (0, 0))
        found[id_] = Between(put, owing, strengths.get(id_, 0), seen.get(id_))
    return found
