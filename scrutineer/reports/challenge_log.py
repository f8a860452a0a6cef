"""The challenge log: one row for each party of each challenge, on pages turned sideways.

Stands alone as a document, and as Appendix A of an assurance paper. A party's row repeats the reference,
because merged and blank cells say nothing to a screen reader.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scrutineer.domain.challenge import ImpactLevel, Status, on_behalf
from scrutineer.domain.challenge_figures import ChallengeFigure, PartyFigure
from scrutineer.domain.dates import long_date, short_date
from scrutineer.domain.figures import ChallengeLog, Masthead
from scrutineer.domain.text import counted
from scrutineer.reports.blocks import Blocks, Content, Document, Landscape, Paragraph, Table, Text
from scrutineer.reports.markdown import plain
from scrutineer.reports.party_words import called, changed, parties_of, said, since_then, unanswered
from scrutineer.reports.wording import NOT_FOR_PRINT, enclosed, full_stop, opened, term_words, wordings

COLUMNS = (
    "Ref", "Date raised", "Raised at", "Agency (role)", "Challenge", "Response (position, date)", "Due",
    "Status (stage)", "What changed (impact level)",
)  # fmt: skip
_WIDTHS = (1.6, 1.7, 3.2, 3.3, 3.7, 4.1, 2.3, 3.0, 4.4)
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
        f"changed is given on a ladder: {', '.join(term_words(level, masthead).lower() for level in ImpactLevel)}."
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
            called(party),
            _words(challenge) if place == 0 else f"{challenge.title} (as above)",
            _passed(party, masthead, in_full_at),
            _due(party),
            _status(party, challenge, with_count=place == 0),
            _lines(changed(party, masthead, challenge.withdrawn_because), since_then(party, masthead)),
        )


def _lines(*lines: str) -> Content:
    return tuple(Paragraph(line) for line in lines if line)


def _words(challenge: ChallengeFigure) -> Content:
    """The title, then the words, each wording with its day if there are several, and on whose behalf it was put."""
    lines = [
        plain(text) if not lead else f"{lead}: {plain(text)}"
        for lead, text in wordings(challenge) if lead or challenge.text
    ]
    if challenge.put_for:
        lines.append(full_stop(f"Put {on_behalf(challenge.put_for)}"))
    return (Paragraph((Text(challenge.title or NOT_FOR_PRINT, bold=True),)), *(Paragraph(line) for line in lines))


def _passed(party: PartyFigure, masthead: Masthead, in_full_at: str) -> Content:
    """What passed between the party and me, and what is awaited."""
    found = [*said(party, masthead, in_full_at), unanswered(party)]
    if party.status is Status.ACKNOWLEDGED:
        found.append(full_stop(f"Acknowledged {short_date(party.acknowledged_on)}".rstrip()))
    if party.clock:
        found.append(full_stop(opened(party.clock)))
    if not any(found) and party.status is Status.WITHDRAWN:
        found.append("Withdrawn")
    return _lines(*found)


def _stage(party: PartyFigure) -> str:
    """The rung on which a part stands, in the partnership's words, and since when; nothing before the first."""
    here = [one for one in party.escalations if one.rung == party.stage_words]
    since = f"since {short_date(here[-1].stepped_on)}" if here and here[-1].stepped_on else ""
    return ", ".join(filter(None, (party.stage_words, since)))


def _due(party: PartyFigure) -> Content:
    """The date, and how it compares with the one first agreed; a date that came with a new question has its own."""
    if not party.due_on:
        return "No date set"
    first = short_date(party.first_agreed_on)
    if not party.ledger and not party.asked and not party.reopened and party.first_due_on != party.due_on:
        first = short_date(party.first_due_on)      # moved before each move was kept as a line of its own
    earlier = f" ({first})" if party.ledger and first else f"first {first}" if first else ""
    return _lines(short_date(party.due_on), opened(party.ledger) + earlier)


def _status(party: PartyFigure, challenge: ChallengeFigure, *, with_count: bool) -> Content:
    """How far a part has come, and its rung; once for an open challenge of several parties how far that has."""
    label = "To be put again" if party.status is Status.DRAFT else party.status.label
    ended_on = short_date(party.closed_on) if party.status.is_ended else ""
    has_count = with_count and len(challenge.parties) > 1 and not challenge.status.is_ended
    whole = f"In all: {enclosed(challenge.status_words)}" if has_count else ""
    return _lines(", ".join(filter(None, (label, ended_on))), _stage(party), whole)
