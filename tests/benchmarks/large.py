"""A large record for the benchmarks: ten thousand challenges, three parties each, most of them long closed.

Parties are of every kind, most of them single agencies; what an open part has come to follows from its status.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, PartyKind, Priority, Status
from scrutineer.domain.entity import Entity
from scrutineer.domain.organisation import Agency, AgencyGroup, Body, Partnership, Scrutineer
from scrutineer.register.register import Register

PASSPHRASE = "otter lantern gravel teapot"
CHALLENGES = 10_000
PARTIES = 3          # to each challenge: thirty thousand in all
OPEN_EVERY = 40      # one in forty is open: 250 at a time, six times what a busy year has
AT_ONCE = 1_000      # challenges in one act, so that the largest record needs no more memory than this one
TODAY = date(2026, 11, 23)

_OPEN = (Status.RAISED, Status.ACKNOWLEDGED, Status.RESPONDED, Status.ACTION_AGREED, Status.TESTING_IMPACT)
_WORDS = "Of twenty-two plans I read, five showed it. " * 4


class Known(NamedTuple):
    """Those to whom a challenge can be put."""

    agencies: list[Agency]
    group: AgencyGroup
    body: Body


def write(path: Path, challenges: int = CHALLENGES) -> None:
    """Write the record through the register's own gate; with ten times the challenges, ten times the record."""
    register = Register.begin(
        path, PASSPHRASE, Partnership(name="Exampleshire Safeguarding Children Partnership", short_code="EX"),
        Scrutineer(name="The Scrutineer"), today=lambda: TODAY,
    )
    with register.desk.act() as act:
        agencies = [act.put(Agency(name=f"Agency number {n}", short_name=f"A{n}")) for n in range(30)]
        districts = AgencyGroup(name="The districts", agency_ids=tuple(one.id for one in agencies[:4]))
        known = Known(agencies, act.put(districts), act.put(Body(name="Executive Group")))
    for start in range(0, challenges, AT_ONCE):
        with register.desk.act() as act:
            for number in range(start, min(start + AT_ONCE, challenges)):
                for entity in _challenge(number, known):
                    act.put(entity)
    register.close()


def _challenge(number: int, known: Known) -> Iterator[Entity]:
    """One challenge, its parties and their actions."""
    is_open = number % OPEN_EVERY == 0
    status = _OPEN[number // OPEN_EVERY % len(_OPEN)] if is_open else Status.CLOSED
    raised_on = TODAY - timedelta(days=number % 2900 + 5)
    ended = None if is_open else raised_on + timedelta(days=90)
    level = None if is_open else ImpactLevel.PROCESS_CHANGED
    challenge = Challenge(
        reference=f"EX-C-{raised_on.year}-{number:05d}", title=f"How does the partnership know, question {number}?",
        text=_WORDS, what_works="Interviews are offered in time.", forum="Executive Group",
        priority=tuple(Priority)[number % 3], raised_on=raised_on, status=status, impact_level=level, closed_on=ended,
    )
    yield challenge
    due_on = raised_on + timedelta(days=28)
    for place in range(PARTIES):
        part = Addressee(
            challenge_id=challenge.id, place=place, status=status, first_due_on=due_on, due_on=due_on,
            impact_level=level, outcome=None if is_open else Outcome.PROCESS_CHANGED_ONLY, closed_on=ended,
            answered_on=raised_on if status is Status.RESPONDED else None, what_changed="" if is_open else "A form.",
            test_on=TODAY if status is Status.TESTING_IMPACT else None, **_party(number * PARTIES + place, known),
        )
        yield part
        if status is Status.ACTION_AGREED or (status is Status.CLOSED and number % 10 == 1):
            yield _action(part, known.agencies[0])


def _party(number: int, known: Known) -> dict[str, Any]:
    """To whom one part is put: of twenty parts fifteen to one agency, two jointly, and one of each other kind."""
    agencies, kind = known.agencies, number % 20
    one, other = (agencies[(number + step) % len(agencies)].id for step in (0, 7))
    if kind in {3, 13}:
        return {"kind": PartyKind.JOINT, "agency_ids": (one, other), "lead_id": one if kind == 3 else None}
    others: dict[int, dict[str, Any]] = {
        5: {"kind": PartyKind.GROUP, "group_id": known.group.id},
        10: {"kind": PartyKind.BODY, "body_id": known.body.id},
        15: {"kind": PartyKind.PARTNERSHIP},
    }  # fmt: skip
    return others.get(kind, {"agency_id": one})


def _action(part: Addressee, agency: Agency) -> Action:
    done_on = part.closed_on
    return Action(
        challenge_id=part.challenge_id, addressee_id=part.id, agency_id=part.agency_id or agency.id,
        text="Audit twenty cases for this.", owner_role="Head of service", first_due_on=part.due_on,
        due_on=part.due_on, status=ActionStatus.DONE if done_on else ActionStatus.OPEN, done_on=done_on,
    )  # fmt: skip
