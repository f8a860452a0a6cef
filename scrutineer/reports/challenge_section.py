"""The challenges of an assurance paper: counts, a passage for the weighty ones, a line for each other.

A clock is neutral, what already works comes before what was asked, and a party's answer stands in its
own short form.
"""

from __future__ import annotations

from collections.abc import Iterator

from scrutineer.domain.dates import long_date
from scrutineer.domain.figures import AnswerFigure, ChallengeFigure, Figures, Masthead, PartyFigure
from scrutineer.domain.reference import short
from scrutineer.domain.text import counted
from scrutineer.reports.blocks import Block, BulletList, Content, Heading, Paragraph, Table, Text, numbered
from scrutineer.reports.wording import (
    changed,
    dated,
    each_named,
    enclosed,
    full_stop,
    in_voice,
    level_words,
    opened,
    parties_of,
    run_in,
    stage_words,
    stance,
    waiting_for,
)

_OPEN_WIDTHS = (2.3, 5.7, 9.0)
_ENDED_WIDTHS = (2.3, 4.6, 2.4, 7.7)


def blocks(figures: Figures, in_full_at: str) -> Iterator[Block]:
    """What section 5 says after the scrutineer's own words; `in_full_at` names the place of whole answers."""
    masthead = figures.masthead
    if not figures.challenges:
        yield Paragraph("No challenge was put, open or ended in this period.", numbered=True)
        return
    yield Paragraph(in_voice(_counts(figures), masthead), numbered=True)
    in_full = tuple(one for one in figures.challenges if one.in_full)
    for challenge in in_full:
        yield from _passage(challenge, masthead, in_full_at)
    still_open = tuple(one for one in figures.challenges if not one.in_full and not one.status.is_ended)
    if still_open:
        yield Heading("Other open challenges" if in_full else "Open challenges", level=2)
        header = ("Reference", "Challenge", "Where it stands with each")
        rows = tuple(_open_row(one, masthead) for one in still_open)
        yield Table(header, rows, _OPEN_WIDTHS, description="Each open challenge and what it waits for")
    yield from _ended(figures.challenges)


def _ended(challenges: tuple[ChallengeFigure, ...]) -> Iterator[Block]:
    """A line for each challenge that ended, unless a passage has told of it."""
    found = tuple(one for one in challenges if one.status.is_ended)
    rows = tuple(_ended_row(one) for one in found if not one.in_full)
    if rows or not found:
        yield Heading("Challenges that ended", level=2)
    if not found:
        yield Paragraph("No challenge ended in this period.", numbered=True)
    if rows:
        header = ("Reference", "Challenge", "Ended", "What changed")
        yield Table(header, rows, _ENDED_WIDTHS, description="Each challenge that ended, and what changed")


def _counts(figures: Figures) -> str:
    """What happened in the period, how things stand at the freeze, and what has changed, best news first."""
    counts = figures.counts
    happened = (
        f"In this period {counted(counts.raised, 'challenge was', 'challenges were')} put, {counts.answered} "
        f"answered and {counts.ended} ended."
    )
    stands = [f"{counted(counts.open_now, 'challenge is', 'challenges are')} open"]
    if counts.escalated:
        stands[0] += f", {counts.escalated} of them escalated"
    if counts.awaited:
        late = f", {counts.awaited_late} of them since a date that has passed" if counts.awaited_late else ""
        stands.append(f"{counted(counts.awaited, 'answer is', 'answers are')} awaited{late}")
    if counts.waiting_for_me:
        stands.append(f"{counted(counts.waiting_for_me, 'answer is', 'answers are')} for me to judge")
    now = f"On {long_date(figures.frozen_at.date())}, {'; '.join(stands)}."
    reached = sorted(counts.by_level.items(), key=lambda item: -item[0].rung)
    levels = ", ".join(f"{level_words(level)} in {number}" for level, number in reached if number)
    return " ".join(filter(None, (happened, now, levels and f"What changed in those that ended: {levels}.")))


def _passage(challenge: ChallengeFigure, masthead: Masthead, in_full_at: str) -> Iterator[Block]:
    """What already works, the question, then each party: its answer, its clock, what changed."""
    yield Heading(f"{challenge.reference} {challenge.title}", level=2)
    if challenge.what_works:
        yield from numbered(run_in("What already works:", challenge.what_works))
    stage = enclosed(stage_words(challenge.stage))
    particulars = (challenge.priority.label, dated(challenge.raised_on), challenge.forum, stage)
    lead = in_voice("What I asked", masthead) + f" ({', '.join(filter(None, particulars))}):"
    yield from numbered(run_in(lead, challenge.text or challenge.title))
    yield BulletList(tuple(_party(party, challenge, masthead, in_full_at) for party in parties_of(challenge)))


def _party(party: PartyFigure, challenge: ChallengeFigure, masthead: Masthead, in_full_at: str) -> Content:
    name = f"{party.name} ({party.role})" if party.role else party.name
    said = [in_voice(opened(stance(answer)), masthead) + _short_form(answer, in_full_at)
            for answer in party.answers]
    if party.status.is_ended or party.impact_level:
        said.append(f"What changed: {changed(party, challenge.withdrawn_because)}")
    else:
        said.append(full_stop(opened(waiting_for(party, masthead))))
    return (Text(f"{name}: ", bold=True), Text(" ".join(said)))


def _short_form(answer: AnswerFigure, in_full_at: str) -> str:
    if answer.short_form:
        return f": {full_stop(answer.short_form)}"
    return f": in full in {in_full_at}." if answer.text else "."


def _open_row(challenge: ChallengeFigure, masthead: Masthead) -> tuple[str, ...]:
    waiting = each_named(challenge, lambda party: waiting_for(party, masthead))
    return (short(challenge.reference), challenge.title, waiting)


def _ended_row(challenge: ChallengeFigure) -> tuple[str, ...]:
    what = each_named(challenge, lambda party: changed(party, challenge.withdrawn_because))
    ended = f"{challenge.status.label}, {dated(challenge.closed_on)}"
    return (short(challenge.reference), challenge.title, ended, what)
