"""“Did it last?”: planned against the year's budget, recorded, and reopened where it did not last."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.challenge import ImpactLevel, Outcome, Priority, Status
from scrutineer.domain.organisation import Appointment
from scrutineer.domain.retest import RetestResult
from scrutineer.ui.challenges import retest
from scrutineer.ui.widgets.form_sheet import FormSheet
from tests.factories import TODAY
from tests.ui.challenges.room import Room, choose, fill, on_sheet, press, read

IN_WINTER = date(2027, 1, 11)


def test_the_suggested_day_and_half_a_day_are_proposed_and_my_days_stand_against_the_year(room: Room):
    room.register.appointments.save(Appointment(scrutineer_id=room.register.desk.me, days_per_year=20))
    (part,) = room.closed(priority=Priority.URGENT)
    room.register.retests.plan(room.closed()[0].id, IN_WINTER, 1.5)
    seen: list[str] = []

    def act(sheet: FormSheet) -> None:
        seen.append(read(sheet))
        choose(sheet, days=1.0)
        seen.append(read(sheet))
        choose(sheet, planned_on=date(2027, 6, 1))
        seen.append(read(sheet))
        choose(sheet, planned_on=IN_WINTER, plan="Ten again.")
        sheet.save()

    on_sheet(act)
    assert retest.plan(room.tools, room.parent, part.id) == "Police: to look again on 11 Jan 2027."
    assert "A look again is suggested for about 23 Nov 2026, because it was urgent." in seen[0]
    assert "With this one, re-tests take 2 of my 20 days in 2026–27." in seen[0]
    assert "take 2.5 of my 20 days in 2026–27" in seen[1]
    assert "take 1 of my 20 days in 2027–28" in seen[2]
    (planned,) = room.register.retests.of_parts([part.id])
    assert (planned.planned_on, planned.days, planned.plan) == (IN_WINTER, 1.0, "Ten again.")


def test_days_that_are_no_halves_are_refused_beside_the_field(room: Room):
    (part,) = room.closed()
    seen: list[str] = []
    on_sheet(lambda sheet: (fill(days=0.3)(sheet), seen.append(read(sheet))))
    assert retest.plan(room.tools, room.parent, part.id) == ""
    assert "Days are counted in halves" in seen[0]
    assert "re-tests take 0.5 of my days in 2026–27" in seen[0], "no budget is recorded"


def test_a_plan_changes_and_its_own_days_are_counted_once(room: Room):
    (part,) = room.closed()
    planned = room.register.retests.plan(part.id, IN_WINTER, 1.0)
    seen: list[str] = []
    on_sheet(lambda sheet: (seen.append(read(sheet)), fill(planned_on=date(2027, 2, 1))(sheet)))
    assert retest.change(room.tools, room.parent, planned.id) == "To look again on 1 Feb 2027."
    assert "re-tests take 1 of my days in 2026–27" in seen[0]
    assert room.register.retests.get(planned.id).planned_on == date(2027, 2, 1)


def test_what_was_found_is_recorded_and_a_difference_that_lasted_is_sustained(room: Room):
    (part,) = room.closed()
    planned = room.register.retests.plan(part.id, TODAY)
    on_sheet(fill(result=RetestResult.SUSTAINED, words="Nine of ten again."))
    assert retest.record(room.tools, room.parent, planned.id) == "Police: sustained."
    assert room.part(part).impact_level is ImpactLevel.SUSTAINED


def test_what_is_missing_stands_beside_its_field(room: Room):
    (part,) = room.closed()
    planned = room.register.retests.plan(part.id, TODAY)
    seen: list[str] = []
    on_sheet(lambda sheet: (fill(done_on=None)(sheet), seen.append(read(sheet))))
    assert retest.record(room.tools, room.parent, planned.id) == ""
    assert "Say whether it lasted." in seen[0]
    assert "Give the day on which you looked." in seen[0]
    assert "It was closed on 12 May 2026: A difference was seen, 4 Difference to children." in seen[0]


def test_what_did_not_last_can_be_reopened_at_once(room: Room):
    (part,) = room.closed()
    planned = room.register.retests.plan(part.id, TODAY)
    on_sheet(fill(result=RetestResult.NOT_SUSTAINED, words="Three of ten."))
    assert retest.record(room.tools, room.parent, planned.id) == ""
    assert room.said == ["Police: not sustained."]
    on_sheet(fill(reopened_because="Three of ten."))
    assert room.said.then is not None
    room.said.then()
    assert room.said[-1] == "Police is asked again."
    assert room.part(part).status is Status.RAISED


def test_evidence_can_be_linked_from_there(room: Room):
    (part,) = room.closed()
    planned, seen = room.register.retests.plan(part.id, TODAY), room.seen("Eight of ten, a year later.")
    said: list[str] = []

    def act(sheet: FormSheet) -> None:
        on_sheet(fill(picked={seen.id: "it lasted"}))
        press(sheet, "link-evidence")
        said.append(read(sheet))

    on_sheet(act)
    retest.record(room.tools, room.parent, planned.id)
    assert "1 piece of evidence linked." in said[0]
    assert [one.source_id for one in room.register.evidence.links_of(part.id)][-1] == seen.id


def test_what_had_changed_is_not_said_twice_where_the_ending_and_the_level_have_one_word(room: Room):
    seen, (part,) = room.seen(), room.under_test()
    room.register.evidence.link(part, seen)
    room.register.courses.close(
        part.id, Outcome.PRACTICE_CHANGE_EVIDENCED, ImpactLevel.PRACTICE_CHANGED, "They read them.", date(2026, 5, 12)
    )
    planned = room.register.retests.plan(part.id, TODAY)
    words: list[str] = []
    on_sheet(lambda sheet: words.append(read(sheet)))
    retest.record(room.tools, room.parent, planned.id)
    assert "It was closed on 12 May 2026: 3 Practice changed." in words[0]
