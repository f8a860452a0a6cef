"""What hangs loose in challenges that are open, and which agencies nobody has looked at.

What each lacks is asked of the file, because only those that lack something are wanted.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from scrutineer.domain.action import SHOWS_SOMETHING
from scrutineer.domain.challenge import SAYS_WHAT_CHANGED, ImpactLevel, Outcome, Status
from scrutineer.domain.entity import Origin
from scrutineer.domain.evidence import INDEPENDENT, EvidenceKind, highest_level
from scrutineer.domain.extension import MANY_MOVES
from scrutineer.domain.organisation import PartnerStatus
from scrutineer.domain.step import Step
from scrutineer.domain.update import Side
from scrutineer.storage.asking import AWAITED, DONE, OPEN, WHOM, among, fetched, rows
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


class Bereft(NamedTuple):
    """A closed part of which some evidence was taken back, or no longer counts; whether enough is left is not asked."""

    id: str
    challenge_id: str
    whom: str | None
    lead_id: str | None
    formerly_id: str | None
    title: str
    reference: str


# What showed something once: the subject of a link that was taken back, or whose source is gone or counts no longer.
_LOST = f"""
    SELECT subject_id AS id FROM evidence_link WHERE deleted_at IS NOT NULL
    UNION ALL SELECT link.subject_id FROM activity AS source JOIN evidence_link AS link ON link.source_id = source.id
        WHERE source.deleted_at IS NOT NULL OR source.status NOT IN {DONE}
    UNION ALL SELECT link.subject_id FROM finding AS source JOIN evidence_link AS link ON link.source_id = source.id
        WHERE source.deleted_at IS NOT NULL
    UNION ALL SELECT link.subject_id FROM evidence AS source JOIN evidence_link AS link ON link.source_id = source.id
        WHERE source.deleted_at IS NOT NULL OR (source.updated_at > source.created_at
            AND source.kind NOT IN {among(INDEPENDENT)}
            AND NOT (source.kind = '{EvidenceKind.SINGLE_AUDIT.value}' AND source.is_sampled))
    UNION ALL SELECT link.subject_id FROM progress_update AS source
        JOIN evidence_link AS link ON link.source_id = source.id
        WHERE source.deleted_at IS NOT NULL OR (source.side = '{Side.SEEN.value}'
            AND (source.seen IS NULL OR source.seen NOT IN {among(SHOWS_SOMETHING)}))"""

# The parts on which each such subject hangs: itself, its challenge, an answer, an action, a line about either.
_OF_PARTS = """
    SELECT id FROM lost
    UNION ALL SELECT one.id FROM lost CROSS JOIN addressee AS one ON one.challenge_id = lost.id
    UNION ALL SELECT one.addressee_id FROM lost JOIN response AS one ON one.id = lost.id
    UNION ALL SELECT one.addressee_id FROM lost JOIN action AS one ON one.id = lost.id
    UNION ALL SELECT of.addressee_id FROM lost JOIN progress_update AS one ON one.id = lost.id
        JOIN response AS of ON of.id = one.response_id
    UNION ALL SELECT of.addressee_id FROM lost JOIN progress_update AS one ON one.id = lost.id
        JOIN action AS of ON of.id = one.action_id"""


# What ends so, or has changed so much, is asked for evidence when it is closed.
_FROM = min(level for level in ImpactLevel if level.rung > highest_level(has_independent=False, has_lasted=False).rung)
_ASKS_FOR_IT = f"""part.outcome = '{Outcome.ASSURED_NO_CHANGE_NEEDED.value}'
    OR (part.outcome IN {among(SAYS_WHAT_CHANGED)} AND part.impact_level >= '{_FROM.value}')"""


def bereft(database: RecordDatabase) -> list[Bereft]:
    """Parts that were closed here on evidence of which some was taken back; one with a reason that stands in is none.

    What an old log says of an ending never rested on evidence, so nothing of it is missed.
    """
    # The plus and the CROSS JOIN keep every closed part, and every part, from being read: what was lost is little.
    return rows(database, Bereft, f"""
        WITH lost AS MATERIALIZED ({_LOST})
        SELECT part.id, challenge.id, {WHOM}, challenge.title, challenge.reference
        FROM addressee AS part JOIN challenge ON challenge.id = part.challenge_id
        WHERE part.id IN ({_OF_PARTS}) AND +part.status = '{Status.CLOSED.value}' AND trim(part.stands_in) = ''
            AND ({_ASKS_FOR_IT}) AND part.deleted_at IS NULL AND challenge.deleted_at IS NULL
            AND (challenge.origin = '{Origin.OWN.value}' OR EXISTS (SELECT 1 FROM status_event AS event
                WHERE event.addressee_id = part.id AND event.step = '{Step.CLOSE.value}'))
        ORDER BY part.closed_on DESC, part.id""")


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
