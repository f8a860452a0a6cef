"""The year of challenge in numbers, disagreements and escalations without names, and where little has moved.

All of it is counted from the challenges that the paper tells anyway. Parties are not named here: a number is of the
Partnership, and a disagreement is told of without saying whose it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from scrutineer.domain.activity import ActivityType
from scrutineer.domain.challenge import ImpactLevel, Outcome, Status
from scrutineer.domain.challenge_figures import ChallengeFigure, EscalationFigure, PartyFigure
from scrutineer.domain.dates import long_date, short_date
from scrutineer.domain.figures import Figures
from scrutineer.domain.recommendation import Embedded
from scrutineer.domain.reference import short
from scrutineer.domain.retest import RetestResult
from scrutineer.domain.text import counted, listed
from scrutineer.domain.year_figures import TermFigure, YearFigures
from scrutineer.reports.blocks import Block, BulletList, Heading, Paragraph, Table, numbered
from scrutineer.reports.markdown import parse
from scrutineer.reports.wording import counted_days, enclosed, full_stop, in_voice, opened

LONG = timedelta(days=183)      # half a year: a challenge open for longer stands under “little has moved”
_WIDTHS = (12.0, 5.0)
_BEFORE_ANY = "before the first stage"


def in_figures(figures: Figures, year: YearFigures) -> Iterator[Block]:
    """The table of the year, with how long answers took and at which stage what ended was resolved."""
    counts = figures.counts
    ended = [party for _, party in _parts(figures) if _ended_within(party, figures)]
    rows = [
        ("Challenges put", str(counts.raised)), ("Challenges answered", str(counts.answered)),
        ("Challenges ended", str(counts.ended)), ("Challenges open at the end", str(counts.open_now)),
    ]  # fmt: skip
    if year.answers:
        rows.append((f"Working days to a first answer, on average over {counted(year.answers, 'answer')}",
                     f"{year.mean_days:.1f}"))  # fmt: skip
    stages = Counter(party.stage_words or _BEFORE_ANY for party in ended)
    for stage in in_order(stages, year):
        share = f"{stages[stage]} of {len(ended)} ({round(100 * stages[stage] / len(ended))} %)"
        rows.append((f"Parties’ parts that ended {_at(stage)}", share))
    yield Heading("The year in figures", level=2)
    yield Table(("What is counted, for the whole Partnership", "Number"), tuple(rows), _WIDTHS, row_headers=True,
                description="Challenges of the period in numbers, for the Partnership as a whole")  # fmt: skip


def in_order(stages: Iterable[str], year: YearFigures) -> list[str]:
    """Stages by their rung, under whatever names the partnership gave them; what comes before any stands first."""
    return sorted(stages, key=lambda one: year.rungs.index(one) if one in year.rungs else -1)


def _at(stage: str) -> str:
    return stage if stage == _BEFORE_ANY else f"at {enclosed(stage)}"


def disagreements(figures: Figures, year: YearFigures) -> Iterator[Block]:
    """How many disagreements were brought, and which steps were taken up the ladder; nobody is named."""
    brought = sum(one.type is ActivityType.ESCALATION_MEDIATION for one in figures.activities)
    steps = [step for _, party in _parts(figures) for step in party.escalations if _within(step.stepped_on, figures)]
    yield Heading("Disagreements and escalations", level=2)
    if not brought and not steps:
        yield Paragraph("No disagreement was brought, and nothing was escalated.", numbered=True)
        return
    words = f"{counted(brought, 'disagreement')} between agencies {'was' if brought == 1 else 'were'} brought to me."
    found = [in_voice(words, figures.masthead) if brought else "No disagreement was brought.", _climbed(steps, year)]
    yield Paragraph(" ".join(found), numbered=True)


def _climbed(steps: list[EscalationFigure], year: YearFigures) -> str:
    up = Counter(step.rung for step in steps if step.goes_up)
    if not up:
        return "Nothing was escalated."
    rungs = listed([f"{up[rung]} to {enclosed(rung)}" for rung in in_order(up, year)])
    outcomes = Counter(enclosed(step.outcome.label) for step in steps if step.outcome)
    each = listed([f"{words} ({number})" for words, number in outcomes.items()])
    came = f" What came of them: {each}." if each else ""
    total = counted(sum(up.values()), "step up the ladder was", "steps up the ladder were")
    return f"{total} taken: {rungs}.{came}"


def little_progress(figures: Figures) -> Iterator[Block]:
    """Where little or nothing has moved: open for half a year, no change seen, not lasting, not embedded."""
    found = [*_open_long(figures), *_unmoved(figures), *_not_embedded(figures)]
    yield Heading("Where little or nothing has moved", level=2)
    if not found:
        yield Paragraph("Nothing has stood still for half a year, and no change that was looked at again had gone.",
                        numbered=True)  # fmt: skip
        return
    yield Paragraph("This has been open for more than half a year, or did not change what it was meant to. Some of it "
                    "waits for scrutiny itself.", numbered=True)  # fmt: skip
    yield BulletList(tuple(found))


def _open_long(figures: Figures) -> Iterator[str]:
    for one in figures.challenges:
        if not one.status.is_ended and one.raised_on and figures.ends_on - one.raised_on >= LONG:
            yield f"{_named(one)} Open since {short_date(one.raised_on)}; {enclosed(one.status_words)}."


def _unmoved(figures: Figures) -> Iterator[str]:
    for one in figures.challenges:
        said = dict.fromkeys(words for party in one.parties for words in _of_part(party, figures))
        if said:
            yield f"{_named(one)} {opened('; '.join(said))}."


def _of_part(party: PartyFigure, figures: Figures) -> Iterator[str]:
    if _ended_within(party, figures):
        if party.outcome is Outcome.UNRESOLVED_RISK_ACCEPTED:
            yield "ended unresolved, with the risk accepted"
        elif party.impact_level is ImpactLevel.NONE_SEEN and party.outcome is not Outcome.ASSURED_NO_CHANGE_NEEDED:
            yield "ended with no change seen yet"
    for test in party.retests:
        is_mended = party.status.is_ended and (party.closed_on or date.min) > (test.done_on or date.min)
        if test.result is RetestResult.NOT_SUSTAINED and _within(test.done_on, figures) and not is_mended:
            yield f"a change had not lasted when it was looked at again on {short_date(test.done_on)}"


def _not_embedded(figures: Figures) -> Iterator[str]:
    for one in figures.system.earlier:
        if one.decision.is_taken_up and one.embedded is Embedded.NOT_EMBEDDED:
            yield f"{short(one.reference)} A recommendation taken up was not embedded when it was looked at."


def terms(figures: Figures, year: YearFigures) -> Iterator[Block]:
    """On which terms the scrutineer serves, and the statement of independence; as the record holds them."""
    for one in year.terms:
        yield Paragraph(in_voice(_term(one), figures.masthead), numbered=True)
        yield from numbered(parse(one.independence).blocks)


def _term(one: TermFigure) -> str:
    since = f" since {long_date(one.starts_on)}" if one.starts_on else ""
    until = f", until {long_date(one.ends_on)}" if one.ends_on else ""
    days = f", {counted_days(one.days_per_year)} a year" if one.days_per_year else ""
    arranged = f"How scrutiny is arranged: {enclosed(one.arrangement)}."
    return f"{one.title or 'The scrutineer'}{since}{until}{days}. {arranged}"


def _named(one: ChallengeFigure) -> str:
    return f"{short(one.reference)} {full_stop(one.title)}"


def _parts(figures: Figures) -> Iterator[tuple[ChallengeFigure, PartyFigure]]:
    return ((one, party) for one in figures.challenges for party in one.parties)


def _ended_within(party: PartyFigure, figures: Figures) -> bool:
    return party.status is Status.CLOSED and _within(party.closed_on, figures)


def _within(day: date | None, figures: Figures) -> bool:
    return day is not None and figures.starts_on <= day <= figures.ends_on
