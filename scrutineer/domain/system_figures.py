"""What a paper may tell of the system and the culture of scrutiny, frozen: judgements, coverage, recommendations,
what is planned, and how scrutiny feels.

Names are resolved and private text is gone. Nothing here ranks an agency, and no group of fewer than five shows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from scrutineer.domain.activity import ActivityType
from scrutineer.domain.assurance import Confidence, ConfirmationState, Direction, JudgedKind
from scrutineer.domain.recommendation import Decision, Embedded, RecommendationSource
from scrutineer.domain.scale import Rating


@dataclass(frozen=True, kw_only=True)
class JudgementFigure:
    """One view: of what, in which word, where it is going and how sure; `before` is the word of the period before.

    `kinds` are the kinds of source behind it; `keeps_reason` says that a reason stands in and is not for print.
    """

    kind: JudgedKind
    about: str
    group: str
    rating: Rating
    before: str
    direction: Direction
    confidence: Confidence
    bottom_line: str
    rationale: str
    kinds: tuple[str, ...] = ()
    stands_in: str = ""
    keeps_reason: bool = False
    agency_id: str = ""      # of a view of an agency, so that it is told with that agency whatever it is called


@dataclass(frozen=True, kw_only=True)
class ConfirmationFigure:
    """Whether one statutory item was found to be so."""

    about: str
    state: ConfirmationState
    confirmed_on: date | None
    text: str


@dataclass(frozen=True, kw_only=True)
class AssuranceFigures:
    """The views of one period, the overall opinion first, under the scale on which they were given.

    `framework` is the framework whose items are expected, with its edition; `definitions` are all words of the scale.
    `year_before` is the overall opinion of the period a year earlier, in its own scale's word, under that period.
    """

    period: str = ""
    scale: str = ""
    framework: str = ""
    definitions: tuple[Rating, ...] = ()
    judgements: tuple[JudgementFigure, ...] = ()
    confirmations: tuple[ConfirmationFigure, ...] = ()
    year_before: str = ""
    year_before_period: str = ""

    @property
    def overall(self) -> JudgementFigure | None:
        """The overall opinion, where there is one."""
        return next((one for one in self.judgements if one.kind is JudgedKind.OVERALL), None)

    @property
    def others(self) -> tuple[JudgementFigure, ...]:
        """All but the overall opinion."""
        return tuple(one for one in self.judgements if one.kind is not JudgedKind.OVERALL)


@dataclass(frozen=True, kw_only=True)
class RecommendationFigure:
    """One recommendation in the words that count, with what was decided and what became of it."""

    reference: str
    text: str
    source: RecommendationSource
    source_title: str
    agencies: tuple[str, ...]
    decision: Decision
    decided: str = ""
    reason: str = ""
    minute_ref: str = ""
    due_on: date | None = None
    actions: int = 0
    actions_open: int = 0
    embedded: Embedded = Embedded.NOT_TESTED
    embedded_on: date | None = None
    seen: str = ""


@dataclass(frozen=True, kw_only=True)
class PlannedFigure:
    """One piece of scrutiny that is planned for the months after the paper."""

    title: str
    form: ActivityType
    planned_on: date | None
    agencies: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CoverageFigures:
    """What was looked at in the twelve months before the paper, agency by kind of scrutiny, and what was not.

    `rows` hold a number for each of `columns`; `since` says from when on something must have been looked at.
    """

    since: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, tuple[int, ...]], ...] = ()
    blind_spots: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FeelingFigures:
    """How scrutiny feels: what was answered to each statement, in words, and what feedback changed.

    `shaped` is what was changed because of it, each with what it was about.
    """

    asked: str = ""
    asked_on: date | None = None
    answers: tuple[tuple[str, str, str], ...] = ()      # the aspect, the statement, what was answered
    note: str = ""
    tally: str = ""
    shaped: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class PrincipleFigure:
    """One principle of the agreed set, with the examples of living by it in the period."""

    title: str
    text: str
    examples: tuple[tuple[date | None, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class SystemFigures:
    """All of it for one paper. `asked` are the paper's own recommendations, in order; `earlier` those made before
    that await a decision, were decided in the period, or are not embedded yet. `ahead` reaches `months_ahead`."""

    assurance: AssuranceFigures = field(default_factory=AssuranceFigures)
    asked: tuple[RecommendationFigure, ...] = ()
    earlier: tuple[RecommendationFigure, ...] = ()
    ahead: tuple[PlannedFigure, ...] = ()
    months_ahead: int = 3
    coverage: CoverageFigures = field(default_factory=CoverageFigures)
    feeling: FeelingFigures = field(default_factory=FeelingFigures)
    principles: tuple[PrincipleFigure, ...] = ()
    conflicts: tuple[tuple[str, str], ...] = ()      # what it is, how it is handled
