"""Blocks as HTML for the preview beside a text that is being written.

The subset that Qt's rich text reads, every text escaped, no image, no script, no address but those that
the Markdown reader lets through. The same blocks go to Word: one parser for both.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from scrutineer.reports.blocks import (
    Block,
    Blocks,
    BulletList,
    Code,
    Content,
    Contents,
    Heading,
    Landscape,
    NumberedList,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Table,
    Text,
    Words,
    as_blocks,
    texts,
)
from scrutineer.reports.characters import printable, safe_address


def to_html(blocks: Blocks) -> str:
    """The blocks as a fragment of HTML. Colours and sizes are the window's, by element."""
    return "\n".join(filter(None, map(_block, blocks)))


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{_words(block.words)}</h{block.level}>"
        case Paragraph():
            return f"<p>{_words(block.words)}</p>"
        case BulletList():
            return f"<ul>{_items(block.items)}</ul>"
        case NumberedList():
            return f'<ol start="{block.start}">{_items(block.items)}</ol>'
        case Quote():
            return f"<blockquote>{to_html(as_blocks(block.content))}</blockquote>"
        case Code():
            return f"<pre>{escape(printable(block.text))}</pre>"
        case Rule() | PageBreak():
            return "<hr>"
        case Table():
            return _table(block)
        case Landscape():
            return to_html(block.blocks)
        case Contents():
            return f"<p><b>{_words(block.title)}</b></p>"


def _items(items: Sequence[Content]) -> str:
    return "".join(f"<li>{_inside(item)}</li>" for item in items)


def _inside(content: Content) -> str:
    """What stands in an item or a cell; a paragraph alone needs no space around it."""
    blocks = as_blocks(content)
    if blocks and isinstance(blocks[0], Paragraph):
        return _words(blocks[0].words) + to_html(blocks[1:])
    return to_html(blocks)


def _table(table: Table) -> str:
    caption = f"<p><b>{_words(table.caption)}</b></p>" if table.caption else ""
    shares = [f' width="{share / sum(table.widths):.0%}"' for share in table.widths] or [""] * len(table.header)
    header = "".join(f'<th align="left"{share}>{_words(words)}</th>'
                     for share, words in zip(shares, table.header, strict=True))  # fmt: skip
    rows = "".join(f"<tr>{''.join(_cell(cell, table.empty) for cell in row)}</tr>" for row in table.rows)
    return (f'{caption}<table border="1" cellspacing="0" width="100%">'
            f"<thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table>")


def _cell(content: Content, empty: str) -> str:
    return f'<td valign="top">{_inside(content) or _words(empty)}</td>'


def _words(words: Words) -> str:
    return "".join(map(_run, texts(words)))


def _run(text: Text) -> str:
    shown = escape(printable(text.text)).replace("\n", "<br>")
    for tag, wanted in (("code", text.code), ("i", text.italic), ("b", text.bold)):
        shown = f"<{tag}>{shown}</{tag}>" if wanted else shown
    address = safe_address(text.link)
    return f'<a href="{escape(address)}">{shown}</a>' if address else shown
