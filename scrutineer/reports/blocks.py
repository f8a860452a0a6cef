"""A document as plain frozen data: what a paper says, in order, before anybody decides how it looks.

Papers are built from these blocks, the Markdown reader yields them, Word and the preview are made of
them. Nothing here knows Word, HTML, Markdown or the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

DEEPEST_HEADING = 4
NOTHING = "None"           # what an empty cell says, because a blank one says nothing to a screen reader


@dataclass(frozen=True)
class Text:
    """A run of words in one manner; a newline in it is a line break. `link` is a whole address."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""


@dataclass(frozen=True)
class Heading:
    """Level 1 to 4. A first-level heading is numbered in a numbered document, unless told not to be."""

    words: Words
    level: int = 1
    numbered: bool = True


@dataclass(frozen=True)
class Paragraph:
    """`numbered` gives it 1.1, 1.2 and so on, wherever it stands under a numbered heading."""

    words: Words
    numbered: bool = False


@dataclass(frozen=True)
class BulletList:
    """Each item is words, or blocks of its own: further paragraphs and lists."""

    items: tuple[Content, ...]


@dataclass(frozen=True)
class NumberedList:
    """As a bullet list; every list counts anew from `start`."""

    items: tuple[Content, ...]
    start: int = 1


@dataclass(frozen=True)
class Quote:
    """Somebody's own words."""

    content: Content


@dataclass(frozen=True)
class Code:
    """Lines kept exactly as they were typed."""

    text: str


@dataclass(frozen=True)
class Rule:
    """A thin line across the page."""


@dataclass(frozen=True)
class Table:
    """Header cells and rows of cells; `widths` are shares of the page's width, one for each column.

    `caption` stands above the table and is its name for a screen reader, `description` says there what
    it shows. With `row_headers` the first column holds labels. An empty cell prints `empty`.
    """

    header: tuple[Words, ...]
    rows: tuple[tuple[Content, ...], ...]
    widths: tuple[float, ...] = ()
    caption: str = ""
    description: str = ""
    row_headers: bool = False
    empty: str = NOTHING

    def __post_init__(self) -> None:
        columns = len(self.header)
        if any(len(row) != columns for row in self.rows) or len(self.widths) not in (0, columns):
            raise ValueError(f"Every row of this table, and its widths, must have {columns} parts.")


@dataclass(frozen=True)
class PageBreak:
    """What follows begins a new page."""


@dataclass(frozen=True)
class Landscape:
    """Blocks on pages of their own, turned sideways, for wide tables."""

    blocks: Blocks


@dataclass(frozen=True)
class Contents:
    """The list of headings down to `levels`, each a link; for long papers only."""

    levels: int = 2
    title: str = "Contents"


Words: TypeAlias = str | tuple[Text, ...]
Block: TypeAlias = (Heading | Paragraph | BulletList | NumberedList | Quote | Code | Rule | Table | PageBreak
                    | Landscape | Contents)
Blocks: TypeAlias = tuple[Block, ...]
Content: TypeAlias = Words | Blocks


@dataclass(frozen=True)
class Document:
    """A whole paper. `mark` is the protective mark, printed at the head and foot of every page; `note`
    stands at the foot (title, draft or final, date); `sample` says SAMPLE in the title and header;
    without `numbered` no heading or paragraph carries a number, whatever it asks for; `larger` prints the
    text in 14 points, for those who do not read papers for a living.
    """

    title: str
    blocks: Blocks
    subtitle: str = ""
    author: str = ""
    subject: str = ""
    mark: str = ""
    note: str = ""
    sample: bool = False
    numbered: bool = True
    larger: bool = False

    @property
    def full_title(self) -> str:
        """The title as it is printed and stored in the file's properties."""
        return f"SAMPLE: {self.title}" if self.sample else self.title


def cover_table(rows: Iterable[tuple[str, Content]], *, header: tuple[str, str] = ("Item", "Detail"),
                caption: str = "", description: str = "Particulars of this paper",
                empty: str = NOTHING) -> Table:
    """A two-column table of labels and what stands beside them, as on a cover sheet."""
    return Table(header, tuple(rows), widths=(3.7, 6.3), caption=caption, description=description,
                 row_headers=True, empty=empty)


def texts(words: Words) -> tuple[Text, ...]:
    """Words as runs; a plain string is one run, an empty one none."""
    if isinstance(words, str):
        return (Text(words),) if words else ()
    return words


def as_blocks(content: Content) -> Blocks:
    """The content of a cell or an item as blocks; bare words become one paragraph, none become nothing."""
    if isinstance(content, str):
        return (Paragraph(content),) if content.strip() else ()
    if content and isinstance(content[0], Text):
        words = tuple(piece for piece in content if isinstance(piece, Text))
        return (Paragraph(words),) if plain_words(words).strip() else ()
    return tuple(piece for piece in content if not isinstance(piece, Text))


def plain_words(words: Words) -> str:
    """The bare words, without their manner."""
    return words if isinstance(words, str) else "".join(piece.text for piece in words)


def numbered(blocks: Blocks) -> Blocks:
    """The same blocks with each paragraph among them numbered; lists, quotes and tables are not."""
    return tuple(replace(block, numbered=True) if isinstance(block, Paragraph) else block for block in blocks)


def shifted(blocks: Blocks, by: int = 0) -> Blocks:
    """The same blocks with their headings under a heading of level `by`, and no level skipped.

    What somebody typed as `###` alone becomes `by + 1`; nothing goes deeper than level 4.
    """
    return tuple(_stepped(blocks, by, []))


def settled(document: Document) -> Blocks:
    """A document's blocks as they are printed: no level skipped, and nothing numbered in vain.

    A paragraph is numbered only under a numbered heading, so after an appendix's plain heading none is.
    """
    return tuple(_counted(shifted(document.blocks), document.numbered, [False]))


def _counted(blocks: Blocks, allowed: bool, counting: list[bool]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Heading(level=1):
                counting[0] = allowed and block.numbered
                yield replace(block, numbered=counting[0])
            case Heading():
                yield replace(block, numbered=False)
            case Paragraph(numbered=True) if not counting[0]:
                yield replace(block, numbered=False)
            case Landscape():
                yield Landscape(tuple(_counted(block.blocks, allowed, counting)))
            case _:
                yield block


def _stepped(blocks: Blocks, by: int, open_levels: list[int]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Heading):
            while open_levels and open_levels[-1] >= block.level:
                open_levels.pop()
            open_levels.append(block.level)
            yield replace(block, level=min(by + len(open_levels), DEEPEST_HEADING))
        elif isinstance(block, Landscape):
            yield Landscape(tuple(_stepped(block.blocks, by, open_levels)))
        else:
            yield block


def lines_of(blocks: Blocks) -> Iterator[str]:
    """All that a reader would see, a line for each paragraph, cell and line of code."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield plain_words(block.words)
            case BulletList() | NumberedList():
                for item in block.items:
                    yield from lines_of(as_blocks(item))
            case Quote():
                yield from lines_of(as_blocks(block.content))
            case Code():
                yield from block.text.split("\n")
            case Table():
                yield from filter(None, (block.caption, *map(plain_words, block.header)))
                for row in block.rows:
                    for cell in row:
                        yield from lines_of(as_blocks(cell))
            case Landscape():
                yield from lines_of(block.blocks)
