"""A large record for the benchmarks: ten thousand challenges, two parties each, most of them long closed."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, Priority, Status
from scrutineer.domain.organisation import Agency, Partnership, Scrutineer
from scrutineer.register.register import Register

PASSPHRASE = "otter lantern gravel teapot"
CHALLENGES = 10_000
OPEN_EVERY = 40      # one in forty is open: 250 at a time, six times what a busy year has
TODAY = date(2026, 11, 23)

_OPEN = (Status.RAISED, Status.ACKNOWLEDGED, Status.RESPONDED, Status.ACTION_AGREED, Status.TESTING_IMPACT)


def write(path: Path, challenges: int = CHALLENGES) -> None:
    """Write the record through the register's own gate, in one act."""
    register = Register.begin(
        path, PASSPHRASE, Partnership(name="Exampleshire Safeguarding Children Partnership", short_code="EX"),
        Scrutineer(name="The Scrutineer"), today=lambda: TODAY,
    )
    with register.desk.act() as act:
        agencies = [act.put(Agency(name=f"Agency number {n}", short_name=f"A{n}")) for n in range(30)]
        for number in range(challenges):
            challenge, parts = _challenge(number, agencies)
            act.put(challenge)
            for part in parts:
                act.put(part)
    register.close()


def _challenge(number: int, agencies: list[Agency]) -> tuple[Challenge, list[Addressee]]:
    is_open = number % OPEN_EVERY == 0
    status = _OPEN[number // OPEN_EVERY % len(_OPEN)] if is_open else Status.CLOSED
    raised_on = TODAY - timedelta(days=number % 2900 + 5)
    ended = None if is_open else raised_on + timedelta(days=90)
    level = None if is_open else ImpactLevel.PROCESS_CHANGED
    challenge = Challenge(
        reference=f"EX-C-{raised_on.year}-{number:05d}", title=f"How does the partnership know, question {number}?",
        text="Of twenty-two plans I read, five showed it. " * 4, what_works="Interviews are offered in time.",
        priority=tuple(Priority)[number % 3], raised_on=raised_on, status=status, impact_level=level, closed_on=ended,
        forum="Executive Group",
    )
    parts = [
        Addressee(
            challenge_id=challenge.id, agency_id=agencies[(number + place) % len(agencies)].id, place=place,
            status=status, first_due_on=raised_on + timedelta(days=28), due_on=raised_on + timedelta(days=28),
            impact_level=level, outcome=None if is_open else Outcome.PROCESS_CHANGED_ONLY, closed_on=ended,
            answered_on=raised_on if status is Status.RESPONDED else None, what_changed="" if is_open else "A form.",
            test_on=TODAY if status is Status.TESTING_IMPACT else None,
        )
        for place in range(2)
    ]
    return challenge, parts

