"""The parts of a paper as the list on the left shows them, and how far each has come.

What must be said before a paper is final is the rule of the paper itself; here it is only put into words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from scrutineer.domain.paper import Paper, PaperSection, SectionCode
from scrutineer.domain.text import counted, listed
from scrutineer.ui.widgets.columns import Column

COVER, IMPLICATIONS, RECOMMENDED = "cover", "implications", "recommendations"
IMPLIED = tuple(code for code in SectionCode if code.is_implication)
CHAPTERS = tuple(code for code in SectionCode if not code.is_implication and code is not SectionCode.SUMMARY)
WRITTEN, EMPTY, TO_COMPLETE = "written", "empty", "to be completed"

_ON_THE_COVER = ("body_id", "meeting_id", "agenda_item", "sponsor", "previously", "accuracy")
_MUST_BE_WRITTEN = (SectionCode.SUMMARY, SectionCode.BOTTOM_LINE)      # nothing else speaks in their place

Written = Mapping[SectionCode, PaperSection]
Write = Callable[[str, SectionCode, str, bool], None]      # paper, section, my words, considered


class Part(NamedTuple):
    """One part: its id (a section's code, or one of the two above), its title, how far it has come."""

    id: str
    title: str
    state: str


COLUMNS = (
    Column("Sections", lambda part: part.title, second=lambda part: part.state, stretch=True),
)


def parts(paper: Paper, written: Written, recommended: int = 0) -> list[Part]:
    """Every part of a paper, in the order in which it is read; `recommended` is how much its meeting is asked for."""
    blank = sum(1 for name in _ON_THE_COVER if not getattr(paper, name))
    unconsidered = len(not_considered(written))
    return [
        Part(COVER, "Cover sheet", f"{blank} {TO_COMPLETE}" if blank else WRITTEN),
        _part(SectionCode.SUMMARY, "Summary", written),
        Part(RECOMMENDED, "Recommendations", counted(recommended, "recommendation") if recommended else EMPTY),
        *(_part(code, f"{number} {code.label}", written) for number, code in enumerate(CHAPTERS, start=1)),
        Part(IMPLICATIONS, "Implications", f"{unconsidered} {TO_COMPLETE}" if unconsidered else WRITTEN),
    ]


def not_considered(written: Written) -> list[SectionCode]:
    """The implications that nobody has written about or ticked."""
    return [code for code in IMPLIED if code not in written or not (_says(written, code) or written[code].considered)]


def missing(written: Written) -> str:
    """What holds back the final, in a sentence; "" when nothing does."""
    found = [f"“{code.label}”" for code in _MUST_BE_WRITTEN if not _says(written, code)]
    unconsidered = len(not_considered(written))
    if unconsidered:
        found.append(counted(unconsidered, "implication"))
    return f"still to be completed: {listed(found)}." if found else ""


def _part(code: SectionCode, title: str, written: Written) -> Part:
    if _says(written, code):
        return Part(code, title, WRITTEN)
    return Part(code, title, TO_COMPLETE if code in _MUST_BE_WRITTEN else EMPTY)


def _says(written: Written, code: SectionCode) -> bool:
    return code in written and bool(written[code].text.strip())
