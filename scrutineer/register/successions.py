"""Agencies are renamed, merge, split and are absorbed: one step, and what is open goes to the successor.

What was said and done stays with the agency that said and did it; only open parts, their dates, open
actions, my open promises and the services within it are handed over. A part handed over remembers whose it was.
People go along as dated rows: their time with the agency before ends, and a new row begins with the one after, so
that there is somebody to ring the next day and the record still knows whom one rang before.
An agency that splits may go on: then it keeps all that is not expressly given to those that split off.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, PartyKind, Status
from scrutineer.domain.entity import new_id
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.note import Undertaking
from scrutineer.domain.organisation import Agency, AgencyGroup, AgencySuccession, Change, Contact
from scrutineer.register.desk import Desk
from scrutineer.storage.gate import Act


class HandedOver(NamedTuple):
    """How much a succession hands over: parts, actions, promises, services, people."""

    parts: int
    actions: int
    promises: int
    services: int = 0
    people: int = 0


class StillOpen(NamedTuple):
    """What is open with an agency: parts that have not ended, actions to do, promises not kept, services within it,
    and its people."""

    parts: list[Addressee]
    actions: list[Action]
    promises: list[Undertaking]
    services: list[Agency]
    people: list[Contact]


class Successions:
    """What follows whom."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def open_with(self, agency_id: str) -> StillOpen:
        """What is open with an agency today, and the services within it and its people that have not ended."""
        read = self.desk.reader.all
        open_now = tuple(status for status in Status if not status.is_ended)
        parts = [one for one in read(Addressee, status=open_now) if agency_id in _agencies(one)]
        actions = [one for one in read(Action, agency_id=agency_id) if not one.status.is_settled]
        today = self.desk.today()
        services = [one for one in read(Agency, parent_id=agency_id) if (one.ends_on or today) >= today]
        people = [one for one in read(Contact, agency_id=agency_id) if (one.ends_on or today) >= today]
        return StillOpen(parts, actions, read(Undertaking, agency_id=agency_id, done_on=None), services, people)

    def follow(
        self, before: Sequence[Agency], after: Sequence[Agency], how: Change, on: date | None,
        chosen: Mapping[str, str] | None = None,
    ) -> HandedOver:
        """From a day on, some agencies follow others; those before end the day before. Raises Invalid.

        One that is among `after` too goes on, and keeps what is open with it; what is open with any other goes to
        the first of `after`; save what `chosen` (the id of a part, an action, a promise, a service or a person, and
        of its new agency) says otherwise. A service that follows the agency it was within is one no longer.
        """
        problems = _problems(before, after, on, chosen or {})
        if problems or on is None:
            raise Invalid(problems)
        former, followers = {one.id: one for one in before}, [one.id for one in after]
        handed = HandedOver(0, 0, 0)
        with self.desk.act(f"{how.label} on {on.isoformat()}") as act:
            for agency in after:
                host = former.get(agency.parent_id or "")
                act.put(replace(agency, parent_id=host.parent_id) if host else agency)
            for agency in before:
                if agency.id not in followers:
                    act.put(replace(agency, ends_on=on - timedelta(days=1)))
                for successor in followers:
                    if successor != agency.id:
                        act.put(AgencySuccession(
                            predecessor_id=agency.id, successor_id=successor, how=how, changed_on=on
                        ))
                moved = self._hand_over(act, agency.id, followers, chosen or {}, {*former, *followers}, on)
                handed = HandedOver(*(a + b for a, b in zip(handed, moved, strict=True)))
        return handed

    def _hand_over(
        self, act: Act, old: str, successors: Sequence[str], chosen: Mapping[str, str], concerned: Set[str], on: date
    ) -> HandedOver:
        """Hand over what is open with one agency; a service that is `concerned` itself goes its own way."""
        keeps = old in successors
        new = old if keeps else successors[0]
        found = self.open_with(old)
        whole = (*found.parts, *found.promises, *found.services, *found.people)
        to = {one.id: chosen.get(one.id, new) for one in whole}
        to |= {one.id: chosen.get(one.id, to.get(one.addressee_id or "", new)) for one in found.actions}
        moving = {id_ for id_, agency_id in to.items() if agency_id != old} - concerned
        parts = [act.put(_handed_over(one, old, to[one.id])) for one in found.parts if one.id in moving]
        actions = [act.put(replace(one, agency_id=to[one.id])) for one in found.actions if one.id in moving]
        promises = [act.put(replace(one, agency_id=to[one.id])) for one in found.promises if one.id in moving]
        services = [act.put(replace(one, parent_id=to[one.id])) for one in found.services if one.id in moving]
        for group in [] if keeps else self.desk.reader.all(AgencyGroup):
            if old in group.agency_ids:
                members = _without_repeats(group.agency_ids, old, *successors)
                act.put(replace(group, agency_ids=members, lead_id=new if group.lead_id == old else group.lead_id))
        people = sum(self._goes_along(act, one, to[one.id], on) for one in found.people if one.id in moving)
        return HandedOver(len(parts), len(actions), len(promises), len(services), people)

    def _goes_along(self, act: Act, person: Contact, new: str, on: date) -> bool:
        """Whether a person who serves on that day goes to the agency that follows.

        Where the successor has this person already, only the row before ends. Who comes later comes there at once.
        """
        if person.ends_on and person.ends_on < on:
            return False
        if person.starts_on and person.starts_on >= on:
            act.put(replace(person, agency_id=new))
            return True
        act.put(replace(person, ends_on=on - timedelta(days=1)))
        there = self.desk.reader.all(Contact, agency_id=new)
        if not any(_is_same(one, person) and (one.ends_on or on) >= on for one in there):
            act.put(replace(person, id=new_id(), agency_id=new, starts_on=on, created_at=None, updated_at=None))
        return True


