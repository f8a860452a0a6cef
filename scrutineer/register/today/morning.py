"""What several cards of Today look at, read once for a page: open parts, their actions and answers, names.

It decides nothing and puts nothing in a row; what it says in words are names, days and clocks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import Protocol

from scrutineer.domain.challenge import Stage, Status
from scrutineer.domain.dates import iso_date, near_date
from scrutineer.domain.escalation import Rung, ladder
from scrutineer.domain.lines import THE_PARTNERSHIP, joint_name, succeeded_name
from scrutineer.domain.reference import short
from scrutineer.domain.retest import AFTER_DAYS
from scrutineer.register.desk import Desk
from scrutineer.register.today.rows import Row
from scrutineer.storage import ended
from scrutineer.storage import today as storage
from scrutineer.storage.ended import Ended
from scrutineer.storage.today import Agreed, Answer, Escalated, Part, Untold, Visit

FORTNIGHT = timedelta(days=14)
YEAR = timedelta(days=365)
RESTS = timedelta(days=90)      # a suggestion that nobody took up for so long rests

_AWAITED = frozenset(status.value for status in Status if status.awaits_answer)


class Put(Protocol):
    """Anything that says to whom something was put."""

    @property
    def whom(self) -> str | None: ...
    @property
    def lead_id(self) -> str | None: ...
    @property
    def formerly_id(self) -> str | None: ...


class Asked(Put, Protocol):
    """One party's part of a challenge."""

    @property
    def challenge_id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def reference(self) -> str: ...


class Saying:
    """Names, days and clocks in words, as they stand on one day; days come as the text as which they are stored."""

    def __init__(self, today: date, names: Mapping[str, str]) -> None:
        self.today = today
        self._today = today.isoformat()
        self._names = names

    def party(self, part: Put) -> str:
        """What a party is called, as everywhere: an agency, several jointly, a body, the Partnership."""
        ids = part.whom.split(",") if part.whom else []
        name = THE_PARTNERSHIP
        if len(ids) == 1:
            name = self._names.get(ids[0], "?")
        elif ids:
            lead = self._names.get(part.lead_id, "?") if part.lead_id else ""
            name = joint_name(lead, [self._names.get(id_, "?") for id_ in ids if id_ != part.lead_id])
        return succeeded_name(name, self._names.get(part.formerly_id, "?")) if part.formerly_id else name

    def agencies(self, joined: str | None) -> str:
        """The names of agencies whose ids come joined by commas: `Police, ICB`."""
        ids = joined.split(",") if joined else []
        return ", ".join(self._names[id_] for id_ in ids if id_ in self._names)

    def about(self, part: Asked) -> str:
        """Whose part it is: `Police · C-2026-014`."""
        return f"{self.party(part)} · {short(part.reference)}"

    def row(self, part: Asked, what: str) -> Row:
        """A row that opens a part's challenge, and says what of whose part."""
        return Row("challenge", part.challenge_id, part.title, f"{what}: {self.about(part)}", "")

    def day(self, day: str | None) -> str:
        """`26 Nov`, with its year where that is another."""
        return near_date(iso_date(day), self.today) if day else ""

    def clock(self, day: str | None) -> str:
        """`26 Nov` until that day, `since 26 Nov` after it."""
        return f"since {self.day(day)}" if self.is_past(day) else self.day(day)

    def is_past(self, day: str | None) -> bool:
        """Whether a day lies behind us."""
        return bool(day) and str(day) < self._today


def as_date(day: str | None) -> date | None:
    """A stored day as a date; "" and None are none."""
    return iso_date(day) if day else None


class Morning:
    """One reading of the record for the cards that ask for it; what no card asks for is not read."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.database = desk.record.database
        self.today = desk.today()
        self.until = self.today + FORTNIGHT
        self.say = Saying(self.today, storage.names(self.database))

    def shared(self) -> Iterator[object]:
        """What several cards look at, one question after the other; what takes longest is asked span by span."""
        yield self.parts
        yield self.answers
        yield self.actions
        yield self.visits
        found: list[Ended] = []
        for span in ended.spans(min(self._suggesting[:2]), self.today):
            found += ended.not_over(self.database, *self._suggesting, span)
            yield found
        self.not_over = found

    @cached_property
    def _every_part(self) -> list[Part]:
        return storage.open_parts(self.database)

    @cached_property
    def parts(self) -> dict[str, Part]:
        """The parts that were put and have not ended, by their ids."""
        return {part.id: part for part in self._every_part if part.status != Status.DRAFT.value}

    @cached_property
    def taken_up(self) -> list[Part]:
        """Parts still to be put, of challenges that were put to others."""
        return [part for part in self._every_part if part.status == Status.DRAFT.value and not part.of_draft]

    @cached_property
    def awaited(self) -> list[Part]:
        """The parts whose party owes an answer."""
        return [part for part in self.parts.values() if part.status in _AWAITED]

    @cached_property
    def answers(self) -> list[Answer]:
        """The answers to challenges that are open."""
        return storage.answers(self.database)

    @cached_property
    def actions(self) -> Mapping[str, list[Agreed]]:
        """The actions of each open part, settled ones too, by its id."""
        found: dict[str, list[Agreed]] = defaultdict(list)
        for one in storage.actions(self.database):
            found[one.addressee_id].append(one)
        return found

    @cached_property
    def escalated(self) -> dict[str, Escalated]:
        """The step on the ladder on which an open part stands and whose reply is awaited, by the part's id."""
        found = {}
        for step in storage.escalated(self.database):
            part = self.parts.get(step.addressee_id)
            if part and part.stage == step.stage:
                found[part.id] = step
        return found

    @cached_property
    def visits(self) -> list[Visit]:
        """What is planned for any day, and what took place and still owes its feedback."""
        return storage.visits(self.database)

    @cached_property
    def untold(self) -> list[Untold]:
        """Voices that are still to be told what happened, each with the day that was promised."""
        return storage.untold(self.database)

    @cached_property
    def not_over(self) -> list[Ended]:
        """Parts that closed not long ago, without a word on what changed or with a look again to be suggested."""
        return ended.not_over(self.database, *self._suggesting)

    @property
    def _suggesting(self) -> tuple[date, date, date]:
        """Since when words on what changed are missed; from when until when a look again is suggested."""
        asked = self.today - timedelta(days=AFTER_DAYS)
        return self.today - YEAR, asked - RESTS, asked + FORTNIGHT

    @cached_property
    def rungs(self) -> Mapping[Stage, str]:
        """What each rung of the ladder is called here."""
        return {rung.stage: rung.called for rung in ladder(self.desk.reader.all(Rung))}
