"""A document as a Word file: the one door through which every paper becomes a .docx.

The looks live in `resources/word/styles.docx`, the text in `word_body.py`; here the two are put
together. python-docx is loaded only when a paper is written.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from scrutineer import resources
from scrutineer.reports import word_parts as parts
from scrutineer.reports.blocks import Document
from scrutineer.reports.characters import safe_address
from scrutineer.reports.word_body import LONG_EDGE, MARGIN, SHORT_EDGE, Body, Stretch
from scrutineer.reports.word_numbering import Numbering
from scrutineer.reports.word_text import Ink, spacer


def to_word(document: Document, *, template: Path | None = None, at: datetime | None = None) -> bytes:
    """The document as the bytes of a .docx, written `at` (UTC; now unless given).

    `template` is a Word file with styles and an empty numbering part; ours unless given.
    """
    import docx

    word = docx.Document(str(template or resources.path("word", "styles.docx")))
    styles = parts.style_ids(word)
    if document.larger:
        parts.enlarge(word)
    numbering = Numbering()
    ink = Ink(_Links(word.part), styles["Hyperlink"], styles["Inline Code"])
    stretches = Body(styles, numbering, ink).stretches(document)
    head = " · ".join(filter(None, ("SAMPLE" if document.sample else "", document.mark)))
    parts.headers(word, styles, head, document.note, document.mark)
    parts.number(word, styles, numbering, chapters=document.numbered)
    parts.properties(word, document.full_title, document.author, document.subject, at or datetime.now(UTC))
    body = _pages(stretches, _running_heads(word))
    parts.fill(word.part, "document", f"<w:body>{body}</w:body>")
    file = BytesIO()
    word.save(file)
    return file.getvalue()


class _Links:
    """The web addresses of a document, each related to it once."""

    def __init__(self, part: Any) -> None:
        self.part = part
        self.known: dict[str, str] = {}

    def __call__(self, address: str) -> str:
        from docx.opc.constants import RELATIONSHIP_TYPE

        safe = safe_address(address)
        if safe and safe not in self.known:
            self.known[safe] = self.part.relate_to(safe, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return self.known.get(safe, "")


def _running_heads(word: Any) -> str:
    """The references of the first section to its header and footer; later sections inherit them."""
    section = word.sections[0]._sectPr
    return "".join(
        f'<w:{kind}Reference w:type="default" r:id="{reference.rId}"/>'
        for kind in ("header", "footer") for reference in section.findall(f"{{{section.nsmap['w']}}}{kind}Reference"))


def _pages(stretches: list[Stretch], running_heads: str) -> str:
    """The body: each stretch but the last ends in a paragraph that holds its section."""
    written = []
    for number, stretch in enumerate(stretches, start=1):
        section = _section(stretch.landscape, running_heads if number == 1 else "")
        written.append(stretch.xml + (section if number == len(stretches) else spacer(properties=section)))
    return "".join(written)


def _section(landscape: bool, running_heads: str) -> str:
    across, down = (LONG_EDGE, SHORT_EDGE) if landscape else (SHORT_EDGE, LONG_EDGE)
    turned = ' w:orient="landscape"' if landscape else ""
    margins = " ".join(f'w:{side}="{MARGIN}"' for side in ("top", "right", "bottom", "left"))
    return (f'<w:sectPr>{running_heads}<w:type w:val="nextPage"/><w:pgSz w:w="{across}" w:h="{down}"{turned}/>'
            f'<w:pgMar {margins} w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>')
