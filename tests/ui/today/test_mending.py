"""Each row of Today leads to the sheet that mends it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, Position, Status
from scrutineer.domain.note import NoteKind
from scrutineer.register.register import Register
from scrutineer.register.replies import Answer
from scrutineer.ui.today import mending
from scrutineer.ui.tools import Tools
from tests.factories import TODAY, a_reply, an_agency
from tests.ui.window import fill_in, on_sheet


@pytest.fixture
def parent(register: Register, qtbot: QtBot) -> Iterator[QWidget]:
    """A window below the sheets, which are gone before the record is closed."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    yield made
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def agreed(register: Register) -> Action:
    """An action that the police agreed."""
    agency = register.agencies.save(an_agency())
    challenge = register.challenges.put_to(Challenge(title="", text="Who?"), [Addressee(agency_id=agency.id)])
    (part,) = register.challenges.parts(challenge.id)
    register.replies.record(a_reply(), {part.id: Answer(Position.ACCEPTED)})
    register.courses.agree_action(part.id, [Action(text="Audit.", due_on=TODAY)])
    return register.challenges.actions(part.id)[0]


def test_what_changed_is_said_of_what_was_closed_without_a_word(
    tools: Tools, register: Register, parent: QWidget
) -> None:
    agency = register.agencies.save(an_agency())
    party = Addressee(agency_id=agency.id, status=Status.CLOSED, closed_on=TODAY - timedelta(days=9))
    challenge = register.challenges.as_found(Challenge(title="Old"), [party])
    (part,) = register.challenges.parts(challenge.id)
    assert register.today_page().loose_ends[0].deed == "say_what_changed"
    on_sheet(fill_in(
        what_changed="A form.", outcome=Outcome.PROCESS_CHANGED_ONLY, impact_level=ImpactLevel.PROCESS_CHANGED
    ))
    assert mending.say_what_changed(tools, parent, part.id) == "What changed at Police is on record."
    assert register.challenges.part(part.id).what_changed == "A form."
    assert "say_what_changed" not in {row.deed for row in register.today_page().loose_ends}


def test_left_as_it_is_nothing_is_written(tools: Tools, register: Register, parent: QWidget, agreed: Action) -> None:
    part = register.challenges.part(agreed.addressee_id)
    on_sheet(lambda sheet: sheet.reject())
    assert mending.say_what_changed(tools, parent, part.id) == ""
    assert register.challenges.part(part.id) == part


def test_who_agreed_an_action_is_chased_about_it(
    tools: Tools, register: Register, parent: QWidget, agreed: Action
) -> None:
    on_sheet(fill_in())
    assert mending.chase_action(tools, parent, agreed.id) == "Chased on 23 Nov 2026: Police."
    assert [note.kind for note in register.notes.of(agreed.addressee_id or "")] == [NoteKind.CHASED]


def test_how_to_test_is_said_where_all_actions_are_done(
    tools: Tools, register: Register, parent: QWidget, agreed: Action
) -> None:
    register.actions.report_done(agreed.id, TODAY)
    on_sheet(fill_in(test_plan="Read ten.", test_on=TODAY + timedelta(days=40)))
    assert "tested" in mending.test(tools, parent, agreed.addressee_id or "")
    assert register.challenges.part(agreed.addressee_id).status is Status.TESTING_IMPACT
