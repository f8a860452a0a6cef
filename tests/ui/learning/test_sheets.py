"""The sheets of a finding's further life: who took it up, what changed, what was heard, and that they were told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scrutineer.domain.activity import FindingKind
from scrutineer.domain.serving import no_names
from scrutineer.ui.learning import practice, taken_up, telling, voice
from scrutineer.ui.widgets.form import Form
from scrutineer.ui.widgets.words import Words
from tests.factories import TODAY, a_finding
from tests.ui.window import fill_in, on_sheet, press

QUOTED = "“It is loud there, always.” (Said in the hub.)"


@pytest.fixture
def strength(register, visit):
    return register.activities.findings(visit.id)[0]


@pytest.fixture
def heard(register, visit):
    return register.findings.save(a_finding(kind=FindingKind.VOICE, text=QUOTED, activity_id=visit.id))


def test_who_took_it_up_is_noted_with_what_shows_it(register, tools, parent, police, visit, strength):
    on_sheet(fill_in(agency_id=police.id, text="Each morning.", shown_by={visit.id: ""}))
    assert taken_up.ask(tools, parent, strength.id) == "Taken up by Police."
    (adoption,) = register.adoptions.of(strength.id)
    assert (adoption.adopted_on, adoption.text) == (TODAY, "Each morning.")
    assert [one.source.id for one in register.evidence.shown(adoption.id)] == [visit.id]


def test_what_was_noted_of_it_can_be_changed(register, tools, parent, strength):
    on_sheet(fill_in(elsewhere="a neighbour"))
    taken_up.ask(tools, parent, strength.id)
    (adoption,) = register.adoptions.of(strength.id)
    on_sheet(fill_in(elsewhere="a neighbouring partnership"))
    assert taken_up.change(tools, parent, adoption.id) == "Taken up by a neighbouring partnership."
    assert [one.id for one in register.adoptions.all()] == [adoption.id]


def test_nobody_who_took_it_up_is_refused_beside_the_field(register, tools, parent, strength):
    seen = []
    on_sheet(lambda sheet: (
        fill_in()(sheet), seen.append(sheet.form.field("elsewhere").accessibleDescription())
    ))
    assert taken_up.ask(tools, parent, strength.id) == ""
    assert seen == ["Say who took it up, or where."]


def test_what_changed_in_practice_may_be_private(register, tools, parent, strength):
    def act(sheet):
        press(sheet, "practice_changed-private")
        fill_in(practice_changed="They ask every father.")(sheet)

    on_sheet(act)
    assert practice.ask(tools, parent, strength.id) == "Noted in the learning log."
    now = register.findings.get(strength.id)
    assert (now.practice_changed, now.practice_changed_on) == ("They ask every father.", TODAY)
    assert now.private == ("practice_changed",)


def test_a_voice_is_kept_in_one_step_with_what_follows_from_its_activity(register, tools, parent, heard, visit):
    on_sheet(fill_in())
    assert voice.ask(tools, parent, heard.id).startswith("Kept.")
    kept = register.voices.of(heard.id)
    assert (kept.heard_on, kept.words) == (visit.held_on, "")


def test_their_words_are_asked_for_once_leave_was_given(register, tools, parent, heard):
    seen = []

    def act(sheet):
        form = sheet.findChild(Form)
        seen.append(no_names(register.partnership.serves) in [one.text() for one in sheet.findChildren(Words)])
        seen.append(form.field("words").isVisibleTo(sheet))
        press(sheet, "is_leave_given")
        seen.append(form.field("words").isVisibleTo(sheet))
        seen.append(form.field("words").value())
        press(sheet, "save")

    on_sheet(act)
    voice.ask(tools, parent, heard.id)
    assert seen == [True, False, True, "It is loud there, always."]
    assert register.voices.of(heard.id).words == "It is loud there, always."


def test_leave_taken_back_takes_the_words_back(register, tools, parent, heard):
    on_sheet(lambda sheet: (press(sheet, "is_leave_given"), press(sheet, "save")))
    voice.ask(tools, parent, heard.id)
    on_sheet(lambda sheet: (press(sheet, "is_leave_given"), press(sheet, "save")))
    voice.ask(tools, parent, heard.id)
    assert (register.voices.of(heard.id).words, register.voices.of(heard.id).is_leave_given) == ("", False)


def test_they_are_told_today_and_how(register, tools, parent, heard):
    kept = register.voices.keep(register.voices.begin(heard.id))
    on_sheet(fill_in(told_how="in person", happened="They laid carpets."))
    assert telling.ask(tools, parent, kept.id) == "Noted: they know what happened."
    now = register.voices.get(kept.id)
    assert (now.told_on, now.told_how, now.happened) == (TODAY, "in person", "They laid carpets.")


def test_told_before_they_were_heard_is_refused(register, tools, parent, heard):
    kept = register.voices.keep(register.voices.begin(heard.id))
    on_sheet(fill_in(told_on=kept.heard_on - timedelta(days=1)))
    assert telling.ask(tools, parent, kept.id) == ""
