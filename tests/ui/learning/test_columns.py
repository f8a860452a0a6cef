"""What the list of learning says: the good news in semi-bold, and what became of it."""

from __future__ import annotations

from dataclasses import replace

from scrutineer.domain.activity import Finding, FindingKind
from scrutineer.domain.learning import Adoption
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
    lesson = line_of(register, visit, FindingKind.LEARNING)
    assert became(lesson) is None
    register.learning.note_practice(lesson.id, "They ask.", TODAY)
    assert became(line_of(register, visit, FindingKind.LEARNING)) == "practice changed 23 Nov 2026"


def test_who_took_it_up_is_told_before_thanks(register, visit, police):
    line = line_of(register, visit, thanked_on=TODAY)
    for agency_id, elsewhere in ((police.id, ""), (None, "a neighbour")):
        register.adoptions.adopt(
            Adoption(finding_id=line.id, agency_id=agency_id, elsewhere=elsewhere, adopted_on=TODAY)
        )
    assert became(line_of(register, visit)) == "taken up by Police and a neighbour"


def test_a_voice_says_whether_it_is_kept_asked_about_and_told(register, visit):
    def now():
        return became(line_of(register, visit, FindingKind.VOICE))

    line = line_of(register, visit, FindingKind.VOICE)
    assert now() == "when and where not kept yet"
    kept = register.voices.keep(register.voices.begin(line.id))
    assert now() is None
    register.challenges.draft(register.findings.to_challenge(line.id))
    assert now() == "put as a challenge"
    register.voices.keep(replace(kept, tell_by_on=TODAY))
    assert now() == "to be told by 23 Nov 2026"
    register.voices.tell(kept.id, TODAY, "")
    assert now() == "told 23 Nov 2026"


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
    line = line_of(register, visit, passed_on_on=TODAY, passed_on_to="all")
    assert listed(line) == ["passed", "all"]
    register.adoptions.adopt(Adoption(finding_id=line.id, elsewhere="a neighbour", adopted_on=TODAY))
    register.learning.note_practice(line.id, "They ask.", TODAY)
    assert listed(line_of(register, visit)) == ["taken_up", "log", "all"]
    assert listed(line_of(register, visit, FindingKind.LEARNING)) == ["log", "all"]
    for kind in (FindingKind.VOICE, FindingKind.QUESTION):
        assert listed(line_of(register, visit, kind)) == [kind.value, "all"]
    assert set(NOTHING) == {choice.code for choice in FILTERS}
