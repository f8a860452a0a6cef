"""All that a paper may count or quote, frozen at one moment.

Reports see nothing but this: names are resolved, private text is gone, and what was true then stays as it
was, whatever happens to the record afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from scrutineer.domain.activity import ActivityType, AskedBy, LedBy, Level, MyPart
from scrutineer.domain.challenge_figures import ActionFigure, ChallengeCounts, ChallengeFigure, PartyFigure
from scrutineer.domain.entity import Entity
from scrutineer.domain.organisation import Serves
from scrutineer.domain.paper import Paper, SectionCode
from scrutineer.domain.system_figures import SystemFigures
from scrutineer.domain.vocabulary import Term


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
    serves: Serves = Serves.CHILDREN   # labels in papers follow


@dataclass(frozen=True, kw_only=True)
class ActivityFigure:
    """One activity, carried out in the period; `came_of` is what those who took part concluded or took home."""

    held_on: date
    title: str
    type: ActivityType
    level: Level
    agencies: tuple[str, ...]
    led_by: LedBy
    my_part: MyPart
    asked_by: AskedBy
    days: float
    came_of: str = ""


@dataclass(frozen=True, kw_only=True)
class FindingFigure:
    """A strength, a lesson or something heard, as it may be printed.

    `taken_up_by` are those who do so too now; of a voice, `asked` is what was asked because of it, and `told_on`
    when those who were heard were told.
    """

    text: str
    agencies: tuple[str, ...]
    found_on: date | None
    activity: str
    who_could_use: str = ""
    passed_on_to: str = ""
    taken_up_by: tuple[str, ...] = ()
    practice_changed: str = ""
    asked: str = ""
    told_on: date | None = None


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
    system: SystemFigures = field(default_factory=SystemFigures)

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
class LetterPart:
    """One challenge of a letter, with the part of the party it goes to, and who else was asked.

    `others_open` says that somebody else's part has not ended.
    """

    challenge: ChallengeFigure
    party: PartyFigure
    others: tuple[str, ...] = ()
    others_open: bool = False


class LetterKind(Term):
    """What a letter is for, under its own title."""

    QUESTIONS = "questions", "Questions for you"
    CLOSING = "closing", "Thank you, and what changed"
    RECOGNITION = "recognition", "What works well with you"


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A letter to one party: about one or more challenges, unless it only says what works.

    `attention` are the roles it is for; `strengths` were seen at this party, the latest first.
    """

    masthead: Masthead
    frozen_at: datetime
    dated_on: date
    to: str
    kind: LetterKind
    attention: tuple[str, ...] = ()
    strengths: tuple[FindingFigure, ...]
    parts: tuple[LetterPart, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WholeRecord:
    """Everything that the record holds, private text included; `names` gives each id a name to print.

    A field that holds a code whose words depend on the entry has them under `id:field`.
    """

    masthead: Masthead
    frozen_at: datetime
    entities: tuple[Entity, ...]
    names: Mapping[str, str]
