"""“You said, we asked, they did”: one side to give back to those who were heard.

Short sentences in large print, and no word of the trade: no reference, no status, no count, no age, no place. It
bears no protective mark, because it is written to be handed out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import ceil

from scrutineer.domain.challenge import on_behalf
from scrutineer.domain.dates import long_date
from scrutineer.domain.learning import Whose
from scrutineer.domain.organisation import Serves
from scrutineer.domain.text import listed
from scrutineer.domain.told_figures import AskedTold, PartyTold, VoiceTold, YouSaid
from scrutineer.reports.blocks import Block, Blocks, Document, Heading, Paragraph, Quote, Text, lines_of
from scrutineer.reports.markdown import parse, plain
from scrutineer.reports.wording import full_stop, run_in

TITLE = "You said, we asked, they did"
_THEY = {
    Whose.CHILD: "Children", Whose.YOUNG_PERSON: "Young people", Whose.PARENT_CARER: "Parents and carers",
    Whose.ADULT: "Adults who are cared for or supported", Whose.PRACTITIONER: "People who do the work",
}  # fmt: skip
_WORRIED = {
    Serves.CHILDREN: "Are you worried about yourself or about somebody else? Talk to an adult whom you trust.",
    Serves.ADULTS: "Are you worried about yourself or about somebody else? Talk to somebody whom you trust.",
    Serves.ALL_AGES: "Are you worried about yourself or about somebody else? Talk to somebody whom you trust.",
}
# Measured on the printed page: lines for voices on a side, characters on a line, lines of a heading, and between
# paragraphs.
_ROOM, _ACROSS, _HEADING, _GAP = 25, 68, 2.0, 0.35


def document(page: YouSaid) -> Document:
    """The page: as many voices as one side holds, the latest first, and a sentence where there are more."""
    day = long_date(page.frozen_at.date())
    return Document(
        title=TITLE, subtitle=f"{page.masthead.partnership}\n{day}", blocks=tuple(_blocks(page)),
        author=page.masthead.author, subject=f"What people told {page.masthead.partnership}, and what came of it",
        note=f"{TITLE}, {day}", sample=page.masthead.is_sample, numbered=False, larger=True,
    )  # fmt: skip


def _blocks(page: YouSaid) -> Iterator[Block]:
    at = f" at “{page.about}”" if page.about else ""
    yield Paragraph(f"Thank you for telling us what you think{at}. This page says what you said, what we asked because "
                    "of it, and what happened next.")  # fmt: skip
    voices, has_more = _fitting(page)
    for blocks in voices:
        yield from blocks
    if has_more:
        yield Paragraph("You told us more than fits on this page. Please ask us about the rest.")
    yield Paragraph("Is something missing, or not right? Please tell us, or whoever gave you this page.")
    yield Paragraph((Text(f"{_WORRIED[page.serves]} In an emergency, call 999.", bold=True),))


def _fitting(page: YouSaid) -> tuple[list[Blocks], bool]:
    """The voices that one side holds, at least one, and whether some are left out."""
    found: list[Blocks] = []
    left = float(_ROOM)
    for voice in page.voices:
        blocks = tuple(_voice(voice, page.frozen_at.date()))
        left -= _HEADING + sum(ceil(len(line) / _ACROSS) + _GAP for line in lines_of(blocks[1:]))
        if found and left < 0:
            return found, True
        found.append(blocks)
    return found, False


def _voice(voice: VoiceTold, today: date) -> Iterator[Block]:
    _, _, heard = long_date(voice.heard_on).partition(" ")
    yield Heading(", ".join(filter(None, (_THEY[voice.whose], heard))))
    if voice.words:
        yield Paragraph((Text("You said:", bold=True),))
        yield Quote(parse(voice.words).blocks)
    else:
        yield from run_in("You said:", voice.said)
    yield from run_in("We asked:", _asked(voice))
    if voice.questions and (of_whom := _of_whom(voice.questions)):
        yield Paragraph(of_whom)
    yield from run_in("They did:", _did(voice, today))
    if still := _still_to_tell(voice, today):
        yield Paragraph(still)


def _asked(voice: VoiceTold) -> str:
    """The plain words of what was asked, where they were written; otherwise each question as it was put."""
    if voice.asked or voice.questions:
        return voice.asked or "\n\n".join(one.question for one in voice.questions)
    return "We have not asked anybody about this yet."


def _of_whom(questions: tuple[AskedTold, ...]) -> str:
    """To whom it was put, and on whose behalf."""
    names = list(dict.fromkeys(party.name for one in questions for party in one.parties))
    behalf = listed(list(dict.fromkeys(on_behalf(one.put_for) for one in questions if one.put_for)))
    if not names:
        return ""
    return full_stop(", ".join(filter(None, (f"We put it to {listed(names)}", behalf))))


def _did(voice: VoiceTold, today: date) -> str:
    """What happened, as it was written for them; otherwise what each did or said, and from whom we wait to hear."""
    if voice.happened:
        return voice.happened
    parties = [party for one in voice.questions for party in one.parties]
    told = [f"{party.name}: {_sentences(party)}" for party in parties if party.did or party.said]
    alike: dict[str, list[str]] = {}
    for party in parties:
        if not (party.did or party.said):
            alike.setdefault(_stands(party, today), []).append(party.name)
    told += [words.format(listed(list(dict.fromkeys(names)))) for words, names in alike.items()]
    return "\n\n".join(dict.fromkeys(told)) or "We do not know yet."


def _sentences(party: PartyTold) -> str:
    """What was done; where nothing was yet, what was answered."""
    return " ".join(full_stop(plain(words)) for words in party.did or (party.said,))


def _stands(party: PartyTold, today: date) -> str:
    """How far those have come of whom there is nothing to tell; their names stand in the place of the braces."""
    if party.has_answered:
        return "We have an answer from {}. We are looking at it."
    if party.is_over:
        return "We have stopped asking {}. Please ask us why."
    if party.due_on and party.due_on >= today:
        return f"We are waiting for an answer from {{}}. We asked for it by {long_date(party.due_on)}."
    return "We are still waiting for an answer from {}."


def _still_to_tell(voice: VoiceTold, today: date) -> str:
    if voice.told_on or not voice.tell_by_on or voice.tell_by_on < today:
        return ""
    return f"We will come back to you by {long_date(voice.tell_by_on)}."
