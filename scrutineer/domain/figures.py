"""All that a paper may count or quote, frozen at one moment.

Reports see nothing but this: names are resolved, private text is gone, and what was true then stays as it
was, whatever happens to the record afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from scrutineer.domain.action import ActionStatus
from scrutineer.domain.activity import ActivityType, AskedBy, LedBy, Level, MyPart
from scrutineer.domain.challenge import ImpactLevel, Outcome, Position, Priority, Stage, Status
from scrutineer.domain.entity import Entity
from scrutineer.domain.paper import Paper, SectionCode


@dataclass(frozen=True, kw_only=True)
class Masthead:
    """What stands on every document: whose it is, by whom, and whether it is the demonstration."""

    partnership: str
    short_code: str
    author: str
    author_title: str
    several_authors: bool = False      # papers say "we" instead of "I"
    is_sample: bool = False
    mark: str = ""
    business_unit: str = ""


@dataclass(frozen=True, kw_only=True)
class ActivityFigure:
    """One activity, carried out in the period."""

    held_on: date
    title: str
    type: ActivityType
    level: Level
    agencies: tuple[str, ...]
    led_by: LedBy
    my_part: MyPart
    asked_by: AskedBy
    days: float


@dataclass(frozen=True, kw_only=True)
class FindingFigure:
    """A strength, a lesson or something heard, as it may be printed."""

    text: str
    agencies: tuple[str, ...]
    found_on: date | None
    activity: str
    who_could_use: str = ""
    passed_on_to: str = ""


@dataclass(frozen=True, kw_only=True)
class AnswerFigure:
    """One answer of one party, in its own words."""

    came_on: date | None
    text: str
    short_form: str
    position: Position | None
    as_i_heard_it: bool
    my_view: str


@dataclass(frozen=True, kw_only=True)
class PartyFigure:
    """One party's part. `clock` is the neutral sentence about its date, empty once it has answered.

    `role` is for whose attention it was put; empty where nobody was named. `withdrawn_because` is the
    reason of this part alone, empty where the challenge was withdrawn as a whole.
    """

    name: str
    role: str = ""
    status: Status
    first_due_on: date | None
    due_on: date | None
    clock: str
    is_late: bool
    answers: tuple[AnswerFigure, ...] = ()
    outcome: Outcome | None = None
    impact_level: ImpactLevel | None = None
    what_changed: str = ""
    closed_on: date | None = None
    withdrawn_because: str = ""


@dataclass(frozen=True, kw_only=True)
class ChallengeFigure:
    """One challenge with all its parties; `in_full` says that it deserves a paragraph, not a line."""

    reference: str
    title: str
    text: str
    what_works: str
    why_it_matters: str
    what_good_looks_like: str
    priority: Priority
    raised_on: date | None
    forum: str
    status: Status
    status_words: str
    stage: Stage
    impact_level: ImpactLevel | None
    closed_on: date | None
    parties: tuple[PartyFigure, ...]
    in_full: bool
    withdrawn_because: str = ""


@dataclass(frozen=True, kw_only=True)
class ActionFigure:
    """One action that an agency agreed."""

    challenge_reference: str
    text: str
    agency: str
    owner_role: str
    measure: str
    due_on: date | None
    status: ActionStatus
    done_on: date | None
    is_overdue: bool


@dataclass(frozen=True, kw_only=True)
class ChallengeCounts:
    """How many challenges were raised, answered and ended in the period, and how things stand at the freeze.

    `open_now`, `escalated` and `by_level` (of those that ended) count challenges; `awaited`, `awaited_late`
    and `waiting_for_me` (to judge) count the answers of their parties.
    """

    raised: int
    answered: int
    ended: int
    open_now: int
    awaited: int
    awaited_late: int
    waiting_for_me: int
    escalated: int
    by_level: Mapping[ImpactLevel, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Everything for one paper over one period, first and last day included.

    `days_spent` are those of the period; `days_budget` is the period's share of the year's, 0 where no
    budget is recorded. `actions` are those agreed on the `challenges`.
    """

    masthead: Masthead
    paper: Paper
    body: str
    meeting_on: date | None
    starts_on: date
    ends_on: date
    frozen_at: datetime
    sections: Mapping[SectionCode, str]
    considered: frozenset[SectionCode]
    activities: tuple[ActivityFigure, ...]
    days_spent: float
    days_budget: float
    strengths: tuple[FindingFigure, ...]
    learning: tuple[FindingFigure, ...]
    voices: tuple[FindingFigure, ...]
    counts: ChallengeCounts
    challenges: tuple[ChallengeFigure, ...]      # raised, moved or open in the period
    actions: tuple[ActionFigure, ...]

    @property
    def invited(self) -> int:
        """How many activities somebody other than the scrutineer asked for."""
        return sum(1 for one in self.activities if one.asked_by is not AskedBy.SCRUTINEER)


@dataclass(frozen=True, kw_only=True)
class ChallengeLog:
    """The log of every challenge that was put, oldest first."""

    masthead: Masthead
    frozen_at: datetime
    challenges: tuple[ChallengeFigure, ...]


@dataclass(frozen=True, kw_only=True)
class WholeRecord:
    """Everything that the record holds, private text included; `names` gives each id a name to print."""

    masthead: Masthead
    frozen_at: datetime
    entities: tuple[Entity, ...]
    names: Mapping[str, str]
