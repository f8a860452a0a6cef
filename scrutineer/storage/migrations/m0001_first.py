"""The first schema: a table for each kind of record, and what makes the file provable.

`sitting` and `history` can never be migrated, so they are shaped for what comes later: every sitting is a
chain of its own, a value can be emptied without breaking it, and nothing else can be changed.
"""

from __future__ import annotations

from typing import Any

SENTENCE = "the first schema"

APPLICATION_ID = 0x53435254

_EVERY = (
    "id TEXT PRIMARY KEY NOT NULL, created_at TEXT, updated_at TEXT, deleted_at TEXT, "
    "origin TEXT NOT NULL, private TEXT NOT NULL"
)

# Checked when the transaction ends, so that records may arrive in any order.
_LATER = "DEFERRABLE INITIALLY DEFERRED"

_RECORDS = """
    CREATE TABLE partnership (EVERY,
        name TEXT NOT NULL, short_code TEXT NOT NULL, area TEXT NOT NULL, serves TEXT NOT NULL,
        model TEXT NOT NULL, mark TEXT NOT NULL, colour TEXT NOT NULL,
        acknowledge_days INTEGER NOT NULL, urgent_days INTEGER NOT NULL,
        important_days INTEGER NOT NULL, routine_days INTEGER NOT NULL, feedback_days INTEGER NOT NULL,
        business_unit TEXT NOT NULL, is_sample INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE scrutineer (EVERY,
        name TEXT NOT NULL, title TEXT NOT NULL, starts_on TEXT, ends_on TEXT
    ) STRICT;

    CREATE TABLE appointment (EVERY,
        scrutineer_id TEXT REFERENCES scrutineer LATER, starts_on TEXT, ends_on TEXT,
        days_per_year REAL NOT NULL, independence TEXT NOT NULL, conflicts TEXT NOT NULL
    ) STRICT;

    CREATE TABLE reporting_period (EVERY,
        label TEXT NOT NULL, kind TEXT NOT NULL, starts_on TEXT, ends_on TEXT
    ) STRICT;

    CREATE TABLE closed_days (EVERY,
        starts_on TEXT, ends_on TEXT, reason TEXT NOT NULL
    ) STRICT;

    CREATE TABLE agency (EVERY,
        name TEXT NOT NULL, short_name TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL,
        parent_id TEXT REFERENCES agency LATER, starts_on TEXT, ends_on TEXT, note TEXT NOT NULL
    ) STRICT;

    CREATE TABLE agency_group (EVERY,
        name TEXT NOT NULL, short_name TEXT NOT NULL, lead_id TEXT REFERENCES agency LATER
    ) STRICT;

    CREATE TABLE agency_succession (EVERY,
        predecessor_id TEXT REFERENCES agency LATER, successor_id TEXT REFERENCES agency LATER,
        how TEXT NOT NULL, changed_on TEXT
    ) STRICT;

    CREATE TABLE contact (EVERY,
        agency_id TEXT REFERENCES agency LATER, name TEXT NOT NULL, role TEXT NOT NULL,
        is_lsp INTEGER NOT NULL, is_dsp INTEGER NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL,
        starts_on TEXT, ends_on TEXT, note TEXT NOT NULL
    ) STRICT;

    CREATE TABLE body (EVERY,
        name TEXT NOT NULL, short_name TEXT NOT NULL, note TEXT NOT NULL
    ) STRICT;

    CREATE TABLE meeting (EVERY,
        body_id TEXT REFERENCES body LATER, held_on TEXT, papers_due_on TEXT, place TEXT NOT NULL,
        minute_ref TEXT NOT NULL, note TEXT NOT NULL
    ) STRICT;

    CREATE TABLE activity (EVERY,
        reference TEXT NOT NULL, title TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL,
        held_on TEXT, place TEXT NOT NULL, level TEXT NOT NULL,
        meeting_id TEXT REFERENCES meeting LATER, led_by TEXT NOT NULL, my_part TEXT NOT NULL,
        asked_by TEXT NOT NULL, themes TEXT NOT NULL, purpose TEXT NOT NULL, note TEXT NOT NULL,
        people_met TEXT NOT NULL, days REAL NOT NULL, feedback_due_on TEXT, feedback_sent_on TEXT,
        reflection TEXT NOT NULL, scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE finding (EVERY,
        activity_id TEXT REFERENCES activity LATER, kind TEXT NOT NULL, text TEXT NOT NULL,
        themes TEXT NOT NULL, who_could_use TEXT NOT NULL, passed_on_on TEXT,
        passed_on_to TEXT NOT NULL, thanked_on TEXT, scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE challenge (EVERY,
        reference TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, what_works TEXT NOT NULL,
        why_it_matters TEXT NOT NULL, what_good_looks_like TEXT NOT NULL, priority TEXT NOT NULL,
        raised_on TEXT, forum TEXT NOT NULL, meeting_id TEXT REFERENCES meeting LATER,
        activity_id TEXT REFERENCES activity LATER, finding_id TEXT REFERENCES finding LATER,
        themes TEXT NOT NULL, status TEXT NOT NULL, stage TEXT NOT NULL, impact_level TEXT,
        closed_on TEXT, withdrawn_because TEXT NOT NULL, told TEXT NOT NULL, visibility TEXT NOT NULL,
        my_note TEXT NOT NULL, scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE addressee (EVERY,
        challenge_id TEXT REFERENCES challenge LATER, kind TEXT NOT NULL,
        agency_id TEXT REFERENCES agency LATER, lead_id TEXT REFERENCES agency LATER,
        group_id TEXT REFERENCES agency_group LATER, body_id TEXT REFERENCES body LATER,
        contact_role TEXT NOT NULL, place INTEGER NOT NULL, status TEXT NOT NULL, first_due_on TEXT,
        due_on TEXT, meeting_id TEXT REFERENCES meeting LATER, acknowledged_on TEXT, answered_on TEXT,
        position TEXT, question TEXT NOT NULL, test_plan TEXT NOT NULL, test_on TEXT, outcome TEXT,
        impact_level TEXT, what_changed TEXT NOT NULL, withdrawn_because TEXT NOT NULL,
        told TEXT NOT NULL, closed_on TEXT
    ) STRICT;

    CREATE TABLE reply (EVERY,
        received_on TEXT, channel TEXT NOT NULL, kind TEXT NOT NULL, sender TEXT NOT NULL,
        subject TEXT NOT NULL, text TEXT NOT NULL, where_kept TEXT NOT NULL, minute_ref TEXT NOT NULL,
        meeting_id TEXT REFERENCES meeting LATER, scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE response (EVERY,
        reply_id TEXT REFERENCES reply LATER, addressee_id TEXT REFERENCES addressee LATER,
        text TEXT NOT NULL, short_form TEXT NOT NULL, position TEXT, quality TEXT,
        my_view TEXT NOT NULL, judged_on TEXT
    ) STRICT;

    CREATE TABLE action (EVERY,
        challenge_id TEXT REFERENCES challenge LATER, addressee_id TEXT REFERENCES addressee LATER,
        agency_id TEXT REFERENCES agency LATER, text TEXT NOT NULL, owner_role TEXT NOT NULL,
        measure TEXT NOT NULL, first_due_on TEXT, due_on TEXT, status TEXT NOT NULL, done_on TEXT,
        dropped_because TEXT NOT NULL, scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE note (EVERY,
        subject_kind TEXT NOT NULL, subject_id TEXT, noted_on TEXT, kind TEXT NOT NULL,
        text TEXT NOT NULL, scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE undertaking (EVERY,
        text TEXT NOT NULL, to_whom TEXT NOT NULL, agency_id TEXT REFERENCES agency LATER,
        subject_kind TEXT NOT NULL, subject_id TEXT, due_on TEXT, done_on TEXT,
        scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE paper (EVERY,
        reference TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
        body_id TEXT REFERENCES body LATER, meeting_id TEXT REFERENCES meeting LATER, starts_on TEXT,
        ends_on TEXT, purpose TEXT NOT NULL, mark TEXT NOT NULL, agenda_item TEXT NOT NULL,
        sponsor TEXT NOT NULL, previously TEXT NOT NULL, accuracy TEXT NOT NULL,
        numbered INTEGER NOT NULL, status TEXT NOT NULL, issued_on TEXT, frozen_at TEXT,
        file_name TEXT NOT NULL, file_sha256 TEXT NOT NULL,
        scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE paper_section (EVERY,
        paper_id TEXT REFERENCES paper LATER, code TEXT NOT NULL, text TEXT NOT NULL,
        considered INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE strike_out (EVERY,
        reason TEXT NOT NULL, records INTEGER NOT NULL, rows TEXT NOT NULL,
        scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT
"""

