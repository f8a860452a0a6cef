"""The judgements of a paper: the opinion in one line, a row for each view, and what the words mean.

A word never stands alone: where it is going, how sure it is and on how many kinds of source it rests go with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from scrutineer.domain.assurance import Direction, JudgedKind
from scrutineer.domain.dates import short_date
from scrutineer.domain.figures import Figures
from scrutineer.domain.paper import PaperKind, SectionCode
from scrutineer.domain.scale import NOT_ASSESSED
from scrutineer.domain.system_figures import AssuranceFigures, JudgementFigure
from scrutineer.domain.text import counted, listed
from scrutineer.reports.blocks import Block, Blocks, Heading, Paragraph, Table, Text
from scrutineer.reports.markdown import plain
from scrutineer.reports.wording import enclosed, full_stop, in_voice

_SHORT_WIDTHS = (6.0, 4.4, 6.6)
_ROW_WIDTHS = (5.2, 4.2, 7.6)
_SCALE_WIDTHS = (4.5, 12.5)
_WHY_WIDTHS = (5.0, 12.0)
_CONFIRMED_WIDTHS = (7.5, 3.5, 6.0)
_SIGNS = {"good": "●", "fair": "◐", "caution": "▲", "serious": "■", "none": "–", "unknown": "?"}


def opinion(figures: Figures) -> Iterator[Block]:
    """The overall opinion in one line, beside which the scrutineer's own words stand."""
    overall = figures.system.assurance.overall
    if overall:
        before = f" ({_before(figures)})" if _before(figures) else ""
        is_said = bool(figures.sections.get(SectionCode.BOTTOM_LINE, "").strip())      # in my own words, just above
        bottom_line = "" if is_said else overall.bottom_line
        aside = f"{_going(overall)}, {enclosed(overall.confidence.label)}{before}. {bottom_line}".strip()
        words = (Text("Overall opinion: ", bold=True), Text(f"{_word(overall)}; {aside}"))
        yield Paragraph(words, numbered=True)


def _before(figures: Figures) -> str:
    """The word of the period before and, in the report of a year, that of a year earlier."""
    assurance = figures.system.assurance
    found = [f"before: {enclosed(assurance.overall.before)}" if assurance.overall and assurance.overall.before else ""]
    if figures.paper.kind is PaperKind.ANNUAL and assurance.year_before:
        found.append(f"a year earlier, in {assurance.year_before_period}: {enclosed(assurance.year_before)}")
    return "; ".join(filter(None, found))


def blocks(figures: Figures, defined_at: str) -> Iterator[Block]:
    """A row for each item of the framework that was judged; `defined_at` names where all the rest is told."""
    assurance = figures.system.assurance
    if not assurance.others:
        yield Paragraph(in_voice("I gave no further judgement for this period.", figures.masthead), numbered=True)
        return
    number = counted(len(assurance.others), "judgement")
    held = f", most of them against {assurance.framework}" if assurance.framework else ""
    where = f" Each of them, on what it rests, and what the words mean stands in {defined_at}." if defined_at else ""
    yield Paragraph(in_voice(f"For {assurance.period}, I gave {number}{held}.{where}", figures.masthead), numbered=True)
    items = [one for one in assurance.others if one.kind is JudgedKind.FRAMEWORK_ITEM]
    rows = tuple((_in_short(one.about), f"{_word(one)}; {_going(one)}", full_stop(one.bottom_line)) for one in items
                 if one.rating != NOT_ASSESSED)
    if rows:
        yield Table(("About", "Judgement", "Bottom line"), rows, _SHORT_WIDTHS, row_headers=True,
                    description="Each item of the framework with its judgement, direction and bottom line")
    if left := [enclosed(one.about) for one in items if one.rating == NOT_ASSESSED]:
        yield Paragraph(f"Not assessed in this period: {'; '.join(left)}.", numbered=True)


def _in_short(about: str) -> str:
    """The title of an item up to where it begins to explain itself; the appendix has it whole."""
    return about.partition(":")[0]


def _word(one: JudgementFigure) -> str:
    return f"{_SIGNS.get(one.rating.sign, '')} {enclosed(one.rating.word)}".strip()


def _going(one: JudgementFigure) -> str:
    return "first judgement" if one.direction is Direction.FIRST else enclosed(one.direction.label)


def _row(one: JudgementFigure) -> tuple[str, ...]:
    rests_on = f"Rests on {listed([enclosed(kind) for kind in one.kinds])}." if one.kinds else ""
    view = "; ".join((f"{_SIGNS.get(one.rating.sign, '')} {one.rating.word}", _going(one)))
    said = " ".join(filter(None, (full_stop(one.bottom_line), rests_on, _reason(one))))
    return one.about, f"{view}, {enclosed(one.confidence.label)}", said


def _reason(one: JudgementFigure) -> str:
    if one.stands_in:
        return full_stop(f"Reason in place of evidence: {plain(one.stands_in)}")
    return "Reason in place of evidence: recorded, and not for print." if one.keeps_reason else ""


def definitions(assurance: AssuranceFigures) -> Blocks:
    """Each view with what it rests on, what the words mean, why it was given, and the statutory confirmations."""
    if not assurance.judgements and not assurance.confirmations:
        return ()
    found: list[Block] = []
    if assurance.others:
        header, each = ("About", "Judgement", "Bottom line, and what it rests on"), tuple(map(_row, assurance.others))
        found.append(Table(header, each, _ROW_WIDTHS, row_headers=True,
                           description="Each judgement with its direction, confidence and kinds of source"))
        found.append(Heading("What the words mean", level=2))
    if assurance.judgements:
        found.append(Paragraph(f"The words are those of the scale “{assurance.scale}”, the same for every judgement."))
        rows = tuple((f"{_SIGNS.get(one.sign, '')} {one.word}", one.definition) for one in assurance.definitions)
        found.append(Table(("Word", "What it means"), rows, _SCALE_WIDTHS, row_headers=True,
                           description="Each word of the scale with its definition"))  # fmt: skip
        why = tuple((one.about, plain(one.rationale)) for one in assurance.judgements if one.rationale.strip())
        if why:
            found += [Heading("Why", level=2), Table(("About", "Why I think so"), why, _WHY_WIDTHS, row_headers=True,
                                                     description="The reasons behind the judgements")]  # fmt: skip
    if assurance.confirmations:
        confirmed = tuple((one.about, ", ".join(filter(None, (one.state.label, short_date(one.confirmed_on)))),
                           plain(one.text)) for one in assurance.confirmations)
        found.append(Heading("Statutory confirmations", level=2))
        found.append(Table(("Item", "State", "In words"), confirmed, _CONFIRMED_WIDTHS, row_headers=True,
                           empty="Nothing added", description="Whether each statutory item was found to be so"))
    return tuple(found)
