"""Invented letters, made of the invented quarter: one that asks, one that thanks, one that only recognises."""

from typing import Any

from scrutineer.domain.challenge_figures import ChallengeFigure
from scrutineer.domain.figures import Letter, LetterKind, LetterPart
from tests.reports.sample_figures import CHALLENGES, FROZEN_AT, MASTHEAD, STRENGTHS, TODAY, WEIGHTY


def letter(*parts: LetterPart, kind: LetterKind = LetterKind.QUESTIONS) -> Letter:
    return Letter(masthead=MASTHEAD, frozen_at=FROZEN_AT, dated_on=TODAY, to=parts[0].party.name,
                  attention=(parts[0].party.role,), kind=kind, strengths=STRENGTHS[:2], parts=parts)


def letter_part(one: ChallengeFigure, place: int = 0, **more: Any) -> LetterPart:
    """One party's part of a challenge; the others are those who were asked too."""
    others = tuple(each.name for number, each in enumerate(one.parties) if number != place)
    return LetterPart(challenge=one, party=one.parties[place], others=others, **more)


QUESTIONS = letter(letter_part(WEIGHTY[0], 1), letter_part(WEIGHTY[2]))
CLOSING = letter(letter_part(CHALLENGES[0]), letter_part(CHALLENGES[1], others_open=True), kind=LetterKind.CLOSING)
RECOGNITION = Letter(masthead=MASTHEAD, frozen_at=FROZEN_AT, dated_on=TODAY, to="Hospital Trust",
                     kind=LetterKind.RECOGNITION, strengths=STRENGTHS[:2])
