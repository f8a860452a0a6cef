"""Good news is told until it was passed on, and rests when it is old."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scrutineer.domain.activity import Finding, FindingKind
from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, Status
from scrutineer.domain.learning import Adoption
from scrutineer.domain.retest import RetestResult
from tests.factories import TODAY, a_finding, an_activity

DAY = timedelta(days=1)


def good(register):
    return register.today_page().worth_passing_on


def closed(register, begun, days, level=ImpactLevel.PRACTICE_CHANGED):
    """A challenge found closed so many days ago."""
    party = Addressee(
        agency_id=begun.icb.id, status=Status.CLOSED, closed_on=TODAY - days * DAY, impact_level=level,
        outcome=Outcome.PRACTICE_CHANGE_EVIDENCED, what_changed="Seen in nine of ten.",
    )
    challenge = register.challenges.as_found(Challenge(title="Old"), [party])
    return register.challenges.parts(challenge.id)[0]


def test_feedback_is_owed_from_the_visit_until_it_is_given(register):
    visit = register.activities.save(an_activity(feedback_due_on=TODAY - DAY))
    register.activities.save(an_activity(title="No feedback promised"))
    (row,) = good(register)
    assert (row.title, row.detail, row.when, row.is_late) == (
        "Feedback owed: Front door visited", "seen on 16 Nov", "since 22 Nov", True
    )
    assert (row.deed, row.deed_id) == ("feedback", visit.id)
    register.activities.give_feedback(visit.id, TODAY)
    assert good(register) == ()


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
    assert page.needs_me == page.awaited == page.loose_ends == ()
    register.findings.pass_on(row.id, "Northmoor", TODAY)
    (row,) = good(register)
    assert (row.detail, row.deed, row.deed_id) == ("passed on to Northmoor; thanks owed to LA", "thank", row.id)
    register.findings.thank(row.id, TODAY)
    assert good(register) == ()


@pytest.mark.parametrize(("days", "shown"), [(0, 1), (120, 1), (121, 0)])
def test_a_change_seen_long_ago_rests(register, begun, days, shown):
    closed(register, begun, days)
    assert [(row.detail, row.when, row.changed) for row in good(register)] == [
        ("changed since it was asked · C-2026-001", "3 Practice changed", ImpactLevel.PRACTICE_CHANGED)
    ] * shown


def test_words_alone_are_no_news(register, begun):
    closed(register, begun, 1, ImpactLevel.REPLY_ONLY)
    assert good(register) == ()


def test_what_has_lasted_is_told(register, begun):
    part = closed(register, begun, 300)
    planned = register.retests.plan(part.id, TODAY)
    register.retests.record(planned.id, RetestResult.SUSTAINED, TODAY, "Nine of ten still show it.")
    (row,) = good(register)
    assert (row.id, row.detail, row.when) == (
        part.challenge_id, "looked at again: it has lasted · C-2026-001", "Sustained"
    )


def test_feedback_owed_comes_first_then_the_newest(register, begun):
    closed(register, begun, 3)
    for days in (2, 9):
        register.activities.note_what_i_saw(an_activity(held_on=TODAY - days * DAY), [Finding(text=f"Seen {days}.")])
    register.activities.save(an_activity(title="Late", feedback_due_on=TODAY + 5 * DAY))
    assert [row.title for row in good(register)] == ["Feedback owed: Late", "Seen 2", "Old", "Seen 9"]


def test_what_was_taken_up_is_news_with_thanks_while_they_are_owed(register, begun):
    register.activities.note_what_i_saw(an_activity(agency_ids=(begun.la.id,)), [Finding(text="They know each child.")])
    (strength,) = register.findings.all()
    for days, agency in ((200, begun.police), (9, begun.icb)):
        register.adoptions.adopt(
            Adoption(finding_id=strength.id, agency_id=agency.id, adopted_on=TODAY - days * DAY)
        )
    (row,) = good(register)
    assert (row.title, row.detail, row.when) == (
        "They know each child", "taken up by Police, ICB; thanks owed to LA", "14 Nov"
    )
    assert (row.deed, row.deed_id) == ("thank", strength.id)
    register.findings.thank(strength.id, TODAY)
    (row,) = good(register)
    assert (row.detail, row.deed) == ("taken up by Police, ICB", "")


def test_old_news_of_what_was_taken_up_rests(register):
    strength = register.findings.save(a_finding(thanked_on=TODAY))
    register.adoptions.adopt(Adoption(
        finding_id=strength.id, elsewhere="a neighbouring partnership", adopted_on=TODAY - 121 * DAY
    ))
    assert good(register) == ()
