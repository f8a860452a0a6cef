"""Every test of the window wears the light scheme, and nothing it leaves behind reaches the next one."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from scrutineer.ui import theme
from scrutineer.ui.widgets.field import Desk
from tests.ui import fakes


@pytest.fixture(autouse=True)
def app(qapp: QApplication) -> QApplication:
    """The one application, dressed."""
    if theme.current.ring is None or theme.is_dark():
        theme.apply(qapp, "light")
    return qapp


@pytest.fixture
def desk() -> Desk:
    """What fields borrow: jobs that run at once, Monday 23 November 2026."""
    return fakes.desk()
