"""The page about one agency, on two sides: for a conversation, for a check of the facts, or to lie with a letter.

It begins with what works and who could use it, then says what is open: what was asked and answered, what was
seen since, and by when what is awaited; then what came to an end, and what will be printed about the agency. It
has no boxes to answer in.
"""

from __future__ import annotations

from collections.abc import Iterator

from scrutineer.domain.agency_figures import AgencyFigures
from scrutineer.domain.challenge_figures import ActionFigure, PartyFigure, UpdateFigure
from scrutineer.domain.dates import long_date, short_date
from scrutineer.domain.figures import LetterPart, Masthead
from scrutineer.domain.reference import short
from scrutineer.domain.text import counted, listed
from scrutineer.domain.update import Side
from scrutineer.reports.blocks import Block, BulletList, Document, Heading, Paragraph, Table, Text, numbered
from scrutineer.reports.markdown import plain
from scrutineer.reports.party_words import answered, called, ended_in_short, reported, seen_words, waiting_for
from scrutineer.reports.wording import full_stop, in_voice, opened, run_in, seen_at, taken_up

_STRENGTHS, _ENDINGS = 4, 3      # told before the rest is only counted: two sides are read, more are not
_ACTION_WIDTHS = (2.7, 5.6, 2.5, 3.3, 2.9)


def document(figures: AgencyFigures) -> Document:
    """The page, as it may be handed to the agency."""
    masthead, day = figures.masthead, long_date(figures.dated_on)
    title = f"{figures.agency}: what I have seen and asked"
    return Document(
        title=in_voice(title, masthead),
        subtitle="\n".join((masthead.partnership, day)),
        blocks=(Paragraph(_about(figures)), *_sections(figures)),
        author=masthead.author,
        subject=f"{figures.in_full} on {day}",
        mark=masthead.mark,
        note=f"{figures.agency}, {day}",
        sample=masthead.is_sample,
    )


def _about(figures: AgencyFigures) -> str:
    formerly = f" (formerly {listed(figures.formerly)})" if figures.formerly else ""
    services = f", with {listed(figures.services)}" if figures.services else ""
    whom = figures.masthead.business_unit
    ring = f" If any of it is not as you know it, please say so{f': {whom}' if whom else ''}."
    return f"This is about {figures.in_full}{formerly}{services}.{ring}"


def _sections(figures: AgencyFigures) -> Iterator[Block]:
    masthead = figures.masthead
    yield Heading("What works with you, and who could use it")
    yield from _what_works(figures)
    yield Heading(in_voice("What I asked, what you said, and by when", masthead))
    yield from _open(figures)
    if figures.actions:
        yield Heading("What you have agreed to do")
        yield _agreed(figures)
    if figures.ended_parts:
        yield Heading("What came to an end")
        yield from _ended(figures)
    if figures.promises:
        yield Heading(in_voice("What I promised you", masthead))
        for promise in figures.promises:
            by = f" By {long_date(promise.due_on)}." if promise.due_on else ""
            yield Paragraph(f"{full_stop(plain(promise.text))}{by}", numbered=True)
    yield Heading("What will be printed about you")
    yield Paragraph(_what_is_printed(figures), numbered=True)


def _what_works(figures: AgencyFigures) -> Iterator[Block]:
    for strength in figures.strengths[:_STRENGTHS]:
        yield from numbered(run_in(f"{seen_at(strength)}.", strength.text, taken_up(strength)))
    if (more := len(figures.strengths) - _STRENGTHS) > 0:
        yield Paragraph(in_voice(f"I saw {more} more in the last twelve months.", figures.masthead), numbered=True)
    if not figures.strengths:
        nothing = f"Nothing seen with you since {long_date(figures.since)} is on record yet; I would like to see it."
        yield Paragraph(in_voice(nothing, figures.masthead), numbered=True)


def _open(figures: AgencyFigures) -> Iterator[Block]:
    """Each open question with how it stands, as a paper says it, and what was seen and asked since."""
    masthead = figures.masthead
    if not figures.open_parts:
        nothing = "Nothing is open between us." if figures.parts else "I have asked you nothing in the last year."
        yield Paragraph(in_voice(nothing, masthead), numbered=True)
        return
    awaited = sum(1 for part in figures.open_parts if part.party.status.awaits_answer)
    number = counted(len(figures.open_parts), "question is", "questions are")
    answers = f"{counted(awaited, 'answer is', 'answers are')} awaited" if awaited else "no answer is awaited"
    yield Paragraph(f"{number} open; {answers}.", numbered=True)
    for part in figures.open_parts:
        challenge = part.challenge
        yield Heading(f"{short(challenge.reference)} {challenge.title}", level=2)
        yield from numbered(run_in(f"{_put(part, masthead)}:", challenge.text or challenge.title))
        yield BulletList(tuple(_course(part, masthead)))


