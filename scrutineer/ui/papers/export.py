"""Papers leave as Word files: asked where, made beside the window, written whole or not at all.

What is exported is frozen before it is made; a file that another program holds is never waited for in vain.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from scrutineer.domain.errors import ScrutineerError
from scrutineer.domain.paper import Paper, PaperStatus
from scrutineer.domain.progress import Progress
from scrutineer.register.register import Register
from scrutineer.reports import assurance, challenge_log, saving, whole_record
from scrutineer.reports.blocks import Document
from scrutineer.reports.saving import HeldElsewhere
from scrutineer.reports.word import to_word
from scrutineer.ui.tools import Tools

KINDS = "Word document (*.docx)"
_PRIVATE = "It holds everything in the record, your private text and the contacts included."
_PRIVATE_ADVICE = "It is not encrypted: keep it where nobody else can read it."

Make = Callable[[], Document]


class Written(NamedTuple):
    """A file that was written, and what it holds."""

    path: Path
    content: bytes


def paper(tools: Tools, paper_id: str) -> None:
    """Write a paper as it stands: a draft as a draft, an issued one as final."""
    shown = tools.register.papers.get(paper_id)
    figures = tools.register.figures.figures(shown)
    _ask(tools, lambda: assurance.document(figures), _name(tools.register, shown))


def final(tools: Tools, paper_id: str, on: date, then: Callable[[Written], None]) -> None:
    """Write a draft as the final that is issued on a day; `then` is told of the file."""
    shown = replace(tools.register.papers.get(paper_id), status=PaperStatus.ISSUED, issued_on=on)
    figures = tools.register.figures.figures(shown)
    _ask(tools, lambda: assurance.document(figures), _name(tools.register, shown), then)


def log(tools: Tools) -> None:
    """Write the challenge log as a document of its own."""
    figures = tools.register.figures.log()
    _ask(tools, lambda: challenge_log.document(figures), _dated(tools.register, "challenge log"))


def everything(tools: Tools) -> None:
    """Write the whole record, after a warning."""
    if tools.messages.ask("The whole record", _PRIVATE, "Go on", advice=_PRIVATE_ADVICE):
        record = tools.register.figures.whole()
        _ask(tools, lambda: whole_record.document(record), _dated(tools.register, "whole record, private"))


def _name(register: Register, shown: Paper) -> str:
    draft = " draft" if shown.status is PaperStatus.DRAFTING else ""
    return _dated(register, f"{shown.kind.label.lower()}{draft}")


def _dated(register: Register, what: str) -> str:
    """`2026-11-23 EX assurance paper draft.docx`."""
    return f"{register.today():%Y-%m-%d} {register.partnership.short_code} {what}.docx"


def _ask(tools: Tools, make: Make, name: str, then: Callable[[Written], None] | None = None) -> None:
    path = tools.messages.file_to_save("Export to Word", tools.preferences.last_folder / name, KINDS)
    if path:
        tools.preferences.last_folder = path.parent
        _write(tools, make, path if path.suffix.lower() == ".docx" else path.with_name(f"{path.name}.docx"), then)


def _write(tools: Tools, make: Make, path: Path, then: Callable[[Written], None] | None) -> None:
    def work(progress: Progress) -> Written:
        progress(0.1, "Making the document")
        content = to_word(make())
        progress(0.7, "Writing the file")
        return Written(saving.save(content, path), content)

    def done(written: Written) -> None:
        said = f"“{written.path.name}” was written to {written.path.parent}."
        tools.say(said, "Open the folder", lambda: tools.open_folder(written.path))
        if then:
            then(written)

    def failed(error: ScrutineerError) -> None:
        if not isinstance(error, HeldElsewhere):
            tools.messages.show_error(error)
        elif tools.messages.ask(error.title, error.sentence, f"Save as “{error.free.name}”"):
            _write(tools, make, error.free, then)

    tools.jobs.run(work, done, failed, title="Export to Word")
