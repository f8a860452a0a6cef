"""The cover sheet: what a committee clerk looks for, in the rows and the order of a board paper's front.

A blank is never a statement: an implication that nobody considered says that it is to be completed.
"""

from __future__ import annotations

from collections.abc import Iterator

from scrutineer.domain.dates import long_date
from scrutineer.domain.figures import Figures, Masthead
from scrutineer.domain.paper import PaperStatus, SectionCode
from scrutineer.reports import recommendation_section
from scrutineer.reports.blocks import Content, Table, cover_table
from scrutineer.reports.markdown import parse
from scrutineer.reports.wording import TO_BE_COMPLETED, enclosed, term_words

NONE_IDENTIFIED = "None identified"


def sheet(figures: Figures, appendices: tuple[str, ...]) -> Table:
    """The cover sheet of a paper with these appendices. In a draft a blank row is to be completed."""
    is_draft = figures.paper.status is PaperStatus.DRAFTING
    return cover_table(_rows(figures, appendices), empty=TO_BE_COMPLETED if is_draft else "Not stated")


def author_line(masthead: Masthead) -> str:
    """Author and role; once, where the role stands for the name."""
    return ", ".join(dict.fromkeys(words for words in (masthead.author, masthead.author_title) if words))


def status_line(figures: Figures) -> str:
    """`Draft of 23 November 2026`, or `Final, issued 25 November 2026`."""
    frozen_on = long_date(figures.frozen_at.date())
    if figures.paper.status is PaperStatus.DRAFTING:
        return f"Draft of {frozen_on}"
    return f"Final, issued {long_date(figures.paper.issued_on) or frozen_on}"


def period_line(figures: Figures) -> str:
    """`1 July 2026 to 30 September 2026`."""
    return f"{long_date(figures.starts_on)} to {long_date(figures.ends_on)}"


def _rows(figures: Figures, appendices: tuple[str, ...]) -> Iterator[tuple[str, Content]]:
    paper, masthead = figures.paper, figures.masthead
    yield "Partnership", masthead.partnership
    yield "Meeting", figures.body
    yield "Meeting date", long_date(figures.meeting_on)
    yield "Agenda item", paper.agenda_item
    yield "Paper number", paper.reference
    yield "Title", paper.title
    yield "Author and role", author_line(masthead)
    yield "Sponsor", paper.sponsor
    yield "Purpose", paper.purpose.label
    yield "Period covered", period_line(figures)
    yield "Status", status_line(figures)
    yield "Protective mark", paper.mark or "None"
    if recommended := recommendation_section.asked(figures):
        yield "The meeting is asked to agree", recommended
    yield "Summary", parse(figures.sections.get(SectionCode.SUMMARY, "")).blocks
    for code in SectionCode:
        if code.is_implication:
            yield f"Implications: {enclosed(term_words(code, figures.masthead))}", _implication(figures, code)
    yield "Previously considered by", paper.previously
    yield "Factual accuracy checked by", paper.accuracy
    yield "Appendices", "; ".join(appendices)
    yield "Contact", masthead.business_unit


def _implication(figures: Figures, code: SectionCode) -> Content:
    words = figures.sections.get(code, "")
    return parse(words).blocks or (NONE_IDENTIFIED if code in figures.considered else "")
