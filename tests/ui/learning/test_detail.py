"""A finding in full: the good news is the largest thing on the screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QTextBrowser

from scrutineer.domain.activity import FindingKind
from scrutineer.domain.learning import Adoption, VoiceEntry
from scrutineer.domain.note import NoteKind
from scrutineer.ui.learning.detail import FindingDetail
from tests.factories import TODAY, a_finding
from tests.ui.activities.conftest import STRENGTH
from tests.ui.activities.test_detail import words
from tests.ui.window import press


@pytest.fixture
def detail(tools, qtbot):
    made = FindingDetail(tools, "What works")
    qtbot.addWidget(made)
    made.resize(500, 700)
    made.show()
    return made


@pytest.fixture
def strength(register, visit):
    return register.activities.findings(visit.id)[0]


def size_of(detail):
    return detail.widget().findChild(QTextBrowser).font().pointSizeF() / detail.font().pointSizeF()


def test_what_works_is_read_large(register, detail, visit, strength):
    detail.show_record(strength.id)
    assert STRENGTH in words(detail)
    assert words(detail)[0] == "What works · Police · 16 Nov 2026"
    assert size_of(detail) == pytest.approx(1.4)
    question = register.findings.save(a_finding(kind=FindingKind.QUESTION))
    detail.show_record(question.id)
    assert size_of(detail) < 1.4


def test_it_says_who_could_use_it_and_what_became_of_it(register, detail, strength):
    detail.show_record(strength.id)
    assert "Nobody is named yet; Edit is the place to say who." in words(detail)
    register.findings.save(replace(strength, who_could_use="the districts"))
    register.findings.pass_on(strength.id, "one district", TODAY)
    register.findings.thank(strength.id, TODAY)
    detail.show_record(strength.id)
    assert {"the districts", "To one district, on 23 Nov 2026.", "On 23 Nov 2026."} <= set(words(detail))


def test_it_leads_to_its_activity_and_to_what_was_asked_because_of_it(register, detail, visit, qtbot):
    voice = register.findings.save(a_finding(kind=FindingKind.VOICE, activity_id=visit.id))
    challenge = register.challenges.draft(register.findings.to_challenge(voice.id))
    register.notes.about(voice, NoteKind.NOTE, "Told them what was asked.")
    detail.show_record(voice.id)
    for id_, kind in ((visit.id, "activity"), (challenge.id, "challenge")):
        with qtbot.waitSignal(detail.open_requested) as heard:
            press(detail, f"open-{id_}")
        assert heard.args == [kind, id_]
    assert "Noted: Told them what was asked." in words(detail)
    assert "Who could use this" not in words(detail)


def test_private_words_say_that_they_are(register, detail, strength):
    register.findings.save(replace(strength, private=("text",)))
    detail.show_record(strength.id)
    assert words(detail)[0].endswith(" · private to me")


def test_who_took_it_up_stands_with_what_they_do_and_what_shows_it(register, detail, visit, police, strength, qtbot):
    adoption = register.adoptions.adopt(
        Adoption(finding_id=strength.id, agency_id=police.id, adopted_on=TODAY, text="Each morning."), [visit]
    )
    register.learning.note_practice(strength.id, "They ask every father.", TODAY)
    detail.show_record(strength.id)
    said = words(detail)
    assert {"Taken up by", "Police", "since 23 Nov 2026", "Each morning."} <= set(said)
    assert {"What changed in practice", "They ask every father.", "Since 23 Nov 2026."} <= set(said)
    with qtbot.waitSignal(detail.open_requested) as heard:
        press(detail, f"open-{visit.id}")
    for code in ("change_adoption", "link_evidence"):
        with qtbot.waitSignal(detail.acted) as heard:
            press(detail, f"{code}-{adoption.id}")
        assert heard.args == [code, adoption.id]


def test_a_voice_says_when_what_was_asked_and_whether_they_were_told(register, detail, visit, qtbot):
    voice = register.findings.save(a_finding(kind=FindingKind.VOICE, activity_id=visit.id))
    detail.show_record(voice.id)
    assert any(line.startswith("Not kept yet.") for line in words(detail))
    kept = register.voices.keep(VoiceEntry(
        finding_id=voice.id, heard_on=TODAY, how_many=6, is_leave_given=True, words="It is loud.",
        asked="Can it be quieter?", happened="They laid carpets.", tell_by_on=TODAY,
    ))
    register.challenges.draft(register.findings.to_challenge(voice.id))
    detail.show_record(voice.id)
    said = words(detail)
    assert {"Young person · 6 of them · 23 Nov 2026", "It is loud.", "Can it be quieter?", "They laid carpets."} <= set(
        said
    )
    assert said.count("What was asked because of it") == 1
    assert "Promised by 23 Nov 2026." in said
    with qtbot.waitSignal(detail.acted) as heard:
        press(detail, "step-tell")
    assert heard.args == ["tell", kept.id]
