"""What goes back to those who were heard: nothing private, no words without leave, and every name in full."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from scrutineer.domain.action import Action
from scrutineer.domain.activity import FindingKind
from scrutineer.domain.challenge import Addressee, Visibility
from scrutineer.domain.learning import VoiceEntry, Whose
from tests.factories import TODAY, a_finding, an_activity
from tests.register.conftest import refused

DAY = timedelta(days=1)
QUOTED = "“It is loud there, always.” (Said in the hub.)"


@pytest.fixture
def visit(register):
    return register.activities.save(an_activity())


@pytest.fixture
def heard(register, visit):
    """A voice that is kept: what was found, and what is known of it."""
    def heard(text="They find the room loud.", **over):
        finding = register.findings.save(a_finding(kind=FindingKind.VOICE, text=text, activity_id=visit.id))
        voice = VoiceEntry(finding_id=finding.id, heard_on=TODAY - 9 * DAY)
        register.voices.keep(replace(voice, **over))
        return finding

    return heard


def only(register, activity=None):
    (voice,) = register.figures.you_said(None, None, activity).voices
    return voice


def ask(register, finding, *parties, **over):
    challenge = replace(register.findings.to_challenge(finding.id), **over)
    return register.challenges.put_to(challenge, [Addressee(agency_id=id_) for id_ in parties])


def test_it_tells_what_was_said_asked_and_done(register, heard, begun):
    finding = heard(asked="Can it be quieter?", happened="They put in carpets.", tell_by_on=TODAY, told_on=TODAY)
    ask(register, finding, begun.la.id, put_for="Young scrutineers", text="How is noise dealt with?")
    voice = only(register)
    assert (voice.said, voice.words, voice.asked, voice.happened) == (
        "They find the room loud.", "", "Can it be quieter?", "They put in carpets."
    )
    (asked,) = voice.questions
    assert (asked.question, asked.put_for) == ("How is noise dealt with?", "Young scrutineers")
    assert [party.name for party in asked.parties] == ["Exampleshire Council"]


def test_their_own_words_are_told_only_with_leave(register, heard):
    heard(QUOTED, words="It is loud there, always.", is_leave_given=True)
    assert only(register).words == "It is loud there, always."


def test_what_quotes_somebody_without_leave_is_not_told(register, heard):
    heard(QUOTED)
    assert list(refused(register.figures.you_said, None, None).values()) == [
        "All that was heard is in their own words, and no leave to use them is on record; say it in yours."
    ]


def test_nothing_private_is_told(register, heard, begun):
    finding = heard(asked="Between us.", happened="Also between us.", private=("asked", "happened"))
    ask(register, finding, begun.la.id, visibility=Visibility.PRIVATE)
    voice = only(register)
    assert (voice.asked, voice.happened, voice.questions) == ("", "", ())
    register.findings.save(replace(finding, private=("text",)))
    refused(register.figures.you_said, None, None)


def test_a_draft_was_not_asked_yet(register, heard):
    register.challenges.draft(register.findings.to_challenge(heard().id))
    assert only(register).questions == ()


def test_each_party_tells_how_far_it_has_come(register, heard, begun, answer):
    challenge = ask(register, heard(), *begun.partners)
    first, second, _ = register.challenges.parts(challenge.id)
    answer(first)
    answer(second)
    register.courses.agree_action(second.id, [Action(text="Lay carpets.", due_on=TODAY)])
    register.actions.report_done(register.challenges.actions(second.id)[0].id, TODAY)
    la, police, icb = only(register).questions[0].parties
    assert (la.has_answered, la.did, la.due_on) == (True, (), None)
    assert police.did == ("Lay carpets.",)
    assert (icb.has_answered, icb.due_on is not None, icb.is_over) == (False, True, False)


def test_voices_of_the_year_are_told_and_others_only_when_they_are_asked_for(register, heard, visit):
    heard("Long ago.", heard_on=TODAY - 400 * DAY)
    heard("By a nurse.", whose=Whose.PRACTITIONER)
    heard("Of late.")
    heard("Before that.", heard_on=TODAY - 20 * DAY)
    assert [one.said for one in register.figures.you_said(None, None).voices] == ["Of late.", "Before that."]
    page = register.figures.you_said(None, None, visit)
    assert [one.said for one in page.voices] == ["By a nurse.", "Of late.", "Before that.", "Long ago."]
    assert page.about == visit.title
    (old,) = register.figures.you_said(TODAY - 401 * DAY, TODAY - 399 * DAY).voices
    assert old.said == "Long ago."


def test_a_voice_that_is_not_kept_or_was_removed_is_not_told(register, heard, visit):
    register.findings.save(a_finding(kind=FindingKind.VOICE, activity_id=visit.id))
    register.findings.remove(heard())
    assert "keep when and where" in refused(register.figures.you_said, None, None)[""]
    assert "ends_on" in refused(register.figures.you_said, TODAY, TODAY - DAY)
