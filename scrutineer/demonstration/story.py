"""The story as deeds, each on its day, done in the order of their days whatever order they are told in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import groupby

from scrutineer.demonstration.days import Days
from scrutineer.demonstration.source import Source
from scrutineer.domain.progress import Progress
from scrutineer.register.register import Register


class Story:
    """What is to be done with a register, and when."""

    def __init__(self, register: Register, days: Days, source: Source) -> None:
        self.register = register
        self.days = days
        self.source = source
        self._deeds: list[tuple[int, Callable[[], object]]] = []

    def on(self, day: int, verb: Callable[..., object], *words: object, **more: object) -> None:
        """On this day of the story, do this."""
        self._deeds.append((day, partial(verb, *words, **more)))

    def live(self, progress: Progress) -> None:
        """Do everything, day by day, each day in one act; on a day in the order in which it was told."""
        days = groupby(sorted(self._deeds, key=_day), key=_day)
        done = 0
        for day, deeds in days:
            self.days.go_to(day)
            with self.register.desk.act():
                for _, deed in deeds:
                    deed()
                    done += 1
            progress(done / len(self._deeds), "Writing the year")
        self.days.come_home()


def _day(told: tuple[int, Callable[[], object]]) -> int:
    return told[0]
