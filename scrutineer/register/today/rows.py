"""The rows of Today's cards, and how many there are: put in words only when they are looked at.

A card shows five of its rows, so a card with a thousand costs hardly more than one with five. What a row
says is worked out from what was read with the page; nothing here reads the record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple, TypeVar, overload

from scrutineer.domain.challenge import ImpactLevel
from scrutineer.domain.text import opening

F = TypeVar("F")

_LONGEST = 200      # characters of a first sentence


class Row(NamedTuple):
    """One line of a card. `kind` and `id` say what opens; `deed` is what can be done without opening it, with
    what `deed_id` names.

    `changed` is how much has changed, where that is the news; a quiet row is only a suggestion.
    """

    kind: str
    id: str
    title: str
    detail: str
    when: str
    on: date | None = None
    is_late: bool = False
    deed: str = ""
    deed_id: str = ""
    changed: ImpactLevel | None = None
    is_quiet: bool = False


class Line(NamedTuple):
    """A row that is not in words yet; `on` is the day by which it is sorted, as ISO text, or "" for none."""

    on: str
    say: Callable[[], Row]


def lines(found: Iterable[F], on: Callable[[F], str | None], say: Callable[[F], Row]) -> list[Line]:
    """A line for each thing that was found."""
    return [Line(on(one) or "", partial(say, one)) for one in found]


class Rows(Sequence[Row]):
    """The rows of one card, in their order; `aside` are a few soft words beside its title."""

    def __init__(self, found: Iterable[Line] = (), aside: str = "") -> None:
        self._lines = list(found)
        self.aside = aside

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, place: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(place, slice):
            return tuple(line.say() for line in self._lines[place])
        return self._lines[place].say()

    def __iter__(self) -> Iterator[Row]:
        return (line.say() for line in self._lines)

    def __eq__(self, other: object) -> Any:
        """Rows are told by what they say."""
        return tuple(self) == tuple(other) if isinstance(other, Sequence) else NotImplemented

    __hash__ = None  # type: ignore[assignment]      # told by what they say, which is long

    def __repr__(self) -> str:
        return f"Rows({list(self)!r})"


def soonest(found: Iterable[Line]) -> list[Line]:
    """The earliest day first, and what has none last."""
    return sorted(found, key=lambda line: line.on or "~")


def newest(found: Iterable[Line]) -> list[Line]:
    """The latest day first, and what has none last."""
    return sorted(found, key=lambda line: line.on, reverse=True)


class Today(NamedTuple):
    """The six cards of the page, in the order in which they are read."""

    needs_me: Rows = Rows()
    worth_passing_on: Rows = Rows()
    awaited: Rows = Rows()
    fortnight: Rows = Rows()
    to_test: Rows = Rows()
    loose_ends: Rows = Rows()


class Heading(NamedTuple):
    """What stands over a card, and the sentence that it says when it has no rows."""

    title: str
    empty: str


HEADINGS = {
    "needs_me": Heading(
        "What needs me", "Nothing waits for you. Answers to judge, steps to choose and your promises come here.",
    ),
    "worth_passing_on": Heading(
        "Worth passing on", "Strengths you note, changes you see and feedback you owe wait here to be passed on.",
    ),
    "awaited": Heading(
        "Answers awaited", "Nobody owes you an answer. Challenges you put stand here until they are answered.",
    ),
    "fortnight": Heading(
        "My next fortnight", "Nothing is planned for fourteen days. Visits, meetings and papers due come here.",
    ),
    "to_test": Heading(
        "To test: did it last?", "Nothing waits to be tested. What was done, and what may have lasted, comes here.",
    ),
    "loose_ends": Heading(
        "Loose ends", "Nothing hangs loose. What was left for later, and may be wanted one day, comes here.",
    ),
}      # in the order of `Today`


def sentence(text: str) -> str:
    """A record's first sentence in full: a row wraps, and nothing that carries meaning ends in dots."""
    return opening(text, _LONGEST)
