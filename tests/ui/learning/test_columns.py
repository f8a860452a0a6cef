"""What the list of learning says: the good news in semi-bold, and what became of it."""

from __future__ import annotations

from dataclasses import replace

from scrutineer.domain.activity import Finding, FindingKind
from scrutineer.ui.learning.columns import COLUMNS, FILTERS, KINDS, NOTHING, passes
from tests.factories import TODAY
from tests.ui.activities.conftest import STRENGTH


def line_of(register, visit, kind=FindingKind.STRENGTH, **over):
    finding = next((one for one in register.activities.findings(visit.id) if one.kind is kind), None)
    finding = finding or Finding(kind=kind, activity_id=visit.id, text="Said.")
    saved = register.findings.save(replace(finding, **over))
    return next(line for line in register.learning.lines() if line.id == saved.id)


def became(line):
    chip = COLUMNS[1].chip(line)
    return chip.words if chip else None


def test_a_strength_stands_in_semi_bold_with_where_it_was_seen(register, visit):
    line = line_of(register, visit, text=f"{STRENGTH} **Every** time.")
    what = COLUMNS[0]
    assert (what.strong(line), what.text(line)) == (STRENGTH.rstrip("."), "")
    assert what.second(line) == "Police · from Front door visited, 16 Nov 2026"


def test_somebodys_own_words_are_not_taken_apart(register, visit):
    line = line_of(register, visit, FindingKind.VOICE, text="“I told it. *Eleven* times.”")
    assert COLUMNS[0].text(line) == "“I told it. Eleven times.”"
    assert COLUMNS[0].second(line).startswith("Voice · ")


def test_what_became_of_it_is_told_as_far_as_it_has_come(register, visit):
    assert became(line_of(register, visit)) == "not passed on yet"
    assert became(line_of(register, visit, passed_on_on=TODAY, passed_on_to="the districts")) == (
        "passed on to the districts"
    )
    assert became(line_of(register, visit, thanked_on=TODAY)) == "thanked 23 Nov 2026"
    assert became(line_of(register, visit, FindingKind.VOICE)) is None


def test_a_question_that_was_asked_says_so(register, visit):
    line = line_of(register, visit, FindingKind.QUESTION)
    register.challenges.draft(register.findings.to_challenge(line.id))
    assert became(line_of(register, visit, FindingKind.QUESTION)) == "put as a challenge"


def test_concerns_are_never_listed_with_what_works(register, visit):
    assert FindingKind.CONCERN not in KINDS
    assert {line.kind for line in register.learning.lines(KINDS)} == {FindingKind.STRENGTH}


def test_each_filter_lists_what_it_says(register, visit):
    def listed(line):
        return [choice.code for choice in FILTERS if passes(line, choice.code)]

    assert listed(line_of(register, visit)) == ["waiting", "all"]
    assert listed(line_of(register, visit, passed_on_on=TODAY, passed_on_to="all")) == ["passed", "all"]
    for kind in (FindingKind.VOICE, FindingKind.LEARNING, FindingKind.QUESTION):
        assert listed(line_of(register, visit, kind)) == [kind.value, "all"]
    assert set(NOTHING) == {choice.code for choice in FILTERS}
