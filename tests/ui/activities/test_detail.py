"""An activity to read: strengths first, what became of each finding, and what is private marked as such."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QTextBrowser, QWidget

from scrutineer.domain.activity import ActivityStatus, AskedBy, LedBy
from scrutineer.domain.note import NoteKind
from scrutineer.ui.activities.detail import ActivityDetail
from scrutineer.ui.widgets.chip import ChipLabel
from scrutineer.ui.widgets.words import as_given
from tests.factories import TODAY, a_challenge
from tests.ui.activities.conftest import CONCERN, STRENGTH
from tests.ui.window import press


@pytest.fixture
def detail(tools, qtbot):
    made = ActivityDetail(tools, "Activity")
    qtbot.addWidget(made)
    made.resize(500, 700)
    made.show()
    return made


def words(detail):
    """Everything on the sheet, in the order in which it was put there."""
    found = []
    for widget in detail.widget().findChildren(QWidget):
        if isinstance(widget, QLabel):
            found.append(as_given(widget.text()))
        elif isinstance(widget, QTextBrowser):
            found.append(widget.toPlainText())
        elif isinstance(widget, ChipLabel):
            found.append(widget.chip.words)
    return found


def test_strengths_come_before_concerns_and_both_are_shown_as_they_will_look(detail, visit):
    detail.show_record(visit.id)
    said = words(detail)
    assert said.index("What works") < said.index(STRENGTH) < said.index("What concerns me")
    assert CONCERN.replace("*", "") in said
    assert "A calm room." in said
    assert said[0] == "EX-A-2026-001 · 16 Nov 2026 · Front door · Visit to the front line · Front line"


def test_an_invitation_and_who_led_are_said(register, detail, visit):
    register.activities.save(replace(visit, asked_by=AskedBy.AGENCY, led_by=LedBy.PEER_AREA))
    detail.show_record(visit.id)
    assert {"Invited by the agency itself", "Led by peer area · I led it"} <= set(words(detail))


def test_a_challenge_is_two_clicks_from_its_finding_and_found_again_there(register, detail, visit, qtbot):
    concern = register.activities.findings(visit.id)[-1]
    detail.show_record(visit.id)
    with qtbot.waitSignal(detail.acted) as heard:
        press(detail, f"put-{concern.id}")
    assert heard.args == ["put", concern.id]
    challenge = register.challenges.draft(register.findings.to_challenge(concern.id))
    detail.show_record(visit.id)
    with qtbot.waitSignal(detail.open_requested) as opened:
        press(detail, f"open-{challenge.id}")
    assert opened.args == ["challenge", challenge.id]


def test_a_challenge_of_the_visit_that_came_from_no_finding_is_shown_too(register, detail, visit):
    challenge = register.challenges.draft(a_challenge(activity_id=visit.id, raised_on=None))
    detail.show_record(visit.id)
    assert "Put from here" in words(detail)
    press(detail, f"open-{challenge.id}")


@pytest.mark.parametrize(("facts", "sentence"), [
    ({}, "Promised by 30 Nov 2026"),
    ({"feedback_due_on": TODAY - timedelta(days=4)}, "Promised by 19 Nov 2026 (2 working days ago)"),
    ({"feedback_sent_on": TODAY}, "Given on 23 Nov 2026."),
])
def test_feedback_says_how_it_stands(register, detail, visit, facts, sentence):
    register.activities.save(replace(visit, **facts))
    detail.show_record(visit.id)
    assert sentence in words(detail)


def test_what_is_ahead_is_noted_from_here_and_owes_no_feedback(register, detail, visit, qtbot):
    register.activities.save(replace(visit, status=ActivityStatus.PLANNED))
    detail.show_record(visit.id)
    assert "Feedback" not in words(detail)
    with qtbot.waitSignal(detail.acted) as heard:
        press(detail, "step-note")
    assert heard.args == ["note", visit.id]


def test_private_texts_say_that_they_are(register, detail, visit):
    register.activities.save(replace(visit, reflection="I talked too much.", private=("reflection", "note")))
    detail.show_record(visit.id)
    assert {"Note · private to me", "My reflection · private to me"} <= set(words(detail))


def test_dated_lines_are_its_story(register, detail, visit):
    register.notes.about(visit, NoteKind.RANG, "Rang to say thank you.")
    detail.show_record(visit.id)
    assert "Rang: Rang to say thank you." in words(detail)


def test_my_time_and_whom_i_met_are_there_once_known(register, detail, visit):
    register.activities.save(replace(visit, people_met="3 social workers", days=1.5))
    detail.show_record(visit.id)
    assert "3 social workers · 1.5 days of mine" in words(detail)


def test_whether_it_was_fair_and_helped_can_be_asked_of_what_took_place(register, detail, visit, qtbot):
    detail.show_record(visit.id)
    with qtbot.waitSignal(detail.acted) as heard:
        press(detail, "step-ask_back")
    assert heard.args == ["ask_back", visit.id]
    out = register.feedback.ask(visit.id, "Team manager", TODAY)
    detail.show_record(visit.id)
    assert "Asked on 23 Nov 2026: Team manager" in words(detail)
    register.feedback.note(replace(out, answered_on=TODAY, text="Fair.", shaped="Earlier in the day."))
    detail.show_record(visit.id)
    assert {"Was it fair, did it help?", "Fair.", "Earlier in the day."} <= set(words(detail))
    register.activities.save(replace(visit, status=ActivityStatus.PLANNED))
    detail.show_record(visit.id)
    assert "Was it fair, did it help?" not in words(detail)