def _is_same(one: Contact, other: Contact) -> bool:
    return one.name.strip().casefold() == other.name.strip().casefold() and one.role == other.role


def _agencies(part: Addressee) -> tuple[str | None, ...]:
    """The agencies that a party is or is made of; what else may be left in its fields names nobody."""
    return {PartyKind.AGENCY: (part.agency_id,), PartyKind.JOINT: part.agency_ids}.get(part.kind, ())


def _problems(
    before: Sequence[Agency], after: Sequence[Agency], on: date | None, chosen: Mapping[str, str]
) -> list[Problem]:
    found = []
    if not before or not after:
        found.append(Problem("successor_id", "Choose the agencies before and after."))
    if on is None:
        found.append(Problem("changed_on", "Give the day from which it is so."))
    elif any(agency.starts_on and agency.starts_on >= on for agency in before):
        found.append(Problem("changed_on", "That day lies before the agency itself began."))
    if {one.id for one in before} == {one.id for one in after}:
        found.append(Problem("successor_id", "Choose two different agencies: before and after."))
    if not set(chosen.values()) <= {one.id for one in after}:
        found.append(Problem("successor_id", "What is open goes to one of the agencies after."))
    return found


def _handed_over(part: Addressee, old: str, new: str) -> Addressee:
    """The part under its new agency; those who answered jointly and became one answer as that one."""
    if part.kind is not PartyKind.JOINT:
        return replace(part, agency_id=new, formerly_id=old)
    together = _without_repeats(part.agency_ids, old, new)
    if len(together) == 1:
        return replace(part, kind=PartyKind.AGENCY, agency_id=new, agency_ids=(), lead_id=None, formerly_id=old)
    return replace(part, agency_ids=together, lead_id=new if part.lead_id == old else part.lead_id, formerly_id=old)


def _without_repeats(ids: Sequence[str], old: str, *new: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for id_ in ids for one in (new if id_ == old else (id_,))))
