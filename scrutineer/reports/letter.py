"""A letter to one party about one or more challenges: what is asked of it, or what came of it and thanks.

It begins with what works. The questions come with who else was asked, who will read the answer, how to ask
for more time and whom to ring, and with room to answer in; the closing letter says that it is over.
"""

from __future__ import annotations

from collections.abc import Iterator

from scrutineer.domain.action import ActionStatus, Seen
from scrutineer.domain.challenge import Position, Priority, Status, Visibility
from scrutineer.domain.challenge_figures import PartyFigure
from scrutineer.domain.dates import long_date
from scrutineer.domain.figures import FindingFigure, Letter, LetterPart, Masthead
from scrutineer.domain.text import counted, listed
from scrutineer.reports.blocks import Block, BulletList, Document, Heading, Paragraph, Table, Text, numbered
from scrutineer.reports.cover import author_line
from scrutineer.reports.markdown import plain
from scrutineer.reports.party_words import changed, escalated, retested, stance, waiting_for
from scrutineer.reports.wording import TO_BE_COMPLETED, full_stop, in_voice, opened, run_in, wordings

_WRITE_HERE = "Please write here."
_POSITIONS = tuple(one for one in Position if one.is_said)


def document(letter: Letter) -> Document:
    """The letter: the questions with an answer sheet, or the thanks with what changed."""
    masthead = letter.masthead
    title = "Thank you, and what changed" if letter.is_closing else "Questions for you"
    about = listed(_references(letter))
    sections = _closing(letter) if letter.is_closing else _asking(letter)
    return Document(
        title=title,
        subtitle="\n".join(filter(None, (masthead.partnership, long_date(letter.dated_on)))),
        blocks=(_addressed(letter, about), *sections),
        author=masthead.author,
        subject=f"Letter to {letter.to} about {about}",
        mark=masthead.mark,
        note=f"{title}: {letter.to}, {long_date(letter.dated_on)}",
        sample=masthead.is_sample,
    )


def _addressed(letter: Letter, about: str) -> Table:
    rows = (
        ("To", letter.to),
        ("For the attention of", listed(letter.attention)),
        ("From", author_line(letter.masthead)),
        ("About", about),
    )
    return Table(("Letter", "Detail"), rows, (3, 7), description="To whom this letter goes, from whom, about what",
                 row_headers=True, empty="Not stated")


def _references(letter: Letter) -> list[str]:
    """The challenges that it is about, each once: a party that followed two others may hold two parts of one."""
    return list(dict.fromkeys(part.challenge.reference for part in letter.parts))


def _headed(part: LetterPart, letter: Letter) -> Heading:
    """The challenge by its reference and title; with the party's name where it holds several parts of it."""
    title = f"{part.challenge.reference} {part.challenge.title}"
    is_one_of_several = sum(one.challenge.reference == part.challenge.reference for one in letter.parts) > 1
    return Heading(f"{title}: {part.party.name}" if is_one_of_several else title, level=2)


def _asking(letter: Letter) -> Iterator[Block]:
    masthead = letter.masthead
    yield Heading("What works well")
    yield from _what_works(letter)
    yield Heading(in_voice("What I ask", masthead))
    yield Paragraph(_how_many(letter), numbered=True)
    for part in letter.parts:
        yield _headed(part, letter)
        yield from _question(part, masthead)
    yield Heading("Your answer")
    yield from (Paragraph(words, numbered=True) for words in _about_the_answer(letter))
    yield from _answer_sheet(letter)


def _what_works(letter: Letter) -> Iterator[Block]:
    """What was seen to work there; where nothing is on record, a place for it, and never silence."""
    for strength in letter.strengths:
        yield from numbered(run_in(_seen_at(strength), strength.text))
    if not letter.strengths and not any(part.challenge.what_works for part in letter.parts):
        yield Paragraph(f"{TO_BE_COMPLETED}: what already works well with you.", numbered=True)
    elif not letter.strengths:
        yield Paragraph("What already works stands before each question below.", numbered=True)


def _seen_at(strength: FindingFigure) -> str:
    return f"{', '.join(filter(None, (strength.activity, long_date(strength.found_on))))}."


