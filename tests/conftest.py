"""What every test stands on: no screen, no network, British dates, and no warning that nobody expected."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_NETWORK = {socket.AF_INET, socket.AF_INET6}
# Said by Qt's screenless platform of itself, and of no fault of ours.
_HARMLESS = ("This plugin does not support",)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A warning of Qt fails the test in which it was said."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
        item.add_marker(pytest.mark.qt_log_ignore(*_HARMLESS, extend=True))


@pytest.fixture(scope="session", autouse=True)
def _british() -> None:
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """This program never reaches for the network; a test that makes it try fails."""
    honest = socket.socket

    class Local(honest):
        def __init__(self, family: int = -1, *args: object, **kwargs: object) -> None:
            if family in {-1, *_NETWORK}:
                raise AssertionError("something reached for the network")
            super().__init__(family, *args, **kwargs)

    monkeypatch.setattr(socket, "socket", Local)


class _Listening(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def expected_warnings() -> list[logging.LogRecord]:
    """Ask for this to allow warnings in the log; those of our own that came are in it afterwards."""
    return []


@pytest.fixture(autouse=True)
def _no_unexpected_warning(request: pytest.FixtureRequest) -> Iterator[None]:
    listening = _Listening()
    log = logging.getLogger("scrutineer")
    log.addHandler(listening)
    if "expected_warnings" in request.fixturenames:
        listening.records = request.getfixturevalue("expected_warnings")
    yield
    log.removeHandler(listening)
    if "expected_warnings" not in request.fixturenames:
        said = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in listening.records]
        assert not said, "unexpected in the log: " + "; ".join(said)
