"""What people type and python-markdown does not read as they mean it: lists, tables, fences, headings.

A list or a table may follow a line of text directly; two, three or four spaces nest a list; a ragged
table loses no cell; `#3` is no heading. The readers meet python-markdown's protocol of `test` and `run`
without importing it, so that it is loaded only when there is something to read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from time import perf_counter
from typing import Any, Protocol
from xml.etree.ElementTree import Element, SubElement

DEEPEST = 12               # lists and quotes within one another; beyond it their marks are plain text
NEST = 2                   # spaces that put a line beneath the item above it

_ITEM = re.compile(r" *(?P<mark>[-*+]|\d{1,3}[.)])(?: +(?P<words>.*)|$)")
_RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *$")
_HEADING = re.compile(r"#{1,6}(?: |$)")
_FENCE = re.compile(r"(?:`{3,}|~{3,})[^`]*$")
_BAR = re.compile(r":?-+:?")
_CELL_END = re.compile(r"(?<!\\)\|")
_CODE_INDENT = "    "


class TooLong(Exception):
    """Reading took longer than anybody should wait for."""


class Parser(Protocol):
    """What the readers need of python-markdown's block parser."""

    state: Any

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None: ...
    def parseChunk(self, parent: Element, text: str) -> None: ...


class Deadline:
    """Reads nothing; it is asked first about every block, and stops the reading when time is up."""

    def __init__(self, seconds: float) -> None:
        self.ends_at = perf_counter() + seconds

    def test(self, _parent: Element, _block: str) -> bool:
        if perf_counter() > self.ends_at:
            raise TooLong
        return False


class Reader:
    """Reads one kind of block from the line where it begins; lines before and after it go to others."""

    def __init__(self, parser: Parser) -> None:
        self.parser = parser

    def begins_at(self, lines: list[str]) -> int | None:
        """The first line that is this reader's, if there is one."""
        raise NotImplementedError

    def read(self, parent: Element, lines: list[str], blocks: list[str]) -> list[str]:
        """Append to `parent` what `lines` hold, taking from `blocks` what belongs to it; return the rest."""
        raise NotImplementedError

    def test(self, _parent: Element, block: str) -> bool:
        return self.begins_at(block.split("\n")) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        lines = blocks.pop(0).split("\n")
        start = self.begins_at(lines) or 0
        if start:
            self.parser.parseBlocks(parent, ["\n".join(lines[:start])])
        rest = self.read(parent, lines[start:], blocks)
        if rest:
            blocks.insert(0, "\n".join(rest))


class Fences(Reader):
    """Code between two lines of three backticks or tildes, blank lines and all.

    Words behind the opening ones would name a language elsewhere; here they are the first line, not lost.
    """

    def begins_at(self, lines: list[str]) -> int | None:
        return _first(lines, _FENCE.match)

    def read(self, parent: Element, lines: list[str], blocks: list[str]) -> list[str]:
        from markdown.util import AtomicString, code_escape

        first = lines.pop(0)
        words = first.lstrip(first[0])
        fence = first[:len(first) - len(words)]
        inside = [words.strip()] if words.strip() else []
        while (end := _first(lines, lambda line: _closes(line, fence))) is None:
            inside += lines
            if not blocks:
                lines, end = [], 0
                break
            inside.append("")
            lines = blocks.pop(0).split("\n")
        code = SubElement(SubElement(parent, "pre"), "code")
        code.text = AtomicString(code_escape("\n".join([*inside, *lines[:end]])))
        return lines[end + 1:]


class Headings(Reader):
    """One to six hashes and a space; closing hashes are dropped."""

    def begins_at(self, lines: list[str]) -> int | None:
        return _first(lines, _HEADING.match)

    def read(self, parent: Element, lines: list[str], _blocks: list[str]) -> list[str]:
        marks, _, words = lines[0].partition(" ")
        words = words.strip()
        bare = words.rstrip("#")
        SubElement(parent, f"h{len(marks)}").text = bare.strip() if not bare or bare[-1] == " " else words
        return lines[1:]


class Tables(Reader):
    """A header row, a row of dashes, and as many rows as follow; the widest row decides the columns."""

    def begins_at(self, lines: list[str]) -> int | None:
        if lines[0].startswith(_CODE_INDENT):
            return None
        return next((number for number, (line, bar) in enumerate(pairwise(lines))
                     if "|" in line and _is_bar(bar, len(_cells(line)))), None)

    def read(self, parent: Element, lines: list[str], _blocks: list[str]) -> list[str]:
        end = next((number for number in range(2, len(lines)) if "|" not in lines[number]), len(lines))
        rows = [_cells(line) for line in (lines[0], *lines[2:end])]
        columns = max(len(row) for row in rows)
        table = SubElement(parent, "table")
        for row in rows:
            line = SubElement(table, "tr")
            for cell in row + [""] * (columns - len(row)):
                SubElement(line, "td").text = cell
        return lines[end:]


