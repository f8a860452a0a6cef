"""The list for the business unit as a Word document: one table, whose last column is to be filled in.

The same facts as in the workbook, put together in fewer columns, so that they fit on a page as it is held.
"""

from __future__ import annotations

from collections.abc import Iterator

from scrutineer.domain.dates import long_date, near_date, short_date
from scrutineer.domain.owed import TITLE, Owed, OwedFigure
from scrutineer.reports.blocks import Blocks, Content, Document, Paragraph, Table, Text
from scrutineer.reports.wording import opened

COLUMNS = ("Who", "What is awaited", "Asked for by", "Since when", "Came in on")
_WIDTHS = (3.3, 4.7, 3.1, 3.6, 2.3)


def document(owed: Owed) -> Document:
    """The list as a document of its own."""
    masthead, as_at = owed.masthead, long_date(owed.on)
    return Document(
        title=TITLE, subtitle=f"{masthead.partnership}\nWho owes what, as at {as_at}",
        blocks=(*(Paragraph(note) for note in owed.notes), *_table(owed)), author=masthead.author,
        subject=f"What the {masthead.author_title} of {masthead.partnership} awaits", mark=masthead.mark,
        note=f"{TITLE}, {as_at}", sample=masthead.is_sample, numbered=False,
    )  # fmt: skip


def _table(owed: Owed) -> Blocks:
    if not owed.rows:
        return (Paragraph("Nothing is awaited from anybody."),)
    rows = tuple(_row(one, owed) for one in owed.rows)
    # What is empty is left so: the last column is to be written in.
    return (Table(COLUMNS, rows, _WIDTHS, description="Who owes what, and since when", row_headers=True, empty=""),)


def _row(one: OwedFigure, owed: Owed) -> tuple[Content, ...]:
    who = f"{one.who} ({one.role})" if one.role else one.who
    return who, _what(one), _lines(_asked(one)), _lines(_since(one, owed)), ""


def _what(one: OwedFigure) -> Content:
    return Paragraph((Text(one.reference, bold=True),)), Paragraph(one.what)


def _asked(one: OwedFigure) -> Iterator[str]:
    """By when, when it was put, and how often the date was moved."""
    yield short_date(one.due_on) or "no date set"
    if one.put_on:
        yield f"put on {short_date(one.put_on)}"
    yield one.ledger


def _since(one: OwedFigure, owed: Owed) -> Iterator[str]:
    """The clock, each chase, and where it stands on the ladder."""
    yield one.clock
    if one.chased_on:
        yield f"chased {', '.join(near_date(day, owed.on) for day in one.chased_on)}"
    yield one.escalation


def _lines(words: Iterator[str]) -> Content:
    return tuple(Paragraph(opened(line)) for line in words if line)
