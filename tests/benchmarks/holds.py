"""How long the window is held: the longest time between two turns of its event loop while a screen opens.

A turn is what lets a key, a click or a repaint through; a fifth of a second goes unnoticed, or nearly. This is a
time, not a ratio, and another machine has another.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget


def longest_hold(screen: QWidget, is_over: Callable[[], bool]) -> str:
    """Open a screen from within a running event loop, and wait until it is over: how long it held the window."""
    loop, beat = QEventLoop(), QTimer()
    turns: list[float] = []

    def begin() -> None:
        turns.append(time.perf_counter())
        screen.resize(1200, 800)
        screen.show()
        beat.start(0)

    def turn() -> None:
        turns.append(time.perf_counter())
        if is_over():
            loop.quit()

    beat.timeout.connect(turn)
    QTimer.singleShot(0, begin)
    loop.exec()
    beat.stop()
    longest, whole = max(b - a for a, b in pairwise(turns)), turns[-1] - turns[0]
    return f"held the window for {longest * 1000:.0f} ms at the longest, and was whole after {whole * 1000:.0f} ms"
