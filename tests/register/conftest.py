"""An invented partnership in a record of its own, on one fixed Monday, with a key that is quick to derive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, Position
from scrutineer.domain.errors import Invalid
from scrutineer.domain.organisation import Agency, AgencyKind, Body, Meeting, PartnerStatus, ReportingPeriod
from scrutineer.domain.reply import Reply
from scrutineer.register.register import Register
from scrutineer.register.replies import Answer
from scrutineer.storage import key
from tests.factories import MOMENT, TODAY, a_partnership, a_scrutineer

PASSPHRASE = "three invented words"
Periods = tuple[ReportingPeriod, ReportingPeriod]
WORDS = "How do you know that return-home interviews change plans? Of 22 plans, 5 showed one."


class Begun(NamedTuple):
    """What every record here begins with."""

    path: Path
    la: Agency
    police: Agency
    icb: Agency
    district: Agency
    body: Body
    meeting: Meeting

    @property
    def partners(self) -> tuple[str, str, str]:
        """The ids of the three statutory partners."""
        return self.la.id, self.police.id, self.icb.id


@pytest.fixture(autouse=True)
def _quick_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key, "ROUNDS", 1)


@pytest.fixture
def begun(tmp_path: Path) -> Begun:
    """The agencies, body and meeting of the record in `register`."""
    statutory, body = PartnerStatus.STATUTORY, Body(name="Executive Group")
    return Begun(
        tmp_path / "example.scrutiny",
        Agency(name="Exampleshire Council", short_name="LA", kind=AgencyKind.LOCAL_AUTHORITY, status=statutory),
        Agency(name="Exampleshire Constabulary", short_name="Police", kind=AgencyKind.POLICE, status=statutory),
        Agency(name="Exampleshire Integrated Care Board", short_name="ICB", kind=AgencyKind.ICB, status=statutory),
        Agency(name="Northmoor District", kind=AgencyKind.DISTRICT_COUNCIL),
        body, Meeting(body_id=body.id, held_on=date(2026, 12, 18), papers_due_on=date(2026, 12, 4)),
    )


@pytest.fixture
def register(begun: Begun) -> Iterator[Register]:
    """An open record on Monday 23 November 2026."""
    opened = Register.begin(
        begun.path, PASSPHRASE, a_partnership(), a_scrutineer(), today=lambda: TODAY, now=lambda: MOMENT
    )
    with opened.desk.act() as act:
        for entity in begun[1:]:
            act.put(entity)
    yield opened
    opened.close()


@pytest.fixture
def periods(register: Register) -> Periods:
    """The second and the third quarter of 2026-27; the third is under way."""
    second, third = register.periods.labelled("2026-27-Q2"), register.periods.labelled("2026-27-Q3")
    assert second
    assert third
    return second, third


@pytest.fixture
def put(register: Register, begun: Begun) -> Callable[..., Any]:
    """Put a challenge to the police and the ICB; returns it with its parts."""

    def put(*agency_ids: str, **over: Any) -> tuple[Challenge, list[Addressee]]:
        parties = [Addressee(agency_id=id_) for id_ in agency_ids or begun.partners[1:]]
        challenge = register.challenges.put_to(Challenge(**{"title": "", "text": WORDS} | over), parties)
        return challenge, register.challenges.parts(challenge.id)

    return put


@pytest.fixture
def answer(register: Register) -> Callable[..., Addressee]:
    """Have a part answered today."""

    def answer(part: Addressee, text: str = "We have looked.") -> Addressee:
        reply = Reply(received_on=TODAY, text=text)
        register.replies.record(reply, {part.id: Answer(Position.ACCEPTED)})
        return register.challenges.part(part.id)

    return answer


def close(register: Register, part: Addressee, **over: Any) -> Addressee:
    """Close a part straight after its answer, with a reason that stands in for evidence."""
    facts = {"outcome": Outcome.ASSURED_NO_CHANGE_NEEDED, "level": ImpactLevel.REPLY_ONLY,
             "what_changed": "They explained who chairs it.", "on": TODAY, "stands_in": "They named the chair."}
    return register.courses.close(part.id, **facts | over)


def refused(verb: Callable[..., object], *args: object, **kwargs: object) -> dict[str, str]:
    """The problems with which a verb refuses: each field and its sentence."""
    with pytest.raises(Invalid) as refusal:
        verb(*args, **kwargs)
    return dict(refusal.value.problems)
