"""How long work reports where it is and is asked to stop, without knowing who watches."""

from __future__ import annotations

from typing import Protocol


class Cancelled(Exception):
    """Raised by `progress` when the person asked to stop; nothing half-done may be left behind."""


class Progress(Protocol):
    """Called now and then with the share done (0 to 1) and a sentence; may raise `Cancelled`."""

    def __call__(self, fraction: float, sentence: str) -> None: ...


def no_progress(fraction: float, sentence: str) -> None:
    """For work that nobody watches."""