_LINKED = ("agency_group", "activity", "finding", "addressee")

_TO_AGENCIES = """
    CREATE TABLE KIND_agency (
        owner_id TEXT NOT NULL REFERENCES KIND LATER, place INTEGER NOT NULL,
        agency_id TEXT NOT NULL REFERENCES agency LATER, PRIMARY KEY (owner_id, place)
    ) STRICT, WITHOUT ROWID
"""

_INDEXES = (
    "finding(activity_id)",
    "finding(passed_on_on)",
    "activity(held_on)",
    "challenge(status)",
    "challenge(finding_id)",
    "addressee(challenge_id, place)",
    "addressee(status, due_on)",
    "response(addressee_id)",
    "response(reply_id)",
    "action(challenge_id)",
    "action(addressee_id)",
    "action(status, due_on)",
    "note(subject_id, noted_on)",
    "undertaking(done_on, due_on)",
    "meeting(held_on)",
    "paper(body_id, ends_on)",
    "paper_section(paper_id)",
)

_HISTORY = """
    CREATE TABLE sitting (
        id TEXT PRIMARY KEY NOT NULL, who TEXT, program TEXT NOT NULL, started_at TEXT NOT NULL,
        continues_from BLOB, hash BLOB NOT NULL
    ) STRICT;

    CREATE TABLE history (
        id INTEGER PRIMARY KEY, sitting TEXT NOT NULL REFERENCES sitting, number INTEGER NOT NULL,
        at TEXT NOT NULL, entity TEXT NOT NULL, entity_id TEXT NOT NULL, field TEXT NOT NULL,
        old TEXT, new TEXT, why TEXT, salt BLOB,
        digest BLOB NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL,
        UNIQUE (sitting, number)
    ) STRICT;

    CREATE INDEX history_of_entity ON history (entity_id, id);

    CREATE TRIGGER sitting_stays BEFORE UPDATE ON sitting
        BEGIN SELECT RAISE (ABORT, 'a sitting is never changed'); END;

    CREATE TRIGGER sitting_remains BEFORE DELETE ON sitting
        BEGIN SELECT RAISE (ABORT, 'a sitting is never deleted'); END;

    CREATE TRIGGER history_remains BEFORE DELETE ON history
        BEGIN SELECT RAISE (ABORT, 'the history is never deleted'); END;

    CREATE TRIGGER history_stays BEFORE UPDATE ON history
        WHEN NOT (
            NEW.old IS NULL AND NEW.new IS NULL AND NEW.why IS NULL AND NEW.salt IS NULL
            AND NEW.id IS OLD.id AND NEW.sitting IS OLD.sitting AND NEW.number IS OLD.number
            AND NEW.at IS OLD.at AND NEW.entity IS OLD.entity AND NEW.entity_id IS OLD.entity_id
            AND NEW.field IS OLD.field AND NEW.digest IS OLD.digest
            AND NEW.previous IS OLD.previous AND NEW.hash IS OLD.hash
        )
        BEGIN SELECT RAISE (ABORT, 'a line of history can only be struck out'); END
"""

