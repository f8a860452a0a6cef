"""What a list shows: each column says how a line becomes words, chip and clock.

A line is any value with an `id`, as a rule a NamedTuple read in one query; nothing is formatted before
it is on screen. What the lines mean is the business of the screen that declares the columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from scrutineer.ui.widgets.cell import Paragraph, Piece
from scrutineer.ui.widgets.chip import Chip


class Line(Protocol):
    """A line of a list: anything with the id of its record."""

    @property
    def id(self) -> str: ...


Say = Callable[[Any], str | None]


def nothing(line: Line) -> None:
    """For the parts of a cell that a column does not have."""


@dataclass(frozen=True)
class Column:
    """One column. Every function takes a line; None or "" shows nothing.

    `strong` stands before `text` in semi-bold ("me"), `clock` after it in the colour of caution with a
    clock ("since 10 Nov"), `second` beneath it in soft ink, `chip` before all of them. `width` counts
    digits; exactly one column stretches and ignores it. `sort_key` defaults to the words.
    """

    title: str
    text: Say = nothing
    second: Say = nothing
    strong: Say = nothing
    clock: Say = nothing
    chip: Callable[[Any], Chip | None] = nothing
    sort_key: Callable[[Any], Any] | None = None
    width: int = 14
    stretch: bool = False
    right: bool = False

    def paragraphs(self, line: Line) -> list[Paragraph]:
        """What the cell of `line` shows."""
        found = [tuple(self._first(line))]
        if second := self.second(line):
            found.append((Piece(second, "soft"),))
        return [paragraph for paragraph in found if paragraph]

    def folded(self, line: Line) -> Paragraph:
        """What is added under the title when there is no room for columns: chip, or label and words.

        What would stand beneath the words of the column is said without its label where there are none.
        """
        pieces = [piece for paragraph in self.paragraphs(line) for piece in paragraph]
        if not pieces or pieces[0].chip or pieces[0].manner == "soft":
            return tuple(pieces)
        return Piece(self.title, "soft"), *pieces

    def words(self, line: Line) -> str:
        """All that the cell says, as one text: for search, screen readers and the clipboard."""
        chip = self.chip(line)
        parts = [chip.as_text if chip else None, self.strong(line), self.text(line), self.clock(line)]
        return ", ".join(part for part in [" ".join(filter(None, parts)), self.second(line)] if part)

    def order(self, line: Line) -> tuple[bool, Any]:
        """The key by which lines are sorted; what is missing comes last."""
        key = self.sort_key(line) if self.sort_key else self.words(line).casefold()
        return key is None, key

    def _first(self, line: Line) -> Iterator[Piece]:
        if chip := self.chip(line):
            yield Piece("", chip=chip)
        if strong := self.strong(line):
            yield Piece(strong, "strong")
        if text := self.text(line):
            yield Piece(text)
        if clock := self.clock(line):
            yield Piece(clock, "clock")
