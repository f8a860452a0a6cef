"""The annex of an assurance paper: answers in full words, so that its body can keep to their short form."""

from __future__ import annotations

from collections.abc import Iterator

from scrutineer.domain.figures import AnswerFigure, ChallengeFigure, Masthead, PartyFigure
from scrutineer.reports.blocks import Block, Blocks, Heading, Paragraph, Quote, Text
from scrutineer.reports.markdown import parse
from scrutineer.reports.wording import dated, in_voice, run_in


def answers_in_full(challenges: tuple[ChallengeFigure, ...], masthead: Masthead) -> Blocks:
    """Every answer with words, under its challenge and its party; nothing when there is none."""
    return tuple(block for challenge in challenges for block in _of_challenge(challenge, masthead))


def _of_challenge(challenge: ChallengeFigure, masthead: Masthead) -> Iterator[Block]:
    answers = [(party, answer) for party in challenge.parties for answer in party.answers if answer.text]
    if not answers:
        return
    yield Heading(f"{challenge.reference} {challenge.title}", level=2)
    for party, answer in answers:
        yield Paragraph(_introduced(party, answer, masthead))
        yield Quote(parse(answer.text).blocks)
        if answer.my_view:
            yield from run_in(in_voice("My view:", masthead), answer.my_view)


def _introduced(party: PartyFigure, answer: AnswerFigure, masthead: Masthead) -> tuple[Text, ...]:
    whose = "As I heard it" if answer.as_i_heard_it else "In the agency’s words"
    position = f", {answer.position.label}" if answer.position else ""
    said = f", {dated(answer.came_on)}{position}. {in_voice(whose, masthead)}:"
    return (Text(party.name, bold=True), Text(said))
