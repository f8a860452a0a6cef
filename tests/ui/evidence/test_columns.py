"""What the list of evidence says, and which lines each filter lists."""

from __future__ import annotations

import pytest

from scrutineer.domain.evidence import EvidenceKind, EvidenceStrength
from scrutineer.domain.lines import EvidenceLine, SourceLine
from scrutineer.domain.organisation import Serves
from scrutineer.ui.evidence.columns import FILTERS, NOTHING, columns, passes
from tests.factories import TODAY


def a_line(**over: object) -> EvidenceLine:
    source = SourceLine("e", "evidence", "EX-E-2026-003", "Audit of **thirty** plans.", "Entry", TODAY,
                        EvidenceKind.SINGLE_AUDIT, True)  # fmt: skip
    usual = {"source": source, "strength": EvidenceStrength.STRONG, "shows": ("Nine lack an owner",),
             "about": ("C-2026-002", "C-2026-004"), "links": 2, "files": 0}  # fmt: skip
    return EvidenceLine(**usual | over)


def test_a_line_says_what_it_is_whose_account_and_what_it_shows_about_what():
    assert [column.words(a_line(files=2)) for column in columns(lambda: Serves.CHILDREN)] == [
        "Audit of thirty plans, E-2026-003 · 23 Nov 2026 · 2 files",
        "An agency’s own audit, Strong · more than the agency’s own account",
        "C-2026-002, C-2026-004, Nine lack an owner",
    ]


def test_what_is_no_entry_says_what_it_is_and_what_is_not_linked_says_so():
    voice = SourceLine("f", "finding", "", "They listen.", "Voice", None, EvidenceKind.CHILDREN, True)
    line = a_line(source=voice, strength=None, shows=(), about=(), links=0)
    assert [column.words(line) for column in columns(lambda: Serves.CHILDREN)] == [
        "They listen, Voice", "Children’s voice, more than the agency’s own account", "not linked yet",
    ]  # fmt: skip


def test_a_kind_is_called_after_those_who_are_served():
    voice = SourceLine("f", "finding", "", "They listen.", "Voice", None, EvidenceKind.CHILDREN, True)
    kind = columns(lambda: Serves.ADULTS)[1]
    assert kind.words(a_line(source=voice, strength=None)) == "Adults’ voice, more than the agency’s own account"


@pytest.mark.parametrize(("code", "over", "listed"), [
    ("beyond", {}, True), ("own", {}, False), ("unlinked", {}, False), ("unlinked", {"links": 0}, True),
    ("files", {}, False), ("files", {"files": 1}, True), ("all", {}, True),
])  # fmt: skip
def test_each_filter_lists_what_it_says(code: str, over: dict, listed: bool):
    assert passes(a_line(**over), code) is listed


def test_each_filter_says_what_belongs_there_and_the_last_leaves_nothing_out():
    assert {choice.code for choice in FILTERS} == set(NOTHING)
    assert FILTERS[-1].code == "all"
