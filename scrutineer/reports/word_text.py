"""Words as WordprocessingML: runs, links and paragraphs, as strings that are parsed once at the end.

Strings, because a log of five thousand cells is then a matter of milliseconds. Nothing here knows the
package, its styles or its parts; whoever calls gives the ids.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from itertools import groupby
from typing import NamedTuple

from scrutineer.reports.blocks import Text, Words, texts
from scrutineer.reports.characters import printable

_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


class Ink(NamedTuple):
    """What runs need of their document: how an address becomes a relationship, and two style ids.

    `relate` gives the id of the relationship, or "" for an address that may be no link.
    """

    relate: Callable[[str], str]
    link_style: str
    code_style: str


def written(text: str) -> str:
    """A text as the content of one run: escaped, with its line breaks and tabs."""
    safe = escape(printable(text), quote=False).replace("\n", _BREAK).replace("\t", _TAB)
    return f'<w:t xml:space="preserve">{safe}</w:t>'


def attribute(text: str) -> str:
    """A text as a quoted attribute value."""
    return f'"{escape(printable(text).replace(chr(10), " ").replace(chr(9), " "))}"'


def run(text: str, properties: str = "") -> str:
    """One run; `properties` are the children of its w:rPr, in schema order."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{written(text)}</w:r>"


def runs(words: Words, ink: Ink) -> str:
    """Words as runs, neighbours with one address together in one hyperlink."""
    if isinstance(words, str):
        return run(words) if words else ""
    parts = []
    for address, group in groupby(texts(words), lambda text: text.link):
        link = ink.relate(address) if address else ""
        inside = "".join(run(text.text, _manner(text, ink, linked=bool(link))) for text in group)
        parts.append(f'<w:hyperlink r:id="{link}" w:history="1">{inside}</w:hyperlink>' if link else inside)
    return "".join(parts)


def _manner(text: Text, ink: Ink, *, linked: bool) -> str:
    style = ink.link_style if linked else ink.code_style if text.code else ""
    return (f"{f'<w:rStyle w:val={attribute(style)}/>' if style else ''}"
            f"{'<w:b/>' if text.bold else ''}{'<w:i/>' if text.italic else ''}")


def paragraph(style: str, inside: str, properties: str = "") -> str:
    """A paragraph in the style of that id; `properties` follow w:pStyle in schema order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inside}</w:p>'


def spacer(height: int = 20, properties: str = "", inside: str = "") -> str:
    """An empty paragraph of that height in twentieths of a point, after which come no others' spaces.

    It keeps tables apart and carries breaks of page and section; `properties` follow w:spacing.
    """
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{height}" w:lineRule="exact"/>'
    return f"<w:p><w:pPr>{spacing}{properties}</w:pPr>{inside}</w:p>"


def field(instruction: str, shown: str) -> str:
    """A simple field with its last result."""
    return f'<w:fldSimple w:instr=" {instruction} ">{run(shown)}</w:fldSimple>'