def _put(part: LetterPart, masthead: Masthead) -> str:
    """`What I asked on 12 March 2026, also of Police and ICB`."""
    asked = in_voice("What I asked", masthead)
    on = f" on {long_date(part.challenge.raised_on)}" if part.challenge.raised_on else ""
    whom = f" of {called(part.party)}" if part.party.role else ""
    return f"{asked}{on}{whom}{f', also of {listed(part.others)}' if part.others else ''}"


def _course(part: LetterPart, masthead: Masthead) -> Iterator[tuple[Text, ...]]:
    """How it stands, then my view, what was seen of it and what more was asked."""
    party = part.party
    said = answered(party.answers[-1], masthead, "") if party.answers else ""
    stands = full_stop(opened(waiting_for(party, masthead)))
    yield _led("How it stands", " ".join(filter(None, (said, stands))))
    for answer in party.answers[-1:]:
        if answer.my_view:
            yield _led(in_voice("My view", masthead), plain(answer.my_view))
        yield from (_updated(one, masthead) for one in answer.updates)
    for asked in party.asked[-1:]:
        yield _led(in_voice("What more I asked", masthead), plain(asked.question))


def _updated(one: UpdateFigure, masthead: Masthead) -> tuple[Text, ...]:
    who = in_voice("What I have seen", masthead) if one.side is Side.SEEN else "What you reported"
    so_far = one.seen.label if one.seen else one.status.label if one.status else ""
    words = ": ".join(filter(None, (so_far, plain(one.text))))
    return _led(f"{who}, {short_date(one.noted_on)}", full_stop(words))


def _led(lead: str, words: str) -> tuple[Text, ...]:
    return Text(f"{lead}: ", bold=True), Text(words)


def _agreed(figures: AgencyFigures) -> Table:
    header = ("Ref", "What will be done", "By", "As you report it", in_voice("As I have seen it", figures.masthead))
    return Table(header, tuple(map(_action, figures.actions)), _ACTION_WIDTHS,
                 description="Each agreed action: by when, as reported and as seen")


def _action(one: ActionFigure) -> tuple[str, ...]:
    due = short_date(one.due_on) or "No date set"
    return (
        short(one.challenge_reference), plain(one.text), f"{due} ({one.ledger})" if one.ledger else due, reported(one),
        seen_words(one.seen, one.seen_on),
    )


def _ended(figures: AgencyFigures) -> Iterator[Block]:
    """What came of each question that ended in the last twelve months, the latest first; with thanks."""
    thanks = f"Thank you: {counted(len(figures.ended_parts), 'question')} came to an end in the last twelve months."
    yield Paragraph(thanks, numbered=True)
    lines = [
        _led(short(part.challenge.reference), f"{part.challenge.title} {_came_of_it(part.party, figures.masthead)}")
        for part in figures.ended_parts[:_ENDINGS]
    ]
    if (more := len(figures.ended_parts) - _ENDINGS) > 0:
        lines.append((Text(f"and {more} before these."),))
    yield BulletList(tuple(lines))


def _came_of_it(party: PartyFigure, masthead: Masthead) -> str:
    """With what it ended, and what changed where it is known."""
    return " ".join(filter(None, (ended_in_short(party, masthead), full_stop(plain(party.what_changed)))))


def _what_is_printed(figures: AgencyFigures) -> str:
    """Which of the lines above a paper of today would print, and where the agency's own words stand in full."""
    found = []
    if figures.open_parts:
        found.append("how each open question stands")
    if figures.actions:
        found.append("what you have agreed to do")
    if figures.ended_parts:
        found.append("what came to an end")
    if figures.strengths:
        found.append("what works with you")
    if not found:
        return "A paper written today would not name you."
    annex = " Your answers stand in full in its annex, in your own words." if figures.parts else ""
    return f"A paper written today would print {listed(found)}, in these words or fewer.{annex}"
