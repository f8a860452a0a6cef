"""One action to read: reported and seen side by side, what shows it, its dates; and one promise."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from scrutineer.domain.action import Action, ActionStatus, Seen
from scrutineer.domain.recommendation import Recommendation
from scrutineer.domain.update import ProgressUpdate, Side
from scrutineer.ui.actions.detail import ActionDetail
from tests.factories import TODAY, an_activity, an_agency, an_undertaking
from tests.ui.challenges.room import Room, press, read

DAY = timedelta(days=1)


@pytest.fixture
def action(room: Room) -> Action:
    _, (part,) = room.put(raised_on=TODAY - 60 * DAY)
    room.answer(part, received_on=TODAY - 30 * DAY)
    room.register.courses.agree_action(part.id, [Action(
        text="Audit twenty plans.", owner_role="Head of service", measure="An audit", due_on=TODAY - 6 * DAY
    )])  # fmt: skip
    return room.register.challenges.actions(part.id)[0]


@pytest.fixture
def detail(room: Room, qtbot) -> ActionDetail:
    made = ActionDetail(room.tools, "The action")
    qtbot.addWidget(made)
    made.resize(480, 700)
    made.show()
    return made


def steps(detail: ActionDetail) -> list[str]:
    QApplication.processEvents()
    names = [made.objectName() for made in detail.findChildren(QAbstractButton) if made.isVisibleTo(detail)]
    return [name.removeprefix("step-") for name in names if name.startswith("step-")]


def test_an_action_says_who_what_and_by_when_with_the_neutral_clock(detail: ActionDetail, action: Action):
    detail.show_record(action.id)
    said = read(detail)
    for words in ("Agreed action · Police · Head of service", "Audit twenty plans.", "An audit",
                  "awaited since 17 Nov (4 working days)", "The agency has reported nothing yet.",
                  "You have not noted yet what you saw.", "Are return-home interviews changing plans?"):  # fmt: skip
        assert words in said
    assert steps(detail) == ["reported", "seen", "link_evidence", "move_action", "change_action", "drop", "changes"]


def test_what_is_reported_and_what_i_saw_stand_apart_the_newest_first(room: Room, detail: ActionDetail, action: Action):
    note = room.register.updates.note
    note(ProgressUpdate(action_id=action.id, noted_on=TODAY - 3 * DAY, status=ActionStatus.IN_PROGRESS, text="Half."))
    note(ProgressUpdate(action_id=action.id, noted_on=TODAY, status=ActionStatus.DONE, source="the lead"))
    visit = room.register.activities.save(an_activity())
    note(ProgressUpdate(action_id=action.id, side=Side.SEEN, seen=Seen.IN_PART, noted_on=TODAY, text="Two."), [visit])
    detail.show_record(action.id)
    said = read(detail)
    assert said.index("Reported done (the lead)") < said.index("In progress\nHalf.")
    assert "Seen in part\nTwo." in said
    assert "EX-A-2026-001 Front door visited · Direct observation · more than the agency’s own account" in said
    assert steps(detail) == ["seen", "link_evidence", "reported", "changes"]


def test_the_dates_are_a_ledger_with_who_asked_and_why(room: Room, detail: ActionDetail, action: Action):
    room.register.extensions.extend_action(
        action.id, TODAY + DAY, "A vacancy", asked_by="Head of service", agreed_by="The Executive"
    )
    detail.show_record(action.id)
    said = read(detail)
    assert "due 24 Nov" in said
    assert "Second date, 5 working days later than first agreed." in said
    assert "Moved from 17 Nov 2026 to 24 Nov 2026: A vacancy" in said
    assert "asked for by Head of service, agreed by The Executive" in said


def test_its_challenge_and_what_shows_it_are_opened_by_their_buttons(
    room: Room, detail: ActionDetail, action: Action, qtbot
):
    visit = room.register.activities.save(an_activity())
    room.register.evidence.link(action, visit, "They do it")
    detail.show_record(action.id)
    for name, opened in ((f"open-{visit.id}", ["evidence", visit.id]),
                         (f"open-{action.addressee_id}", ["addressee", action.addressee_id])):  # fmt: skip
        with qtbot.waitSignal(detail.open_requested) as heard:
            press(detail, name)
        assert heard.args == opened


def test_an_action_from_an_old_log_without_party_or_date_is_read_all_the_same(room: Room, detail: ActionDetail):
    found = room.register.actions.save(Action(text="Old."))
    detail.show_record(found.id)
    assert "no date yet" in read(detail)


def test_a_promise_says_to_whom_and_by_when_and_is_kept_from_here(room: Room, detail: ActionDetail, qtbot):
    promise = room.register.undertakings.promise(an_undertaking(to_whom="the districts"))
    detail.show_record(promise.id)
    assert "My promise · the districts" in read(detail)
    assert "by 23 Nov" in read(detail)
    assert steps(detail) == ["keep", "promise", "changes"]
    room.register.undertakings.keep(promise.id, TODAY)
    detail.show_record(promise.id)
    assert "on 23 Nov 2026" in read(detail)
    assert steps(detail) == ["promise", "changes"]


def test_an_action_of_a_recommendation_names_who_does_it_and_opens_what_it_follows_from(detail, room: Room):
    kept = room.register.recommendations
    recommended = kept.save(Recommendation(text="Name a reader."))
    agency = room.register.agencies.save(an_agency(short_name="Fire"))
    action = kept.follow(recommended.id, Action(text="Name her.", agency_id=agency.id))
    detail.show_record(action.id)
    said = read(detail)
    assert "Agreed action · Fire" in said
    assert "Name a reader" in said
    with_id = [made for made in detail.findChildren(QAbstractButton) if made.objectName() == f"open-{recommended.id}"]
    assert [made.text() for made in with_id] == ["R-2026-001"]
