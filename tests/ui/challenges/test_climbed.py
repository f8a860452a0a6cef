"""Escalation as it is told: nothing before stage 1, then in the partnership's own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrutineer.domain.challenge import Outcome, Stage
from scrutineer.domain.escalation import EscalationOutcome, EscalationStep, Rung
from scrutineer.ui.challenges.detail import ChallengeDetail
from tests.factories import TODAY
from tests.ui.challenges.room import Room, chips, press, show, steps

STEPPED = date(2026, 11, 2)


def test_before_stage_one_nothing_is_shown(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put()
    assert "Escalation" not in show(room, detail, part)


def test_each_rung_says_to_whom_since_when_and_by_when_a_reply_is_awaited(room: Room, detail: ChallengeDetail):
    rung = Rung(stage=Stage.AGENCY_LEAD, title="Chief officer", to_whom="The chief", days=5)
    room.register.escalations.save_rung(rung)
    _, (part,) = room.put(raised_on=date(2026, 10, 1))
    step = EscalationStep(stage=Stage.AGENCY_LEAD, stepped_on=STEPPED, document="Letter of 2 November", why="Silence.")
    (taken,) = room.register.escalations.escalate([part.id], step)
    words = show(room, detail, part)
    assert "on 2 Nov 2026 · to the chief · Letter of 2 November · reply awaited since 9 Nov (10 working days)" in words
    assert "Silence." in words
    assert chips(detail).count("Stage 1 · Chief officer") == 2, "of the challenge and of its part"
    asked: list[tuple[str, str]] = []
    detail.asked.connect(lambda code, id_: asked.append((code, id_)))
    press(detail, "step-settle")
    assert asked == [("settle", taken.id)]
    room.register.escalations.settle(taken.id, EscalationOutcome.PARTLY, TODAY, "They will look.")
    words = show(room, detail, part)
    assert "Partly resolved · 23 Nov 2026" in words
    assert "They will look." in words
    assert "reply awaited" not in words
    assert "Note how it ended" not in steps(detail)


def test_only_the_rung_on_which_it_stands_can_be_settled_and_the_newest_comes_first(
    room: Room, detail: ChallengeDetail
):
    _, (part,) = room.put(raised_on=date(2026, 10, 1))
    for stage, day in ((Stage.AGENCY_LEAD, STEPPED), (Stage.EXECUTIVE, TODAY)):
        room.register.escalations.escalate([part.id], EscalationStep(stage=stage, stepped_on=day))
    words = show(room, detail, part)
    assert steps(detail).count("Note how it ended") == 1
    assert "reply awaited, due 7 Dec" in words
    assert "reply was due 16 Nov 2026" in words
    assert chips(detail)[-2:] == ["Stage 2 · executive group", "Stage 1 · agency lead"]


def test_coming_down_is_told_and_private_words_say_that_they_are(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put(raised_on=date(2026, 10, 1))
    up = EscalationStep(stage=Stage.AGENCY_LEAD, stepped_on=STEPPED)
    (taken,) = room.register.escalations.escalate([part.id], up)
    settled = room.register.escalations.settle(taken.id, EscalationOutcome.RESOLVED, TODAY, "Off the record.")
    room.register.escalations.save(replace(settled, private=("words",)))
    down = EscalationStep(stage=Stage.DIRECT, stepped_on=TODAY, why="They answered.")
    room.register.escalations.escalate([part.id], down)
    words = show(room, detail, part)
    assert "brought down on 23 Nov 2026" in words
    assert "Resolved · 23 Nov 2026 · private to me" in words


def test_a_stage_that_was_found_so_is_named_and_an_ended_part_awaits_no_reply(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put()
    room.register.escalations.escalate([part.id], EscalationStep(stage=Stage.AGENCY_LEAD, stepped_on=TODAY))
    room.register.courses.end(part.id, Outcome.NOT_PURSUED, TODAY, because="Small.")
    assert "reply was due 7 Dec 2026" in show(room, detail, part)
    _, (found,) = room.put(title="From the old log")
    with room.register.desk.act() as act:
        act.put(replace(found, stage=Stage.EXECUTIVE))
    assert "Escalation" in show(room, detail, found)
    assert "Stage 2 · executive group" in chips(detail)
