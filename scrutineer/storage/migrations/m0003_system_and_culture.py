"""The system and the culture of scrutiny: plans, forms, voices, judgements, meetings, recommendations.

What is added to older records is empty there, because their history says nothing of it.
"""

from __future__ import annotations

from typing import Any

from scrutineer.storage.migrations import writing
from scrutineer.storage.migrations.writing import TEXT

SENTENCE = "plans, forms of scrutiny, voices, judgements, meetings and recommendations"

_WORDS = "TEXT NOT NULL DEFAULT '[]'"      # a list of words

_ADDED = (
    ("partnership", "rating_scale", TEXT), ("partnership", "framework", TEXT),
    ("activity", "framework_items", _WORDS), ("activity", "plan_item_id", "TEXT REFERENCES plan_item LATER"),
    ("activity", "method_id", "TEXT REFERENCES method LATER"), ("activity", "lines_of_enquiry", TEXT),
    ("finding", "framework_items", _WORDS), ("finding", "practice_changed", TEXT),
    ("finding", "practice_changed_on", "TEXT"),
    ("challenge", "put_for", TEXT), ("challenge", "framework_items", _WORDS),
    ("action", "recommendation_id", "TEXT REFERENCES recommendation LATER"),
)  # fmt: skip

_RECORDS = """
    CREATE TABLE conflict (EVERY,
        noted_on TEXT, agency_id TEXT REFERENCES agency LATER, text TEXT NOT NULL, handled TEXT NOT NULL,
        ended_on TEXT, scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE local_framework (EVERY,
        file_name TEXT NOT NULL, text TEXT NOT NULL
    ) STRICT;

    CREATE TABLE local_wording (EVERY,
        framework_item TEXT NOT NULL, text TEXT NOT NULL
    ) STRICT;

    CREATE TABLE principle (EVERY,
        title TEXT NOT NULL, text TEXT NOT NULL, place INTEGER NOT NULL, version INTEGER NOT NULL,
        agreed_on TEXT, agreed_by TEXT NOT NULL
    ) STRICT;

    CREATE TABLE principle_example (EVERY,
        principle_id TEXT REFERENCES principle LATER, happened_on TEXT, text TEXT NOT NULL,
        activity_id TEXT REFERENCES activity LATER, scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE priority (EVERY,
        title TEXT NOT NULL, text TEXT NOT NULL, starts_on TEXT, ends_on TEXT
    ) STRICT;

    CREATE TABLE method (EVERY,
        title TEXT NOT NULL, type TEXT NOT NULL, purpose TEXT NOT NULL, lines_of_enquiry TEXT NOT NULL,
        appreciative TEXT NOT NULL, tool TEXT NOT NULL, wording TEXT NOT NULL, framework TEXT NOT NULL,
        source TEXT NOT NULL
    ) STRICT;

    CREATE TABLE plan_item (EVERY,
        title TEXT NOT NULL, year INTEGER NOT NULL, type TEXT NOT NULL, why TEXT NOT NULL, planned_on TEXT,
        days REAL NOT NULL, level TEXT NOT NULL, framework_items TEXT NOT NULL, themes TEXT NOT NULL,
        led_by TEXT NOT NULL, my_part TEXT NOT NULL, asked_by TEXT NOT NULL,
        method_id TEXT REFERENCES method LATER, status TEXT NOT NULL, reason TEXT NOT NULL,
        moved_from_id TEXT REFERENCES plan_item LATER, scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE plan_version (EVERY,
        year INTEGER NOT NULL, version INTEGER NOT NULL, agreed_on TEXT, agreed_by TEXT NOT NULL,
        meeting_id TEXT REFERENCES meeting LATER, note TEXT NOT NULL, text TEXT NOT NULL
    ) STRICT;

    CREATE TABLE form_entry (EVERY,
        activity_id TEXT REFERENCES activity LATER, prompt TEXT NOT NULL, text TEXT NOT NULL
    ) STRICT;

    CREATE TABLE grading (EVERY,
        activity_id TEXT REFERENCES activity LATER, agency_id TEXT REFERENCES agency LATER,
        aspect TEXT NOT NULL, framework_item TEXT NOT NULL, own TEXT NOT NULL, moderated TEXT NOT NULL,
        comment TEXT NOT NULL, place INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE reading (EVERY,
        activity_id TEXT REFERENCES activity LATER, agency_id TEXT REFERENCES agency LATER,
        indicator TEXT NOT NULL, period TEXT NOT NULL, value TEXT NOT NULL, source TEXT NOT NULL, read_on TEXT,
        question TEXT NOT NULL, scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE adoption (EVERY,
        finding_id TEXT REFERENCES finding LATER, agency_id TEXT REFERENCES agency LATER, elsewhere TEXT NOT NULL,
        adopted_on TEXT, text TEXT NOT NULL, scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE voice_entry (EVERY,
        finding_id TEXT REFERENCES finding LATER, whose TEXT NOT NULL, heard_on TEXT, heard_at TEXT NOT NULL,
        how_many INTEGER NOT NULL, ages TEXT NOT NULL, is_leave_given INTEGER NOT NULL, words TEXT NOT NULL,
        asked TEXT NOT NULL, happened TEXT NOT NULL, tell_by_on TEXT, told_on TEXT, told_how TEXT NOT NULL,
        scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE time_entry (EVERY,
        spent_on TEXT, days REAL NOT NULL, what TEXT NOT NULL, activity_id TEXT REFERENCES activity LATER,
        scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE recommendation (EVERY,
        reference TEXT NOT NULL, text TEXT NOT NULL, source TEXT NOT NULL, source_title TEXT NOT NULL,
        made_on TEXT, paper_id TEXT REFERENCES paper LATER, place INTEGER NOT NULL,
        meeting_id TEXT REFERENCES meeting LATER, decision TEXT NOT NULL, decided_on TEXT,
        final_wording TEXT NOT NULL, reason TEXT NOT NULL, minute_ref TEXT NOT NULL, due_on TEXT,
        embedded TEXT NOT NULL, embedded_on TEXT, seen TEXT NOT NULL,
        scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE meeting_line (EVERY,
        meeting_id TEXT REFERENCES meeting LATER, place INTEGER NOT NULL, kind TEXT NOT NULL,
        text TEXT NOT NULL, agency_id TEXT REFERENCES agency LATER, subject_kind TEXT NOT NULL, subject_id TEXT,
        made_kind TEXT NOT NULL, made_id TEXT, minute_ref TEXT NOT NULL,
        scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE judgement (EVERY,
        period_id TEXT REFERENCES reporting_period LATER, kind TEXT NOT NULL, framework_item TEXT NOT NULL,
        priority_id TEXT REFERENCES priority LATER, agency_id TEXT REFERENCES agency LATER, about TEXT NOT NULL,
        scale TEXT NOT NULL, rating TEXT NOT NULL, direction TEXT NOT NULL, confidence TEXT NOT NULL,
        bottom_line TEXT NOT NULL, rationale TEXT NOT NULL, stands_in TEXT NOT NULL, judged_on TEXT,
        supersedes_id TEXT REFERENCES judgement LATER, scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE confirmation (EVERY,
        period_id TEXT REFERENCES reporting_period LATER, framework_item TEXT NOT NULL, about TEXT NOT NULL,
        state TEXT NOT NULL, confirmed_on TEXT, text TEXT NOT NULL,
        scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE culture_statement (EVERY,
        aspect TEXT NOT NULL, text TEXT NOT NULL, place INTEGER NOT NULL, is_left_out INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE culture_round (EVERY,
        title TEXT NOT NULL, asked_on TEXT, how TEXT NOT NULL, activity_id TEXT REFERENCES activity LATER,
        note TEXT NOT NULL, scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT;

    CREATE TABLE culture_answer (EVERY,
        round_id TEXT REFERENCES culture_round LATER, statement_id TEXT REFERENCES culture_statement LATER,
        level TEXT, agree INTEGER NOT NULL, partly INTEGER NOT NULL, disagree INTEGER NOT NULL,
        examples TEXT NOT NULL
    ) STRICT;

    CREATE TABLE feedback (EVERY,
        subject_kind TEXT NOT NULL, subject_id TEXT, agency_id TEXT REFERENCES agency LATER,
        from_whom TEXT NOT NULL, asked_on TEXT, answered_on TEXT, was_fair TEXT, did_help TEXT,
        text TEXT NOT NULL, shaped TEXT NOT NULL, scrutineer_id TEXT REFERENCES scrutineer LATER
    ) STRICT
"""

