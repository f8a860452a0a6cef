"""Two acts that take turns, and the ratio of their medians: the only figure that another machine repeats."""

from __future__ import annotations

import gc
import resource
import statistics
import time
from collections.abc import Callable

Act = Callable[[], object]

ROUNDS = 7


def seconds(act: Act) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def compare(
    title: str, ours: Act, theirs: Act, aim: str, *, rounds: int = ROUNDS, per: int = 1, ready: Act = gc.collect
) -> None:
    """Print the ratio of the medians of two acts that took turns; `per` is how many times as much ours had to do.

    `ready` comes before each of them and is not measured, so that neither clears up behind the other.
    """
    mine: list[float] = []
    others: list[float] = []
    for _ in range(rounds):
        for act, took in ((theirs, others), (ours, mine)):
            ready()
            took.append(seconds(act))
    a, b = statistics.median(mine), statistics.median(others)
    print(f"{title}: {a / b / per:.2f} times ({a * 1000:.1f} ms against {b * 1000:.1f} ms; aim: {aim})", flush=True)


def peak(of: int = resource.RUSAGE_SELF) -> str:
    """The most memory that this process, or its largest child, has held so far: `312 MB`."""
    kilobytes = resource.getrusage(of).ru_maxrss
    return f"{kilobytes / 1024:,.0f} MB"
