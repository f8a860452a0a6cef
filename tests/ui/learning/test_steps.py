"""What can be done next with a finding."""

from __future__ import annotations

from scrutineer.domain.activity import FindingKind
from scrutineer.domain.learning import Adoption, VoiceEntry
from scrutineer.ui.learning.steps import steps_for
from tests.factories import TODAY, a_finding


def steps(finding, adoptions=(), voice=None):
    found = steps_for(finding, adoptions, voice)
    return [step.code for step in found], [step.code for step in found if step.primary]


def test_a_strength_is_passed_on_taken_up_and_thanked_for():
    codes = ["pass_on", "thank", "adopt", "practice", "edit_finding"]
    assert steps(a_finding()) == (codes, ["pass_on"])
    assert steps(a_finding(), [Adoption()]) == (codes, [])


def test_of_a_lesson_what_changed_stands_out_until_it_is_said():
    lesson = a_finding(kind=FindingKind.LEARNING)
    assert steps(lesson)[1] == ["practice"]
    assert steps(a_finding(kind=FindingKind.LEARNING, practice_changed="They ask.", practice_changed_on=TODAY))[1] == []


def test_a_voice_is_kept_before_anything_else():
    voice = a_finding(kind=FindingKind.VOICE)
    assert steps(voice) == (["voice", "put", "edit_finding"], ["voice"])
    assert steps(voice, voice=VoiceEntry()) == (["voice", "put", "edit_finding"], [])


def test_a_question_has_no_further_life_of_its_own():
    assert steps(a_finding(kind=FindingKind.QUESTION))[0] == ["put", "edit_finding"]
