"""Tables for Word: header rows that repeat, rows that stay whole, names for a screen reader.

No cell is merged, empty or without a paragraph. What stands in a cell is written by whoever calls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from scrutineer.reports.blocks import Content, Table, as_blocks, lines_of, plain_words
from scrutineer.reports.characters import printable
from scrutineer.reports.word_text import attribute

_WHOLE = 8                 # lines up to which a row is kept on one page; a higher one would leave much of it empty
_CHARACTER = 92            # twentieths of a point that a character of a table takes, with its share of the margins
_NARROWEST, _WIDEST = 6, 40

WriteCell = Callable[[Content, str], str]     # what it holds, the style of its text; gives paragraphs


def table_xml(table: Table, width: int, style: str, write: WriteCell) -> str:
    """A table of that width, in twentieths of a point, in the table style of that id."""
    rows = table.rows or (("",) * len(table.header),)
    lengths = [[_length(cell) for cell in row] for row in rows]
    widths = column_widths(table.widths or _natural(table, lengths), width)
    styles = ["Table Label" if table.row_headers else "Table Text", *["Table Text"] * (len(widths) - 1)]
    body = (
        _row((write(cell if length else table.empty, cell_style)
              for cell, length, cell_style in zip(row, sizes, styles, strict=True)),
             widths, whole=all(map(_is_short, sizes, widths)))
        for row, sizes in zip(rows, lengths, strict=True)
    )
    header = _row((write(words, "Table Heading") for words in table.header), widths, header=True)
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    return (f"<w:tbl>{_properties(table, width, style)}<w:tblGrid>{grid}</w:tblGrid>"
            f"{header}{''.join(body)}</w:tbl>")


def column_widths(shares: Iterable[float], width: int) -> list[int]:
    """Whole twentieths of a point in these shares, which sum to `width` exactly."""
    shares = list(shares)
    edges = [round(width * sum(shares[:column]) / sum(shares)) for column in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _properties(table: Table, width: int, style: str) -> str:
    name = table.caption or table.description or "Table of " + ", ".join(map(plain_words, table.header))
    look = f"{0x0620 + 0x0080 * table.row_headers:04X}"
    return (f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="{look}" w:firstRow="1" w:lastRow="0" w:firstColumn="{int(table.row_headers)}"'
            f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f"<w:tblCaption w:val={attribute(name)}/>"
            f"<w:tblDescription w:val={attribute(table.description or name)}/></w:tblPr>")


def _is_short(length: int, width: int) -> bool:
    """Whether so many characters stand on few lines of a column so many twentieths of a point wide."""
    return length * _CHARACTER <= _WHOLE * width


def _row(cells: Iterable[str], widths: list[int], *, whole: bool = True, header: bool = False) -> str:
    inside = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
                     for width, cell in zip(widths, cells, strict=True))
    marks = f"{'<w:cantSplit/>' if whole else ''}{'<w:tblHeader/>' if header else ''}"
    return f"<w:tr>{f'<w:trPr>{marks}</w:trPr>' if marks else ''}{inside}</w:tr>"


def _natural(table: Table, lengths: list[list[int]]) -> list[float]:
    """Shares by the longest cell of each column, none so small or so large that it is ugly."""
    columns = zip((len(plain_words(words)) for words in table.header), *lengths, strict=True)
    return [min(max(_NARROWEST, *column), _WIDEST) for column in columns]


def _length(content: Content) -> int:
    """How much there is to read in a cell; nought when there is nothing to see."""
    if isinstance(content, str):
        return len(printable(content).strip())
    return sum(len(printable(line).strip()) for line in lines_of(as_blocks(content)))