_BESIDE = """
    CREATE TABLE meta (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE counter (series TEXT PRIMARY KEY NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE draft (
        place TEXT PRIMARY KEY NOT NULL, words TEXT NOT NULL, kept_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE backup_log (
        number INTEGER PRIMARY KEY, file TEXT NOT NULL, made_at TEXT NOT NULL, last_history INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE manifest (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE found_at (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, entity_id TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE VIRTUAL TABLE found USING fts5 (
        words, content='', contentless_delete=1, tokenize="porter unicode61 remove_diacritics 2"
    )
"""


def up(database: Any) -> None:
    """Create every table, index and trigger, and name the file as ours."""
    database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    links = "\n\n".join(_TO_AGENCIES.replace("KIND", kind) for kind in _LINKED)
    for script in (_RECORDS, links, _HISTORY, _BESIDE):
        for statement in _statements(script.replace("EVERY", _EVERY).replace("LATER", _LATER)):
            database.execute_sql(statement)
    for index in _INDEXES:
        name = index.replace("(", "_by_").replace(", ", "_").rstrip(")")
        database.execute_sql(f"CREATE INDEX {name} ON {index}")


def _statements(script: str) -> list[str]:
    """The statements of a script, which are parted by an empty line: a trigger holds semicolons."""
    return [part.strip().removesuffix(";") + ";" for part in script.split("\n\n") if part.strip()]
