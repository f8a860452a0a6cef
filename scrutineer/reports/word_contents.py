"""The list of contents: Word's own field, with its last result written out, right before any F9.

The entries are links to bookmarks on the headings and carry no page numbers, because nobody but Word
knows the pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import NamedTuple

from scrutineer.reports.blocks import Blocks, Contents, Heading, Landscape, plain_words
from scrutineer.reports.word_text import paragraph, run


class Entry(NamedTuple):
    """A heading as the contents list it; `number` is that of a numbered chapter, or empty."""

    level: int
    number: str
    words: str
    bookmark: str


def entries(blocks: Blocks) -> tuple[Entry, ...]:
    """Every heading in order. The blocks must be settled."""
    chapters, marks = count(1), count(1)
    return tuple(Entry(heading.level, str(next(chapters)) if heading.numbered else "",
                       plain_words(heading.words).replace("\n", " "), f"_Toc{next(marks):08d}")
                 for heading in _headings(blocks))


def bookmarked(inside: str, bookmark: str) -> str:
    """The runs of a heading within their bookmark."""
    number = bookmark.removeprefix("_Toc").lstrip("0")
    return f'<w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'


def contents_xml(contents: Contents, listed: tuple[Entry, ...], styles: Mapping[str, str]) -> str:
    """The title and the field; nothing at all where there is no heading to list."""
    shown = [entry for entry in listed if entry.level <= contents.levels and entry.words.strip()]
    if not shown:
        return ""
    lines = [_link(entry) for entry in shown]
    instruction = f' TOC \\o "1-{contents.levels}" \\n \\h \\z \\u '
    lines[0] = (f'{_mark("begin")}<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
                f'{_mark("separate")}{lines[0]}')
    lines[-1] += _mark("end")
    return paragraph(styles["TOC Heading"], run(contents.title)) + "".join(
        paragraph(styles[f"toc {entry.level}"], line) for entry, line in zip(shown, lines, strict=True))


def _headings(blocks: Blocks) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Landscape):
            yield from _headings(block.blocks)


def _link(entry: Entry) -> str:
    words = f"{entry.number}\t{entry.words}" if entry.number else entry.words
    return f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{run(words)}</w:hyperlink>'


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
