"""The statement of days as a Word document: what goes with the invoice, day by day, with its total."""

from __future__ import annotations

from scrutineer.domain.dates import long_date, short_date
from scrutineer.domain.days import TITLE, DaysStatement
from scrutineer.reports.blocks import Blocks, Document, Paragraph, Table, Text
from scrutineer.reports.wording import counted_days

COLUMNS = ("Date", "What", "Days")
_WIDTHS = (3.0, 11.0, 2.0)


def document(statement: DaysStatement) -> Document:
    """The statement as a document of its own."""
    masthead = statement.masthead
    span = f"{long_date(statement.starts_on)} to {long_date(statement.ends_on)}"
    whose = ", ".join(filter(None, (masthead.author, masthead.author_title)))
    return Document(
        title=TITLE, subtitle="\n".join(filter(None, (masthead.partnership, whose, span))),
        blocks=_table(statement), author=masthead.author, subject=f"Days worked for {masthead.partnership}, {span}",
        mark=masthead.mark, note=f"{TITLE}, {span}", sample=masthead.is_sample, numbered=False,
    )  # fmt: skip


def _table(statement: DaysStatement) -> Blocks:
    if not statement.rows:
        return (Paragraph("No days were spent in this time."),)
    rows = [(short_date(row.spent_on), row.what, f"{row.days:g}") for row in statement.rows]
    total = Paragraph((Text(f"Total: {counted_days(statement.total)}", bold=True),))
    return (
        Table(COLUMNS, tuple(rows), _WIDTHS, description="Each piece of work with its day and the days it took"), total,
        Paragraph("Time is counted in half days."),
    )
