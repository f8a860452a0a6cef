"""A letter to one party: what is asked of it, what came of it and thanks, or what was seen to work and no more.

It begins with what works. The questions come with who else was asked, who will read the answer, how to ask
for more time and whom to ring, and with room to answer in; the closing letter says that it is over, and the
letter of recognition asks nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from scrutineer.domain.action import ActionStatus, Seen
from scrutineer.domain.challenge import Position, Priority, Status, Visibility, on_behalf
from scrutineer.domain.challenge_figures import PartyFigure
from scrutineer.domain.dates import long_date
from scrutineer.domain.figures import Letter, LetterKind, LetterPart, Masthead
from scrutineer.domain.text import counted, listed
from scrutineer.reports.blocks import Block, BulletList, Document, Heading, PageBreak, Paragraph, Table, Text, numbered
from scrutineer.reports.cover import author_line
from scrutineer.reports.markdown import plain
from scrutineer.reports.party_words import changed, escalated, retested, stance, waiting_for
from scrutineer.reports.wording import (
    NOT_RECORDED,
    TO_BE_COMPLETED,
    enclosed,
    full_stop,
    in_voice,
    opened,
    run_in,
    seen_at,
    taken_up,
    wordings,
)

_WRITE_HERE = "Please write here."
_IF_WRONG_HERE = "If any of it is not as you know it, please say so."
_POSITIONS = tuple(one for one in Position if one.is_said)


def document(letter: Letter) -> Document:
    """The letter: the questions with an answer sheet, the thanks with what changed, or what works well."""
    masthead, title = letter.masthead, letter.kind.label
    about = listed(_references(letter)) or "What was seen to work well"
    sections = {
        LetterKind.QUESTIONS: _asking, LetterKind.CLOSING: _closing, LetterKind.RECOGNITION: _recognising,
    }[letter.kind](letter)
    return Document(
        title=title,
        subtitle="\n".join(filter(None, (masthead.partnership, long_date(letter.dated_on)))),
        blocks=(_addressed(letter, about), *sections),
        author=masthead.author,
        subject=f"Letter to {letter.to} about {about if letter.parts else enclosed(about)}",
        mark=masthead.mark,
        note=f"{title}: {letter.to}, {long_date(letter.dated_on)}",
        sample=masthead.is_sample,
    )


def _addressed(letter: Letter, about: str) -> Table:
    rows = (
        ("To", letter.to),
        *((("For the attention of", listed(letter.attention)),) if letter.attention else ()),
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
    if not _awaited(letter):
        yield Heading("What follows")
        yield Paragraph(_IF_WRONG_HERE, numbered=True)
        yield Paragraph(_whom_to_ring(masthead), numbered=True)
        return
    yield Heading("Your answer")
    yield from (Paragraph(words, numbered=True) for words in _about_the_answer(letter))
    yield from _answer_sheet(letter)


def _awaited(letter: Letter) -> list[LetterPart]:
    """The parts to which an answer is awaited; of the others the letter only says how they stand."""
    return [part for part in letter.parts if part.party.status.awaits_answer]


def _what_works(letter: Letter) -> Iterator[Block]:
    """What was seen to work there; where nothing is on record, a place for it, and never silence."""
    for strength in letter.strengths:
        yield from numbered(run_in(f"{seen_at(strength)}.", strength.text))
    if not letter.strengths and not any(part.challenge.what_works for part in letter.parts):
        yield Paragraph(f"{TO_BE_COMPLETED}: what already works well with you.", numbered=True)
    elif not letter.strengths:
        yield Paragraph("What already works stands before each question below.", numbered=True)


def _how_many(letter: Letter) -> str:
    number, awaited = len(letter.parts), len(_awaited(letter))
    if not awaited:
        stands = "stands here as far as it has come" if number == 1 else "stand here as far as they have come"
        return f"Nothing here awaits your answer: {counted(number, 'question')} {stands}."
    asked = f"{in_voice('I ask', letter.masthead)} {counted(len(_references(letter)), 'question')}"
    if awaited < number:
        waits = "one awaits" if awaited == 1 else f"{awaited} await"
        return f"{asked}; {waits} your answer, and of the rest it is said how far they have come."
    each = "each says" if number > 1 else "it says"
    return f"{asked}; {each} by when an answer is asked for, and who else was asked."


def _question(part: LetterPart, masthead: Masthead) -> Iterator[Block]:
    """One challenge: what works, the words (all wordings, if re-worded), why, what good looks like, by when, who."""
    challenge, party = part.challenge, part.party
    if challenge.what_works:
        yield from numbered(run_in("What already works:", challenge.what_works))
    behalf = f" {on_behalf(challenge.put_for)}" if challenge.put_for else ""
    for which, text in wordings(challenge):
        yield from numbered(run_in(f"{which or in_voice('What I ask', masthead)}{behalf}:", text))
    if challenge.why_it_matters:
        yield from numbered(run_in("Why it matters:", challenge.why_it_matters))
    if challenge.what_good_looks_like:
        yield from numbered(run_in("What good would look like:", challenge.what_good_looks_like))
    for asked in party.asked:
        lead = in_voice("What more I asked", masthead)
        yield from numbered(run_in(f"{', '.join(filter(None, (lead, long_date(asked.asked_on))))}:", asked.question))
    if party.status.awaits_answer:
        yield from numbered(run_in("By when:", "", _by_when(part, masthead)))
    else:
        yield from numbered(run_in("Your answer so far:", "", _so_far(party, masthead)))
    if rung := escalated(party):
        yield from numbered(run_in("Where this stands:", "", rung))
    others = f"{full_stop(listed(part.others))}" if part.others else "Nobody else."
    yield from numbered(run_in("Who else was asked:", "", others))


def _by_when(part: LetterPart, masthead: Masthead) -> str:
    """The date asked for, how it has moved, and whether it has passed."""
    party = part.party
    if not party.due_on:
        return f"{TO_BE_COMPLETED}."
    moved = f" ({party.ledger})" if party.ledger else ""
    urgent = ", because it is urgent" if part.challenge.priority is Priority.URGENT else ""
    by = f"{long_date(party.due_on)}{urgent}{moved}."
    passed = "That day has passed: please tell me which day you can keep."
    return f"{by} {in_voice(passed, masthead)}" if party.is_late else by


def _so_far(party: PartyFigure, masthead: Masthead) -> str:
    """What came in last, and what is next."""
    came = opened(stance(party.answers[-1], masthead)) if party.answers else opened(NOT_RECORDED)
    return f"{full_stop(came)} {full_stop(opened(waiting_for(party, masthead)))}"


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
    asked = _awaited(letter)
    public = [part for part in asked if part.challenge.visibility is Visibility.PUBLIC]
    if not public:
        return "Your answer will be read by the Partnership; it is not meant for publication."
    if len(public) == len(asked):
        return "Your answer will be read by the Partnership, and it may be published."
    which = listed(list(dict.fromkeys(part.challenge.reference for part in public)))
    return f"Your answer will be read by the Partnership; what you say to {which} may be published."


def _whom_to_ring(masthead: Masthead) -> str:
    return f"Whom to ring: {full_stop(masthead.business_unit or f'{TO_BE_COMPLETED} (the business unit)')}"


def _answer_sheet(letter: Letter) -> Iterator[Block]:
    """Room to answer in, on pages of its own to send back: for each question a small table, no cell of it empty."""
    yield PageBreak()
    yield Heading("Answer sheet", numbered=False)
    yield Paragraph("Please write into the right-hand column and send the sheet back; it may be short.")
    choices = f"{' / '.join(one.label for one in _POSITIONS)} (keep one)"
    for part in _awaited(letter):
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
        yield from numbered(run_in(f"{seen_at(strength)}.", strength.text))
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
    behalf = f" {on_behalf(challenge.put_for)}" if challenge.put_for else ""
    yield from numbered(run_in(f"{in_voice('What I asked', masthead)}{behalf}:", wordings(challenge)[-1][1]))
    for answer in party.answers:
        said = ": ".join(filter(None, (opened(stance(answer, masthead)), answer.short_form)))
        yield from numbered(run_in("What you said:", "", full_stop(said)))
    if done := _done(party, masthead):
        yield Paragraph((Text("What you did:", bold=True),), numbered=True)
        yield BulletList(done)
    ending = changed(party, masthead, challenge.withdrawn_because)
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


def _recognising(letter: Letter) -> Iterator[Block]:
    """What was seen to work, who could use it, and what becomes of it; nothing is asked."""
    masthead = letter.masthead
    yield Heading("Thank you")
    yield Paragraph(in_voice("This letter asks nothing of you. It says what I saw that works well with you, and thanks "
                             "those who do it. Please read it to them.", masthead), numbered=True)  # fmt: skip
    yield Heading(in_voice("What I saw", masthead))
    for strength in letter.strengths:
        yield from numbered(run_in(f"{seen_at(strength)}.", strength.text, taken_up(strength)))
    yield Heading("What becomes of it")
    yield Paragraph(in_voice("My next paper tells the Partnership what works well, and where. If you would rather not "
                             "be named with it, please tell me before then.", masthead), numbered=True)  # fmt: skip
    yield Paragraph(_whom_to_ring(masthead), numbered=True)
