"""The system and the culture of scrutiny in a paper: blind spots, what comes next, how it feels, the principles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scrutineer.domain.dates import long_date, month_year
from scrutineer.domain.figures import Figures, Masthead
from scrutineer.domain.system_figures import CoverageFigures, PlannedFigure
from scrutineer.domain.year import MONTHS as YEARS_MONTHS
from scrutineer.reports.blocks import Block, Blocks, BulletList, Heading, Paragraph, Table, Text
from scrutineer.reports.markdown import plain
from scrutineer.reports.wording import enclosed, full_stop, in_voice, opened, term_words

_SPOTS = 2            # blind spots named in the body; the rest stands in the appendix
_COVERED_WIDTHS = (5.0, 12.0)
_FEELING_WIDTHS = (4.0, 7.5, 5.5)


def unseen(figures: Figures, listed_at: str) -> Iterator[Block]:
    """Where scrutiny has not been, in words; never a reproach."""
    spots = figures.system.coverage.blind_spots
    if not spots:
        return
    more = len(spots) - _SPOTS
    rest = f" {more} more {'stands' if more == 1 else 'stand'} in {listed_at}." if more > 0 and listed_at else ""
    yield Paragraph(f"{' '.join(full_stop(one) for one in spots[:_SPOTS])}{rest}", numbered=True)


def coverage(told: CoverageFigures, masthead: Masthead) -> Blocks:
    """The twelve months agency by agency, in words, and every blind spot.

    Eight kinds of scrutiny are too many columns for a page; and numbers in columns would set agencies side by side.
    """
    if not any(any(numbers) for _, numbers in told.rows):
        return ()
    kinds = [enclosed(in_voice(kind, masthead)) for kind in told.columns]
    rows = tuple((label, opened(_kinds(kinds, numbers))) for label, numbers in told.rows)
    found: list[Block] = [
        Heading(f"Who was looked at, {told.since}", level=2),
        Table(("Agency", "Kinds of scrutiny, and how many of each"), rows, _COVERED_WIDTHS, row_headers=True,
              empty="None in this time",
              description="For each agency, how many pieces of scrutiny of each kind, whoever led them"),
    ]  # fmt: skip
    if told.blind_spots:
        found += [Heading("Where scrutiny has not been", level=2), BulletList(tuple(map(full_stop, told.blind_spots)))]
    return tuple(found)


def _kinds(kinds: Sequence[str], numbers: Sequence[int]) -> str:
    """`visits and observation (2), data and documents (1)`; what there was none of is left out."""
    return ", ".join(f"{kind} ({number})" for kind, number in zip(kinds, numbers, strict=True) if number)


def ahead(figures: Figures) -> Iterator[Block]:
    """What is planned for the months that follow."""
    planned = figures.system.ahead
    span = f"the next {'twelve' if figures.system.months_ahead == YEARS_MONTHS else 'three'} months"
    if not planned:
        yield Paragraph(f"The plan holds nothing for {span} yet.", numbered=True)
        return
    yield Paragraph(f"The plan holds, for {span}:", numbered=True)
    months: dict[str, list[str]] = {}
    for one in planned:
        months.setdefault(month_year(one.planned_on), []).append(_planned(one, figures.masthead))
    yield BulletList(tuple((Text(f"{month}: ", bold=True), Text(full_stop("; ".join(some))))
                           for month, some in months.items()))  # fmt: skip


def _planned(one: PlannedFigure, masthead: Masthead) -> str:
    return f"{one.title.rstrip('.')} ({enclosed(term_words(one.form, masthead))})"


def feeling(figures: Figures) -> Iterator[Block]:
    """What people answered about scrutiny, and what was changed because of what they said of it."""
    told = figures.system.feeling
    if not told.answers and not told.shaped and not told.tally:
        yield Paragraph("Nobody was asked how scrutiny feels in this time.", numbered=True)
        return
    if told.answers:
        asked = f"{told.asked}, {long_date(told.asked_on)}" if told.asked_on else told.asked
        small = "Groups of fewer than five are not shown, and nothing is added up to a score."
        yield Paragraph(f"People were asked: {asked}. {small}", numbered=True)
        yield Table(("About", "Statement", "Answers"), told.answers, _FEELING_WIDTHS,
                    description="What people answered to each statement about scrutiny")  # fmt: skip
    if told.note:
        yield Paragraph(plain(told.note), numbered=True)
    if told.tally:
        yield Paragraph(told.tally, numbered=True)
    if told.shaped:
        yield Paragraph(in_voice("What I changed because of what I was told:", figures.masthead), numbered=True)
        yield BulletList(tuple((Text(f"{about}: ", bold=True), Text(full_stop(plain(words))))
                               for about, words in told.shaped))  # fmt: skip


def principles(figures: Figures) -> Iterator[Block]:
    """Each principle with an example of living by it, and any conflict of interest with how it is handled."""
    if not figures.system.principles:
        yield Paragraph("A set of principles has not been agreed yet.", numbered=True)
    for one in figures.system.principles:
        told = [f"{long_date(day)}: {full_stop(plain(words))}" for day, words in one.examples]
        yield Paragraph((Text(f"{full_stop(one.title)} ", bold=True),
                         Text(" ".join(filter(None, (plain(one.text), *told))))), numbered=True)  # fmt: skip
    for what, handled in figures.system.conflicts:
        how = f" {full_stop(plain(handled))}" if handled.strip() else ""
        yield Paragraph(f"Conflict of interest: {full_stop(plain(what))}{how}", numbered=True)
