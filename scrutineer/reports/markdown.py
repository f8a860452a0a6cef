"""Markdown as people type it, read once into blocks, for Word and for the preview alike.

python-markdown builds its element tree and goes no further: no HTML is ever written or read. Reading is
bounded in size and in work, because a few thousand brackets can hold it for half a minute.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any, NamedTuple, cast
from xml.etree.ElementTree import Element

from scrutineer.reports import markdown_blocks as extension
from scrutineer.reports.blocks import (
    Block,
    Blocks,
    BulletList,
    Code,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Rule,
    Table,
    Text,
    lines_of,
    plain_words,
    shifted,
    texts,
)
from scrutineer.reports.characters import printable, safe_address

LONGEST = 200_000          # characters of one narrative that are still read as Markdown
SECONDS = 1.0              # how long finding its blocks may take; what stands inside them is bounded by
MOST_EFFORT = 10_000_000   # steps of about 0.1 µs, another second: two in all, as measured
_RUN_EFFORT = 700          # steps for a run of text, before anything in it is looked at
_CHEAP = 30                # other marks than brackets that cost as much as one bracket

_MARK = re.compile(r"[*_`<\\]|  \n")
_MARKUP = re.compile(r"[*_`\[\]<>\\|#~]|^ *(?:[-+=]|\d+[.)])|^ {4}", re.MULTILINE)
_ESCAPED = re.compile("\x02(\\d+)\x03")
_ENTITY = "\x02amp\x03"    # how python-markdown hides an address from those who harvest them


class Parsed(NamedTuple):
    """A narrative as blocks; `plain` when it was too long or too tangled, and stands as it was typed."""

    blocks: Blocks
    plain: bool


def parse(text: str, seconds: float = SECONDS) -> Parsed:
    """Read a Markdown narrative. Nothing raises: what cannot be read in time is plain paragraphs.

    Heading levels run from 1 and skip none. Only http, https and mailto links are links; another's
    address stands in brackets behind its words. Raw HTML is text.
    """
    text = printable(text)
    if len(text) <= LONGEST:
        try:
            return Parsed(shifted(tuple(_blocks(_tree(text, seconds)))), plain=False)
        except (extension.TooLong, RecursionError):
            pass
    return Parsed(_as_typed(text), plain=True)


def plain(text: str) -> str:
    """A Markdown narrative in one line without its markup, for a cell or a list."""
    said = text if not _MARKUP.search(text) else "\n".join(lines_of(parse(text).blocks))
    return " ".join(printable(said).split())


def _as_typed(text: str) -> Blocks:
    return tuple(Paragraph(part.strip("\n")) for part in text.split("\n\n") if part.strip())


def _tree(text: str, seconds: float) -> Element:
    """The element tree of a text, its inline markup resolved."""
    reader = _reader(seconds)
    lines = text.split("\n")
    for preprocessor in reader.preprocessors:
        lines = preprocessor.run(lines)
    root: Element = reader.parser.parseDocument(lines).getroot()
    if _effort(root) > MOST_EFFORT:
        raise extension.TooLong
    for processor in reader.treeprocessors:
        processor.run(root)
    return root


def _reader(seconds: float) -> Any:
    """python-markdown without raw HTML, references and images by reference, and with our own readers."""
    from markdown import Markdown

    reader = Markdown()
    reader.ESCAPED_CHARS.append("|")
    reader.preprocessors.deregister("html_block")
    for name in ("html", "entity", "reference", "short_reference", "image_reference", "short_image_ref"):
        reader.inlinePatterns.deregister(name, strict=False)
    reader.treeprocessors.deregister("prettify")
    parser, blocks = reader.parser, reader.parser.blockprocessors
    ours = {
        "deadline": (extension.Deadline(seconds), 200),
        "fences": (extension.Fences(parser), 92),
        "tables": (extension.Tables(parser), 91),
        "lists": (extension.Lists(parser), 90),
        "headings": (extension.Headings(parser), 70),
        "quotes": (extension.Quotes(parser, blocks["quote"]), 20),
    }
    for name in ("hashheader", "olist", "ulist", "indent", "reference", "quote"):
        blocks.deregister(name)
    for name, (processor, priority) in ours.items():
        blocks.register(cast(Any, processor), name, priority)
    return reader


def _effort(root: Element) -> int:
    """The most steps that the inline markup of this tree can take, known before any is taken.

    An open bracket may send python-markdown through the rest of its run, one character at a time, and a
    thread cannot be stopped in the middle of that; other marks are sought by compiled expressions.
    """
    runs = (run for element in root.iter() for run in (element.text, element.tail) if run)
    return sum(_RUN_EFFORT + len(run) * (1 + run.count("[") + len(_MARK.findall(run)) // _CHEAP)
               for run in runs)


def _blocks(parent: Element) -> Iterator[Block]:
    for element in parent:
        match element.tag:
            case "ul":
                yield BulletList(tuple(_inside(item) for item in element))
            case "ol":
                yield NumberedList(tuple(_inside(item) for item in element), int(element.get("start", "1")))
            case "blockquote":
                yield Quote(_inside(element))
            case "pre":
                yield Code(html.unescape("".join(element.itertext())).strip("\n"))
            case "table":
                yield _table(element)
            case "hr":
                yield Rule()
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                yield Heading(_words(element), int(element.tag[1]))
            case _:
                yield Paragraph(_words(element))


def _inside(parent: Element) -> Blocks:
    """Blocks within an item or a quote, where a heading is only a bold line."""
    return tuple(Paragraph(tuple(replace(run, bold=True) for run in texts(block.words)))
                 if isinstance(block, Heading) else block for block in _blocks(parent))


def _table(element: Element) -> Table:
    first, *others = (tuple(_words(cell) for cell in row) for row in element)
    header = tuple(cell if plain_words(cell).strip() else f"Column {number}"
                   for number, cell in enumerate(first, start=1))
    return Table(header, tuple(others))


def _words(element: Element) -> tuple[Text, ...]:
    """The runs of an element, neighbours of one manner joined, without blanks at either end."""
    runs = [replace(pieces[0], text="".join(piece.text for piece in pieces))
            for _, group in groupby(_runs(element, Text("")), lambda run: replace(run, text=""))
            if (pieces := list(group))]
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return tuple(run for run in runs if run.text)


def _runs(element: Element, manner: Text) -> Iterator[Text]:
    if element.text:
        yield replace(manner, text=element.text.replace("\n", " "))
    for child in element:
        yield from _run(child, manner)
        if child.tail:
            yield replace(manner, text=child.tail.replace("\n", " "))


def _run(element: Element, manner: Text) -> Iterable[Text]:
    match element.tag:
        case "strong":
            return _runs(element, replace(manner, bold=True))
        case "em":
            return _runs(element, replace(manner, italic=True))
        case "code":
            return (replace(manner, text=html.unescape(element.text or ""), code=True),)
        case "br":
            return (replace(manner, text="\n"),)
        case "a":
            return _link(element, tuple(_runs(element, manner)), element.get("href", ""), manner)
        case "img":
            alt = replace(manner, text=_bare(element.get("alt", "")))
            return _link(element, (alt,), element.get("src", ""), manner)
        case _:
            return _runs(element, manner)


def _link(element: Element, runs: tuple[Text, ...], address: str, manner: Text) -> Iterator[Text]:
    """The words of a link, and whatever of its address or title would otherwise be lost."""
    address, title = _bare(address), _bare(element.get("title", ""))
    words = tuple(replace(run, text=_bare(run.text)) for run in runs)
    said = plain_words(words).strip()
    safe = safe_address(address)
    if not said:
        words = (replace(manner, text=address),)
    yield from (replace(run, link=safe) for run in words)
    if said and not safe and address not in ("", said):
        yield replace(manner, text=f" ({address})")
    if title:
        yield replace(manner, text=f" ({title})")


def _bare(text: str) -> str:
    """A text as it was typed, out of python-markdown's own escapes."""
    shown = html.unescape(text.replace(_ENTITY, "&")) if _ENTITY in text else text
    return _ESCAPED.sub(lambda found: chr(int(found[1])), shown)
