from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame
from pytestqt.qtbot import QtBot

from scrutineer.domain.activity import Activity, Finding
from scrutineer.domain.assurance import Conflict
from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.register.register import Register
from scrutineer.ui.agencies.page import AgenciesScreen
from tests.factories import TODAY, an_agency
from tests.ui.agencies.conftest import said


def test_an_agency_shows_good_news_before_what_was_asked(
    screen: AgenciesScreen, register: Register, qtbot: QtBot
) -> None:
    agency = register.agencies.save(an_agency())
    register.activities.note_what_i_saw(
        Activity(title="Front door", held_on=TODAY, agency_ids=(agency.id,)), [Finding(text="A joint hour.")]
    )
    challenge = register.challenges.put_to(
        Challenge(title="Fathers", text="How?", raised_on=TODAY - timedelta(days=30)),
        [Addressee(agency_id=agency.id, due_on=TODAY - timedelta(days=3))],
    )
    words = said(screen)
    assert words.index("A joint hour") < words.index("Fathers")
    assert "since 20 Nov" in words
    heard: list[tuple[str, str]] = []
    screen.open_requested.connect(lambda kind, id_: heard.append((kind, id_)))
    qtbot.keyClick(screen.findChild(QFrame, f"challenge-{challenge.id}"), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert heard == [("challenge", challenge.id)]


def test_of_many_strengths_the_latest_are_shown_and_the_rest_counted(
    screen: AgenciesScreen, register: Register
) -> None:
    agency = register.agencies.save(an_agency())
    register.activities.note_what_i_saw(
        Activity(title="Front door", held_on=TODAY, agency_ids=(agency.id,)),
        [Finding(text=f"Strength {number}.") for number in range(7)],
    )
    assert "and 2 more: open Learning" in said(screen)


def test_a_conflict_of_interest_is_named_while_it_stands(screen: AgenciesScreen, register: Register) -> None:
    agency = register.agencies.save(an_agency())
    conflict = register.conflicts.save(Conflict(
        noted_on=TODAY, agency_id=agency.id, text="I worked there.", handled="The vice-chair reads what I write."
    ))
    told = "Conflict of interest noted 23 Nov 2026: I worked there. The vice-chair reads what I write."
    assert told in said(screen)
    register.conflicts.save(replace(conflict, ended_on=TODAY))
    assert told not in said(screen)
