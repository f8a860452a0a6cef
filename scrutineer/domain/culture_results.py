"""What may be shown of answers about scrutiny: counts of a group of five or more, and nothing else.

A smaller group is not shown, and neither is as much else as would let it be worked out from the whole. There is
no score here, no average and no share, and nothing of any agency.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from scrutineer.domain.activity import Level
from scrutineer.domain.culture import SMALLEST_GROUP, CultureAnswer, CultureStatement


class Counts(NamedTuple):
    """How many agreed, partly agreed and did not."""

    agree: int = 0
    partly: int = 0
    disagree: int = 0

    @property
    def people(self) -> int:
        """How many answered."""
        return self.agree + self.partly + self.disagree

    @property
    def words(self) -> str:
        """`31 of 38 agree, 5 partly, 2 do not`."""
        rest = [f"{self.partly} partly"] if self.partly else []
        if self.disagree:
            rest.append(f"{self.disagree} {'does' if self.disagree == 1 else 'do'} not")
        verb = "agrees" if self.agree == 1 else "agree"
        return ", ".join([f"{self.agree or 'none'} of {self.people} {verb}", *rest])

    def plus(self, other: Counts) -> Counts:
        """Both groups together."""
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))


class Result(NamedTuple):
    """What may be shown of one statement: the Partnership, or None; levels; and levels that are not shown."""

    statement: CultureStatement
    partnership: Counts | None
    by_level: Mapping[Level, Counts]
    withheld: tuple[Level, ...]
    words: tuple[str, ...]      # what people wrote, of the Partnership as a whole, whatever their level


def shown(groups: Mapping[Level | None, Counts]) -> tuple[Counts | None, dict[Level | None, Counts]]:
    """What may be shown of some groups: all of them together, and each that may stand by itself.

    Whoever subtracts what is shown from the whole is left with all that is withheld together; so, while that
    would be fewer than five people, the smallest group that is shown is withheld as well.
    """
    whole = Counts()
    for counts in groups.values():
        whole = whole.plus(counts)
    if whole.people < SMALLEST_GROUP:
        return None, {}
    may = {level: counts for level, counts in groups.items() if counts.people >= SMALLEST_GROUP}
    while may and 0 < whole.people - sum(one.people for one in may.values()) < SMALLEST_GROUP:
        del may[min(may, key=lambda level: may[level].people)]
    return whole, may


def result(statement: CultureStatement, answers: Iterable[CultureAnswer]) -> Result:
    """What may be shown of the answers of one round to one statement."""
    groups: dict[Level | None, Counts] = {}
    said: list[str] = []
    for one in answers:
        counts = Counts(one.agree, one.partly, one.disagree)
        groups[one.level] = groups.get(one.level, Counts()).plus(counts)
        said += [] if "examples" in one.private else _lines(one.examples)
    whole, may = shown(groups)
    levels = {level: may[level] for level in Level if level in may}
    withheld = tuple(level for level in Level if level not in may and groups.get(level, Counts()).people)
    return Result(statement, whole, levels, withheld, tuple(sorted(said)) if whole else ())


def results(statements: Sequence[CultureStatement], answers: Iterable[CultureAnswer]) -> list[Result]:
    """A result for each statement to which anybody answered, in the order in which they were asked."""
    of: dict[str | None, list[CultureAnswer]] = {}
    for one in answers:
        if one.people or one.examples.strip():
            of.setdefault(one.statement_id, []).append(one)
    return [result(one, of[one.id]) for one in statements if one.id in of]


def _lines(text: str) -> list[str]:
    """What people wrote, a line for each; the sorting hides whose stood beside whose."""
    return [line.strip().removeprefix("- ") for line in text.splitlines() if line.strip()]
