"""The page of Today, put together from its cards; after a change only those that it concerns are read again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from scrutineer.domain.action import Action
from scrutineer.domain.activity import Activity, Finding
from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.domain.entity import Entity
from scrutineer.domain.escalation import EscalationStep, Rung
from scrutineer.domain.evidence import Evidence, EvidenceLink
from scrutineer.domain.extension import Extension
from scrutineer.domain.learning import Adoption, VoiceEntry
from scrutineer.domain.note import Note, Undertaking
from scrutineer.domain.organisation import (
    Agency,
    AgencyGroup,
    AgencySuccession,
    Appointment,
    Body,
    Meeting,
    Partnership,
    Scrutineer,
)
from scrutineer.domain.paper import Paper
from scrutineer.domain.plan import TimeEntry
from scrutineer.domain.reply import Response
from scrutineer.domain.retest import Retest
from scrutineer.domain.update import ProgressUpdate
from scrutineer.register.desk import Desk
from scrutineer.register.today.awaited import awaited
from scrutineer.register.today.coming import fortnight
from scrutineer.register.today.good_news import worth_passing_on
from scrutineer.register.today.loose_ends import loose_ends
from scrutineer.register.today.morning import Morning
from scrutineer.register.today.needs_me import needs_me
from scrutineer.register.today.rows import Rows, Today
from scrutineer.register.today.to_test import to_test
from scrutineer.storage.today import has_any

_READ: Mapping[str, Callable[[Morning], Rows]] = {
    "needs_me": needs_me, "worth_passing_on": worth_passing_on, "awaited": awaited, "fortnight": fortnight,
    "to_test": to_test, "loose_ends": loose_ends,
}  # fmt: skip

_NAMED: tuple[type[Entity], ...] = (Agency, AgencyGroup, Body)
_PUT: tuple[type[Entity], ...] = (Challenge, Addressee)
_MADE_OF: Mapping[str, tuple[type[Entity], ...]] = {
    "needs_me": (*_NAMED, *_PUT, Response, Action, EscalationStep, Rung, Activity, Undertaking, Finding, VoiceEntry),
    "worth_passing_on": (Agency, Activity, Finding, Adoption, Challenge, Retest),
    "awaited": (*_NAMED, *_PUT, Action, EscalationStep, Rung, Note),
    "fortnight": (Agency, Activity, Meeting, Body, Paper, Finding, VoiceEntry),
    "to_test": (*_NAMED, *_PUT, Retest, Activity, TimeEntry, Appointment),
    "loose_ends": (*_NAMED, *_PUT, Response, Action, Extension, EvidenceLink, Evidence, Finding, ProgressUpdate, Retest,
                   AgencySuccession, Activity, Appointment, Scrutineer, Partnership),
}  # fmt: skip
KINDS = {code: frozenset(cls.KIND for cls in made_of) for code, made_of in _MADE_OF.items()}


class TodayPage:
    """Reads the page from the record as it is."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self) -> Today:
        """The page as of today."""
        return Today(**self.cards(_READ))

    def cards(self, codes: Collection[str]) -> dict[str, Rows]:
        """Some cards of the page, by their codes, which are the names of `Today`'s fields."""
        morning = Morning(self._desk)
        return {code: _READ[code](morning) for code in codes}

    def in_parts(self, codes: Collection[str]) -> Iterator[dict[str, Rows]]:
        """The same cards one by one, for a record so long that the page takes longer than anybody waits.

        What they share comes first, a question at a time: those parts hold no card yet. Between two parts no question
        is open; when something was written meanwhile, whoever reads begins again.
        """
        morning = Morning(self._desk)
        for _ in morning.shared():
            yield {}
        for code in codes:
            yield {code: _READ[code](morning)}

    def is_begun(self, kind: str) -> bool:
        """Whether the record holds anything of a kind, such as `agency`."""
        return has_any(self._desk.record.database, kind)


def concerned(kinds: Collection[str]) -> list[str]:
    """The codes of the cards that a change in these kinds of record concerns, in their order."""
    return [code for code, made_of in KINDS.items() if not made_of.isdisjoint(kinds)]
