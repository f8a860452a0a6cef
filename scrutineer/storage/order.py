"""In which order the long lists stand: ids alone, asked in one question, so that a list can be read in pieces.

It must agree with the order in which the lines themselves are handed out; what a line says is not known here.
"""

from __future__ import annotations

from collections.abc import Iterable

from scrutineer.domain.action import ActionStatus
from scrutineer.storage.asking import AHEAD, among, fetched
from scrutineer.storage.database import RecordDatabase

_STILL_TO_DO = among(status for status in ActionStatus if not status.is_settled)


def challenges(database: RecordDatabase) -> list[str]:
    """What has no day yet, then the latest first.

    Asked so that the index answers it alone; to read the rows of a long list takes four times as long.
    """
    return _ids(database, """
        SELECT id FROM challenge WHERE deleted_at IS NULL ORDER BY raised_on DESC NULLS FIRST, reference DESC""")


def activities(database: RecordDatabase) -> list[str]:
    """What is ahead, the nearest first; then what took place, the latest first. What has no day comes last."""
    return _ids(database, f"""
        SELECT id FROM activity WHERE deleted_at IS NULL
        ORDER BY status NOT IN {AHEAD}, CASE WHEN status IN {AHEAD} THEN coalesce(held_on, '9999') END,
            held_on DESC, rowid""")


def findings(database: RecordDatabase, kinds: Iterable[str]) -> list[str]:
    """Findings of these kinds, the latest first."""
    return _ids(database, f"""
        SELECT finding.id FROM finding LEFT JOIN activity ON activity.id = finding.activity_id
        WHERE finding.kind IN {among(kinds)} AND finding.deleted_at IS NULL
        ORDER BY activity.held_on DESC, finding.rowid""")


def actions_and_promises(database: RecordDatabase) -> list[str]:
    """What is still to do, then my promises, the earliest first; then what is settled and kept, the latest first."""
    return _ids(database, f"""
        SELECT id, 0 AS place, coalesce(due_on, '9999') AS day, '' AS settled_on, rowid AS number FROM action
            WHERE status IN {_STILL_TO_DO} AND deleted_at IS NULL
        UNION ALL SELECT id, 1, coalesce(due_on, '9999'), '', rowid FROM undertaking
            WHERE done_on IS NULL AND deleted_at IS NULL
        UNION ALL SELECT id, 2, '', coalesce(done_on, ''), rowid FROM action
            WHERE status NOT IN {_STILL_TO_DO} AND deleted_at IS NULL
        UNION ALL SELECT id, 3, '', done_on, rowid FROM undertaking
            WHERE done_on IS NOT NULL AND deleted_at IS NULL
        ORDER BY place, day, settled_on DESC, number""")


def _ids(database: RecordDatabase, sql: str) -> list[str]:
    return [row[0] for row in fetched(database, sql)]
