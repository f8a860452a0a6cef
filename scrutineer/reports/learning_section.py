"""Training and learning in the report of a year: where people learned together, what was learnt, what reviews taught.

Audits, self-assessments and data have their section here too: they are how a partnership learns how good its work is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scrutineer.domain.activity import ActivityType
from scrutineer.domain.activity_form import Family, family_of
from scrutineer.domain.dates import short_date
from scrutineer.domain.figures import ActivityFigure, Figures, FindingFigure, Masthead
from scrutineer.domain.recommendation import Embedded, RecommendationSource
from scrutineer.domain.reference import short
from scrutineer.domain.text import counted, listed
from scrutineer.domain.year_figures import ReadingFigure, YearFigures
from scrutineer.reports.blocks import Block, BulletList, Heading, Paragraph, Table, Text, numbered
from scrutineer.reports.markdown import plain
from scrutineer.reports.wording import enclosed, full_stop, in_voice, opened, run_in, taken_up, term_words

EVENTS = frozenset({ActivityType.WORKSHOP, ActivityType.APPRECIATIVE_INQUIRY, ActivityType.TRAINING_OBSERVATION})
_OF_REVIEWS = frozenset({
    ActivityType.RAPID_REVIEW_CHECK, ActivityType.LCSPR_OVERSIGHT, ActivityType.RECOMMENDATION_FOLLOW_UP,
})
_REVIEWS = frozenset({
    RecommendationSource.LCSPR, RecommendationSource.RAPID_REVIEW, RecommendationSource.NATIONAL_REVIEW,
    RecommendationSource.SAR, RecommendationSource.DOMESTIC_ABUSE_REVIEW,
})
_QUALITY = frozenset({Family.AUDIT, Family.SELF_ASSESSMENT, Family.DATA})
_EVENT_WIDTHS = (2.6, 5.4, 3.6, 5.4)
_READ_WIDTHS = (4.6, 3.0, 3.6, 5.8)


def learning(figures: Figures) -> Iterator[Block]:
    """Events, lessons and who has taken them up, then what reviews taught and what became of it."""
    events = [one for one in figures.activities if one.type in EVENTS]
    yield from _events(events, figures.masthead)
    if figures.strengths or figures.learning:
        yield Paragraph(_passed_on((*figures.strengths, *figures.learning)), numbered=True)
    if figures.learning:
        yield Heading("What was learnt", level=2)
        for lesson in figures.learning:
            lead = f"{listed(lesson.agencies)}." if lesson.agencies else ""
            yield from numbered(run_in(lead, lesson.text, taken_up(lesson)))
    yield from _from_reviews(figures)


def _events(events: Sequence[ActivityFigure], masthead: Masthead) -> Iterator[Block]:
    if not events:
        nothing = "No workshop, joint training or appreciative inquiry is on record for this period."
        yield Paragraph(nothing, numbered=True)
        return
    came = counted(len(events), "event", "events")
    yield Paragraph(f"{came} of learning together {'is' if len(events) == 1 else 'are'} on record: workshops, "
                    "appreciative inquiry and training that was observed.", numbered=True)  # fmt: skip
    rows = tuple((short_date(one.held_on), one.title, _led(one, masthead), plain(one.came_of)) for one in events)
    yield Table(("Date", "What", "Form, and who led", "What came of it"), rows, _EVENT_WIDTHS, empty="Not recorded",
                description="Each workshop, training and appreciative inquiry of the period")  # fmt: skip


def _led(one: ActivityFigure, masthead: Masthead) -> str:
    return f"{term_words(one.type, masthead)}; led by: {enclosed(term_words(one.led_by, masthead))}"


def _passed_on(found: Sequence[FindingFigure]) -> str:
    """How far what was seen to work or learnt has travelled."""
    seen = counted(len(found), "strength or lesson", "strengths and lessons")
    passed, by = sum(bool(one.passed_on_to) for one in found), sum(bool(one.taken_up_by) for one in found)
    changed = sum(bool(one.practice_changed.strip()) for one in found)
    told = [f"{passed or 'none'} {_were(passed)} passed on", f"{by or 'none'} {_were(by)} taken up by somebody else"]
    told.append(f"{changed or 'none'} {'is' if changed == 1 else 'are'} said to have changed practice")
    return f"Of {seen} on record, {listed(told)}."


def _were(number: int) -> str:
    return "was" if number == 1 else "were"


def _from_reviews(figures: Figures) -> Iterator[Block]:
    held = [one for one in figures.activities if one.type in _OF_REVIEWS]
    made = [one for one in (*figures.system.earlier, *figures.system.asked) if one.source in _REVIEWS]
    if not held and not made:
        return
    yield Heading("Learning from reviews", level=2)
    if held:
        each = [f"“{one.title}” ({enclosed(term_words(one.type, figures.masthead))}, {short_date(one.held_on)})"
                for one in held]  # fmt: skip
        yield Paragraph(f"Scrutiny asked what reviews had taught: {listed(each)}.", numbered=True)
    if made:
        rest = [f"{number} {enclosed(one.label)}" for one in Embedded
                if (number := sum(each.embedded is one for each in made if each.decision.is_taken_up))]  # fmt: skip
        words = f"{counted(len(made), 'recommendation')} of reviews {'is' if len(made) == 1 else 'are'} followed here"
        yield Paragraph(f"{words}{f': of those taken up, {listed(rest)}' if rest else ''}.", numbered=True)
        yield BulletList(tuple(
            (Text(f"{short(one.reference)}, {one.source_title or enclosed(one.source.label)}: ", bold=True),
             Text(full_stop(plain(one.text)))) for one in made
        ))  # fmt: skip


def quality(figures: Figures, year: YearFigures) -> Iterator[Block]:
    """Audits, self-assessments and data: what was read, what the agencies concluded, and what was asked because."""
    held = [one for one in figures.activities if family_of(one.type) in _QUALITY and one.type not in _OF_REVIEWS]
    if not held and not year.readings:
        yield Paragraph("No audit, self-assessment or data was looked at in this period.", numbered=True)
        return
    if held:
        each = counted(len(held), "audit, self-assessment or reading of data",
                       "audits, self-assessments and readings of data")  # fmt: skip
        yield Paragraph(f"{each} took place:", numbered=True)
        yield BulletList(tuple(_piece(one, figures.masthead) for one in held))
    if year.gradings:
        total = sum(year.gradings.values())
        how = listed([f"{number} {_were(number)} {words}"
                      for words, number in sorted(year.gradings.items())])  # fmt: skip
        yield Paragraph(f"Of {counted(total, 'grade')} that agencies gave themselves, {how}.", numbered=True)
    if year.readings:
        yield Paragraph(in_voice("What I read of the data, and asked because of it:", figures.masthead), numbered=True)
        asked = in_voice("What I asked", figures.masthead)
        yield Table(("Indicator", "Value", "Source", asked), tuple(map(_read, year.readings)), _READ_WIDTHS,
                    empty="Not recorded", row_headers=True,
                    description="Each figure that was read for the Partnership, and what was asked")  # fmt: skip


def _piece(one: ActivityFigure, masthead: Masthead) -> tuple[Text, ...]:
    form = enclosed(term_words(one.type, masthead))
    concluded = f" {opened(full_stop(plain(one.came_of)))}" if one.came_of else ""
    return Text(f"{one.title} ", bold=True), Text(f"({form}, {short_date(one.held_on)}).{concluded}")


def _read(one: ReadingFigure) -> tuple[str, ...]:
    indicator = f"{full_stop(one.indicator)} {one.period}".strip()
    source = ", ".join(filter(None, (one.source, short_date(one.read_on))))
    return indicator, one.value, source, plain(one.question)
