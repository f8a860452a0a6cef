"""Questions in plain SQL: codes among codes, and rows as facts."""

from __future__ import annotations

from typing import NamedTuple

from scrutineer.domain.challenge import Status
from scrutineer.storage.asking import AWAITED, OPEN, OPEN_OR_DRAFT, among, fetched, rows
from tests.factories import a_body


class Name(NamedTuple):
    name: str
    length: int


def test_terms_stand_as_sql_compares_them():
    assert among([Status.RAISED, Status.CLOSED]) == "('closed', 'raised')"
    assert AWAITED == "('acknowledged', 'further_information', 'raised')"
    assert "draft" not in OPEN
    assert "'draft'" in OPEN_OR_DRAFT
    assert not {"'closed'", "'withdrawn'"} & set(OPEN_OR_DRAFT.strip("()").split(", "))


def test_rows_become_facts_and_words_stand_in_the_place_of_marks(record):
    with record.gate.act() as act:
        for name in ("Executive Group", "Board’s “own” group"):
            act.put(a_body(name=name))
    found = rows(record.database, Name, "SELECT name, length(name) FROM body WHERE name > ?", "C")
    assert found == [Name("Executive Group", 15)]
    assert fetched(record.database, "SELECT count(*) FROM body") == [(2,)]
