"""Freezes the page about one agency: its own parts and those of its services, alone, jointly or as one of a group."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from scrutineer.domain.agency_figures import AgencyFigures, PromiseFigure
from scrutineer.domain.challenge import Addressee, Challenge, Status
from scrutineer.domain.figures import LetterPart, Masthead
from scrutineer.domain.note import Undertaking
from scrutineer.domain.organisation import Agency, AgencyGroup, AgencySuccession
from scrutineer.register.challenge_figures import ChallengeFigures, is_told
from scrutineer.register.desk import Desk
from scrutineer.register.letters import strengths_at

A_YEAR = timedelta(days=366)


def agency_page(desk: Desk, telling: ChallengeFigures, masthead: Masthead, agency_id: str) -> AgencyFigures:
    """The page of one agency as of today. Raises NotFound."""
    agency = desk.reader.get(Agency, agency_id)
    within = [one for one in telling.shelves.all(Agency) if one.parent_id == agency.id]
    whole = {agency.id, *(one.id for one in within)}
    today = desk.today()
    since = today - A_YEAR
    parts = [
        part_figure(telling, part, challenge)
        for challenge in telling.shelves.all(Challenge) if is_told(challenge)
        for part in telling.parts(challenge) if concerns(telling, part, whole) and _is_told_of(part, since)
    ]
    open_promises = [one for one in desk.reader.all(Undertaking, done_on=None) if one.agency_id in whole]
    before = telling.shelves.of(AgencySuccession, "successor_id", agency.id)
    return AgencyFigures(
        masthead=masthead, frozen_at=desk.record.now(), dated_on=today, agency=agency.called, in_full=agency.name,
        formerly=tuple(telling.names.get(one.predecessor_id or "", "") for one in before),
        services=tuple(one.called for one in within), since=since,
        strengths=strengths_at(telling, whole, today), parts=tuple(sorted(parts, key=_in_order)),
        actions=tuple(one for part in parts for one in part.party.actions if not part.party.status.is_ended),
        promises=tuple(map(promise_figure, open_promises)),
    )


def concerns(telling: ChallengeFigures, part: Addressee, whole: Collection[str]) -> bool:
    """Whether a part is theirs, alone, jointly or as one of a group."""
    group = telling.shelves.one(AgencyGroup, part.group_id)
    theirs = {part.agency_id, *part.agency_ids, *(group.agency_ids if group else ())}
    return not theirs.isdisjoint(whole)


def _is_told_of(part: Addressee, since: date) -> bool:
    """Whether it is open, or ended within the year; what was withdrawn asks nothing and is thanked for nothing."""
    if part.status in {Status.DRAFT, Status.WITHDRAWN}:
        return False
    return not part.status.is_ended or (part.closed_on is not None and part.closed_on >= since)


def part_figure(telling: ChallengeFigures, part: Addressee, challenge: Challenge) -> LetterPart:
    """One part as its own party may read it: with nothing that others answered."""
    party = telling.party(part)
    others = [one for one in telling.parts(challenge) if one.id != part.id and one.status is not Status.WITHDRAWN]
    return LetterPart(
        challenge=replace(telling.of(challenge), parties=(party,)), party=party,
        others=tuple(map(telling.name, others)), others_open=any(not one.status.is_ended for one in others),
    )


def _in_order(part: LetterPart) -> tuple[bool, date, str]:
    """What is open stands first, the earliest due before the others; of what ended the latest."""
    party = part.party
    if party.status.is_ended:
        return True, date.max - ((party.closed_on or date.min) - date.min), part.challenge.reference
    return False, party.due_on or date.max, part.challenge.reference


def promise_figure(one: Undertaking) -> PromiseFigure:
    """One promise of the scrutineer’s, as it may be printed."""
    told = one.for_others()
    return PromiseFigure(text=told.text, to_whom=told.to_whom, due_on=told.due_on)
