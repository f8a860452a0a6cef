"""How a step writes its tables: what every table of records begins with, and how links are declared.

It holds words of SQL that never change; what a step does with them stands in the step.
"""

from __future__ import annotations

from typing import Any

EVERY = (
    "id TEXT PRIMARY KEY NOT NULL, created_at TEXT, updated_at TEXT, deleted_at TEXT, "
    "origin TEXT NOT NULL, private TEXT NOT NULL"
)

# Checked when the transaction ends, so that records may arrive in any order.
LATER = "DEFERRABLE INITIALLY DEFERRED"

TEXT = "TEXT NOT NULL DEFAULT ''"      # what a column is that comes to a table with rows in it

_LINKS = """
    CREATE TABLE KIND_TARGET (
        owner_id TEXT NOT NULL REFERENCES KIND LATER, place INTEGER NOT NULL,
        TARGET_id TEXT NOT NULL REFERENCES TARGET LATER, PRIMARY KEY (owner_id, place)
    ) STRICT, WITHOUT ROWID
"""


def run(database: Any, text: str) -> None:
    """Run statements that stand apart by an empty line, with EVERY and LATER written out."""
    for part in text.replace("EVERY", EVERY).replace("LATER", LATER).split("\n\n"):
        database.execute_sql(part.strip().removesuffix(";"))


def add_columns(database: Any, columns: tuple[tuple[str, str, str], ...]) -> None:
    """Add columns, each given by its table, its name and what it is."""
    for table, name, column in columns:
        database.execute_sql(f"ALTER TABLE {table} ADD COLUMN {name} {column.replace('LATER', LATER)}")


def add_links(database: Any, kind: str, target: str) -> None:
    """Add the table that holds which records of one kind link to which of another, in their order."""
    run(database, _LINKS.replace("KIND", kind).replace("TARGET", target))


def add_indexes(database: Any, indexes: tuple[str, ...]) -> None:
    """Add an index for each `table(column, column)`, named after it."""
    for index in indexes:
        name = index.replace("(", "_by_").replace(", ", "_").rstrip(")")
        database.execute_sql(f"CREATE INDEX {name} ON {index}")
