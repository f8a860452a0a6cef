from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from scrutineer.domain.organisation import AgencyKind, Contact
from scrutineer.ui.agencies.facts import Facts, in_words
from scrutineer.ui.widgets.words import Words
from tests.factories import TODAY


@pytest.mark.parametrize(("name", "value", "words"), [
    ("acknowledge_days", 0, "off"), ("urgent_days", 5, "5"), ("days_per_year", 20.5, "20.5"),
    ("kind", AgencyKind.POLICE, "Police"), ("starts_on", TODAY, "23 November 2026"), ("starts_on", None, ""),
    ("is_lsp", True, "yes"), ("is_lsp", False, ""), ("colour", "#2b7396", "Petrol"), ("colour", "#123456", "#123456"),
    ("agency_id", "a1", "Police"), ("role", "Chief nurse", "Chief nurse"), ("role", "", ""),
])  # fmt: skip
def test_a_value_is_said_as_people_read_it(name: str, value: object, words: str) -> None:
    assert in_words(name, value, {"a1": "Police"}) == words


def test_only_what_says_something_is_shown(qtbot: QtBot) -> None:
    facts = Facts(Contact(name="Chief nurse", role="Executive lead"), ["role", "email", "starts_on"], {})
    qtbot.addWidget(facts)
    assert [words.said() for words in facts.findChildren(Words)] == ["Role", "Executive lead"]
