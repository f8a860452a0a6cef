"""Today as plain text, for the command line: the same cards, every row of them, in a hundred columns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from textwrap import wrap

from scrutineer.domain.dates import WorkingDays, long_date
from scrutineer.domain.text import counted, one_line
from scrutineer.register.today.rows import HEADINGS, Row, Rows, Today

WIDTH = 100      # columns
_INDENT = "  "


def in_text(page: Today, whose: str, today: date, calendar: WorkingDays, *, is_past: bool = False) -> str:
    """The page as lines of text; `whose` is the name of the partnership, `is_past` that it is read as it stood then."""
    day = f"{today:%A} {long_date(today)}"
    title = [f"As the record stood on {day}" if is_past else f"Today, {day}", *_wrapped(whose)]
    cards = [_card(code, rows, today, calendar) for code, rows in page._asdict().items()]
    return "\n\n".join("\n".join(lines) for lines in [title, *cards]) + "\n"


def _card(code: str, rows: Rows, today: date, calendar: WorkingDays) -> Iterator[str]:
    heading = HEADINGS[code]
    yield f"{heading.title} ({len(rows):,})" if rows else heading.title
    if rows.aside:
        yield from _wrapped(rows.aside, _INDENT)
    if not rows:
        yield from _wrapped(heading.empty, _INDENT)
    for row in rows:
        yield from _wrapped(row.title, f"{_INDENT}- ", f"{_INDENT}  ")
        yield from _wrapped(" · ".join(filter(None, (_when(row, today, calendar), row.detail))), f"{_INDENT}  ")


def _when(row: Row, today: date, calendar: WorkingDays) -> str:
    """The clock of a row in full: `since 10 Nov (9 working days)`, `due 26 Nov`."""
    if row.is_late and row.on:
        days = calendar.between(row.on, today)
        return f"{row.when} ({counted(days, 'working day')})" if days else row.when
    is_to_come = row.on is not None and row.on >= today and row.when[:1].isdigit() and row.changed is None
    return f"due {row.when}" if is_to_come else row.when


def _wrapped(words: str, first: str = "", further: str = "") -> Iterator[str]:
    """Words on as many lines as they need; one longer than a line is broken."""
    yield from wrap(one_line(words), WIDTH, initial_indent=first, subsequent_indent=further or first)
