"""A visit in a record with one agency, and a window over which sheets stand."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scrutineer.domain.activity import Activity, Finding, FindingKind
from scrutineer.domain.organisation import Agency
from scrutineer.register.register import Register
from tests.factories import TODAY, an_activity, an_agency

STRENGTH = "Practitioners knew each child’s story."
CONCERN = "No **health** at strategy meetings."


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    return made


@pytest.fixture
def police(register: Register) -> Agency:
    return register.agencies.save(an_agency())


@pytest.fixture
def visit(register: Register, police: Agency) -> Activity:
    """A visit a week ago to the police, with a strength and a concern, and feedback promised."""
    activity = an_activity(
        agency_ids=(police.id,), place="Front door", note="A *calm* room.", purpose="To see a strategy meeting.",
        feedback_due_on=TODAY + timedelta(days=7), themes=("Neglect",),
    )
    found = (Finding(kind=FindingKind.CONCERN, text=CONCERN), Finding(text=STRENGTH))
    return register.activities.note_what_i_saw(activity, found)
