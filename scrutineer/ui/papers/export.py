"""Papers leave as Word files. What is exported is frozen before it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from scrutineer.domain.paper import Paper, PaperStatus
from scrutineer.reports import assurance, challenge_log, whole_record
from scrutineer.reports.blocks import Document
from scrutineer.reports.word import to_word
from scrutineer.ui import exporting
from scrutineer.ui.exporting import WORD, Then
from scrutineer.ui.tools import Tools

_PRIVATE = "It holds everything in the record, your private text and the contacts included."
_PRIVATE_ADVICE = "It is not encrypted: keep it where nobody else can read it."


def paper(tools: Tools, paper_id: str) -> None:
    """Write a paper as it stands: a draft as a draft, an issued one as final."""
    shown = tools.register.papers.get(paper_id)
    figures = tools.register.figures.figures(shown)
    _ask(tools, lambda: assurance.document(figures), _name(shown))


def final(tools: Tools, paper_id: str, on: date, then: Then) -> None:
    """Write a draft as the final that is issued on a day; `then` is told of the file."""
    shown = replace(tools.register.papers.get(paper_id), status=PaperStatus.ISSUED, issued_on=on)
    figures = tools.register.figures.figures(shown)
    _ask(tools, lambda: assurance.document(figures), _name(shown), then)


def log(tools: Tools) -> None:
    """Write the challenge log as a document of its own."""
    figures = tools.register.figures.log()
    _ask(tools, lambda: challenge_log.document(figures), "challenge log")


def everything(tools: Tools) -> None:
    """Write the whole record, after a warning."""
    if tools.messages.ask("The whole record", _PRIVATE, "Go on", advice=_PRIVATE_ADVICE):
        record = tools.register.figures.whole()
        _ask(tools, lambda: whole_record.document(record), "whole record, private")


def _name(shown: Paper) -> str:
    draft = " draft" if shown.status is PaperStatus.DRAFTING else ""
    return f"{shown.kind.label.lower()}{draft}"


def _ask(tools: Tools, make: Callable[[], Document], what: str, then: Then | None = None) -> None:
    name = exporting.dated(tools, f"{what}.docx")
    exporting.ask(tools, "Export to Word", name, WORD, lambda: to_word(make()), then)
