"""How a part of the paper will look: the same blocks as Word gets, as HTML, made beside the window.

Only frozen figures come in; what is shown is always the newest that was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.domain.figures import Figures
from scrutineer.domain.paper import chapters_of
from scrutineer.reports import assurance
from scrutineer.reports.blocks import Block, Blocks, Document, Heading, Landscape, Paragraph, Text, settled, texts
from scrutineer.reports.preview import to_html
from scrutineer.ui import theme
from scrutineer.ui.papers import length
from scrutineer.ui.theme import MEDIUM, SMALL
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.prose import Prose
from scrutineer.ui.widgets.words import Words


class Shown(NamedTuple):
    """One part as HTML, the mark above it, and how long the whole paper is."""

    html: str
    mark: str
    sides: float


def show(figures: Figures, part: str) -> Shown:
    """One part of a paper: a chapter with what the record adds to it, or the cover sheet for all others."""
    document = assurance.document(figures)
    blocks = tuple(_numbered(settled(document)))
    starts = [place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1]
    ends = [*starts[1:], next((n for n, block in enumerate(blocks) if isinstance(block, Landscape)), len(blocks))]
    codes = [code.value for code in chapters_of(figures.paper.kind)]
    if part in codes:
        place = codes.index(part)
        chosen = blocks[starts[place] : min(ends[place], ends[-1])]
    else:
        chosen = (*_title(document), *blocks[: starts[0]])
    mark = " · ".join(filter(None, ("SAMPLE" if document.sample else "", document.mark)))
    _cover, *body = document.blocks
    return Shown(to_html(chosen), mark, length.sides(tuple(body)))


def _title(document: Document) -> Blocks:
    return (Heading(document.title), *(Paragraph(line) for line in document.subtitle.split("\n")))


def _numbered(blocks: Blocks) -> Iterator[Block]:
    """The numbers 1, 1.1, 1.2 as words, which Word makes by itself."""
    chapter = paragraph = 0
    for block in blocks:
        match block:
            case Heading(level=1, numbered=True):
                chapter, paragraph = chapter + 1, 0
                yield replace(block, words=(Text(f"{chapter} "), *texts(block.words)))
            case Paragraph(numbered=True):
                paragraph += 1
                yield replace(block, words=(Text(f"{chapter}.{paragraph} "), *texts(block.words)))
            case _:
                yield block


class PaperPreview(QWidget):
    """Shows one part; `measured(sides)` tells how long the paper is."""

    measured = Signal(float)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._jobs = tools.jobs
        self._asked = 0
        self._part = ""
        self._mark = Words("", "label", hides=True)
        self._page = Prose(tools.ask_to_open)
        self._page.setObjectName("preview")
        self._page.setAccessibleName("How this part will look")
        self._page.setFont(theme.small_font(self._page.font()))
        self._page.document().setDocumentMargin(MEDIUM)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(SMALL)
        body.addWidget(self._mark)
        body.addWidget(self._page, 1)

    def show_part(self, figures: Figures, part: str) -> None:
        """Ask for the look of a part."""
        self._asked += 1
        number = self._asked
        self._jobs.run(lambda _progress: (number, part, show(figures, part)), self._shown)

    def clear(self) -> None:
        """Show nothing."""
        self._asked += 1
        self._mark.say("")
        self._page.say("")

    def _shown(self, answer: tuple[int, str, Shown]) -> None:
        number, part, shown = answer
        if number != self._asked:
            return
        self._mark.say(shown.mark)
        self._page.say(shown.html)
        if part != self._part:
            self._page.verticalScrollBar().setValue(0)
        self._part = part
        self.measured.emit(shown.sides)