def _how_many(letter: Letter) -> str:
    number = len(_references(letter))
    each = "each says" if number > 1 else "it says"
    asked = f"{in_voice('I ask', letter.masthead)} {counted(number, 'question')}"
    return f"{asked}; {each} by when an answer is asked for, and who else was asked."


def _question(part: LetterPart, masthead: Masthead) -> Iterator[Block]:
    """One challenge: what works, the words (all wordings, if re-worded), why, what good looks like, by when, who."""
    challenge, party = part.challenge, part.party
    if challenge.what_works:
        yield from numbered(run_in("What already works:", challenge.what_works))
    for which, text in wordings(challenge):
        yield from numbered(run_in(f"{which or in_voice('What I ask', masthead)}:", text))
    if challenge.why_it_matters:
        yield from numbered(run_in("Why it matters:", challenge.why_it_matters))
    if challenge.what_good_looks_like:
        yield from numbered(run_in("What good would look like:", challenge.what_good_looks_like))
    for asked in party.asked:
        lead = in_voice("What more I asked", masthead)
        yield from numbered(run_in(f"{', '.join(filter(None, (lead, long_date(asked.asked_on))))}:", asked.question))
    yield from numbered(run_in("By when:", "", _by_when(part, masthead)))
    if rung := escalated(party):
        yield from numbered(run_in("Where this stands:", "", rung))
    others = f"{full_stop(listed(part.others))}" if part.others else "Nobody else."
    yield from numbered(run_in("Who else was asked:", "", others))


def _by_when(part: LetterPart, masthead: Masthead) -> str:
    """The date asked for and how it has moved; after an answer, that it came in and what is next."""
    party = part.party
    if not party.status.awaits_answer:
        came = f"Your answer came in: {stance(party.answers[-1], masthead)}. " if party.answers else ""
        return f"{came}{opened(full_stop(waiting_for(party, masthead)))}"
    if not party.due_on:
        return f"{TO_BE_COMPLETED}."
    moved = f" ({party.ledger})" if party.ledger else ""
    urgent = ", because it is urgent" if part.challenge.priority is Priority.URGENT else ""
    by = f"{long_date(party.due_on)}{urgent}{moved}."
    passed = "That day has passed: please tell me which day you can keep."
    return f"{by} {in_voice(passed, masthead)}" if party.is_late else by


def _about_the_answer(letter: Letter) -> Iterator[str]:
    """Who will read it, what will be printed, which positions there are, how to ask for more time, whom to ring."""
    masthead = letter.masthead
    printed = in_voice("My paper prints your answer in a short form, which I show you first.", masthead)
    yield f"{_who_reads(letter)} {printed}"
    yield in_voice("Your own words are printed in its annex, word for word and in full. My comment stands apart from "
                   "them. Please name no child, family or member of staff.", masthead)
    *some, last = (f"“{one.label}”" for one in _POSITIONS)
    yield f"You can answer {', '.join(some)} or {last}. To decline with a reason is a legitimate position."
    yield in_voice("If you need more time, tell me before the date, with the day that you can keep and why. The first "
                   "date stays on record, with the new one and your reason beside it.", masthead)
    yield in_voice("If I have got something wrong, please say so: a question may be re-worded, and both wordings are "
                   "then printed.", masthead)
    yield _whom_to_ring(masthead)


def _who_reads(letter: Letter) -> str:
    """For whom an answer is, by who may read of its challenge; said apart where the challenges differ."""
    public = [part for part in letter.parts if part.challenge.visibility is Visibility.PUBLIC]
    if not public:
        return "Your answer will be read by the Partnership; it is not meant for publication."
    if len(public) == len(letter.parts):
        return "Your answer will be read by the Partnership, and it may be published."
    which = listed(list(dict.fromkeys(part.challenge.reference for part in public)))
    return f"Your answer will be read by the Partnership; what you say to {which} may be published."


def _whom_to_ring(masthead: Masthead) -> str:
    return f"Whom to ring: {full_stop(masthead.business_unit or f'{TO_BE_COMPLETED} (the business unit)')}"


