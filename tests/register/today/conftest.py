"""A challenge to the police, and the same record seen on another day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from scrutineer.domain.challenge import Addressee, Challenge, Position
from scrutineer.register.register import Register
from scrutineer.register.replies import Answer
from tests.factories import MOMENT, TODAY, a_reply
from tests.register.conftest import PASSPHRASE, Begun


@pytest.fixture
def part(register: Register, begun: Begun) -> Addressee:
    """The one part of a challenge put to the police ten days ago, due on 21 December."""
    challenge = register.challenges.put_to(
        Challenge(title="", text="Who?", raised_on=TODAY - timedelta(days=10)),
        [Addressee(agency_id=begun.police.id, due_on=date(2026, 12, 21))],
    )
    return register.challenges.parts(challenge.id)[0]


def answered(register: Register, part: Addressee) -> None:
    """Have a part answered today."""
    register.replies.record(a_reply(), {part.id: Answer(Position.ACCEPTED)})


def on(register: Register, day: date, read: Callable[[Any], Any]) -> Any:
    """What the page shows when the same record is opened on another day; `register` is closed by that."""
    path = register.path
    register.close()
    again = Register.open(path, PASSPHRASE, today=lambda: day, now=lambda: MOMENT)
    try:
        return read(again.today_page())
    finally:
        again.close()


def told(rows: Any) -> list[tuple[str, str, str]]:
    """What rows say: title, detail, when."""
    return [(row.title, row.detail, row.when) for row in rows]
