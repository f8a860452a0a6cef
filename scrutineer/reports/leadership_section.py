"""The leadership and contribution of each statutory partner, and more shortly of the relevant agencies.

Each is told by itself, in the order of the record, from what was seen there, asked, answered, promised and changed.
Nothing sets one against another: no table has agencies for its rows, no number is a share or a rank.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from scrutineer.domain.action import ActionStatus, Seen
from scrutineer.domain.activity import Level
from scrutineer.domain.agency_figures import PromiseFigure
from scrutineer.domain.challenge_figures import ActionFigure, PartyFigure
from scrutineer.domain.dates import long_date, month_year
from scrutineer.domain.figures import ActivityFigure, LetterPart, Masthead
from scrutineer.domain.reference import short
from scrutineer.domain.retest import RetestResult
from scrutineer.domain.system_figures import RecommendationFigure
from scrutineer.domain.text import counted, first_sentence, listed
from scrutineer.domain.year_figures import AgencyYear, YearFigures
from scrutineer.reports.blocks import Block, BulletList, Heading, Paragraph, Table, Text
from scrutineer.reports.markdown import plain
from scrutineer.reports.party_words import ended_in_short, reopened_in_short, stance, unanswered, waiting_for
from scrutineer.reports.wording import dated, enclosed, full_stop, in_voice, opened

_WIDTHS = (2.6, 4.8, 3.8, 5.8)
_APART = (
    "Each agency stands here by itself, in the order of the alphabet, and none is set against another. How scrutiny "
    "feels is told for the Partnership as a whole, and never for one agency."
)


def blocks(year: YearFigures, masthead: Masthead) -> Iterator[Block]:
    """What follows the scrutineer’s own words: a passage for each partner, a paragraph for each other agency."""
    yield Paragraph(_APART, numbered=True)
    for one in year.partners:
        yield Heading(one.name, level=2)
        yield from _partner(one, masthead)
    told = [one for one in year.others if not one.is_quiet]
    if told:
        yield Heading("Relevant agencies", level=2)
        for one in told:
            yield from _shortly(one, masthead)
    if quiet := [one.name for one in year.others if one.is_quiet]:
        nothing = f"The record holds nothing of this period about {listed(quiet)}."
        yield Paragraph(f"{nothing} That says where scrutiny has been, and nothing of their work.", numbered=True)


# A partner, in a passage

def _partner(one: AgencyYear, masthead: Masthead) -> Iterator[Block]:
    if one.is_quiet:
        yield Paragraph("The record holds nothing of this period about it.", numbered=True)
        return
    if one.view:
        mine = Text(in_voice("My view: ", masthead), bold=True)
        yield Paragraph((mine, Text(full_stop(one.view))), numbered=True)
    yield Paragraph(in_voice(_scrutiny(one), masthead), numbered=True)
    if one.strengths:
        seen = "This was seen to work there:" if len(one.strengths) > 1 else "This was seen to work there."
        yield Paragraph(seen, numbered=True)
        yield BulletList(tuple(full_stop(first_sentence(plain(strength.text))) for strength in one.strengths))
    if one.parts:
        yield Paragraph(in_voice(_how_many(one.parts), masthead), numbered=True)
        header = ("Ref", "Challenge", "What it answered", "Where it stands")
        rows = tuple(_row(part, one, masthead) for part in one.parts)
        yield Table(header, rows, _WIDTHS, description=f"Each challenge put to {one.name}: its answer and what changed")
    followed = " ".join(filter(None, (_agreed(one.actions), _recommended(one.recommendations))))
    if followed:
        yield Paragraph(in_voice(followed, masthead), numbered=True)
    if one.kept:
        yield Paragraph(in_voice("I promised it, and kept:", masthead), numbered=True)
        yield BulletList(tuple(full_stop(plain(each.text)) for each in one.kept))
    if one.promised:
        yield Paragraph(in_voice("I promised it, and it is open:", masthead), numbered=True)
        yield BulletList(tuple(map(_promise, one.promised)))


def _scrutiny(one: AgencyYear) -> str:
    """How much of it was looked at, at which levels, and what it led or asked for itself."""
    if not one.scrutiny:
        return "No scrutiny looked at its work in this period."
    levels = Counter(piece.level for piece in one.scrutiny)
    where = listed([f"{enclosed(level.label)} ({levels[level]})" for level in Level if levels[level]])
    services = f", that of {listed(one.services)} included" if one.services else ""
    number = counted(len(one.scrutiny), "piece of scrutiny", "pieces of scrutiny")
    found = [f"{number} looked at its work{services}, by level: {where}."]
    both = tuple(piece for piece in one.led if piece in one.asked_for)
    led, asked_for = (tuple(piece for piece in some if piece not in both) for some in (one.led, one.asked_for))
    for verb, some in (("asked for and led", both), ("led", led), ("asked for", asked_for)):
        if some:
            found.append(f"It {verb} {_titles(some)}")
    return " ".join(found)


def _titles(some: Sequence[ActivityFigure]) -> str:
    """`2 itself: “The ward at night” (May 2026) and …`; its full stop included."""
    each = [f"“{one.title}” ({month_year(one.held_on)})" for one in some]
    return f"{len(some)} itself: {listed(each)}."


def _how_many(parts: Sequence[LetterPart]) -> str:
    """How many questions were with it, and how many of them ended, are answered or are awaited."""
    ended = sum(part.party.status.is_ended for part in parts)
    awaited = sum(part.party.status.awaits_answer for part in parts)
    rest = len(parts) - ended - awaited
    found = [
        f"{ended} {_have(ended)} ended" if ended else "", f"{awaited} await an answer" if awaited > 1 else "",
        "1 awaits an answer" if awaited == 1 else "", f"{rest} {_have(rest)} been answered" if rest else "",
    ]  # fmt: skip
    questions = counted(len(parts), "question was", "questions were")
    return f"{questions} with it in this period, alone or with others: {listed(list(filter(None, found)))}."


def _have(number: int) -> str:
    return "has" if number == 1 else "have"


def _row(part: LetterPart, one: AgencyYear, masthead: Masthead) -> tuple[str, ...]:
    party = part.party
    whom = f" (put to {party.name})" if party.name not in (one.called, one.name) else ""
    said = opened(stance(party.answers[-1], masthead)) if party.answers else unanswered(party) or "Awaited"
    return (
        short(part.challenge.reference), f"{part.challenge.title}{whom}", full_stop(said),
        " ".join(filter(None, (_stands(part, masthead), _lasted(part, masthead)))),
    )


def _stands(part: LetterPart, masthead: Masthead) -> str:
    party = part.party
    return ended_in_short(party, masthead) if party.status.is_ended else full_stop(opened(waiting_for(party, masthead)))


def _lasted(part: LetterPart, masthead: Masthead) -> str:
    """Whether it lasted: `Reopened on …`, or what the last look since the ending found."""
    party, found = part.party, ""
    for one in party.retests:
        if one.result and one.result is not RetestResult.NOT_TESTED and (one.done_on or date.min) >= _ended_on(party):
            found = f"{in_voice('I looked again on', masthead)} {dated(one.done_on)}: {enclosed(one.result.label)}."
    return " ".join(filter(None, (full_stop(opened(reopened_in_short(party))), found)))


def _ended_on(party: PartyFigure) -> date:
    return party.closed_on or date.max


def _agreed(actions: Sequence[ActionFigure]) -> str:
    """What it agreed to do, how much it reports done, and how much of that was seen."""
    if not actions:
        return ""
    done = [one for one in actions if one.status is ActionStatus.DONE]
    seen = sum(one.seen is Seen.AS_REPORTED for one in done)
    late = sum(one.is_overdue for one in actions)
    found = [f"{len(done)} reported done" if done else "none reported done yet"]
    found.append(f"{seen} of them seen by me" if seen else "")
    found.append(f"{late} awaited since its day" if late == 1 else f"{late} awaited since their days" if late else "")
    return f"It agreed {counted(len(actions), 'action')}: {', '.join(filter(None, found))}."


def _recommended(made: Sequence[RecommendationFigure]) -> str:
    each = [f"{short(one.reference)} ({enclosed(one.decision.label)})" for one in made]
    return f"{counted(len(made), 'recommendation names', 'recommendations name')} it: {listed(each)}." if each else ""


def _promise(one: PromiseFigure) -> str:
    by = f" By {long_date(one.due_on)}." if one.due_on else ""
    return f"{full_stop(plain(one.text))}{by}"


# A relevant agency, more shortly

def _shortly(one: AgencyYear, masthead: Masthead) -> Iterator[Block]:
    """A paragraph, and a line for each question."""
    works = " ".join(full_stop(first_sentence(plain(each.text))) for each in one.strengths)
    found = [
        in_voice("My view: ", masthead) + full_stop(one.view) if one.view else "", in_voice(_scrutiny(one), masthead),
        f"Seen to work there: {works}" if works else "", in_voice(_agreed(one.actions), masthead),
        _recommended(one.recommendations), in_voice(_promised(one), masthead),
        in_voice(_how_many(one.parts), masthead) if one.parts else "",
    ]  # fmt: skip
    words = " ".join(filter(None, found))
    yield Paragraph((Text(f"{one.name}. ", bold=True), Text(words)), numbered=True)
    if one.parts:
        yield BulletList(tuple(_line(part, masthead) for part in one.parts))


def _line(part: LetterPart, masthead: Masthead) -> str:
    """`C-2026-017 Who notices? Closed, 15 Jul 2026: practice changed.`"""
    return f"{short(part.challenge.reference)} {full_stop(part.challenge.title)} {opened(_stands(part, masthead))}"


def _promised(one: AgencyYear) -> str:
    found = [f"I kept {counted(len(one.kept), 'promise')} to it." if one.kept else ""]
    if one.promised:
        found.append(f"{counted(len(one.promised), 'promise is', 'promises are')} open.")
    return " ".join(filter(None, found))
