"""Recommendations in a paper: asked for once, on its first page; and what became of those that were made before."""

from __future__ import annotations

from collections.abc import Iterator

from scrutineer.domain.dates import short_date
from scrutineer.domain.figures import Figures
from scrutineer.domain.recommendation import Decision, Embedded, RecommendationSource
from scrutineer.domain.reference import short
from scrutineer.domain.system_figures import RecommendationFigure
from scrutineer.domain.text import counted, listed
from scrutineer.reports.blocks import Block, Content, Heading, NumberedList, Paragraph, Table
from scrutineer.reports.markdown import plain
from scrutineer.reports.wording import enclosed, full_stop, in_voice

_WIDTHS = (2.6, 7.4, 7.0)


def asked(figures: Figures) -> Content:
    """What the meeting is asked to agree, numbered; "" where the paper recommends nothing."""
    if not figures.system.asked:
        return ""
    return (NumberedList(tuple(_asked(one) for one in figures.system.asked)),)


def _asked(one: RecommendationFigure) -> str:
    agencies = f" For {listed(one.agencies)}." if one.agencies else ""
    return f"{full_stop(plain(one.text))}{agencies} ({short(one.reference)})"


def how_far(figures: Figures, listed_at: str) -> Iterator[Block]:
    """How many were made before, what was decided of them, and how many have become what people do."""
    made = figures.system.earlier
    if not made:
        return
    decided = [f"{number} {enclosed(one.label)}" for one in Decision
               if (number := sum(r.decision is one for r in made))]  # fmt: skip
    tested = [f"{number} {enclosed(one.label)}" for one in Embedded
              if (number := sum(r.embedded is one for r in made if r.decision.is_taken_up))]  # fmt: skip
    where = f" Each is listed in {listed_at}." if not figures.actions else ""      # of which the actions say so already
    of_these = f" Of those taken up, {listed(tested)}." if tested else ""
    yield Paragraph(f"{counted(len(made), 'recommendation was', 'recommendations were')} made before this paper: "
                    f"{listed(decided)}.{of_these}{where}", numbered=True)  # fmt: skip


def earlier(figures: Figures) -> Iterator[Block]:
    """A row for each recommendation made before: its words as decided, and how far it has come."""
    made = figures.system.earlier
    if not made:
        return
    yield Heading("Recommendations made before", level=2)
    header = ("Ref", "Recommendation", in_voice("What was decided, and what I saw", figures.masthead))
    description = "Each earlier recommendation and what became of it"
    yield Table(header, tuple(map(_row, made)), _WIDTHS, description=description)


def _row(one: RecommendationFigure) -> tuple[str, ...]:
    is_mine = one.source is RecommendationSource.SCRUTINEER
    source = "" if is_mine else f" ({one.source_title or enclosed(one.source.label)})"
    return short(one.reference), f"{full_stop(plain(one.text))}{source}", " ".join(filter(None, _course(one)))


def _course(one: RecommendationFigure) -> Iterator[str]:
    minute = f", minute {one.minute_ref}" if one.minute_ref else ""
    at = f" ({one.decided}{minute})" if one.decided else ""
    because = f": {plain(one.reason)}" if one.decision is Decision.DECLINED and one.reason.strip() else ""
    yield full_stop(f"{one.decision.label}{at}{because}")
    if one.decision.is_taken_up:
        if one.actions:
            yield f"{counted(one.actions, 'action')} agreed, {one.actions_open} open."
        when = f", {short_date(one.embedded_on)}" if one.embedded_on else ""
        seen = f": {plain(one.seen)}" if one.seen.strip() else ""
        yield full_stop(f"{one.embedded.label}{when}{seen}")
