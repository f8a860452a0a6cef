"""What hangs loose in challenges that are open, and which agencies nobody has looked at.

What each lacks is asked of the file, because only those that lack something are wanted.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from scrutineer.domain.entity import Origin
from scrutineer.domain.extension import MANY_MOVES
from scrutineer.domain.organisation import PartnerStatus
from scrutineer.storage.asking import AWAITED, DONE, OPEN, fetched, rows
from scrutineer.storage.database import RecordDatabase


class Thin(NamedTuple):
    """A challenge that is open, and of what it still says nothing."""

    id: str
    title: str
    reference: str
    without_works: int
    without_matters: int
    without_good: int
    without_source: int      # no activity, finding or meeting, and nothing linked to it or its parts


def thin(database: RecordDatabase) -> list[Thin]:
    """Open challenges; of one entered as found, the words that were never written are not missed."""
    own = f"origin = '{Origin.OWN.value}'"
    return rows(database, Thin, f"""
        SELECT id, title, reference, {own} AND trim(what_works) = '', {own} AND trim(why_it_matters) = '',
            {own} AND trim(what_good_looks_like) = '',
            activity_id IS NULL AND finding_id IS NULL AND meeting_id IS NULL
                AND NOT EXISTS (SELECT 1 FROM evidence_link AS link
                    WHERE link.subject_id = challenge.id AND link.deleted_at IS NULL)
                AND NOT EXISTS (SELECT 1 FROM addressee AS part JOIN evidence_link AS link ON link.subject_id = part.id
                    WHERE part.challenge_id = challenge.id AND link.deleted_at IS NULL)
        FROM challenge WHERE status IN {OPEN} AND deleted_at IS NULL""")


def often_moved(database: RecordDatabase) -> tuple[list[str], list[str]]:
    """The ids of awaited parts, and of actions still to do, for which many moves of their date are on record."""
    often = f"HAVING count(*) > {MANY_MOVES}"
    parts = fetched(database, f"""
        SELECT part.id FROM addressee AS part JOIN extension ON extension.addressee_id = part.id
        WHERE part.status IN {AWAITED} AND extension.deleted_at IS NULL GROUP BY part.id {often}""")
    to_do = fetched(database, f"""
        SELECT action.id FROM addressee AS part JOIN action ON action.addressee_id = part.id
            JOIN extension ON extension.action_id = action.id
        WHERE part.status IN {OPEN} AND action.deleted_at IS NULL AND extension.deleted_at IS NULL
        GROUP BY action.id {often}""")
    return [id_ for (id_,) in parts], [id_ for (id_,) in to_do]


def looked_at(database: RecordDatabase, since: date, until: date) -> set[str]:
    """The ids of the agencies, services and former agencies with which something took place in a time."""
    found = fetched(database, f"""
        SELECT DISTINCT link.agency_id FROM activity JOIN activity_agency AS link ON link.owner_id = activity.id
        WHERE activity.held_on BETWEEN ? AND ? AND activity.status IN {DONE} AND activity.deleted_at IS NULL
        """, since.isoformat(), until.isoformat())
    return {id_ for (id_,) in found}


def partners(database: RecordDatabase, on: date) -> list[tuple[str, str]]:
    """The id and name of every agency of the partnership that exists on a day; services are not named."""
    day = on.isoformat()
    return fetched(database, f"""
        SELECT id, name FROM agency
        WHERE parent_id IS NULL AND status <> '{PartnerStatus.OTHER.value}' AND deleted_at IS NULL
            AND (ends_on IS NULL OR ends_on >= ?) AND (starts_on IS NULL OR starts_on <= ?)
        ORDER BY name""", day, day)


def kin(database: RecordDatabase) -> list[tuple[str, str]]:
    """Each service with the agency it belongs to, and each former agency with its successor, by their ids."""
    return fetched(database, """
        SELECT id, parent_id FROM agency WHERE parent_id IS NOT NULL UNION ALL
        SELECT predecessor_id, successor_id FROM agency_succession WHERE deleted_at IS NULL""")
