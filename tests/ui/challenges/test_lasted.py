"""The re-tests of a part: what is planned, suggested and found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrutineer.domain.challenge import Priority
from scrutineer.domain.retest import RetestResult
from scrutineer.ui.challenges.detail import ChallengeDetail
from tests.factories import TODAY
from tests.ui.challenges.room import Room, chips, press, show, steps


def test_nothing_is_said_where_nothing_is_planned_or_suggested(room: Room, detail: ChallengeDetail):
    (part,) = room.closed()
    assert "Did it last?" not in show(room, detail, part)


def test_a_look_again_is_suggested_where_it_matters_most(room: Room, detail: ChallengeDetail):
    (part,) = room.closed(priority=Priority.URGENT, on=TODAY)
    words = show(room, detail, part)
    assert "A look again is suggested for about 22 May 2027, because it was urgent." in words


def test_what_is_planned_can_be_recorded_and_changed(room: Room, detail: ChallengeDetail):
    (part,) = room.closed()
    planned = room.register.retests.plan(part.id, date(2027, 1, 11), 1.5, "Ten again.")
    words = show(room, detail, part)
    assert "Look again on 11 Jan 2027 · 1.5 days" in words
    assert "Ten again." in words
    assert "Record the re-test" in steps(detail), "its day has not come, so it does not stand out"
    asked: list[tuple[str, str]] = []
    detail.asked.connect(lambda code, id_: asked.append((code, id_)))
    press(detail, "step-record_retest")
    press(detail, "step-change_retest")
    assert asked == [("record_retest", planned.id), ("change_retest", planned.id)]
    room.register.retests.save(replace(planned, planned_on=date(2026, 11, 16)))
    assert "To look again since 16 Nov 2026 · 1.5 days" in show(room, detail, part)


def test_what_was_found_is_a_plain_step_and_its_words(room: Room, detail: ChallengeDetail):
    (part,) = room.closed()
    planned = room.register.retests.plan(part.id, TODAY)
    found = room.register.retests.record(planned.id, RetestResult.PARTLY, TODAY, "Six of ten.")
    words = show(room, detail, part)
    assert "looked on 23 Nov 2026" in words
    assert "Six of ten." in words
    assert "Partly sustained" in chips(detail)
    room.register.retests.save(replace(found, private=("words",)))
    assert "What I saw · private to me" in show(room, detail, part)
