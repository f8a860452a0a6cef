"""The list of actions as one question answers it: with its party, its challenge, and how often its date moved."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scrutineer.domain.action import ActionStatus, Seen
from scrutineer.domain.challenge import Addressee, PartyKind
from scrutineer.domain.extension import Extension
from scrutineer.domain.lines import ActionLine
from scrutineer.storage.action_lines import action_lines
from scrutineer.storage.record import Record
from tests.factories import TODAY, a_challenge, an_action, an_agency
from tests.storage.conftest import put

LATER = TODAY + timedelta(days=14)


@pytest.fixture
def agreed(record: Record) -> Record:
    """Two parties of one challenge, each with an action."""
    police, icb = an_agency(), an_agency(name="Integrated Care Board", short_name="ICB")
    challenge = a_challenge(id="c", reference="EX-C-2026-004")
    one = Addressee(id="one", challenge_id="c", agency_id=police.id)
    both = Addressee(id="both", challenge_id="c", kind=PartyKind.JOINT, agency_ids=(police.id, icb.id), lead_id=icb.id)
    put(record, police, icb, challenge, one, both)
    return record


def test_what_is_stored_of_an_action_stands_in_its_line(agreed: Record):
    action = an_action(
        id="a", challenge_id="c", addressee_id="one", text="Audit twenty plans.", owner_role="Head of service",
        first_due_on=TODAY, due_on=LATER, status=ActionStatus.DONE, done_on=TODAY, seen=Seen.IN_PART, seen_on=LATER,
    )
    moves = [Extension(action_id="a", old_due_on=TODAY, new_due_on=LATER, why="A vacancy") for _ in range(2)]
    put(agreed, action, *moves)
    assert action_lines(agreed.database) == [ActionLine(
        id="a", kind="action", text="Audit twenty plans.", owner="Head of service", party="Police", challenge_id="c",
        reference="EX-C-2026-004", challenge="Fathers in assessments", first_due_on="2026-11-23", due_on="2026-12-07",
        moves=2, status="done", done_on="2026-11-23", seen="in_part", seen_on="2026-12-07",
    )]  # fmt: skip


def test_those_who_agreed_jointly_are_named_and_what_was_removed_is_left_out(agreed: Record):
    gone = an_action(id="gone", challenge_id="c", addressee_id="one")
    put(agreed, an_action(id="a", challenge_id="c", addressee_id="both"), gone)
    with agreed.gate.act() as act:
        act.remove(gone)
    (line,) = action_lines(agreed.database)
    assert line.party == "ICB (lead) with Police"


def test_an_action_of_nobody_is_listed_all_the_same(record: Record):
    put(record, an_action(text="Old action from a log."))
    (line,) = action_lines(record.database)
    assert (line.party, line.reference, line.challenge, line.moves) == ("", "", "", 0)


def test_a_long_text_is_read_only_as_far_as_a_list_shows_it(record: Record):
    put(record, an_action(text="word " * 1000))
    (line,) = action_lines(record.database)
    assert len(line.text) == 400