def _answer_sheet(letter: Letter) -> Iterator[Block]:
    """Room to answer in: for each question a small table, no cell of it empty."""
    yield Heading("Answer sheet", numbered=False)
    yield Paragraph("Please write into the right-hand column and send the sheet back; it may be short.")
    choices = f"{' / '.join(one.label for one in _POSITIONS)} (keep one)"
    for part in letter.parts:
        reference = part.challenge.reference
        rows = (
            ("Your position", opened(choices)), ("Your answer, in your words", _WRITE_HERE),
            ("What will be done, by whom (role), by when", _WRITE_HERE), ("How it will be known", _WRITE_HERE),
        )
        yield Table(
            ("Question", "Your answer"), rows, (3, 7), caption=f"{reference} {part.challenge.title}",
            description=f"Room to answer {reference}", row_headers=True,
        )  # fmt: skip


def _closing(letter: Letter) -> Iterator[Block]:
    masthead = letter.masthead
    yield Heading("Thank you")
    yield Paragraph(_thanks(letter), numbered=True)
    if letter.strengths:
        yield Paragraph(in_voice("What I have seen work well with you:", masthead), numbered=True)
    for strength in letter.strengths:
        yield from numbered(run_in(_seen_at(strength), strength.text))
    yield Heading("What changed")
    for part in letter.parts:
        yield _headed(part, letter)
        yield from _came_of_it(part, masthead)
    yield Heading("What follows")
    yield from (Paragraph(words, numbered=True) for words in _what_follows(letter))


def _thanks(letter: Letter) -> str:
    """Thanks for what was given: an answer, or the time that it took; and that it is over."""
    has_answered = any(part.party.answers for part in letter.parts)
    given = "your answers and for the work behind them" if has_answered else "your time"
    number = len(_references(letter))
    over = "This question is closed for you" if number == 1 else f"These {number} questions are closed for you"
    return f"Thank you for {given}. {over}: nothing more is asked of you about {'it' if number == 1 else 'them'}."


def _came_of_it(part: LetterPart, masthead: Masthead) -> Iterator[Block]:
    """One challenge that is over: the question, what was answered, what was done and seen, and what changed."""
    challenge, party = part.challenge, part.party
    yield from numbered(run_in(in_voice("What I asked:", masthead), wordings(challenge)[-1][1]))
    for answer in party.answers:
        said = ": ".join(filter(None, (opened(stance(answer, masthead)), answer.short_form)))
        yield from numbered(run_in("What you said:", "", full_stop(said)))
    if done := _done(party, masthead):
        yield Paragraph((Text("What you did:", bold=True),), numbered=True)
        yield BulletList(done)
    ending = changed(party, challenge.withdrawn_because)
    yield from numbered(run_in("How it ended:" if _ended_otherwise(party) else "What changed:", "", ending))
    for retest in party.retests:
        if words := retested(retest, masthead):
            yield from numbered(run_in("Did it last?", "", words))
    if part.others_open:
        yield Paragraph("Others were asked too and have not finished; that needs nothing from you.", numbered=True)


def _ended_otherwise(party: PartyFigure) -> bool:
    return party.status is Status.WITHDRAWN or (party.outcome is not None and not party.outcome.says_what_changed)


def _done(party: PartyFigure, masthead: Masthead) -> tuple[str, ...]:
    """Each action that was reported done, and whether it was seen for oneself."""
    seen = in_voice(" I have seen it for myself.", masthead)
    return tuple(
        full_stop(plain(action.text)) + (seen if action.seen is Seen.AS_REPORTED else "")
        for action in party.actions if action.status is ActionStatus.DONE
    )


def _what_follows(letter: Letter) -> Iterator[str]:
    """Where it is printed, how to put it right, and the two questions that go back after every closing."""
    masthead = letter.masthead
    yield in_voice("My next paper tells what changed, with your own words in its annex. If any of it is not as you "
                   "know it, please tell me before then.", masthead)
    yield in_voice("Two questions for you, if you will: was this fair, and did it help? What you say shapes how I "
                   "work, and my yearly report tells what was answered.", masthead)
    yield _whom_to_ring(masthead)
