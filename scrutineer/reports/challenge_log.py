"""The challenge log: one row for each party of each challenge, on pages turned sideways.

Stands alone as a document, and as Appendix A of an assurance paper. A party's row repeats the reference,
because merged and blank cells say nothing to a screen reader.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scrutineer.domain.challenge import ImpactLevel, Status
from scrutineer.domain.dates import long_date, short_date
from scrutineer.domain.figures import AnswerFigure, ChallengeFigure, ChallengeLog, Masthead, PartyFigure
from scrutineer.domain.text import counted
from scrutineer.reports.blocks import Blocks, Content, Document, Landscape, Paragraph, Table, Text
from scrutineer.reports.markdown import plain
from scrutineer.reports.wording import changed, full_stop, in_voice, opened, parties_of, stage_words, stance

COLUMNS = (
    "Ref", "Date raised", "Raised at", "Agency (role)", "Challenge", "Response (position, date)", "Stage",
    "Due", "Status", "What changed (impact level)",
)  # fmt: skip
_WIDTHS = (1.7, 1.5, 2.6, 3.4, 4.7, 3.9, 1.4, 1.5, 2.1, 4.5)
_ABSENT = "Not recorded"


def document(log: ChallengeLog) -> Document:
    """The log of every challenge that was put, as a document of its own: how it stands, then the log."""
    masthead = log.masthead
    as_at = long_date(log.frozen_at.date())
    title = "Challenge log"
    return Document(
        title=title,
        subtitle=f"{masthead.partnership}\n{masthead.author_title}, as at {as_at}",
        blocks=(*_how_it_stands(log.challenges), Landscape(table(log.challenges, masthead)))
        if log.challenges else table((), masthead),
        author=masthead.author,
        subject=f"Challenges put by the {masthead.author_title} of {masthead.partnership}",
        mark=masthead.mark,
        note=f"{title}, {as_at}",
        sample=masthead.is_sample,
        numbered=False,
    )


def table(challenges: tuple[ChallengeFigure, ...], masthead: Masthead, in_full_at: str = "") -> Blocks:
    """How to read the log, and the log itself.

    An answer without a short form is given in its own words or, where the paper holds those elsewhere,
    by pointing there: `in_full_at` is that place.
    """
    if not challenges:
        return (Paragraph("No challenge has been put."),)
    rows = tuple(row for challenge in challenges for row in _rows(challenge, masthead, in_full_at))
    how_to_read = (
        "Each party that a challenge was put to has a row of its own, with the challenge’s reference. What "
        f"changed is given on a ladder: {', '.join(level.label.lower() for level in ImpactLevel)}."
    )
    description = "Each challenge and each party it was put to, with the answer and what changed"
    return (
        Paragraph(how_to_read),
        Table(COLUMNS, rows, _WIDTHS, description=description, row_headers=True, empty=_ABSENT),
    )


def _how_it_stands(challenges: tuple[ChallengeFigure, ...]) -> Blocks:
    """How many challenges have come how far."""
    reached = Counter(challenge.status for challenge in challenges)
    rows = tuple((status.label, str(reached[status])) for status in Status if reached[status])
    open_now = sum(1 for challenge in challenges if not challenge.status.is_ended)
    summed = f"{counted(len(challenges), 'challenge')}, of which {open_now} open. The log follows, oldest first."
    description = "How many challenges stand at each status"
    return (
        Paragraph(summed),
        Table(("Status", "Challenges"), rows, (3, 7), description=description, row_headers=True),
    )


def _rows(challenge: ChallengeFigure, masthead: Masthead, in_full_at: str) -> Iterator[tuple[Content, ...]]:
    for place, party in enumerate(parties_of(challenge)):
        yield (
            challenge.reference,
            short_date(challenge.raised_on),
            challenge.forum,
            f"{party.name} ({party.role})" if party.role else party.name,
            _words(challenge) if place == 0 else f"{challenge.title} (as above)",
            _responses(party, masthead, in_full_at),
            stage_words(challenge.stage).removeprefix("Stage ") or "None",
            _due(party),
            party.status.label,
            changed(party, challenge.withdrawn_because),
        )


def _words(challenge: ChallengeFigure) -> Content:
    text = plain(challenge.text)
    return (Paragraph((Text(challenge.title, bold=True),)), *((Paragraph(text),) if text else ()))


def _responses(party: PartyFigure, masthead: Masthead, in_full_at: str) -> Content:
    found = [in_voice(opened(stance(answer)), masthead) + _said(answer, in_full_at) for answer in party.answers]
    if party.clock:
        found.append(full_stop(opened(party.clock)))
    if not found and party.status is Status.WITHDRAWN:
        found.append("Withdrawn")
    return tuple(Paragraph(line) for line in found)


def _said(answer: AnswerFigure, in_full_at: str) -> str:
    if answer.short_form:
        return f": {full_stop(answer.short_form)}"
    if answer.text and in_full_at:
        return f": in full in {in_full_at}."
    return f": {full_stop(plain(answer.text))}" if answer.text else "."


def _due(party: PartyFigure) -> str:
    if not party.due_on:
        return "No date set"
    if party.first_due_on and party.first_due_on != party.due_on:
        return f"{short_date(party.due_on)} (first {short_date(party.first_due_on)})"
    return short_date(party.due_on)
