"""A small plan of the year 2026–27, on Monday 23 November 2026."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scrutineer.domain.plan import PlanItem
from scrutineer.register.register import Register

Plan = Callable[..., PlanItem]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """A window over which sheets stand."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    return made


@pytest.fixture
def plan(register: Register) -> Plan:
    """Put an item into the plan."""

    def plan(title: str = "Front door", month: date | None = date(2026, 12, 1), **over: object) -> PlanItem:
        return register.plan_items.plan(PlanItem(**{"title": title, "planned_on": month, "days": 1.0} | over))

    return plan
