"""What was typed and not saved yet, kept in the encrypted file beside the record.

No history, no search: a draft is nobody's statement. It goes when its form is saved or given up.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from scrutineer.domain.text import clean
from scrutineer.storage.database import RecordDatabase
from scrutineer.storage.faults import translated
from scrutineer.storage.mapping import moment_text


class Drafts:
    """The drafts of one open record, by the place they were typed in (`challenge:<id>`)."""

    def __init__(self, database: RecordDatabase) -> None:
        self._database = database

    def keep(self, place: str, words: Mapping[str, str], at: datetime) -> None:
        """Keep what stands in a form now, in the place of what was kept before."""
        sql = ("INSERT INTO draft (place, words, kept_at) VALUES (?, ?, ?) ON CONFLICT (place) "
               "DO UPDATE SET words = excluded.words, kept_at = excluded.kept_at")
        text = json.dumps({name: clean(value) for name, value in words.items()}, ensure_ascii=False)
        with translated():
            self._database.execute_sql(sql, (place, text, moment_text(at)))

    def kept(self, place: str) -> dict[str, str]:
        """What was kept for a place; empty when nothing was."""
        text = self._database.scalar("SELECT words FROM draft WHERE place = ?", place)
        return dict(json.loads(text)) if text else {}

    def forget(self, place: str) -> None:
        """Let go of a draft, because it was saved or given up."""
        with translated():
            self._database.execute_sql("DELETE FROM draft WHERE place = ?", (place,))

    def places(self) -> list[str]:
        """Every place with a draft, the newest first."""
        rows = self._database.execute_sql("SELECT place FROM draft ORDER BY kept_at DESC")
        return [place for (place,) in rows]
