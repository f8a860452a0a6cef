"""Feedback given: the day, how, and what works to begin with."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from scrutineer.ui.activities import feedback
from tests.factories import TODAY
from tests.ui.activities.conftest import STRENGTH
from tests.ui.window import fill_in, on_sheet


def test_it_is_noted_with_the_day_and_how_it_was_given(register, tools, parent, visit):
    on_sheet(fill_in(how="By telephone, to the team manager"))
    assert feedback.ask(tools, parent, visit.id) == "Feedback on EX-A-2026-001 noted."
    assert register.activities.get(visit.id).feedback_sent_on == TODAY
    assert [note.text for note in register.notes.of(visit.id)] == [
        "Feedback given: By telephone, to the team manager"
    ]


def test_the_strengths_stand_there_to_begin_with_and_no_concern(tools, parent, visit):
    seen = []
    on_sheet(lambda sheet: seen.extend(label.text() for label in sheet.findChildren(QLabel)))
    feedback.ask(tools, parent, visit.id)
    assert f"• {STRENGTH}" in seen
    assert not [words for words in seen if "health" in words]


def test_without_a_day_it_is_refused(register, tools, parent, visit):
    on_sheet(fill_in(feedback_sent_on=None))
    assert feedback.ask(tools, parent, visit.id) == ""
    assert register.activities.get(visit.id).feedback_sent_on is None