_LINKED = (
    ("plan_item", "agency"),
    ("plan_item", "priority"),
    ("activity", "priority"),
    ("finding", "priority"),
    ("challenge", "priority"),
    ("recommendation", "agency"),
)

_INDEXES = (
    "challenge(raised_on, reference, deleted_at, id)",      # the order of the list, without a look at the rows
    "activity(plan_item_id)",
    "activity(meeting_id)",
    "plan_item(year)",
    "form_entry(activity_id)",
    "grading(activity_id)",
    "reading(activity_id)",
    "adoption(finding_id)",
    "voice_entry(finding_id)",
    "time_entry(spent_on)",
    "principle_example(principle_id)",
    "recommendation(paper_id)",
    "recommendation(meeting_id)",
    "meeting_line(meeting_id, place)",
    "judgement(period_id)",
    "confirmation(period_id)",
    "culture_answer(round_id)",
    "feedback(subject_id)",
    "action(recommendation_id)",
)


def up(database: Any) -> None:
    """Add the tables, the columns and their indexes; from now on an older program may not write the file."""
    writing.run(database, _RECORDS)
    writing.add_columns(database, _ADDED)
    for kind, target in _LINKED:
        writing.add_links(database, kind, target)
    writing.add_indexes(database, _INDEXES)
    database.execute_sql("UPDATE meta SET value = '3' WHERE name = 'oldest_schema_that_may_write'")
