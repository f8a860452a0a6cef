"""The further life of a finding: where a strength was taken up, and what became of what was heard.

Nothing is typed twice: the words of the strength or of the voice stay with their finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from scrutineer.domain.entity import Entity, link, narrative, said
from scrutineer.domain.errors import Problem
from scrutineer.domain.vocabulary import Term

_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_FEW = 3      # words: fewer between quotation marks are a name or a term, not what somebody said


@dataclass(frozen=True, kw_only=True)
class Adoption(Entity):
    """A strength was taken up somewhere else; what shows it is linked as evidence."""

    finding_id: str | None = link("Strength", "finding")
    agency_id: str | None = link("Taken up by", "agency")
    elsewhere: str = said("Where, or who else")
    adopted_on: date | None = said("Since", None)
    text: str = narrative("What they do now")
    scrutineer_id: str | None = link("Recorded by", "scrutineer")

    def problems(self) -> list[Problem]:
        """Also: somebody took it up."""
        found = super().problems()
        if not self.agency_id and not self.elsewhere.strip():
            found.append(Problem("elsewhere", "Say who took it up, or where."))
        return found


class Whose(Term):
    """Whose voice it was."""

    CHILD = "child", "Child"
    YOUNG_PERSON = "young_person", "Young person"
    PARENT_CARER = "parent_carer", "Parent or carer"
    ADULT = "adult", "Adult with care and support needs"
    PRACTITIONER = "practitioner", "Practitioner"


@dataclass(frozen=True, kw_only=True)
class VoiceEntry(Entity):
    """Where and when people were heard, what was asked because of it, and when they were told what happened.

    `words` are their own, kept only where leave was given; nothing here may tell who they are.
    """

    finding_id: str | None = link("What was heard", "finding")
    whose: Whose = said("Whose voice", Whose.YOUNG_PERSON)
    heard_on: date | None = said("Heard on", None)
    heard_at: str = said("Where, and how")
    how_many: int = said("How many", 0)
    ages: str = said("Ages")
    is_leave_given: bool = said("Leave was given to use their words", False)
    words: str = narrative("Their own words")
    asked: str = narrative("What I asked because of it")
    happened: str = narrative("What happened then")
    tell_by_on: date | None = said("To be told by", None)
    told_on: date | None = said("Told on", None)
    told_how: str = said("How they were told")
    scrutineer_id: str | None = link("Heard by", "scrutineer")

    def problems(self) -> list[Problem]:
        """Also: no words without leave, and no fewer people than none."""
        found = super().problems()
        if self.words.strip() and not self.is_leave_given:
            sentence = "Keep their own words only with their leave; otherwise say it in yours."
            found.append(Problem("is_leave_given", sentence))
        if self.told_on and self.heard_on and self.told_on < self.heard_on:
            found.append(Problem("told_on", "They were heard after this day."))
        if self.how_many < 0:
            found.append(Problem("how_many", "Give the number of people, or 0 where it was not counted."))
        return found


def own_words(text: str) -> str:
    """What somebody is quoted as saying in a text, each quotation on a line of its own; "" where nobody is."""
    found = (one.strip() for one in _QUOTED.findall(text))
    return "\n\n".join(one for one in found if len(one.split()) >= _FEW)
