"""Blocks as the body of a Word document: each block in its style, each stretch on its kind of page.

Knows blocks and WordprocessingML, but neither files nor packages: what needs the package (an address's
relationship, a style's id) is given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from typing import NamedTuple

from scrutineer.reports.blocks import (
    Block,
    Blocks,
    BulletList,
    Code,
    Content,
    Contents,
    Document,
    Heading,
    Landscape,
    NumberedList,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Table,
    Words,
    as_blocks,
    lines_of,
    settled,
    texts,
)
from scrutineer.reports.word_contents import Entry, bookmarked, contents_xml, entries
from scrutineer.reports.word_numbering import LEVELS, Numbering, place_in
from scrutineer.reports.word_tables import table_xml
from scrutineer.reports.word_text import Ink, paragraph, runs, spacer

MARGIN = 1134              # 2 cm, in twentieths of a point, as all lengths here
SHORT_EDGE, LONG_EDGE = 11906, 16838      # A4

_PLAIN_HEADING = f'{place_in(0, 0)}<w:ind w:left="0" w:firstLine="0"/>'
_LINE = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="A9B5C1"/></w:pBdr>'
_PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
_KEEP = "<w:keepNext/>"      # a list or a quotation never begins a page without the words that lead to it
_BELOW_TABLE = 160


class Stretch(NamedTuple):
    """Pages that lie the same way, and the XML of what stands on them."""

    landscape: bool
    xml: str


class Place(NamedTuple):
    """Where a block stands: the style of text there, how many lists it stands in, and whether it leads to one."""

    text: str = "Body Text"
    depth: int = 0
    in_cell: bool = False
    is_lead: bool = False

    @property
    def paragraph(self) -> str:
        """The style of a paragraph that begins no item."""
        return self.of_list("List Continue") if self.depth and self.text == "Body Text" else self.text

    def of_list(self, name: str) -> str:
        """The style of a list at this depth: Word has one for each level, a cell one for all."""
        level = min(self.depth, LEVELS)
        return "Table List" if self.in_cell else f"{name} {level}" if level > 1 else name


_PAGE = Place()            # the page itself, where alone headings and breaks can stand
_LEAD = Place(is_lead=True)
_ON_PAGE = (_PAGE, _LEAD)


@dataclass(frozen=True)
class Body:
    """Writes the blocks of one document. `styles` gives the id of each style by its name."""

    styles: Mapping[str, str]
    numbering: Numbering
    ink: Ink
    width: int = SHORT_EDGE - 2 * MARGIN
    listed: tuple[Entry, ...] = ()
    to_come: Iterator[Entry] = field(default_factory=lambda: iter(()))

    def stretches(self, document: Document) -> list[Stretch]:
        """The whole document, title first, cut where the page is turned."""
        blocks = settled(document)
        listed = entries(blocks) if any(isinstance(block, Contents) for block in blocks) else ()
        upright = replace(self, listed=listed, to_come=iter(listed))
        turned = replace(upright, width=LONG_EDGE - 2 * MARGIN)
        subtitle = self._styled("Subtitle", document.subtitle) if document.subtitle else ""
        written = [Stretch(False, self._styled("Title", document.full_title) + subtitle)]
        for block, after in pairwise((*blocks, None)):
            landscape = isinstance(block, Landscape)
            place = _LEAD if isinstance(after, BulletList | NumberedList | Quote) else _PAGE
            if block is not None:
                written.append(Stretch(landscape, (turned if landscape else upright).block(block, place)))
        return [Stretch(landscape, "".join(stretch.xml for stretch in together))
                for landscape, together in groupby(written, lambda stretch: stretch.landscape)]

    def block(self, block: Block, place: Place = _PAGE) -> str:
        """One block where it stands. What cannot stand there is written as the text that it holds."""
        match block:
            case Heading():
                return self._heading(block, place)
            case Paragraph():
                numbered = block.numbered and place in _ON_PAGE
                style = "Numbered Paragraph" if numbered else place.paragraph
                return self._styled(style, block.words, _KEEP if place.is_lead else "")
            case BulletList() | NumberedList():
                return self._list(block, place)
            case Quote():
                inside = place if place.in_cell else place._replace(text="Quote")
                return self._blocks(as_blocks(block.content), inside)
            case Code():
                return self._styled("Plain Text", block.text)
            case Rule():
                return self._styled(place.paragraph, "", _LINE)
            case Table() if place.in_cell:
                return "".join(self._styled(place.text, line) for line in lines_of((block,)))
            case Table():
                return self._table(block)
            case Landscape():
                return self._blocks(block.blocks, place)
            case PageBreak():
                return spacer(inside=_PAGE_BREAK) if place in _ON_PAGE else ""
            case Contents():
                return contents_xml(block, self.listed, self.styles) if place in _ON_PAGE else ""

    def _blocks(self, blocks: Blocks, place: Place) -> str:
        return "".join(self.block(block, place) for block in blocks)

    def _styled(self, style: str, words: Words, properties: str = "") -> str:
        return paragraph(self.styles[style], runs(words, self.ink), properties)

    def _heading(self, heading: Heading, place: Place) -> str:
        if place not in _ON_PAGE:
            return self._styled(place.paragraph, tuple(replace(run, bold=True) for run in texts(heading.words)))
        inside = runs(heading.words, self.ink)
        entry = next(self.to_come, None)
        plain = heading.level == 1 and not heading.numbered
        return paragraph(self.styles[f"Heading {heading.level}"],
                         bookmarked(inside, entry.bookmark) if entry else inside,
                         _PLAIN_HEADING if plain else "")

    def _list(self, block: BulletList | NumberedList, place: Place) -> str:
        place = place._replace(depth=place.depth + 1, text=place.text if place.in_cell else _PAGE.text)
        level = min(place.depth, LEVELS) - 1
        if isinstance(block, BulletList):
            name, number = "List Bullet", self.numbering.bullets(in_cell=place.in_cell)
        else:
            name = "List Number"
            number = self.numbering.numbers(level, block.start, in_cell=place.in_cell)
        style, mark = place.of_list(name), place_in(number, level)
        return "".join(self._item(item, place, style, mark) for item in block.items)

    def _item(self, item: Content, place: Place, style: str, mark: str) -> str:
        """An item's first paragraph bears the mark; what follows it stands beneath."""
        blocks = as_blocks(item)
        first = blocks[0] if blocks and isinstance(blocks[0], Paragraph) else None
        return (self._styled(style, first.words if first else "", mark)
                + self._blocks(blocks[1:] if first else blocks, place))

    def _table(self, table: Table) -> str:
        caption = self._styled("Caption", table.caption) if table.caption else ""
        inside = table_xml(table, self.width, self.styles["Paper Table"], self._cell)
        return caption + inside + spacer(_BELOW_TABLE)

    def _cell(self, content: Content, style: str) -> str:
        inside = (self._blocks(as_blocks(content), Place(style, in_cell=True))
                  if not isinstance(content, str) else "")
        return inside or self._styled(style, content if isinstance(content, str) else "")
