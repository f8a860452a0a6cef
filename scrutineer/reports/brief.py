"""The visit brief: one page to read on the way, printed from the method and from what is known about each agency.

What works there comes first; what is open is told neutrally, as a clock.
"""

from __future__ import annotations

from collections.abc import Iterator

from scrutineer.domain.brief import BriefPart, VisitBrief
from scrutineer.domain.dates import long_date, short_date
from scrutineer.domain.figures import FindingFigure
from scrutineer.reports.blocks import Block, Blocks, BulletList, Document, Heading, Paragraph, Table, Text, shifted
from scrutineer.reports.markdown import parse, plain
from scrutineer.reports.wording import full_stop, in_voice, run_in

_NOTHING = "Nothing is recorded about this agency yet."


def document(brief: VisitBrief) -> Document:
    """The brief as a document of its own."""
    masthead, when = brief.masthead, long_date(brief.held_on)
    return Document(
        title=f"Visit brief: {brief.title}",
        subtitle=" · ".join(filter(None, (brief.form, when, brief.place))),
        blocks=tuple(_blocks(brief)), author=masthead.author,
        subject=f"What to know before {brief.reference or brief.title}", mark=masthead.mark,
        note=f"Visit brief {brief.reference}, as at {long_date(brief.frozen_at.date())}",
        sample=masthead.is_sample, numbered=False,
    )


def _blocks(brief: VisitBrief) -> Iterator[Block]:
    yield from run_in("Purpose:", brief.purpose, "" if brief.purpose else "Not written down yet.")
    if brief.people_met:
        yield from run_in(in_voice("Whom I will meet:", brief.masthead), "", full_stop(brief.people_met))
    yield from _asked_of_all("Lines of enquiry", brief.lines_of_enquiry)
    yield from _asked_of_all("Appreciative questions", brief.appreciative)
    for part in brief.parts:
        yield Heading(part.agency, level=1)
        yield _part(part, brief) if part != BriefPart(agency=part.agency) else Paragraph(_NOTHING)
    if brief.method:
        yield Paragraph((Text(f"Method: {full_stop(brief.method)}", italic=True),))


def _asked_of_all(label: str, text: str) -> Iterator[Block]:
    if text.strip():
        yield Heading(label, level=1)
        yield from shifted(parse(text).blocks, 1)


def _part(part: BriefPart, brief: VisitBrief) -> Table:
    """One agency as a table; rows about which nothing is known are left out."""
    more = f"and {part.more_asked} more" if part.more_asked else ""
    asked = [f"{one.reference} {plain(one.title)} ({one.waiting})" for one in part.asked]
    rows = (
        ("What works, last seen", [_strength(one) for one in part.strengths]),
        ("Open challenges", [*asked, *filter(None, (more,))]),
        ("Open questions", [plain(one) for one in part.questions]),
        (in_voice("What I promised", brief.masthead), [plain(one) for one in part.promises]),
        ("Whom to ask for", list(part.people)),
    )
    told = tuple((label, _lines(lines)) for label, lines in rows if lines)
    return Table(("About", "What is known"), told, (2.4, 7.6), row_headers=True,
                 description=f"What is known about {part.agency}")  # fmt: skip


def _lines(lines: list[str]) -> Blocks:
    return (BulletList(tuple(lines)),) if len(lines) > 1 else (Paragraph(lines[0]),)


def _strength(one: FindingFigure) -> str:
    """`They ring back within the hour (Front door visited, 3 Nov 2026)`."""
    where = ", ".join(filter(None, (one.activity, short_date(one.found_on))))
    return f"{plain(one.text)}{f' ({where})' if where else ''}"
