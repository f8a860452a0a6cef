"""What came in, and what it answers.

A reply is entered once, as it came; it is tied to every party of every challenge that it answers, and
each tie is a response: that party's part of it, and the scrutineer's view of that part.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scrutineer.domain.action import Seen
from scrutineer.domain.challenge import Position, Quality
from scrutineer.domain.entity import Entity, link, narrative, said
from scrutineer.domain.errors import Problem
from scrutineer.domain.vocabulary import Term


class Channel(Term):
    """How a reply came. Words spoken are the scrutineer's note until a minute confirms them."""

    LETTER = "letter", "Letter"
    EMAIL = "email", "E-mail"
    FORM = "form", "Form"
    SPOKEN = "spoken", "Spoken, as I heard it"


class ReplyKind(Term):
    """Whether it answers, or acknowledges and asks for time."""

    ANSWER = "answer", "An answer"
    HOLDING = "holding", "A holding reply"


@dataclass(frozen=True, kw_only=True)
class Reply(Entity):
    """One letter, e-mail, form or conversation."""

    received_on: date | None = said("Came in on", None, required=True)
    channel: Channel = said("How it came", Channel.EMAIL)
    kind: ReplyKind = said("What it is", ReplyKind.ANSWER)
    sender: str = said("From")
    subject: str = said("Subject")
    text: str = narrative("What it says")
    where_kept: str = said("Where it is kept")
    minute_ref: str = said("Confirmed by minute")
    meeting_id: str | None = link("Said at the meeting", "meeting")
    scrutineer_id: str | None = link("Recorded by", "scrutineer")

    @property
    def as_i_heard_it(self) -> bool:
        """Whether the words are the scrutineer's own note of what was said."""
        return self.channel is Channel.SPOKEN and not self.minute_ref.strip()


@dataclass(frozen=True, kw_only=True)
class Response(Entity):
    """The part of a reply that answers one party's part of one challenge."""

    reply_id: str | None = link("Reply", "reply")
    addressee_id: str | None = link("Answers", "addressee")
    text: str = narrative("In the agency’s words")
    short_form: str = said("Short form for the paper")
    position: Position | None = said("Position", None)
    quality: Quality | None = said("My view: is it an answer?", None)
    my_view: str = narrative("My view")
    judged_on: date | None = said("Judged on", None)
    seen: Seen | None = said("What I saw", None)
    seen_on: date | None = said("Seen on", None)

    def problems(self) -> list[Problem]:
        """Also: a view has a date."""
        found = super().problems()
        if self.quality and not self.judged_on:
            found.append(Problem("judged_on", "Give the day on which you formed your view."))
        return found
