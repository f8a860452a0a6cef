"""What only the report of a year tells, frozen: each agency by itself, how long answers took, what audits and data
showed, and the terms on which the scrutineer serves.

Names are resolved and private text is gone. Agencies stand side by side in the order of the record and are never
counted against one another; nothing here says how scrutiny felt at one of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from scrutineer.domain.agency_figures import PromiseFigure
from scrutineer.domain.challenge_figures import ActionFigure
from scrutineer.domain.figures import ActivityFigure, Figures, FindingFigure, LetterPart
from scrutineer.domain.system_figures import RecommendationFigure


@dataclass(frozen=True, kw_only=True)
class AgencyYear:
    """One agency with its services and those that it followed, over one period; `name` is with its former ones.

    `led` and `asked_for` are those of its `scrutiny` in which it alone is named and that it led or asked for
    itself. `parts` were put, open or ended in the period. `view` is the bottom line of a judgement about it.
    `kept` are the promises to it that were kept in the period, `promised` those that are open.
    """

    name: str
    called: str
    is_partner: bool
    services: tuple[str, ...] = ()
    view: str = ""
    scrutiny: tuple[ActivityFigure, ...] = ()
    led: tuple[ActivityFigure, ...] = ()
    asked_for: tuple[ActivityFigure, ...] = ()
    strengths: tuple[FindingFigure, ...] = ()
    parts: tuple[LetterPart, ...] = ()
    actions: tuple[ActionFigure, ...] = ()
    recommendations: tuple[RecommendationFigure, ...] = ()
    kept: tuple[PromiseFigure, ...] = ()
    promised: tuple[PromiseFigure, ...] = ()

    @property
    def is_quiet(self) -> bool:
        """Whether the record holds nothing of it for the period."""
        return not any((self.view, self.scrutiny, self.strengths, self.parts, self.actions, self.recommendations,
                        self.kept, self.promised))  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class ReadingFigure:
    """One figure that was read, of the Partnership or of one agency, which is not named; and what was asked of it."""

    indicator: str
    period: str
    value: str
    source: str
    read_on: date | None
    question: str


@dataclass(frozen=True, kw_only=True)
class TermFigure:
    """The terms on which a scrutineer served in the period; `arrangement` is how scrutiny is arranged."""

    title: str
    arrangement: str
    starts_on: date | None
    ends_on: date | None
    days_per_year: float
    independence: str


@dataclass(frozen=True, kw_only=True)
class YearFigures:
    """All of it. `mean_days` are working days from the question to the first answer, of `answers` that came in the
    period, over the Partnership as a whole; `gradings` counts how moderation left the agencies’ own grades,
    `rungs` are the partnership's own names for the stages of escalation, the lowest first."""

    agencies: tuple[AgencyYear, ...] = ()
    answers: int = 0
    mean_days: float = 0.0
    gradings: Mapping[str, int] = field(default_factory=dict)
    readings: tuple[ReadingFigure, ...] = ()
    terms: tuple[TermFigure, ...] = ()
    rungs: tuple[str, ...] = ()

    @property
    def partners(self) -> tuple[AgencyYear, ...]:
        """The statutory partners."""
        return tuple(one for one in self.agencies if one.is_partner)

    @property
    def others(self) -> tuple[AgencyYear, ...]:
        """The relevant agencies."""
        return tuple(one for one in self.agencies if not one.is_partner)


@dataclass(frozen=True, kw_only=True)
class AnnualFigures(Figures):
    """Everything for the report of a year: what every paper tells, and what this one adds."""

    year: YearFigures = field(default_factory=YearFigures)
