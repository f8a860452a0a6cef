"""The order of ids alone is the order in which the lines are handed out."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scrutineer.domain.action import ActionStatus
from scrutineer.domain.activity import ActivityStatus, FindingKind
from scrutineer.storage import order
from scrutineer.storage.lines import challenge_lines
from scrutineer.storage.record import Record
from tests.factories import TODAY, a_challenge, a_finding, an_action, an_activity, an_undertaking
from tests.storage.conftest import put

DAYS = [TODAY + timedelta(days=n) for n in range(3)]


def test_challenges_come_as_their_lines_do_and_the_index_answers_without_the_rows(record: Record, monkeypatch):
    put(record, *(
        a_challenge(id=f"c {n}", reference=f"EX-C-{n % 3}", raised_on=day)
        for n, day in enumerate([DAYS[1], None, DAYS[2], DAYS[0], DAYS[1], None])
    ), gone := a_challenge(id="gone"))  # fmt: skip
    with record.gate.act() as act:
        act.remove(gone)
    assert order.challenges(record.database) == ["c 5", "c 1", "c 2", "c 4", "c 0", "c 3"]
    assert [line.id for line in challenge_lines(record.database)] == order.challenges(record.database)
    asked, honest = [], record.database.execute_sql
    monkeypatch.setattr(record.database, "execute_sql", lambda sql, *words: asked.append(sql) or honest(sql, *words))
    order.challenges(record.database)
    plan = [row[3] for row in honest(f"EXPLAIN QUERY PLAN {asked[0]}")]
    assert [step[:35] for step in plan] == ["SCAN challenge USING COVERING INDEX"]


def test_activities_ahead_come_first_the_nearest_on_top_then_the_latest(record: Record):
    ahead = [an_activity(id=f"ahead {n}", status=ActivityStatus.PLANNED, held_on=day)
             for n, day in enumerate([DAYS[1], DAYS[2], DAYS[0]])]
    done = [an_activity(id=f"done {n}", status=ActivityStatus.CARRIED_OUT, held_on=day)
            for n, day in enumerate([DAYS[0], DAYS[2], DAYS[0]])]
    gone = an_activity(id="gone")
    put(record, *done, *ahead, gone)
    with record.gate.act() as act:
        act.remove(gone)
    assert order.activities(record.database) == [
        "ahead 2", "ahead 0", "ahead 1", "done 1", "done 0", "done 2",
    ]


def test_findings_of_the_kinds_asked_for_come_by_the_day_of_their_activity(record: Record):
    visits = [an_activity(id=f"visit {n}", held_on=day) for n, day in enumerate(DAYS)]
    found = [a_finding(id=f"found {n}", activity_id=f"visit {n}", kind=FindingKind.STRENGTH) for n in range(3)]
    alone, concern = a_finding(id="alone", kind=FindingKind.VOICE), a_finding(id="not", kind=FindingKind.CONCERN)
    put(record, *visits, alone, concern, *found)
    kinds = (FindingKind.STRENGTH, FindingKind.VOICE)
    assert order.findings(record.database, kinds) == ["found 2", "found 1", "found 0", "alone"]


@pytest.mark.parametrize("is_kept", [False, True])
def test_what_is_to_do_and_promised_comes_before_what_is_settled_and_kept(record: Record, is_kept):
    put(
        record, a_challenge(id="c"),
        an_action(id="done early", challenge_id="c", status=ActionStatus.DONE, done_on=DAYS[0]),
        an_action(id="done late", challenge_id="c", status=ActionStatus.DONE, done_on=DAYS[2]),
        an_action(id="late", challenge_id="c", due_on=DAYS[2]), an_action(id="any day", challenge_id="c", due_on=None),
        an_action(id="soon", challenge_id="c", due_on=DAYS[0]),
        an_undertaking(id="promised", due_on=DAYS[0], done_on=DAYS[1] if is_kept else None),
    )
    to_do, settled = ["soon", "late", "any day"], ["done late", "done early"]
    expected = [*to_do, *settled, "promised"] if is_kept else [*to_do, "promised", *settled]
    assert order.actions_and_promises(record.database) == expected
