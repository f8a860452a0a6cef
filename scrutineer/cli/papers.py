"""`scrutineer paper …`: each kind of paper as a Word document."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from scrutineer.cli.arguments import Asked, add, add_dates, day
from scrutineer.cli.opening import opened, save
from scrutineer.domain.errors import Invalid, ScrutineerError
from scrutineer.domain.organisation import ReportingPeriod
from scrutineer.domain.paper import Paper, PaperKind, PaperStatus
from scrutineer.domain.year import year_of
from scrutineer.register.register import Register
from scrutineer.reports import agency_page, assurance, days_statement, letter, whole_record, you_said
from scrutineer.reports import brief as visit_brief


def add_papers(commands: Any) -> None:
    """Offer every kind of paper."""
    paper = commands.add_parser("paper", help="write a paper as a Word document")
    kinds = paper.add_subparsers(required=True, metavar="KIND")
    for kind, words in ((PaperKind.ASSURANCE, "what a board reads from its scrutineer"),
                        (PaperKind.ANNUAL, "the report of a year")):
        written = add(kinds, kind.value, _assurance, words, "FILE", out=True)
        written.set_defaults(kind=kind)
        add_dates(written)
    add(kinds, "record", _record, "everything in the record, private text included", "FILE", out=True)
    _add_letter(add(kinds, "letter", _letter, "a letter to one party, with room to answer in", "FILE", out=True))
    add_dates(add(kinds, "days", _days, "a statement of days for the invoice", "FILE", out=True))
    brief = add(kinds, "brief", _brief, "one page to read on the way to an activity", "FILE", out=True)
    brief.add_argument("--activity", metavar="REF", required=True, help="its reference, such as A-2026-014")
    agency = add(kinds, "agency", _agency_page, "about one agency, on two sides, to show it", "FILE", out=True)
    agency.add_argument("--agency", metavar="NAME", required=True, help="its name, in full, in short or in part")
    _add_you_said(add(kinds, "you-said", _you_said, "what goes back to those who were heard", "FILE", out=True))


def _add_you_said(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="starts_on", metavar="DATE", type=day, help="a year ago unless given")
    parser.add_argument("--to", dest="ends_on", metavar="DATE", type=day, help="today unless given")
    parser.add_argument("--activity", metavar="REF", help="only what was heard there, such as A-2026-014")
    parser.set_defaults(wrong_usage=parser.error)


def _add_letter(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", metavar="NAME", required=True, help="of an agency, a group or a board, or part of it")
    about = "what it is about, once for each challenge; all that are open there unless given"
    parser.add_argument("--challenge", dest="challenges", metavar="REF", action="append", default=[], help=about)
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--closing", action="store_true", help="thanks, and what changed, about what has ended")
    instead.add_argument("--recognition", action="store_true", help="what works well there; it asks nothing")
    parser.set_defaults(wrong_usage=parser.error)


def _assurance(asked: Asked) -> None:
    if asked.period and (asked.starts_on or asked.ends_on):
        asked.wrong_usage("give --period, or --from and --to, not both")
    with opened(asked.file) as register:
        paper = _paper_for(register, asked)
        document = assurance.document(register.figures.figures(paper))
    save(document, asked.out)


def _paper_for(register: Register, asked: Asked) -> Paper:
    """The newest paper that is being written; with other dates, a new one for the same body."""
    drafting = register.papers.all(status=PaperStatus.DRAFTING, kind=asked.kind)
    if drafting and not (asked.period or asked.starts_on or asked.ends_on):
        return drafting[-1]
    begun = register.papers.begin(register.bodies.find(drafting[-1].body_id) if drafting else None, kind=asked.kind)
    if asked.period:
        period = _period(register, asked.period)
        return replace(begun, starts_on=period.starts_on, ends_on=period.ends_on)
    paper = replace(begun, starts_on=asked.starts_on or begun.starts_on, ends_on=asked.ends_on or begun.ends_on)
    if problems := paper.problems():
        raise Invalid(problems)
    return paper


def _period(register: Register, label: str) -> ReportingPeriod:
    period = register.periods.labelled(label)
    if period is None:
        known = ", ".join(sorted(one.label for one in register.periods.all()))
        raise ScrutineerError(f"There is no period “{label}” in this record.", f"It has {known}.")
    return period


def _days(asked: Asked) -> None:
    if asked.period and (asked.starts_on or asked.ends_on):
        asked.wrong_usage("give --period, or --from and --to, not both")
    with opened(asked.file) as register:
        period = _period(register, asked.period) if asked.period else None
        ends_on = period.ends_on if period else asked.ends_on or register.today()
        starts_on = period.starts_on if period else asked.starts_on or year_of(ends_on or register.today()).starts_on
        statement = register.time.statement(starts_on, ends_on, register.figures.masthead())
    save(days_statement.document(statement), asked.out)


def _you_said(asked: Asked) -> None:
    if asked.activity and (asked.starts_on or asked.ends_on):
        asked.wrong_usage("give --activity, or --from and --to, not both")
    with opened(asked.file) as register:
        activity = register.activities.by_reference(asked.activity) if asked.activity else None
        page = register.figures.you_said(asked.starts_on, asked.ends_on, activity)
    save(you_said.document(page), asked.out)


def _agency_page(asked: Asked) -> None:
    with opened(asked.file) as register:
        agency = register.parties.agency_named(asked.agency)
        document = agency_page.document(register.figures.agency_page(agency.id))
    save(document, asked.out)


def _brief(asked: Asked) -> None:
    with opened(asked.file) as register:
        activity = register.activities.by_reference(asked.activity)
        document = visit_brief.document(register.briefs.brief(activity.id))
    save(document, asked.out)


def _record(asked: Asked) -> None:
    with opened(asked.file) as register:
        document = whole_record.document(register.figures.whole())
    save(document, asked.out)


def _letter(asked: Asked) -> None:
    if asked.recognition and asked.challenges:
        asked.wrong_usage("a letter of recognition is about no challenge: give --challenge or --recognition, not both")
    with opened(asked.file) as register:
        party = register.parties.named(asked.to)
        if asked.recognition:
            figures = register.figures.recognition(party)
        else:
            parts = register.parties.to_write_about(party, asked.challenges, is_closing=asked.closing)
            figures = register.figures.letter(parts, is_closing=asked.closing)
    save(letter.document(figures), asked.out)
