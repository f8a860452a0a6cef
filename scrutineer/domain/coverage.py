"""What was looked at, and what was not: pieces of scrutiny counted by any two things that are known of them.

All scrutiny counts, whoever led it; the scrutineer's own is counted apart. The time is the rolling twelve
months up to a day, and the three times twelve months before those. No agency is set above another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from scrutineer.domain.activity import ActivityType, AskedBy, Level, MyPart
from scrutineer.domain.activity_form import Family, family_of
from scrutineer.domain.dates import iso_date, short_date
from scrutineer.domain.organisation import Serves
from scrutineer.domain.serving import label_for
from scrutineer.domain.text import counted, listed
from scrutineer.domain.vocabulary import Term

SPANS = 4      # the last twelve months, and three times twelve before them
NOTHING = ""      # the row or column of what names no agency, priority or item

_MINE = frozenset({MyPart.LED.value, MyPart.TOOK_PART.value})
_FAMILY = {form.value: (family_of(form).value,) for form in ActivityType}
_ASKERS = {
    AskedBy.AGENCY: "the agency itself", AskedBy.PRACTITIONERS: "practitioners",
    AskedBy.BOARD: "the Board", AskedBy.REVIEW: "a review",
}  # fmt: skip


class Side(Term):
    """What can stand in the rows or in the columns."""

    AGENCY = "agency", "Agencies"
    FAMILY = "family", "Kinds of scrutiny"
    FORM = "form", "Forms"
    PRIORITY = "priority", "Priorities"
    LEVEL = "level", "Levels"
    ITEM = "framework_item", "Framework items"


class Piece(NamedTuple):
    """One piece of scrutiny that took place, as it is stored: codes, and its day as ISO text."""

    id: str
    title: str
    form: str
    held_on: str
    level: str
    led_by: str
    my_part: str
    asked_by: str
    agency_ids: tuple[str, ...]
    priority_ids: tuple[str, ...]
    framework_items: tuple[str, ...]

    @property
    def is_mine(self) -> bool:
        """Whether I led it or took part."""
        return self.my_part in _MINE

    @property
    def is_invited(self) -> bool:
        """Whether somebody other than the scrutineer asked for it."""
        return self.asked_by != AskedBy.SCRUTINEER.value


class Span(NamedTuple):
    """Twelve months, with their first and last day."""

    starts_on: date
    ends_on: date

    @property
    def words(self) -> str:
        """`23 Nov 2025 to 23 Nov 2026`."""
        return f"{short_date(self.starts_on)} to {short_date(self.ends_on)}"


def spans(until: date) -> tuple[Span, ...]:
    """The twelve months up to a day and the three times twelve before, the latest first, without a gap.

    Each begins on the day of the year on which the last one ends, so that “a year ago today” is within it.
    """
    starts = [_years_before(until, count) for count in range(1, SPANS + 1)]
    ends = [until, *(start - timedelta(days=1) for start in starts[:-1])]
    return tuple(map(Span, starts, ends))


def _years_before(day: date, count: int) -> date:
    """The same day so many years earlier; of 29 February, the 28th where there is none."""
    try:
        return day.replace(year=day.year - count)
    except ValueError:
        return day.replace(year=day.year - count, day=28)


class Heading(NamedTuple):
    """A row or a column: what it stands for, and what it is called."""

    id: str
    label: str


Keys = Callable[[Piece], Iterable[str]]
Cells = Mapping[str, Mapping[str, Sequence[Piece]]]      # by column and row; a piece is in one column mostly


_NO_ROWS: Mapping[str, Sequence[Piece]] = {}


class Grid(NamedTuple):
    """Rows, columns, and the pieces of each cell, span by span; the latest span is 0."""

    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    spans: tuple[Span, ...]
    cells: tuple[Cells, ...]

    def pieces(self, row: str, column: str, span: int = 0) -> Sequence[Piece]:
        """What is behind one cell, the latest first."""
        return self.cells[span].get(column, _NO_ROWS).get(row, ())

    def number(self, row: str, column: str, span: int = 0) -> int:
        """How many pieces."""
        return len(self.pieces(row, column, span))

    def mine(self, row: str, column: str, span: int = 0) -> int:
        """In how many of them I led or took part."""
        return mine_among(self.pieces(row, column, span))


def mine_among(pieces: Iterable[Piece]) -> int:
    """In how many of these I led or took part."""
    return len([one for one in pieces if one.my_part in _MINE])


def crossed(pieces: Iterable[Piece], rows_of: Keys, columns_of: Keys, within: Sequence[Span]) -> tuple[Cells, ...]:
    """The pieces sorted into cells, span by span, in one pass; a piece stands once in each of its cells.

    The pieces come with the latest first and none after the last day; those before the first day are left out.
    """
    starts = [span.starts_on.isoformat() for span in within]
    found: list[defaultdict[str, defaultdict[str, list[Piece]]]] = [
        defaultdict(lambda: defaultdict(list)) for _ in within
    ]
    place = 0
    for piece in pieces:
        while place < len(starts) and piece.held_on < starts[place]:
            place += 1
        if place == len(starts):
            break
        rows = tuple(rows_of(piece)) or (NOTHING,)
        for column in tuple(columns_of(piece)) or (NOTHING,):
            cells = found[place][column]
            for row in rows:
                cells[row].append(piece)
    return tuple({column: dict(cells) for column, cells in span.items()} for span in found)


def plainly(side: Side) -> Keys:
    """The keys of a piece on a side that needs no look-up: anything but agencies."""
    return {
        Side.FAMILY: lambda piece: _FAMILY[piece.form], Side.FORM: lambda piece: (piece.form,),
        Side.LEVEL: lambda piece: (piece.level,), Side.PRIORITY: lambda piece: piece.priority_ids,
        Side.ITEM: lambda piece: dict.fromkeys(piece.framework_items),
        Side.AGENCY: lambda piece: piece.agency_ids,
    }[side]  # fmt: skip


def terms(side: Side, serves: Serves) -> tuple[Heading, ...]:
    """The headings of a side that is the same everywhere: families, forms, levels; none for the others."""
    found: Iterable[Term] = {
        Side.FAMILY: tuple(Family), Side.FORM: tuple(ActivityType), Side.LEVEL: tuple(Level)
    }.get(side, ())  # fmt: skip
    return tuple(Heading(one.value, label_for(one, serves)) for one in found)


def invited(pieces: Sequence[Piece], serves: Serves) -> str:
    """How much of it was asked for by others, and by whom: a plain count, the plainest measure of a welcome."""
    total = counted(len(pieces), "piece of scrutiny", "pieces of scrutiny")
    askers = Counter(one.asked_by for one in pieces if one.is_invited)
    if not pieces:
        return "No scrutiny took place."
    if not askers:
        return f"{total} took place; none was asked for by others."
    askers_are = {**_ASKERS, AskedBy.CHILDREN_FAMILIES: label_for(AskedBy.CHILDREN_FAMILIES, serves).lower()}
    by_whom = listed([f"{askers_are[AskedBy(who)]} ({number})" for who, number in askers.most_common()])
    return f"{total} took place; {askers.total()} asked for by others: {by_whom}."


def latest(pieces: Iterable[Piece], keys: Keys, wanted: Iterable[str]) -> dict[str, date]:
    """For each key that is asked for, the day on which it was last looked at, if it ever was.

    The pieces come with the latest first; once every key has been seen, the rest are not looked at.
    """
    found: dict[str, date] = {}
    unseen = set(wanted)
    for piece in pieces:
        if not unseen:
            break
        if seen := unseen.intersection(keys(piece)):
            found |= dict.fromkeys(seen, iso_date(piece.held_on))
            unseen -= seen
    return found


def touched(pieces: Iterable[Piece], keys: Keys) -> set[str]:
    """Every key that any of the pieces has."""
    return set().union(*map(keys, pieces))


class CellLine(NamedTuple):
    """One cell as a line of a plain table: how many in each span, the latest first, and how many of them mine.

    Of a row in which there is nothing at all, `column` is "".
    """

    id: str
    row: str
    column: str
    numbers: tuple[int, ...]
    mine: tuple[int, ...]


def cell_lines(grid: Grid) -> list[CellLine]:
    """Every cell in which there is anything, row by row, and a line for each row in which there is nothing."""
    found: list[CellLine] = []
    places = range(len(grid.spans))
    for row in grid.rows:
        before = len(found)
        for column in grid.columns:
            numbers = tuple(grid.number(row.id, column.id, place) for place in places)
            if any(numbers):
                mine = tuple(grid.mine(row.id, column.id, place) for place in places)
                found.append(CellLine(cell_id(row.id, column.id), row.label, column.label, numbers, mine))
        if len(found) == before:
            found.append(CellLine(cell_id(row.id, ""), row.label, "", (0,) * len(places), (0,) * len(places)))
    return found


def cell_id(row: str, column: str) -> str:
    """The id of a cell, which `cell_of` takes apart again."""
    return f"{row}|{column}"


def cell_of(id_: str) -> tuple[str, str]:
    """The row and the column of a cell."""
    row, _, column = id_.partition("|")
    return row, column


def as_text(grid: Grid, span: int) -> str:
    """A span of the grid as lines of cells with tabs between them, to be pasted into a spreadsheet or a document."""
    lines = [["", *(column.label for column in grid.columns)]]
    for row in grid.rows:
        cells = [(grid.number(row.id, one.id, span), grid.mine(row.id, one.id, span)) for one in grid.columns]
        lines.append([row.label, *(f"{number} ({mine} mine)" if mine else str(number) for number, mine in cells)])
    return "\n".join("\t".join(line) for line in lines)
