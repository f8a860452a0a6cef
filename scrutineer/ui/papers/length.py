"""About how many sides a paper will take before its appendices: told while it is written, never as a promise.

Counted in lines of the Word styles that come with the program; it knows blocks, no paper and no Word. The cover
sheet is the clerk’s, and is left out by whoever asks.
"""

from __future__ import annotations

from math import ceil

from scrutineer.reports.blocks import (
    Block,
    Blocks,
    BulletList,
    Code,
    Content,
    Heading,
    Landscape,
    NumberedList,
    Paragraph,
    Quote,
    Table,
    as_blocks,
    plain_words,
)

AIM = 4                  # sides that a board reads gladly
_LINES = 50              # of body text on a side of A4, after margins, header and footer: measured on two papers
_ACROSS = 88             # characters on a line of body text
_HEADING, _GAP = 2.4, 0.6     # lines that a heading takes, and the space after a paragraph or a row


def sides(blocks: Blocks) -> float:
    """Sides of A4 up to the first appendix, in halves, at least a half."""
    body = []
    for block in blocks:
        if isinstance(block, Landscape):
            break
        body.append(block)
    lines = sum(_lines(block, _ACROSS) for block in body)
    return max(0.5, round(2 * lines / _LINES) / 2)


def in_words(number: float) -> str:
    """`about 3½ sides before appendices; aim for 4`."""
    whole = "½" if number < 1 else f"{int(number)}{'½' if number % 1 else ''}"
    return f"about {whole} {'side' if number <= 1 else 'sides'} before appendices; aim for {AIM}"


def _lines(block: Block, across: int) -> float:
    match block:
        case Heading():
            return _HEADING
        case Paragraph():
            return _text(plain_words(block.words), across) + _GAP
        case BulletList() | NumberedList():
            return sum(_content(item, across - 6) for item in block.items)
        case Quote():
            return _content(block.content, across - 6)
        case Code():
            return block.text.count("\n") + 1 + _GAP
        case Table():
            return _table(block, across)
    return 1


def _content(content: Content, across: int) -> float:
    return sum(_lines(block, max(4, across)) for block in as_blocks(content))


def _table(table: Table, across: int) -> float:
    widths = table.widths or tuple(1.0 for _ in table.header)
    shares = [max(4, int(across * width / sum(widths)) - 2) for width in widths]
    rows = sum(max(_GAP + 1, *(_content(cell, share) for cell, share in zip(row, shares, strict=True)))
               for row in table.rows)  # fmt: skip
    return rows + _GAP + 2


def _text(text: str, across: int) -> int:
    return sum(max(1, ceil(len(line) / across)) for line in text.split("\n"))
