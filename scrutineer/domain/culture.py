"""How scrutiny feels here: what people say about being scrutinised, and about the scrutiny itself.

No score is worked out, and no agency is set beside another. A group of fewer than five is never shown,
because its people could be told apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scrutineer.domain.activity import Level
from scrutineer.domain.entity import Entity, link, narrative, said
from scrutineer.domain.errors import Problem
from scrutineer.domain.vocabulary import Term

SMALLEST_GROUP = 5      # people; answers of a smaller group are not shown


class CultureAspect(Term):
    """What a culture of scrutiny is made of (after the Hertfordshire learning example)."""

    WELCOMING = "welcoming", "Welcoming scrutiny"
    PARTICIPATING = "participating", "Taking part in it"
    TRUSTING_LEARNING = "trusting_learning", "Trusting and learning from each other"
    ACCOUNTABILITY = "accountability", "Taking accountability"


@dataclass(frozen=True, kw_only=True)
class CultureStatement(Entity):
    """One statement that people agree with or not; the partnership’s own to word."""

    aspect: CultureAspect = said("About", CultureAspect.WELCOMING)
    text: str = said("Statement", required=True)
    place: int = said("Order", 0)
    is_left_out: bool = said("No longer asked", False)


@dataclass(frozen=True, kw_only=True)
class CultureRound(Entity):
    """One time of asking: when, whom and how."""

    title: str = said("What it was", required=True)
    asked_on: date | None = said("Asked on", None, required=True)
    how: str = said("How people were asked")
    activity_id: str | None = link("Activity", "activity")
    note: str = narrative("What I make of it")
    scrutineer_id: str | None = link("Asked by", "scrutineer")


@dataclass(frozen=True, kw_only=True)
class CultureAnswer(Entity):
    """How many people at one level agreed with one statement, partly or not; never who."""

    round_id: str | None = link("Asked in", "culture_round")
    statement_id: str | None = link("Statement", "culture_statement")
    level: Level | None = said("Level", None)
    agree: int = said("Agree", 0)
    partly: int = said("Partly", 0)
    disagree: int = said("Do not agree", 0)
    examples: str = narrative("In their words")

    @property
    def people(self) -> int:
        """How many answered."""
        return self.agree + self.partly + self.disagree

    def problems(self) -> list[Problem]:
        """Also: nobody answers less than once."""
        found = super().problems()
        for name in ("agree", "partly", "disagree"):
            if not 0 <= getattr(self, name) <= 100_000:
                found.append(Problem(name, "Give the number of people who said so."))
        return found


class Verdict(Term):
    """An answer to one of the two questions that go back."""

    YES = "yes", "Yes"
    PARTLY = "partly", "Partly"
    NO = "no", "No"


@dataclass(frozen=True, kw_only=True)
class Feedback(Entity):
    """What somebody said of the scrutiny itself: was it fair, did it help, and what I changed because of it."""

    subject_kind: str = said("About (kind)")
    subject_id: str | None = link("About", "")
    agency_id: str | None = link("Agency", "agency")
    from_whom: str = said("From whom (role)")
    asked_on: date | None = said("Asked on", None)
    answered_on: date | None = said("Answered on", None)
    was_fair: Verdict | None = said("Was it fair?", None)
    did_help: Verdict | None = said("Did it help?", None)
    text: str = narrative("In their words")
    shaped: str = narrative("What I changed because of it")
    scrutineer_id: str | None = link("Asked by", "scrutineer")

    @property
    def is_awaited(self) -> bool:
        """Whether the two questions are out and nobody has answered yet."""
        return self.asked_on is not None and self.answered_on is None
