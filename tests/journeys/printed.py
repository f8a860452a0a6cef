"""What leaves the record, written to a Word file and read again with another program’s eyes."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document

from scrutineer.reports import assurance, challenge_log, whole_record
from scrutineer.reports.word import to_word
from tests.journeys.person import Person


def paper(me: Person) -> str:
    """All words of the assurance paper as it would go out now, a paragraph a line; its log among them."""
    register = me.register
    return _read(to_word(assurance.document(register.figures.figures(register.papers.begin()))))


def body(me: Person) -> str:
    """Its words before the appendices: what a board reads."""
    before, appendix, _ = paper(me).partition("\nAppendix A: Challenge log\n")
    assert appendix
    return before


def table(me: Person, *header: str) -> list[tuple[str, ...]]:
    """The rows of the table of the paper's body that has this header, without it."""
    register = me.register
    word = Document(BytesIO(to_word(assurance.document(register.figures.figures(register.papers.begin())))))
    tables = ([tuple(cell.text for cell in row.cells) for row in one.rows] for one in word.tables)
    [found] = [rows for rows in tables if rows[0] == header]
    return found[1:]


def record(me: Person) -> str:
    """All words of the record in full."""
    return _read(to_word(whole_record.document(me.register.figures.whole())))


def log(me: Person) -> list[tuple[str, ...]]:
    """The rows of the challenge log as it would go out now, without its head."""
    word = Document(BytesIO(to_word(challenge_log.document(me.register.figures.log()))))
    return [tuple(cell.text for cell in row.cells) for row in word.tables[-1].rows][1:]


def _read(word: bytes) -> str:
    body: Any = Document(BytesIO(word)).element.body
    return "\n".join(
        "".join(run.text or "" for run in each.iter() if run.tag.endswith("}t"))
        for each in body.iter() if each.tag.endswith("}p")
    )
