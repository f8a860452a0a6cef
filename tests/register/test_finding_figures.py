"""What a paper may tell of a finding: its further life goes with it, and private words do not."""

from datetime import date

from scrutineer.domain.activity import Finding, FindingKind
from scrutineer.domain.learning import Adoption, VoiceEntry
from scrutineer.register.finding_figures import finding_figure
from scrutineer.register.shelves import Shelves
from tests.factories import TODAY, an_activity


def figure(register, finding):
    shelves = Shelves(register.desk.reader)
    return finding_figure(shelves, register.desk.names(), finding, register.activities.get(finding.activity_id))


def found(register, **over):
    activity = register.activities.save(an_activity(title="A visit"))
    return register.findings.save(Finding(activity_id=activity.id, text="They ring back.", **over))


def test_who_took_a_strength_up_is_told_once_each_and_what_changed(register, begun):
    strength = found(register, practice_changed="They ring at ten.", practice_changed_on=TODAY)
    for adoption in (Adoption(agency_id=begun.icb.id), Adoption(agency_id=begun.icb.id), Adoption(elsewhere="Custody")):
        register.adoptions.save(Adoption(finding_id=strength.id, agency_id=adoption.agency_id,
                                         elsewhere=adoption.elsewhere))  # fmt: skip
    told = figure(register, strength)
    assert told.taken_up_by == ("ICB", "Custody")
    assert told.practice_changed == "They ring at ten."
    assert (told.activity, told.asked, told.told_on) == ("A visit", "", None)


def test_what_a_voice_led_to_is_told_unless_it_is_private(register, begun):
    voice = found(register, kind=FindingKind.VOICE)
    heard_on, told_on = date(2026, 11, 1), date(2026, 11, 20)
    kept = register.voices.save(VoiceEntry(
        finding_id=voice.id, heard_on=heard_on, asked="I asked who listens.", told_on=told_on,
    ))
    told = figure(register, voice)
    assert (told.asked, told.told_on) == ("I asked who listens.", date(2026, 11, 20))
    register.voices.save(type(kept)(id=kept.id, finding_id=voice.id, asked="SECRET", private=("asked",)))
    assert figure(register, voice).asked == ""


def test_private_words_are_not_told_at_all(register, begun):
    assert figure(register, found(register, private=("text",))) is None
