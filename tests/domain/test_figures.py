"""Figures are frozen, and count invitations."""

import dataclasses

import pytest

from scrutineer.domain.activity import ActivityType, AskedBy, LedBy, Level, MyPart
from scrutineer.domain.challenge_figures import ChallengeCounts
from scrutineer.domain.figures import ActivityFigure, Figures, Masthead
from tests.factories import MOMENT, TODAY, a_paper


def an_activity_figure(asked_by: AskedBy) -> ActivityFigure:
    return ActivityFigure(
        held_on=TODAY, title="Audit", type=ActivityType.OTHER, level=Level.BOARD, agencies=("Police",),
        led_by=LedBy.AGENCY, my_part=MyPart.TOOK_PART, asked_by=asked_by, days=0.5,
    )  # fmt: skip


def figures(*asked_by: AskedBy) -> Figures:
    counts = ChallengeCounts(
        raised=0, answered=0, ended=0, open_now=0, awaited=0, awaited_late=0, waiting_for_me=0, escalated=0
    )
    return Figures(
        masthead=Masthead(partnership="Exampleshire", short_code="EX", author="A", author_title="Scrutineer"),
        paper=a_paper(), body="Executive Group", meeting_on=None, starts_on=TODAY, ends_on=TODAY,
        frozen_at=MOMENT, sections={}, considered=frozenset(), activities=tuple(map(an_activity_figure, asked_by)),
        days_spent=0.5, days_budget=20, strengths=(), learning=(), voices=(), counts=counts, challenges=(),
        actions=(),
    )  # fmt: skip


def test_invited_is_whatever_somebody_else_asked_for():
    assert figures().invited == 0
    assert figures(AskedBy.SCRUTINEER, AskedBy.AGENCY, AskedBy.BOARD).invited == 2


def test_figures_cannot_be_changed_after_the_freeze():
    with pytest.raises(dataclasses.FrozenInstanceError):
        figures().days_spent = 1
