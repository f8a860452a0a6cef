"""What became of what was found: taken up with evidence, practice that changed, voices kept and told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from scrutineer.domain.activity import ActivityType, FindingKind, LedBy
from scrutineer.domain.errors import NotFound
from scrutineer.domain.learning import Adoption, VoiceEntry, Whose
from scrutineer.domain.organisation import Serves
from tests.factories import TODAY, a_finding, an_activity
from tests.register.conftest import refused

DAY = timedelta(days=1)


@pytest.fixture
def visit(register, begun):
    return register.activities.save(an_activity(place="Youth hub", agency_ids=(begun.la.id,)))


@pytest.fixture
def found(register, visit):
    """Something found there, of a kind."""
    def found(kind=FindingKind.STRENGTH, **over):
        return register.findings.save(a_finding(kind=kind, activity_id=visit.id, **over))

    return found


def line_of(register, finding):
    return next(line for line in register.learning.lines() if line.id == finding.id)


def test_a_strength_is_taken_up_with_what_shows_it(register, begun, found, visit):
    strength = found()
    saved = register.adoptions.adopt(
        Adoption(finding_id=strength.id, agency_id=begun.icb.id, adopted_on=TODAY, text="Each morning."), [visit]
    )
    register.adoptions.adopt(Adoption(
        finding_id=strength.id, agency_id=begun.police.id, elsewhere="the night team", adopted_on=TODAY - DAY
    ))
    assert saved.scrutineer_id == register.desk.me
    assert [one.source for one in register.evidence.shown(saved.id)] == [visit]
    assert register.evidence.linked(saved.id) == saved
    line = line_of(register, strength)
    assert line.taken_up_by == ("Police, the night team", "ICB")
    assert line.taken_up_on == TODAY


def test_taken_up_needs_somebody_a_day_and_something_that_works(register, begun, found):
    strength, concern = found(), found(FindingKind.CONCERN)
    assert set(refused(register.adoptions.adopt, Adoption(finding_id=strength.id))) == {"elsewhere", "adopted_on"}
    about_a_concern = Adoption(finding_id=concern.id, agency_id=begun.icb.id, adopted_on=TODAY)
    assert set(refused(register.adoptions.adopt, about_a_concern)) == {"finding_id"}
    with pytest.raises(NotFound):
        register.adoptions.adopt(replace(about_a_concern, finding_id="0" * 32))
    assert register.adoptions.all() == []


def test_what_changed_in_practice_is_noted_of_lessons_and_strengths(register, found):
    lesson, question = found(FindingKind.LEARNING), found(FindingKind.QUESTION)
    assert set(refused(register.learning.note_practice, lesson.id, " ", None)) == {
        "practice_changed", "practice_changed_on"
    }
    assert set(refused(register.learning.note_practice, question.id, "They ask.", TODAY)) == {"practice_changed"}
    saved = register.learning.note_practice(lesson.id, "They ask every father.", TODAY)
    assert (saved.practice_changed, saved.practice_changed_on) == ("They ask every father.", TODAY)
    assert (line_of(register, lesson).has_changed_practice, line_of(register, lesson).changed_on) == (True, TODAY)


def test_a_voice_takes_over_from_its_activity_when_and_where_it_was_heard(register, found, visit):
    voice = register.voices.begin(found(FindingKind.VOICE).id)
    assert (voice.heard_on, voice.heard_at, voice.whose) == (visit.held_on, "Youth hub", Whose.PRACTITIONER)
    assert voice.scrutineer_id == register.desk.me
    assert register.voices.all() == []


@pytest.mark.parametrize(("form", "serves", "whose"), [
    (ActivityType.CHILDREN_ENGAGEMENT, Serves.CHILDREN, Whose.YOUNG_PERSON),
    (ActivityType.PARENT_CARER_ENGAGEMENT, Serves.ADULTS, Whose.PARENT_CARER),
    (ActivityType.CHILDREN_ENGAGEMENT, Serves.ADULTS, Whose.ADULT),
    (ActivityType.WORKSHOP, Serves.ALL_AGES, Whose.YOUNG_PERSON),
])
def test_whose_voice_it_is_follows_from_the_form_and_from_whom_the_partnership_serves(
    register, found, visit, form, serves, whose
):
    register.activities.save(replace(visit, type=form))
    register.partnerships.save(replace(register.partnership, serves=serves))
    assert register.voices.begin(found(FindingKind.VOICE).id).whose is whose


def test_a_voice_is_kept_once_and_told(register, found):
    heard = found(FindingKind.VOICE)
    kept = register.voices.keep(replace(register.voices.begin(heard.id), tell_by_on=TODAY + 9 * DAY))
    assert register.voices.begin(heard.id) == kept
    twice = VoiceEntry(finding_id=heard.id, heard_on=TODAY)
    assert set(refused(register.voices.keep, twice)) == {"finding_id"}
    assert (line_of(register, heard).is_kept, line_of(register, heard).tell_by_on) == (True, TODAY + 9 * DAY)
    assert set(refused(register.voices.tell, kept.id, None, "")) == {"told_on"}
    told = register.voices.tell(kept.id, TODAY, "in person", "They moved the chairs.")
    assert (told.told_on, told.told_how, told.happened) == (TODAY, "in person", "They moved the chairs.")
    assert register.voices.tell(kept.id, TODAY, "by letter").happened == "They moved the chairs."
    assert line_of(register, heard).told_on == TODAY


def test_only_what_was_heard_has_a_voice_and_a_day_and_words_only_with_leave(register, found):
    strength, heard = found(), found(FindingKind.VOICE)
    assert set(refused(register.voices.keep, register.voices.begin(strength.id))) == {"finding_id"}
    assert set(refused(register.voices.keep, VoiceEntry(finding_id=heard.id, words="Loud."))) == {
        "heard_on", "is_leave_given"
    }


@pytest.mark.parametrize(("kind", "led_by", "put_for"), [
    (FindingKind.QUESTION, LedBy.YOUNG_PEOPLE, "Young scrutineers"),
    (FindingKind.QUESTION, LedBy.SCRUTINEER, ""),
    (FindingKind.CONCERN, LedBy.YOUNG_PEOPLE, ""),
])
def test_a_question_of_young_scrutineers_is_put_on_their_behalf(register, found, visit, kind, led_by, put_for):
    register.activities.save(replace(visit, led_by=led_by))
    assert register.findings.to_challenge(found(kind).id).put_for == put_for


def test_a_list_of_findings_is_told_without_those_of_other_kinds_the_latest_first(register, found, begun):
    old = register.activities.save(an_activity(held_on=date(2025, 1, 1)))
    first = register.findings.save(a_finding(activity_id=old.id))
    second = found()
    found(FindingKind.CONCERN)
    assert [line.id for line in register.learning.lines([FindingKind.STRENGTH])] == [second.id, first.id]


def test_an_activity_is_found_by_its_reference_whole_or_short(register, visit):
    for reference in (visit.reference, "a-2026-001 "):
        assert register.activities.by_reference(reference) == visit
    for reference in ("A-1999-001", ""):
        with pytest.raises(NotFound):
            register.activities.by_reference(reference)
