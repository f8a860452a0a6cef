"""Monday morning in one look: each kind of row comes when it should, and goes when it is done."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from scrutineer.domain.action import Action
from scrutineer.domain.activity import ActivityStatus, Finding, FindingKind
from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, Position, Quality, Status
from scrutineer.domain.note import NoteKind
from scrutineer.register.register import Register
from scrutineer.register.replies import Answer
from tests.factories import MOMENT, TODAY, a_reply, an_activity, an_undertaking
from tests.register.conftest import PASSPHRASE

DAY = timedelta(days=1)


@pytest.fixture
def part(register, begun):
    """The one part of a challenge put to the police."""
    challenge = register.challenges.put_to(Challenge(title="", text="Who?"), [Addressee(agency_id=begun.police.id)])
    return register.challenges.parts(challenge.id)[0]


def answered(register, part):
    register.replies.record(a_reply(), {part.id: Answer(Position.ACCEPTED)})


def on(register, day, read):
    """What a card shows when the same record is opened on another day."""
    path = register.path
    register.close()
    again = Register.open(path, PASSPHRASE, today=lambda: day, now=lambda: MOMENT)
    try:
        return read(again.today_page())
    finally:
        again.close()


def needs_me(register):
    return [(row.title, row.detail, row.when) for row in register.today_page().needs_me]


def test_a_new_record_shows_four_cards_with_what_is_ahead_alone(register):
    page = register.today_page()
    assert page[:3] == ((), (), ())
    assert [row.kind for row in page.fortnight] == ["paper"]


def test_an_answer_needs_me_until_a_step_is_taken_and_says_when_it_is_judged(register, part):
    assert needs_me(register) == []
    answered(register, part)
    assert needs_me(register) == [("Who?", "answered: Police · C-2026-001", "since 23 Nov")]
    (response,) = register.challenges.responses(part.id)
    register.replies.judge(response.id, Quality.FULL, "", TODAY)
    assert needs_me(register) == [("Who?", "judged, the next step is open: Police · C-2026-001", "since 23 Nov")]
    register.challenges.agree_action(part.id, [Action(text="Do it.", due_on=TODAY)])
    assert needs_me(register) == []


def test_a_second_answer_is_to_be_judged_anew(register, part):
    answered(register, part)
    register.replies.judge(register.challenges.responses(part.id)[0].id, Quality.PARTIAL, "", TODAY)
    register.challenges.ask_more(part.id, "And?", TODAY + 5 * DAY)
    assert needs_me(register) == []
    answered(register, part)
    assert needs_me(register) == [("Who?", "answered: Police · C-2026-001", "since 23 Nov")]


def test_actions_all_done_need_me_and_one_overdue_is_awaited(register, part):
    answered(register, part)
    register.challenges.agree_action(part.id, [Action(text="Audit twenty.", due_on=TODAY - DAY)])
    (row,) = register.today_page().awaited
    assert (row.title, row.detail, row.when, row.is_late) == (
        "Audit twenty", "Police · action agreed", "since 22 Nov", True
    )
    register.actions.report_done(register.challenges.actions(part.id)[0].id, TODAY)
    assert register.today_page().awaited == ()
    assert needs_me(register) == [("Who?", "all actions reported done: Police · C-2026-001", "")]


@pytest.mark.parametrize(
    ("test_on", "shown", "late"),
    [(TODAY + 14 * DAY, 1, False), (TODAY + 15 * DAY, 0, False), (TODAY, 1, False), (TODAY - DAY, 1, True)],
)
def test_a_test_shows_a_fortnight_ahead_and_until_it_is_done(register, part, test_on, shown, late):
    answered(register, part)
    register.challenges.test(part.id, "Read ten.", test_on)
    rows = register.today_page().needs_me
    assert len(rows) == shown
    assert any(row.is_late for row in rows) is late
    register.challenges.close(
        part.id, Outcome.PROCESS_CHANGED_ONLY, ImpactLevel.PROCESS_CHANGED, "A form.", TODAY
    )
    page = register.today_page()
    assert page.needs_me == ()
    assert [(row.detail, row.when) for row in page.worth_passing_on] == [
        ("changed since it was asked · C-2026-001", "2 Process changed")
    ]


def test_a_test_found_without_a_date_is_not_forgotten(register, begun):
    party = Addressee(agency_id=begun.icb.id, status=Status.TESTING_IMPACT)
    register.challenges.as_found(Challenge(title="Old"), [party])
    ((title, detail, when),) = needs_me(register)
    assert (title, when) == ("Old", "")
    assert detail.startswith("to test, did it last? ICB")


def test_feedback_is_owed_from_the_visit_until_it_is_given(register):
    visit = register.activities.save(an_activity(feedback_due_on=TODAY - DAY))
    register.activities.save(an_activity(title="No feedback promised"))
    (row,) = register.today_page().worth_passing_on
    assert (row.title, row.deed, row.deed_id, row.is_late) == (
        "Feedback owed: Front door visited", "feedback", visit.id, True
    )
    register.activities.give_feedback(visit.id, TODAY)
    assert register.today_page().worth_passing_on == ()


def test_a_promise_is_mine_until_it_is_kept(register):
    promise = register.undertakings.promise(an_undertaking(to_whom="the front door", due_on=None))
    (row,) = register.today_page().needs_me
    assert (row.title, row.detail, row.when, row.is_late) == (
        "Send the audit tool", "I promised the front door", "", False
    )
    register.undertakings.keep(promise.id, TODAY)
    assert register.today_page().needs_me == ()


def test_what_was_planned_for_a_day_gone_by_asks_what_became_of_it(register):
    planned = an_activity(status=ActivityStatus.PLANNED, held_on=TODAY - DAY)
    planned = register.activities.save(planned)
    assert needs_me(register) == [("Front door visited", "was planned: did it take place?", "22 Nov")]
    register.activities.save(replace(planned, status=ActivityStatus.CARRIED_OUT))
    assert needs_me(register) == []


def test_the_earliest_stands_first_and_what_has_no_date_last(register, part):
    answered(register, part)
    register.undertakings.promise(an_undertaking(text="Late promise", due_on=TODAY - 9 * DAY))
    register.undertakings.promise(an_undertaking(text="Some day", due_on=None))
    register.challenges.draft(Challenge(title="", text="Half worded"))
    titles = [row.title for row in register.today_page().needs_me]
    assert titles[:2] == ["Late promise", "Who?"]
    assert set(titles[2:]) == {"Some day", "Half worded"}


def test_a_strength_is_worth_passing_on_then_thanks_are_owed_then_it_rests(register, begun):
    register.activities.note_what_i_saw(an_activity(agency_ids=(begun.la.id,)), [
        Finding(text="They know each child.", who_could_use="the districts"),
        Finding(kind=FindingKind.CONCERN, text="Fathers are missing."),
    ])
    page = register.today_page()
    (row,) = page.worth_passing_on
    assert (row.title, row.detail, row.deed) == (
        "They know each child", "LA · seen 16 Nov · for the districts", "pass_on"
    )
    assert page.needs_me == page.awaited == ()
    register.findings.pass_on(row.id, "Northmoor", TODAY)
    (row,) = register.today_page().worth_passing_on
    assert (row.detail, row.deed) == ("passed on to Northmoor; thanks owed to LA", "thank")
    register.findings.thank(row.id, TODAY)
    assert register.today_page().worth_passing_on == ()


@pytest.mark.parametrize(("days", "late"), [(-1, False), (0, False), (1, True)])
def test_lateness_follows_the_day_and_is_never_stored(register, part, days, late):
    row = on(register, part.due_on + days * DAY, lambda page: page.awaited[0])
    assert row.is_late is late
    assert row.when == ("since 21 Dec" if late else "21 Dec")


def test_a_chase_shows_and_the_answer_ends_the_waiting(register, part):
    register.notes.about(part, NoteKind.CHASED, "", TODAY)
    register.notes.about(part, NoteKind.RANG, "", TODAY)
    (row,) = register.today_page().awaited
    assert (row.detail, row.deed, row.deed_id) == ("Police · chased 23 Nov", "chase", part.id)
    answered(register, part)
    assert register.today_page().awaited == ()


def test_nobody_waits_for_an_answer_to_a_challenge_that_was_removed(register, part):
    register.challenges.remove(register.challenges.get(part.challenge_id))
    assert register.today_page()[:3] == ((), (), ())
    assert register.replies.awaiting() == []


def test_the_fortnight_shows_visits_meetings_and_paper_deadlines_in_order(register, begun):
    for days, status in ((14, "planned"), (15, "planned"), (1, "confirmed"), (2, "cancelled")):
        register.activities.save(an_activity(
            title=f"In {days}", held_on=TODAY + days * DAY, status=ActivityStatus(status), agency_ids=(begun.la.id,)
        ))
    rows = register.today_page().fortnight
    assert [(row.when, row.title, row.detail) for row in rows] == [
        ("Tue 24 Nov", "In 1", "LA"),
        ("Fri 4 Dec", "Paper deadline: Executive Group", "for 18 Dec"),
        ("Mon 7 Dec", "In 14", "LA"),
    ]
    deadline = rows[1]
    assert (deadline.id, deadline.deed, deadline.deed_id) == ("", "write", begun.meeting.id)
    paper = register.papers.save(register.papers.begin(meeting=begun.meeting))
    assert register.today_page().fortnight[1].id == paper.id
    register.papers.issue(paper.id, TODAY, "Paper.docx", b"")
    assert [row.kind for row in register.today_page().fortnight] == ["activity", "activity"]


def test_a_meeting_itself_stands_in_the_fortnight(register, begun):
    rows = on(register, date(2026, 12, 14), lambda page: page.fortnight)
    assert [(row.kind, row.when, row.title) for row in rows] == [("meeting", "Fri 18 Dec", "Executive Group")]


def test_a_change_seen_long_ago_rests(register, begun):
    part = Addressee(
        agency_id=begun.icb.id, status=Status.CLOSED, closed_on=TODAY - 121 * DAY, impact_level=ImpactLevel.DIFFERENCE
    )
    register.challenges.as_found(Challenge(title="Old"), [part])
    assert register.today_page().worth_passing_on == ()
