"""Whether a file has the schema it says it has, and nothing besides.

A trigger or view that somebody else put into a file would fire while we write; so the schema is compared,
word for word, with the one that the program itself makes.
"""

from __future__ import annotations

import hashlib

from scrutineer.domain.errors import NewerFile, NotARecord
from scrutineer.storage import meta
from scrutineer.storage.database import APPLICATION_ID, RecordDatabase
from scrutineer.storage.migrations import NEWEST

# The fingerprint of each schema that was ever released, by its number.
FINGERPRINTS = {
    1: "994cb7d23a2148f8d69d562dfcddf5e54907f04b622799ce2c5d458aac8e4b38",
    2: "c93fddfcbc5c3bbb7840ff63f2b8c4c8c55292232e0a9880ac7dfc043c1bed5b",
    3: "e7a5b091995c93d64b4c9d358dde14f5a7b62760ebdf450873e3cf2ddf4b87f3",
}


def fingerprint(database: RecordDatabase) -> str:
    """SHA-256 over every table, index, trigger and view of a file, in hexadecimal."""
    rows = database.execute_sql("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name")
    return hashlib.sha256("\n".join("\t".join(row) for row in rows).encode()).hexdigest()


def check(database: RecordDatabase, name: str) -> int:
    """Refuse what is not a record of ours, or is newer; return the number of its schema.

    Raises NotARecord or NewerFile; nothing is written.
    """
    number = int(database.scalar("PRAGMA user_version"))
    if int(database.scalar("PRAGMA application_id")) != APPLICATION_ID or number < 1:
        raise NotARecord(f"“{name}” opened, but it is another program’s file, not a Scrutineer record.")
    if number > NEWEST:
        needed = meta.read(database, meta.OLDEST_WRITER)
        raise NewerFile(
            f"“{name}” was written by a newer version of Scrutineer (its schema is {number}, "
            f"this version knows {NEWEST}{f' and {needed} is needed to write it' if needed else ''}).",
            "Install the newer version. The file was not touched.",
        )
    if fingerprint(database) != FINGERPRINTS[number]:
        raise NotARecord(
            f"“{name}” has something in it that Scrutineer did not put there, so it was not opened.",
            "Ask whoever sent it for a fresh copy, or open a backup.",
        )
    return number
