"""Each loose end comes when something was left, opens the place to mend it, and goes when it is mended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from scrutineer.domain.action import Action
from scrutineer.domain.activity import ActivityStatus, Finding
from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, Quality, Status
from scrutineer.domain.evidence import Evidence
from scrutineer.domain.organisation import Agency, AgencySuccession, Appointment, PartnerStatus
from tests.factories import TODAY, an_activity
from tests.register.today.conftest import answered, on

DAY = timedelta(days=1)
SAID = {"what_works": "Offered in time.", "why_it_matters": "They go missing.", "what_good_looks_like": "A plan."}


def loose(register):
    return [(row.title, row.detail) for row in register.today_page().loose_ends]


@pytest.fixture
def known(register, begun):
    """A challenge that lacks nothing, put to the police and the ICB."""

    def known(**over):
        facts = {"title": "Whole", "text": "Who?", "meeting_id": begun.meeting.id, **SAID, **over}
        challenge = register.challenges.put_to(
            Challenge(**facts), [Addressee(agency_id=id_) for id_ in begun.partners[1:]]
        )
        return challenge, register.challenges.parts(challenge.id)

    return known


def test_a_challenge_that_lacks_nothing_leaves_nothing_loose(register, known):
    known()
    assert loose(register) == []


@pytest.mark.parametrize(("missing", "said"), [
    (("what_works",), "what already works"), (("why_it_matters",), "why it matters"),
    (("what_works", "why_it_matters", "what_good_looks_like"),
     "what already works, why it matters and what good would look like"),
])
def test_what_may_wait_waits_until_the_first_answer_is_judged(register, known, missing, said):
    challenge, (first, _) = known(**dict.fromkeys(missing, " "))
    (row,) = register.today_page().loose_ends
    assert row[:4] == ("challenge", challenge.id, "Whole", f"still to say: {said} · C-2026-001")
    assert (row.deed, row.deed_id) == ("edit", challenge.id)
    answered(register, first)
    assert len(loose(register)) == 1
    register.replies.judge(register.challenges.responses(first.id)[0].id, Quality.FULL, "", TODAY)
    assert loose(register) == []


def test_of_a_challenge_entered_as_found_nothing_more_is_asked(register, begun):
    party = Addressee(agency_id=begun.icb.id, status=Status.RAISED)
    register.challenges.as_found(Challenge(title="Old", meeting_id=begun.meeting.id), [party])
    assert loose(register) == []


def test_a_concern_names_what_it_came_from_or_has_something_linked(register, known):
    challenge, (part, _) = known(meeting_id=None)
    (row,) = register.today_page().loose_ends
    assert row.detail == "no activity, finding, meeting or evidence is named · C-2026-001"
    assert (row.kind, row.id, row.deed, row.deed_id) == ("challenge", challenge.id, "name_source", challenge.id)
    shown = register.evidence.save(Evidence(title="Data"))
    for subject in (challenge, part):
        link = register.evidence.link(subject, shown)
        assert loose(register) == []
        register.evidence.unlink(link.id)
        assert len(loose(register)) == 1
    visit = register.activities.note_what_i_saw(an_activity(), [Finding(text="It works.")])
    for field, id_ in (("activity_id", visit.id), ("finding_id", register.findings.all()[0].id)):
        register.challenges.save(replace(challenge, **{field: id_}))
        assert loose(register) == []


def test_an_action_without_owner_or_date_is_filled_in_where_it_stands(register, known):
    _, (part, _) = known()
    answered(register, part)
    register.courses.agree_action(part.id, [
        Action(text="Audit twenty."), Action(text="Train all.", owner_role="Head of service"),
        Action(text="Whole.", owner_role="Head of service", due_on=TODAY),
    ])
    register.replies.judge(register.challenges.responses(part.id)[0].id, Quality.FULL, "", TODAY)
    rows = register.today_page().loose_ends
    assert [(row.title, row.detail) for row in rows] == [
        ("Audit twenty", "an action with nobody to do it and no date yet: Police · C-2026-001"),
        ("Train all", "an action with no date yet: Police · C-2026-001"),
    ]
    assert [(row.kind, row.id == row.deed_id, row.deed) for row in rows] == [("action", True, "change_action")] * 2
    for action in register.challenges.actions(part.id):
        register.actions.change(replace(action, owner_role="Chief nurse", due_on=action.due_on or TODAY))
    assert loose(register) == []


def test_an_answer_that_was_passed_over_is_still_to_be_judged(register, known):
    _, (part, _) = known()
    answered(register, part)
    assert loose(register) == []      # it stands under “What needs me”
    register.courses.agree_action(part.id, [Action(text="Do.", owner_role="Head", due_on=TODAY)])
    (row,) = register.today_page().loose_ends
    assert (row.detail, row.deed, row.deed_id) == (
        "answered, and went on without my view: Police · C-2026-001", "judge", part.id
    )
    register.replies.judge(register.challenges.responses(part.id)[0].id, Quality.PARTIAL, "", TODAY)
    assert loose(register) == []


@pytest.mark.parametrize(("closed_on", "shown"), [
    (TODAY, 1), (TODAY - 365 * DAY, 1), (TODAY - 366 * DAY, 0), (None, 1),
])
def test_an_ending_without_a_word_is_asked_about_for_a_year(register, begun, closed_on, shown):
    party = Addressee(agency_id=begun.icb.id, status=Status.CLOSED, closed_on=closed_on)
    challenge = register.challenges.as_found(Challenge(title="Old"), [party])
    (part,) = register.challenges.parts(challenge.id)
    rows = register.today_page().loose_ends
    assert [(row.detail, row.deed, row.deed_id) for row in rows] == [
        ("closed without a word on what changed: ICB · C-2026-001", "say_what_changed", part.id)
    ] * shown
    register.mending.say_what_changed(replace(
        part, outcome=Outcome.PROCESS_CHANGED_ONLY, impact_level=ImpactLevel.PROCESS_CHANGED, what_changed="A form.",
        closed_on=closed_on or TODAY,
    ))
    assert loose(register) == []


def test_what_ended_otherwise_has_its_own_reason(register, begun):
    party = Addressee(agency_id=begun.icb.id, status=Status.CLOSED, closed_on=TODAY, outcome=Outcome.NOT_PURSUED)
    register.challenges.as_found(Challenge(title="Old"), [party])
    assert loose(register) == []


def test_a_date_that_moved_more_than_twice_is_told_and_a_new_clock_begins_anew(register, known):
    _, (part, _) = known()
    for number in range(3):
        assert loose(register) == []
        register.extensions.extend([part.id], TODAY + (30 + number) * DAY, "More time was asked for.")
    (row,) = register.today_page().loose_ends
    assert (row.id, row.detail) == (part.challenge_id, "its date was moved 3 times: Police · C-2026-001")
    answered(register, part)
    register.replies.judge(register.challenges.responses(part.id)[0].id, Quality.PARTIAL, "", TODAY)
    register.courses.ask_more(part.id, "And?", TODAY + 90 * DAY)
    assert loose(register) == []


def test_so_is_the_date_of_an_action(register, known):
    _, (part, _) = known()
    answered(register, part)
    register.replies.judge(register.challenges.responses(part.id)[0].id, Quality.FULL, "", TODAY)
    register.courses.agree_action(part.id, [Action(text="Audit.", owner_role="Head", due_on=TODAY)])
    (action,) = register.challenges.actions(part.id)
    for number in range(3):
        register.extensions.extend_action(action.id, TODAY + (1 + number) * DAY, "More time was asked for.")
    assert loose(register) == [("Whole", "the date of an action was moved 3 times: Police · C-2026-001")]
    register.actions.report_done(action.id, TODAY)
    assert loose(register) == []


# Agencies that nobody has looked at

LATER = TODAY + 60 * DAY


def missed(register, day=LATER):
    """The agencies that are missed on a day, and how that is said."""
    found = on(register, day, lambda page: [row for row in page.loose_ends if row.kind == "agency"])
    assert all(row.deed == "look" and row.id == row.deed_id for row in found)
    return {row.title.removeprefix("Exampleshire "): row.detail for row in found}


def test_in_the_first_month_nobody_is_missed(register):
    assert missed(register, TODAY + 29 * DAY) == {}


def test_agencies_not_looked_at_in_twelve_months_are_missed(register, begun):
    register.activities.save(an_activity(held_on=LATER - 365 * DAY, agency_ids=(begun.la.id,)))
    register.activities.save(an_activity(held_on=LATER - 366 * DAY, agency_ids=(begun.police.id,)))
    planned = an_activity(held_on=TODAY + DAY, agency_ids=(begun.icb.id,), status=ActivityStatus.PLANNED)
    register.activities.save(planned)
    assert missed(register) == dict.fromkeys(
        ["Constabulary", "Integrated Care Board", "Northmoor District"], "not looked at in twelve months"
    )


def test_or_since_i_began_where_that_is_later(register, begun):
    register.appointments.save(Appointment(scrutineer_id=register.desk.me, starts_on=date(2026, 9, 1)))
    register.activities.save(an_activity(held_on=date(2026, 8, 31), agency_ids=(begun.la.id,)))
    register.activities.save(an_activity(held_on=date(2026, 9, 1), agency_ids=(begun.police.id,)))
    found = missed(register)
    assert found["Council"] == "not looked at since I began on 1 Sep 2026"
    assert "Constabulary" not in found


def test_to_look_at_a_service_or_at_a_former_agency_is_to_look_at_it(register, begun):
    service = register.agencies.save(Agency(name="Health visiting", parent_id=begun.icb.id))
    former = register.agencies.save(Agency(name="Old district", ends_on=TODAY))
    with register.desk.act() as act:
        act.put(AgencySuccession(predecessor_id=former.id, successor_id=begun.district.id, changed_on=TODAY))
    register.activities.save(an_activity(agency_ids=(service.id, former.id)))
    assert set(missed(register)) == {"Council", "Constabulary"}


def test_who_stands_outside_the_arrangements_or_is_gone_is_not_missed(register, begun):
    register.agencies.save(replace(begun.la, status=PartnerStatus.OTHER))
    register.agencies.save(replace(begun.police, ends_on=TODAY))
    register.agencies.save(replace(begun.district, starts_on=LATER + DAY))
    assert set(missed(register)) == {"Integrated Care Board"}
