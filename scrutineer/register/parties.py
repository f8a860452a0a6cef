"""Whom a challenge can be put to and a letter can be written to, found by name, with what is open or ended there.

An agency, several jointly, a group, a body or the Partnership are all parties. What a letter says of them is
none of its business.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from scrutineer.domain.challenge import Addressee, Challenge, PartyKind, Status
from scrutineer.domain.errors import ScrutineerError
from scrutineer.domain.organisation import Agency, AgencyGroup, Body
from scrutineer.domain.reference import short
from scrutineer.domain.text import listed
from scrutineer.register.challenge_figures import is_told
from scrutineer.register.challenges import Challenges
from scrutineer.register.desk import Desk

LATELY = timedelta(days=91)      # what ended within it is thanked for, unless challenges are named
_OFFERED = 6                     # as many names as one reads in a sentence


class Party(NamedTuple):
    """One party: what it is called, its name in full where that is another, and how a challenge is put to it."""

    name: str
    in_full: str
    put_to: Addressee


class Parties:
    """Everybody who can be written to."""

    def __init__(self, desk: Desk, challenges: Challenges) -> None:
        self._desk = desk
        self._challenges = challenges

    def all(self) -> list[Party]:
        """Agencies, groups and bodies, the Partnership, and those to whom something was put jointly."""
        read = self._desk.reader.all
        found = [(Addressee(agency_id=one.id), one.name) for one in read(Agency)]
        found += [(Addressee(kind=PartyKind.GROUP, group_id=one.id), one.name) for one in read(AgencyGroup)]
        found += [(Addressee(kind=PartyKind.BODY, body_id=one.id), one.name) for one in read(Body)]
        found.append((Addressee(kind=PartyKind.PARTNERSHIP), ""))
        jointly = {whose(part): _as_put(part) for part in read(Addressee, kind=PartyKind.JOINT)}
        found += [(put_to, "") for put_to in jointly.values()]
        names = self._desk.names()
        return [Party(self._challenges.party_name(put_to, names), in_full, put_to) for put_to, in_full in found]

    def of(self, part: Addressee) -> Party:
        """The party of a part, under the name it has now."""
        put_to = _as_put(part)
        return Party(self._challenges.party_name(put_to), "", put_to)

    def at(self, id_: str) -> tuple[Party, Addressee | None]:
        """The party of the part with this id, and that part; or the agency with this id. Raises NotFound."""
        part = self._desk.reader.find(Addressee, id_)
        return self.of(part or Addressee(agency_id=self._desk.reader.get(Agency, id_).id)), part

    def named(self, name: str) -> Party:
        """The party with this name, in full, in short or in part, whatever its capitals.

        Raises ScrutineerError when there is none, or more than one.
        """
        return self._named(name, self.all())

    def agency_named(self, name: str) -> Agency:
        """The agency or service with this name; those of former days are known too. Raises as `named` does."""
        found = self._named(name, [one for one in self.all() if one.put_to.kind is PartyKind.AGENCY])
        return self._desk.reader.get(Agency, found.put_to.agency_id)

    def _named(self, name: str, everybody: Sequence[Party]) -> Party:
        wanted = _folded(name)
        found = [one for one in everybody if wanted in (_folded(one.name), _folded(one.in_full))] if wanted else []
        if not found and wanted:
            found = [one for one in everybody if wanted in f"{_folded(one.name)}\n{_folded(one.in_full)}"]
        if not found:
            raise ScrutineerError(
                f"There is nobody called “{name}” in this record.",
                "Give the name of an agency, a group or a board, in full, in short or in part.",
            )
        if len(found) > 1:
            names = [one.name for one in found]
            more = [f"{len(names) - _OFFERED} more"] if len(names) > _OFFERED else []
            raise ScrutineerError(f"“{name}” may be {_either([*names[:_OFFERED], *more])}.", "Give more of the name.")
        return found[0]

    def open_with(self, party: Party) -> list[Addressee]:
        """The parts that are open with a party: those that await its answer first, the earliest due of them first."""
        parts = [one for one in self._told(party) if not one.status.is_ended]
        return sorted(parts, key=lambda one: (not one.status.awaits_answer, one.due_on or date.max))

    def ended_with(self, party: Party, since: date | None = None) -> list[Addressee]:
        """The parts of a party that ended, or ended on a day or later; the latest first."""
        parts = [one for one in self._told(party) if one.status.is_ended]
        if since:
            parts = [one for one in parts if one.closed_on and one.closed_on >= since]
        return sorted(parts, key=lambda one: one.closed_on or date.min, reverse=True)

    def to_write_about(self, party: Party, references: Sequence[str] = (), *, is_closing: bool = False) -> list[str]:
        """The ids of a party's parts for one letter: of the challenges named, or else all that are open, or, in a
        closing letter, all that ended lately.

        Raises ScrutineerError when a challenge is unknown or was not put to this party, or when there is none.
        """
        if references:
            return [part.id for one in references for part in self._of_challenge(party, one, is_closing=is_closing)]
        since = self._desk.today() - LATELY
        found = self.ended_with(party, since) if is_closing else self.open_with(party)
        if not found:
            ended = f"Nothing has ended with {party.name} within the last three months."
            advice = "Name the challenges that the letter is about."
            raise ScrutineerError(*((ended, advice) if is_closing else (f"Nothing is open with {party.name}.",)))
        return [one.id for one in found]

    def _of_challenge(self, party: Party, reference: str, *, is_closing: bool) -> list[Addressee]:
        """A party's parts of one challenge: those that fit the letter, or all, for which the letter says why not."""
        wanted = reference.strip().upper()
        challenge = next((one for one in self._desk.reader.all(Challenge)
                          if wanted in (one.reference.upper(), short(one.reference).upper())), None)  # fmt: skip
        if challenge is None:
            raise ScrutineerError(f"There is no challenge “{reference}” in this record.",
                                  "Give its reference as it is printed, such as EX-C-2026-014.")
        parts = self._challenges.parts(challenge.id)
        theirs = [one for one in parts if whose(one) == whose(party.put_to)]
        if not theirs:
            put_to = listed([self._challenges.party_name(one) for one in parts if one.status is not Status.DRAFT])
            raise ScrutineerError(f"{short(challenge.reference)} was not put to {party.name}.",
                                  f"It was put to {put_to}." if put_to else "It is a draft.")
        return [one for one in theirs if one.status.is_ended is is_closing] or theirs

    def _told(self, party: Party) -> list[Addressee]:
        """The parts of a party that were put, of challenges that others may read of."""
        told = {one.id for one in self._desk.reader.all(Challenge) if is_told(one)}
        parts = self._desk.reader.all(Addressee, kind=party.put_to.kind)
        return [one for one in parts if one.challenge_id in told and one.status is not Status.DRAFT
                and whose(one) == whose(party.put_to)]  # fmt: skip


def _as_put(part: Addressee) -> Addressee:
    """A part of this party that has no history yet."""
    return Addressee(
        kind=part.kind, agency_id=part.agency_id, agency_ids=part.agency_ids, lead_id=part.lead_id,
        group_id=part.group_id, body_id=part.body_id,
    )


def whose(part: Addressee) -> tuple[object, ...]:
    """What is the same in all parts of one party, whoever of several leads."""
    together = frozenset(part.agency_ids) if part.kind is PartyKind.JOINT else frozenset()
    agency_id = part.agency_id if part.kind is PartyKind.AGENCY else None
    return part.kind, agency_id, together, part.group_id, part.body_id


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _either(names: Sequence[str]) -> str:
    """`a, b or c`."""
    return f"{', '.join(names[:-1])} or {names[-1]}"
