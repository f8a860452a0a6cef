"""Every test of the window wears the light scheme, and nothing it leaves behind reaches the next one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from scrutineer.register.register import Register
from scrutineer.ui import theme
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.field import Desk
from tests.ui import fakes, window


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


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Register]:
    """A new record on Monday 23 November 2026, with a key that is quick to derive."""
    made = window.begun(tmp_path, monkeypatch)
    yield made
    made.close()


@pytest.fixture
def tools(register: Register, tmp_path: Path) -> Tools:
    """What a screen over that record is handed."""
    return window.tools_for(register, tmp_path)
