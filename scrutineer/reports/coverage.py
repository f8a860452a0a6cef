"""Coverage as a Word document: how much was invited, the blind spots in words, and the cells as a plain table.

A grid of thirty agencies by twenty-six forms fits on no page; a line for each cell in which there is anything does.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from scrutineer.domain.coverage import CellLine, Grid, Side, cell_lines
from scrutineer.domain.dates import long_date, short_date
from scrutineer.domain.figures import Masthead
from scrutineer.reports.blocks import Block, BulletList, Document, Heading, Paragraph, Table

TITLE = "What was looked at, and what not"
_HOW = "Each number is all scrutiny, whoever led it; in brackets, in how much of it the author took part."
_WIDTHS = (4.2, 4.4, 2.1, 2.1, 2.1, 2.1)


def document(
    grid: Grid, sides: tuple[Side, Side], sentences: Sequence[str], invited: str, masthead: Masthead, on: date
) -> Document:
    """Coverage as it stood on a day, as a document of its own."""
    as_at = long_date(on)
    header = (sides[0].label, sides[1].label, *(f"to {short_date(one.ends_on)}" for one in grid.spans))
    rows = tuple(_row(line) for line in cell_lines(grid))
    unseen: Block = BulletList(tuple(sentences)) if sentences else Paragraph("There is no blind spot to name.")
    return Document(
        title=TITLE, subtitle=f"{masthead.partnership}\nTwelve months to {as_at}, and three times twelve before",
        blocks=(
            Paragraph(invited), Heading("Where scrutiny has not been"), unseen,
            Heading("What was looked at"), Paragraph(_HOW),
            Table(header, rows, _WIDTHS, description=f"{sides[0].label} by {sides[1].label.lower()}", row_headers=True),
        ),
        author=masthead.author, subject=f"Coverage of scrutiny at {masthead.partnership}", mark=masthead.mark,
        note=f"{TITLE}, {as_at}", sample=masthead.is_sample, numbered=False,
    )  # fmt: skip


def _row(line: CellLine) -> tuple[str, ...]:
    both = zip(line.numbers, line.mine, strict=True)
    numbers = [f"{number} ({mine})" if mine else str(number) for number, mine in both]
    return line.row, line.column or "nothing in this time", *numbers
