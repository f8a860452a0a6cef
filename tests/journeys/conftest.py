"""A journey begins in a home of its own: quick keys, own habits, nothing of the person who runs the tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from scrutineer import paths
from scrutineer.storage import key
from scrutineer.ui import theme
from tests.journeys.person import Person
from tests.reports.conftest import violations

__all__ = ["violations"]


@pytest.fixture
def me(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    """Somebody in front of the program, which has not been started yet."""
    if theme.current.ring is None or theme.is_dark():
        theme.apply(qapp, "light")
    monkeypatch.setattr(key, "ROUNDS", 1)
    monkeypatch.setattr(paths, "home", lambda: tmp_path / "home")
    (tmp_path / "home").mkdir()
    person = Person(tmp_path)
    yield person
    person.leave()