class Lists(Reader):
    """Bullets and numbers. Each item is read as a small text of its own."""

    def test(self, _parent: Element, block: str) -> bool:
        return len(self.parser.state) < DEEPEST and super().test(_parent, block)

    def begins_at(self, lines: list[str]) -> int | None:
        if _item(lines[0]):
            return 0
        return None if lines[0].startswith(_CODE_INDENT) else _first(lines, _interrupts)

    def read(self, parent: Element, lines: list[str], blocks: list[str]) -> list[str]:
        gathered = _Items(lines[0])
        rest = gathered.take(lines[1:])
        while not rest and blocks and gathered.goes_on_with(blocks[0]):
            rest = gathered.take(["", *blocks.pop(0).split("\n")])
        bullets = gathered.kind in "-*+"
        parts = SubElement(parent, "ul") if bullets else SubElement(parent, "ol", start=gathered.start)
        self.parser.state.set("item")
        for text in gathered.texts():
            self.parser.parseChunk(SubElement(parts, "li"), text)
        self.parser.state.reset()
        return rest


class Quotes:
    """python-markdown's own reader of quotes, kept from going too deep."""

    def __init__(self, parser: Parser, reader: Any) -> None:
        self.parser = parser
        self.reader = reader
        self.run = reader.run

    def test(self, parent: Element, block: str) -> bool:
        return len(self.parser.state) < DEEPEST and bool(self.reader.test(parent, block))


class _Items:
    """The items of one list, as lines, while they are gathered."""

    def __init__(self, first: str) -> None:
        item = _item(first)
        mark = item["mark"] if item else "-"
        self.kind = mark[-1]
        self.start = mark[:-1]
        self.base = _indent(first)
        self.items: list[list[str]] = [[(item["words"] if item else first) or ""]]

    def take(self, lines: list[str]) -> list[str]:
        """Take the lines that belong here; return the others, from the first that does not."""
        after_blank = False
        for number, line in enumerate(lines):
            if not self._belongs(line, after_blank):
                return lines[number:]
            item = _item(line) if _indent(line) < self.base + NEST else None
            if item:
                self.items.append([item["words"] or ""])
            else:
                self.items[-1].append(line)
            after_blank = not line.strip()
        return []

    def goes_on_with(self, block: str) -> bool:
        """Whether the block after a blank line still belongs to this list."""
        return self._belongs(block.lstrip("\n").partition("\n")[0], after_blank=True)

    def _belongs(self, line: str, after_blank: bool) -> bool:
        if not line.strip() or _indent(line) >= self.base + NEST:
            return True
        item = _item(line)
        if item:
            return item["mark"][-1] == self.kind or {item["mark"], self.kind} <= set("-*+")
        return not (after_blank or _HEADING.match(line) or _RULE.match(line) or _FENCE.match(line)
                    or line.lstrip().startswith(">"))

    def texts(self) -> Iterable[str]:
        """Each item's own text, with the indentation that put it there taken away."""
        for first, *others in self.items:
            width = next((_indent(line) for line in others if _indent(line) >= self.base + NEST), 0)
            yield "\n".join([first, *(line[min(width, _indent(line)):] for line in others)])


def _first(lines: list[str], wanted: Callable[[str], object]) -> int | None:
    return next((number for number, line in enumerate(lines) if wanted(line)), None)


def _item(line: str) -> re.Match[str] | None:
    return None if _RULE.match(line) else _ITEM.match(line)


def _interrupts(line: str) -> bool:
    """Whether a list may begin here in the middle of a text: a line that merely starts with 12. does not."""
    item = _item(line)
    return bool(item and item["words"] and (item["mark"] in "-*+" or item["mark"][:-1] == "1"))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _closes(line: str, fence: str) -> bool:
    bare = line.strip()
    return len(bare) >= len(fence) and set(bare) == {fence[0]}


def _cells(line: str) -> list[str]:
    row = line.strip()
    row = row.removeprefix("|")
    if row.endswith("|") and not row.endswith("\\|"):
        row = row[:-1]
    return [cell.strip().replace("\\|", "|") for cell in _CELL_END.split(row)]


def _is_bar(line: str, columns: int) -> bool:
    if "-" not in line or not set(line) <= set("|:- "):
        return False
    cells = _cells(line)
    return len(cells) == columns and all(_BAR.fullmatch(cell) for cell in cells)
