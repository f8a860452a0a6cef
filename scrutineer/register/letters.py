"""Freezes a letter to one party: what works there, what is asked of it or has come of it, and who else was asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from scrutineer.domain.activity import Activity, Finding, FindingKind
from scrutineer.domain.challenge import Addressee, Challenge, PartyKind, Status
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.figures import FindingFigure, Letter, LetterPart, Masthead
from scrutineer.domain.organisation import AgencyGroup
from scrutineer.domain.reference import short
from scrutineer.register.challenge_figures import ChallengeFigures, is_told
from scrutineer.register.desk import Desk

STRENGTHS = 5      # as many as are read gladly at the head of a letter
_RECENT = timedelta(days=366)


def parts_with(desk: Desk, agency_id: str, ended_since: date | None = None) -> list[str]:
    """The parts that a letter to an agency itself is about: those that await its answer, the earliest due first;
    or those that ended on a day or later.
    """
    told = {one.id for one in desk.reader.all(Challenge) if is_told(one)}
    parts = desk.reader.all(Addressee, kind=PartyKind.AGENCY, agency_id=agency_id)
    mine = sorted((one for one in parts if one.challenge_id in told), key=lambda one: one.due_on or date.max)
    if ended_since is None:
        return [one.id for one in mine if one.status.awaits_answer]
    return [one.id for one in mine if one.status.is_ended and one.closed_on and one.closed_on >= ended_since]


def letter(
    desk: Desk, telling: ChallengeFigures, masthead: Masthead, addressee_ids: Iterable[str], *, is_closing: bool
) -> Letter:
    """The letter as it may be sent. Raises Invalid."""
    found = [desk.reader.get(Addressee, id_) for id_ in dict.fromkeys(addressee_ids)]
    pairs = [(part, desk.reader.get(Challenge, part.challenge_id)) for part in found]
    if problems := _problems(pairs, is_closing):
        raise Invalid(problems)
    parts = [_part(telling, part, challenge) for part, challenge in pairs]
    return Letter(
        masthead=masthead, frozen_at=desk.record.now(), dated_on=desk.today(), to=telling.name(found[-1]),
        attention=tuple(dict.fromkeys(part.contact_role for part in found if part.contact_role)),
        is_closing=is_closing, strengths=_strengths(telling, found[0], desk.today()), parts=tuple(parts),
    )


def _problems(pairs: Sequence[tuple[Addressee, Challenge]], is_closing: bool) -> list[Problem]:
    if not pairs:
        return [Problem("parts", "Choose at least one challenge for the letter.")]
    found = []
    if len({_whose(part) for part, _ in pairs}) > 1:
        found.append(Problem("parts", "A letter goes to one party: choose challenges to the same one."))
    for part, challenge in pairs:
        reference = short(challenge.reference)
        if not is_told(challenge):
            found.append(Problem("parts", f"{reference} is a draft or for you alone, and goes into no letter."))
        elif part.status is Status.DRAFT:
            found.append(Problem("parts", f"{reference} has not been put to this party."))
        elif is_closing and not part.status.is_ended:
            found.append(Problem("parts", f"{reference} has not ended for this party: it is “{part.status.label}”."))
        elif not is_closing and part.status.is_ended:
            found.append(Problem("parts", f"{reference} has ended for this party; write a closing letter about it."))
    return found


def _whose(part: Addressee) -> tuple[object, ...]:
    """What is the same in all parts of one party."""
    together = frozenset(part.agency_ids) if part.kind is PartyKind.JOINT else frozenset()
    agency_id = part.agency_id if part.kind is PartyKind.AGENCY else None
    return part.kind, agency_id, together, part.group_id, part.body_id


def _part(telling: ChallengeFigures, part: Addressee, challenge: Challenge) -> LetterPart:
    asked = [
        one for one in telling.parts(challenge)
        if _whose(one) != _whose(part) and one.status not in {Status.DRAFT, Status.WITHDRAWN}
    ]
    party = telling.party(part)      # what others answered is not for this letter
    return LetterPart(
        challenge=replace(telling.of(challenge), parties=(party,)), party=party,
        others=tuple(telling.name(one) for one in asked),
        others_open=any(not one.status.is_ended for one in asked),
    )


def _strengths(telling: ChallengeFigures, part: Addressee, today: date) -> tuple[FindingFigure, ...]:
    """What was seen to work at a party within the last year, the latest first; for the Partnership, anywhere."""
    activities = {one.id: one for one in telling.shelves.all(Activity) if one.is_done}
    theirs = _agencies(telling, part)
    found = []
    for raw in telling.shelves.all(Finding):
        one, activity = raw.for_others(), activities.get(raw.activity_id or "")
        held_on = activity.held_on if activity else None
        is_theirs = part.kind is PartyKind.PARTNERSHIP or bool(theirs & set(one.agency_ids))
        is_recent = held_on is not None and today - _RECENT <= held_on <= today
        if one.kind is FindingKind.STRENGTH and one.text.strip() and is_theirs and is_recent and activity:
            found.append(FindingFigure(
                text=one.text, found_on=held_on, activity=activity.title,
                agencies=tuple(telling.names[id_] for id_ in one.agency_ids if id_ in telling.names),
                who_could_use=one.who_could_use, passed_on_to=one.passed_on_to,
            ))
    return tuple(sorted(found, key=lambda one: one.found_on or date.min, reverse=True)[:STRENGTHS])


def _agencies(telling: ChallengeFigures, part: Addressee) -> set[str | None]:
    """The agencies that a party is or is made of."""
    group = telling.shelves.one(AgencyGroup, part.group_id)
    return {part.agency_id, part.lead_id, *part.agency_ids, *(group.agency_ids if group else ())} - {None}
