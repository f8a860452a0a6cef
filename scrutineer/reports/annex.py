"""The annex of an assurance paper: beside each challenge the agencies' own words in full, and how it went.

The body keeps to the short form of an answer; here nothing of it is shortened. The scrutineer's comment
stands apart from it, and where the two differ both are printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from scrutineer.domain.challenge import Status
from scrutineer.domain.challenge_figures import (
    ActionFigure,
    AnswerFigure,
    ChallengeFigure,
    EvidenceFigure,
    PartyFigure,
    UpdateFigure,
)
from scrutineer.domain.dates import short_date
from scrutineer.domain.figures import Masthead
from scrutineer.domain.text import listed
from scrutineer.domain.update import Side
from scrutineer.reports.blocks import Block, Blocks, BulletList, Content, Heading, Paragraph, Quote, Text
from scrutineer.reports.markdown import parse, plain
from scrutineer.reports.party_words import (
    asked_more,
    escalation,
    moved,
    reopened,
    reported,
    retested,
    seen_words,
    stands_in,
    unanswered,
)
from scrutineer.reports.wording import dated, enclosed, full_stop, in_voice, opened, run_in, term_words, wordings

TITLE = "In the agencies’ own words"
_HOW_TO_READ = (
    "Each answer stands here as it was given. To accept in part, or to decline with a reason, is a legitimate "
    "position; where an agency and I differ, both are printed."
)


def in_their_words(challenges: tuple[ChallengeFigure, ...], masthead: Masthead) -> Blocks:
    """Every challenge that was answered, with each answer in full and what followed; nothing when there is none."""
    told = tuple(block for challenge in challenges for block in _of_challenge(challenge, masthead))
    return (Paragraph(in_voice(_HOW_TO_READ, masthead)), *told) if told else ()


def _of_challenge(challenge: ChallengeFigure, masthead: Masthead) -> Iterator[Block]:
    if not challenge.rewordings and not any(answer.text for party in challenge.parties for answer in party.answers):
        return
    yield Heading(f"{challenge.reference} {challenge.title}", level=2)
    asked = in_voice("What I asked", masthead)
    for which, text in wordings(challenge):
        yield from run_in(f"{which or asked}:", text)
    for party in challenge.parties:
        lines = tuple(_how_it_went(party, masthead))
        if lines or party.answers:
            yield Heading(party.name, level=3)
        for answer in party.answers:
            yield from _answer(answer, masthead)
        if lines:
            yield BulletList(lines)


def _answer(answer: AnswerFigure, masthead: Masthead) -> Iterator[Block]:
    """One answer whole, what was seen of it, and apart from both my comment."""
    whose = in_voice("As I heard it" if answer.as_i_heard_it else "In their own words", masthead)
    words = parse(answer.text).blocks
    said = ", ".join(filter(None, (
        answer.position.label if answer.position else "answered", dated(answer.came_on),
        f"confirmed by minute {answer.minute_ref}" if answer.minute_ref else "")))
    yield Paragraph((Text(f"{opened(said)}.", bold=True), Text(f" {whose}:" if words else "")))
    if words:
        yield Quote(words)
    for update in answer.updates:
        yield Paragraph(_side(update, masthead))
    if answer.my_view:
        yield from run_in(in_voice("My view:", masthead), answer.my_view)


def _how_it_went(party: PartyFigure, masthead: Masthead) -> Iterator[Content]:
    """What else is on record of one part, a line for each; an action with all that was said and seen of it."""
    yield from filter(None, (unanswered(party),))
    yield from asked_more(party, masthead)
    yield from map(moved, party.moves)
    yield from map(escalation, party.escalations)
    for action in party.actions:
        yield tuple(Paragraph(line) for line in _of_action(action, masthead))
    if party.status is Status.TESTING_IMPACT and party.test_plan:
        when = f" on {short_date(party.test_on)}" if party.test_on else ""
        yield full_stop(f"{in_voice('I shall test it', masthead)}{when}: {plain(party.test_plan)}")
    if beside := _beside(party):
        yield f"Evidence: {_listed(beside, masthead)}."
    yield from filter(None, (stands_in(party), *(reopened(one, masthead) for one in party.reopened)))
    yield from filter(None, (retested(one, masthead) for one in party.retests))


def _beside(party: PartyFigure) -> tuple[EvidenceFigure, ...]:
    """The evidence of a part that stands with no answer and no action of it."""
    updates = [update for answer in party.answers for update in answer.updates]
    updates += [update for action in party.actions for update in action.updates]
    told = {one for update in updates for one in update.shown_by}
    return tuple(one for one in party.evidence if one not in told)


def _of_action(action: ActionFigure, masthead: Masthead) -> Iterator[str]:
    """An action with each move of its date, and each line of either side."""
    measure = f" It will be known by: {full_stop(action.measure)}" if action.measure else ""
    yield full_stop(f"Action: {plain(action.text)}") + measure
    if not action.updates:
        yield full_stop(f"{Side.REPORTED.label}: {enclosed(reported(action))}")
    yield from map(moved, action.moves)
    yield from (_side(update, masthead) for update in action.updates)


def _side(update: UpdateFigure, masthead: Masthead) -> str:
    """`Reported by the agency (designated nurse), 3 Nov 2026: in progress. The rota is drawn up.`"""
    said = seen_words(update.seen, None) if update.seen else update.status.label if update.status else ""
    source = f" ({update.source})" if update.source else ""
    lead = f"{in_voice(update.side.label, masthead)}{source}, {dated(update.noted_on)}"
    found = [full_stop(": ".join(filter(None, (lead, enclosed(said))))), full_stop(plain(update.text))]
    if update.shown_by:
        found.append(f"Shown by {_listed(update.shown_by, masthead)}.")
    return " ".join(filter(None, found))


def _listed(evidence: tuple[EvidenceFigure, ...], masthead: Masthead) -> str:
    """`data (E-2026-003 Attendance, 1 Oct 2026: nine of twelve)`; what is the same is said once."""
    found = []
    for one in evidence:
        detail = ": ".join(filter(None, (one.what, one.shows.rstrip("."))))
        found.append(f"{enclosed(term_words(one.kind, masthead))}" + (f" ({detail})" if detail else ""))
    return listed(list(dict.fromkeys(found)))
