"""Each party's own course in full: steps, dates, escalation, what was reported and seen, evidence and files.

What is added to older records may be missing or empty there, because their history says nothing of it.
"""

from __future__ import annotations

from typing import Any

from scrutineer.storage.migrations import writing
from scrutineer.storage.migrations.writing import TEXT

SENTENCE = "each party’s own course, evidence and attached files"

_ADDED = (
    ("action", "dropped_on", "TEXT"), ("action", "seen", "TEXT"), ("action", "seen_on", "TEXT"),
    ("response", "seen", "TEXT"), ("response", "seen_on", "TEXT"),
    ("addressee", "formerly_id", "TEXT REFERENCES agency LATER"), ("addressee", "stage", "TEXT"),
    ("addressee", "stands_in", TEXT), ("addressee", "ended_because", TEXT),
    ("addressee", "minute_ref", TEXT), ("addressee", "target", TEXT),
    ("addressee", "merged_into_id", "TEXT REFERENCES challenge LATER"),
    ("addressee", "reopened_on", "TEXT"), ("addressee", "reopened_because", TEXT),
)  # fmt: skip

_RECORDS = """
    CREATE TABLE rung (EVERY,
        stage TEXT NOT NULL, title TEXT NOT NULL, to_whom TEXT NOT NULL, days INTEGER NOT NULL,
        is_left_out INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE rewording (EVERY,
        challenge_id TEXT REFERENCES challenge LATER, reworded_on TEXT, words_before TEXT NOT NULL,
        words_after TEXT NOT NULL, why TEXT NOT NULL, scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE status_event (EVERY,
        challenge_id TEXT REFERENCES challenge LATER, addressee_id TEXT REFERENCES addressee LATER,
        step TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, taken_on TEXT, outcome TEXT,
        impact_level TEXT, words TEXT NOT NULL, scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE extension (EVERY,
        addressee_id TEXT REFERENCES addressee LATER, action_id TEXT REFERENCES action LATER,
        old_due_on TEXT, new_due_on TEXT, agreed_on TEXT, asked_by TEXT NOT NULL, why TEXT NOT NULL,
        agreed_by TEXT NOT NULL, scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE escalation_step (EVERY,
        challenge_id TEXT REFERENCES challenge LATER, addressee_id TEXT REFERENCES addressee LATER,
        before TEXT NOT NULL, stage TEXT NOT NULL, stepped_on TEXT, to_whom TEXT NOT NULL,
        document TEXT NOT NULL, reply_due_on TEXT, why TEXT NOT NULL, outcome TEXT, outcome_on TEXT,
        words TEXT NOT NULL, scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE progress_update (EVERY,
        action_id TEXT REFERENCES action LATER, response_id TEXT REFERENCES response LATER,
        side TEXT NOT NULL, noted_on TEXT, status TEXT, seen TEXT, text TEXT NOT NULL, source TEXT NOT NULL,
        scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE retest (EVERY,
        challenge_id TEXT REFERENCES challenge LATER, addressee_id TEXT REFERENCES addressee LATER,
        planned_on TEXT, days REAL NOT NULL, plan TEXT NOT NULL, done_on TEXT, result TEXT,
        words TEXT NOT NULL, scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE evidence (EVERY,
        reference TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, strength TEXT NOT NULL,
        dated_on TEXT, agency_id TEXT REFERENCES agency LATER, held_by TEXT NOT NULL,
        where_held TEXT NOT NULL, is_sampled INTEGER NOT NULL, text TEXT NOT NULL,
        scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE evidence_link (EVERY,
        subject_kind TEXT NOT NULL, subject_id TEXT, source_kind TEXT NOT NULL, source_id TEXT,
        shows TEXT NOT NULL, scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE attachment (EVERY,
        subject_kind TEXT NOT NULL, subject_id TEXT, file_name TEXT NOT NULL, version INTEGER NOT NULL,
        size INTEGER NOT NULL, sha256 TEXT NOT NULL, received_on TEXT, note TEXT NOT NULL,
        scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE content (sha256 TEXT PRIMARY KEY NOT NULL, data BLOB NOT NULL) STRICT
"""

_INDEXES = (
    "rewording(challenge_id)",
    "status_event(addressee_id)",
    "status_event(challenge_id)",
    "extension(addressee_id)",
    "extension(action_id)",
    "escalation_step(challenge_id)",
    "escalation_step(addressee_id)",
    "escalation_step(outcome, reply_due_on)",
    "progress_update(action_id)",
    "progress_update(response_id)",
    "retest(challenge_id)",
    "retest(addressee_id)",
    "retest(done_on, planned_on)",
    "evidence_link(subject_id)",
    "evidence_link(source_id)",
    "attachment(subject_id)",
    "attachment(sha256)",
    "challenge(closed_on)",
    "addressee(agency_id)",
)


def up(database: Any) -> None:
    """Add the columns, the tables and their indexes; from now on an older program may not write the file."""
    writing.add_columns(database, _ADDED)
    writing.run(database, _RECORDS)
    writing.add_indexes(database, _INDEXES)
    database.execute_sql("UPDATE meta SET value = '2' WHERE name = 'oldest_schema_that_may_write'")
