"""The challenges of an assurance paper: counts, a passage for the weighty ones, a line for each other.

A clock is neutral, what already works comes before what was asked, and a party's answer stands in its
own short form.
"""

from __future__ import annotations

from collections.abc import Iterator

from scrutineer.domain.challenge import on_behalf
from scrutineer.domain.challenge_figures import ChallengeCounts, ChallengeFigure, PartyFigure
from scrutineer.domain.dates import long_date
from scrutineer.domain.figures import Figures, Masthead
from scrutineer.domain.reference import short
from scrutineer.domain.text import counted
from scrutineer.reports import what_changed
from scrutineer.reports.blocks import Block, BulletList, Content, Heading, Paragraph, Table, Text, numbered
from scrutineer.reports.party_words import (
    called,
    changed,
    climbed,
    each_named,
    ended_in_short,
    parties_of,
    reopened_in_short,
    said,
    since_then,
    unanswered,
    waiting_for,
)
from scrutineer.reports.wording import dated, enclosed, full_stop, in_voice, opened, run_in, wordings

_OPEN_WIDTHS = (2.5, 5.0, 9.5)


def blocks(figures: Figures, in_full_at: str) -> Iterator[Block]:
    """What section 5 says after the scrutineer's own words; `in_full_at` names the place of whole answers."""
    masthead = figures.masthead
    if not figures.challenges:
        yield Paragraph("No challenge was put, open or ended in this period.", numbered=True)
        return
    yield Paragraph(_counts(figures), numbered=True)
    in_full = tuple(one for one in figures.challenges if one.in_full)
    for challenge in in_full:
        yield from _passage(challenge, masthead, in_full_at)
    still_open = tuple(one for one in figures.challenges if not one.in_full and not one.status.is_ended)
    if still_open:
        yield Heading("Other open challenges" if in_full else "Open challenges", level=2)
        header = ("Ref", "Challenge", "Where it stands with each")
        rows = tuple(_open_row(one, masthead) for one in still_open)
        yield Table(header, rows, _OPEN_WIDTHS, description="Each open challenge and what it waits for")
    yield from what_changed.blocks(figures)


def _counts(figures: Figures) -> str:
    """What happened in the period, and how things stand at the freeze."""
    counts = figures.counts
    happened = (
        f"In this period {counted(counts.raised, 'challenge was', 'challenges were')} put, {counts.answered} "
        f"answered and {counts.ended} ended."
    )
    if counts.reopened:
        happened += f" {counted(counts.reopened, 'challenge was', 'challenges were')} reopened."
    if counts.extended:
        happened += f" The date of {counted(counts.extended, 'answer')} was moved."
    stands = [f"{counted(counts.open_now, 'challenge is', 'challenges are')} open"]
    if counts.escalated:
        stands[0] += f", {counts.escalated} of them escalated{_by_stage(counts)}"
    if counts.awaited:
        late = f", {counts.awaited_late} of them since a date that has passed" if counts.awaited_late else ""
        stands.append(f"{counted(counts.awaited, 'answer is', 'answers are')} awaited{late}")
    if counts.waiting_for_me:
        judged = in_voice("for me to judge", figures.masthead)
        stands.append(f"{counted(counts.waiting_for_me, 'answer is', 'answers are')} {judged}")
    return f"{happened} On {long_date(figures.frozen_at.date())}, {'; '.join(stands)}."


def _by_stage(counts: ChallengeCounts) -> str:
    """` (stage 1 · agency lead)`, or with more than one rung how many stand on each."""
    stages = [enclosed(stage) for stage in counts.by_stage]
    if len(stages) > 1:
        stages = [f"{stage}: {number}" for stage, number in zip(stages, counts.by_stage.values(), strict=True)]
    return f" ({'; '.join(stages)})" if stages else ""


def _passage(challenge: ChallengeFigure, masthead: Masthead, in_full_at: str) -> Iterator[Block]:
    """What already works, the question, then each party: its answer, its clock, its rung, what changed."""
    yield Heading(f"{challenge.reference} {challenge.title}", level=2)
    if challenge.what_works:
        yield from numbered(run_in("What already works:", challenge.what_works))
    particulars = ", ".join(filter(None, (
        challenge.priority.label, dated(challenge.raised_on), challenge.forum, on_behalf(challenge.put_for),
    )))  # fmt: skip
    asked = in_voice("What I asked", masthead)
    for place, (which, text) in enumerate(wordings(challenge)):
        lead = f"{asked} ({particulars})" + (f", {enclosed(which)}" if which else "") if place == 0 else which
        yield from numbered(run_in(f"{lead}:", text))
    yield BulletList(tuple(_party(party, challenge, masthead, in_full_at) for party in parties_of(challenge)))


def _party(party: PartyFigure, challenge: ChallengeFigure, masthead: Masthead, in_full_at: str) -> Content:
    found = [*said(party, masthead, in_full_at), unanswered(party)]
    if party.status.is_ended:
        found.append(f"{party.status.label}, {dated(party.closed_on)}.")
    if party.status.is_ended or party.impact_level:
        lead = "What changed: " if party.outcome is None or party.outcome.says_what_changed else ""
        found.append(f"{lead}{changed(party, masthead, challenge.withdrawn_because)}")
    else:
        found.append(full_stop(opened(waiting_for(party, masthead))))
    found += [climbed(party), since_then(party, masthead)]
    return (Text(f"{called(party)}: ", bold=True), Text(" ".join(filter(None, found))))


def _open_row(challenge: ChallengeFigure, masthead: Masthead) -> tuple[str, ...]:
    each = each_named(challenge, lambda party: _stands(party, masthead)).split("\n")
    waiting = " ".join(map(full_stop, each)) if len(each) > 1 else each[0]      # on one line: a board reads four sides
    return (short(challenge.reference), challenge.title, waiting)


def _stands(party: PartyFigure, masthead: Masthead) -> str:
    """Where one part stands, in a line; the log says more of one that has ended."""
    if party.status.is_ended:
        told = " ".join(filter(None, (enclosed(ended_in_short(party, masthead)), since_then(party, masthead))))
        return told.removesuffix(".")
    return "; ".join(filter(None, (waiting_for(party, masthead), reopened_in_short(party))))
