"""Freezes a letter to one party: what works there, what is asked of it or has come of it, and who else was asked.

Which of a party's parts it is about is chosen by whoever asks for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from scrutineer.domain.activity import Activity, Finding, FindingKind
from scrutineer.domain.challenge import Addressee, Challenge, PartyKind, Status
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.figures import FindingFigure, Letter, LetterKind, LetterPart, Masthead
from scrutineer.domain.organisation import AgencyGroup
from scrutineer.domain.reference import short
from scrutineer.register.challenge_figures import ChallengeFigures, is_told
from scrutineer.register.desk import Desk
from scrutineer.register.parties import Party, whose

STRENGTHS = 5      # as many as are read gladly at the head of a letter
_RECENT = timedelta(days=366)


def letter(
    desk: Desk, telling: ChallengeFigures, masthead: Masthead, addressee_ids: Iterable[str], *, is_closing: bool
) -> Letter:
    """The letter as it may be sent. Raises Invalid."""
    found = [desk.reader.get(Addressee, id_) for id_ in dict.fromkeys(addressee_ids)]
    pairs = [(part, desk.reader.get(Challenge, part.challenge_id)) for part in found]
    if problems := _problems(pairs, is_closing):
        raise Invalid(problems)
    parts = [_part(telling, part, challenge) for part, challenge in pairs]
    names = dict.fromkeys(telling.name(part) for part in found)      # of several former ones none is written to
    return Letter(
        masthead=masthead, frozen_at=desk.record.now(), dated_on=desk.today(),
        to=next(iter(names)) if len(names) == 1 else telling.name(replace(found[0], formerly_id=None)),
        attention=tuple(dict.fromkeys(part.contact_role for part in found if part.contact_role)),
        kind=LetterKind.CLOSING if is_closing else LetterKind.QUESTIONS,
        strengths=_strengths(telling, found[0], desk.today()), parts=tuple(parts),
    )


def recognition(desk: Desk, telling: ChallengeFigures, masthead: Masthead, party: Party) -> Letter:
    """A letter that asks nothing: what was seen to work at a party within the last year. Raises Invalid."""
    strengths = _strengths(telling, party.put_to, desk.today())
    if not strengths:
        nothing = f"No strength seen at {party.name} within the last year is on record, so there is none to tell."
        raise Invalid([Problem("parts", nothing)])
    return Letter(
        masthead=masthead, frozen_at=desk.record.now(), dated_on=desk.today(), to=party.name,
        kind=LetterKind.RECOGNITION, strengths=strengths,
    )


def _problems(pairs: Sequence[tuple[Addressee, Challenge]], is_closing: bool) -> list[Problem]:
    if not pairs:
        return [Problem("parts", "Choose at least one challenge for the letter.")]
    found = []
    if len({whose(part) for part, _ in pairs}) > 1:
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


def _part(telling: ChallengeFigures, part: Addressee, challenge: Challenge) -> LetterPart:
    asked = [
        one for one in telling.parts(challenge)
        if whose(one) != whose(part) and one.status not in {Status.DRAFT, Status.WITHDRAWN}
    ]
    party = telling.party(part)      # what others answered is not for this letter
    return LetterPart(
        challenge=replace(telling.of(challenge), parties=(party,)), party=party,
        others=tuple(telling.name(one) for one in asked),
        others_open=any(not one.status.is_ended for one in asked),
    )


def _strengths(telling: ChallengeFigures, part: Addressee, today: date) -> tuple[FindingFigure, ...]:
    """What was seen to work at a party within the last year, the latest first; for the Partnership, anywhere."""
    theirs = None if part.kind is PartyKind.PARTNERSHIP else _agencies(telling, part)
    return strengths_at(telling, theirs, today)[:STRENGTHS]


def strengths_at(
    telling: ChallengeFigures, theirs: Collection[str] | None, today: date
) -> tuple[FindingFigure, ...]:
    """What was seen to work at these agencies (or anywhere) within the last year, the latest first."""
    activities = {one.id: one for one in telling.shelves.all(Activity) if one.is_done}
    found = []
    for raw in telling.shelves.all(Finding):
        one, activity = raw.for_others(), activities.get(raw.activity_id or "")
        held_on = activity.held_on if activity else None
        is_theirs = theirs is None or not set(one.agency_ids).isdisjoint(theirs)
        is_recent = held_on is not None and today - _RECENT <= held_on <= today
        if one.kind is FindingKind.STRENGTH and one.text.strip() and is_theirs and is_recent and activity:
            found.append(FindingFigure(
                text=one.text, found_on=held_on, activity=activity.title,
                agencies=tuple(telling.names[id_] for id_ in one.agency_ids if id_ in telling.names),
                who_could_use=one.who_could_use, passed_on_to=one.passed_on_to,
            ))
    return tuple(sorted(found, key=lambda one: one.found_on or date.min, reverse=True))


def _agencies(telling: ChallengeFigures, part: Addressee) -> set[str]:
    """The agencies that a party is or is made of."""
    group = telling.shelves.one(AgencyGroup, part.group_id)
    named = (part.agency_id, part.lead_id, *part.agency_ids, *(group.agency_ids if group else ()))
    return {one for one in named if one}
