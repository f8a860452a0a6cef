"""What a paper may count and quote: right by hand for a small record, and nothing private in it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from scrutineer.domain.action import Action
from scrutineer.domain.activity import ActivityStatus, AskedBy, Finding, FindingKind
from scrutineer.domain.challenge import (
    Addressee,
    Challenge,
    ImpactLevel,
    Outcome,
    PartyKind,
    Position,
    Priority,
    Quality,
    Stage,
    Status,
    Visibility,
)
from scrutineer.domain.escalation import EscalationStep
from scrutineer.domain.organisation import Appointment
from scrutineer.domain.plan import TimeEntry
from scrutineer.register.replies import Answer
from tests.factories import MOMENT, TODAY, a_paper, a_reply, a_scrutineer, an_activity

DAY = timedelta(days=1)
PAPER = a_paper(starts_on=date(2026, 10, 1), ends_on=TODAY)


def put(register, *agency_ids, **over):
    words = {"title": "", "text": "Who was told?", "raised_on": date(2026, 11, 2)} | over
    challenge = register.challenges.put_to(Challenge(**words), [Addressee(agency_id=id_) for id_ in agency_ids])
    return challenge, register.challenges.parts(challenge.id)


def closed_on(register, part, day):
    register.replies.record(a_reply(received_on=day), {part.id: Answer(Position.ACCEPTED)})
    register.courses.close(
        part.id, Outcome.ASSURED_NO_CHANGE_NEEDED, ImpactLevel.REPLY_ONLY, "Explained.", day, stands_in="It is enough."
    )


def test_counts_are_right_by_hand(register, begun):
    la, police, icb = begun.partners
    register.challenges.draft(Challenge(title="", text="Not put yet"))
    put(register, la, visibility=Visibility.PRIVATE)
    _, (late, answered) = put(register, la, police, priority=Priority.URGENT)             # the LA's is late
    register.replies.record(a_reply(), {answered.id: Answer(Position.ACCEPTED)})
    _, (climbing,) = put(register, icb, raised_on=date(2026, 9, 1))                         # late since September
    register.escalations.escalate([climbing.id], EscalationStep(stage=Stage.AGENCY_LEAD, stepped_on=TODAY))
    _, (in_time,) = put(register, icb)
    closed_on(register, put(register, police, raised_on=date(2026, 9, 1))[1][0], date(2026, 10, 5))
    closed_on(register, put(register, police, raised_on=date(2026, 8, 1))[1][0], date(2026, 9, 5))
    counts = register.figures.figures(PAPER).counts
    assert (counts.raised, counts.answered, counts.ended) == (2, 2, 1)
    assert (counts.open_now, counts.awaited, counts.awaited_late) == (3, 3, 2)
    assert (counts.waiting_for_me, counts.escalated) == (1, 1)
    assert counts.by_stage == {"Stage 1 · agency lead": 1}
    assert counts.endings.by_level == counts.party_endings.by_level == {ImpactLevel.REPLY_ONLY: 1}
    assert (late.due_on, in_time.due_on) == (date(2026, 11, 9), date(2026, 11, 30))


def test_a_paper_tells_of_what_was_open_or_ended_in_its_period_alone(register, begun):
    la = begun.la.id
    _, (part,) = put(register, la, title="Ended before", raised_on=date(2026, 8, 1))
    closed_on(register, part, date(2026, 9, 5))
    _, (part,) = put(register, la, title="Ended in it", raised_on=date(2026, 8, 1))
    closed_on(register, part, date(2026, 10, 5))
    put(register, la, title="Still open", raised_on=date(2026, 8, 1))
    put(register, la, title="Put after it", raised_on=TODAY)
    _, (part,) = put(register, la, title="Ended after it", raised_on=date(2026, 8, 2))
    closed_on(register, part, TODAY)
    register.challenges.as_found(Challenge(title="Ended at a time unknown", status=Status.CLOSED), [])
    paper = a_paper(starts_on=date(2026, 10, 1), ends_on=TODAY - DAY)
    told = [one.title for one in register.figures.figures(paper).challenges]
    assert told == ["Ended in it", "Still open", "Ended after it"]


def test_the_log_holds_all_that_was_put_oldest_first(register, begun):
    for title, day in (("B", 3), ("A", 2), ("C", 3)):
        put(register, begun.la.id, title=title, raised_on=date(2026, 11, day))
    put(register, begun.la.id, title="Private", visibility=Visibility.PRIVATE)
    register.challenges.draft(Challenge(title="Draft", text="?"))
    register.challenges.as_found(Challenge(title="Undated", status=Status.RAISED), [])
    log = register.figures.log()
    assert [one.title for one in log.challenges] == ["Undated", "A", "B", "C"]
    assert log.frozen_at == MOMENT


@pytest.mark.parametrize(
    ("over", "raised_on", "in_full"),
    [
        ({"priority": Priority.URGENT}, TODAY, True),
        ({"priority": Priority.IMPORTANT}, TODAY, False),
        ({"priority": Priority.IMPORTANT}, date(2026, 10, 1), True),
        ({"priority": Priority.ROUTINE}, date(2026, 9, 1), False),
        ({"stage": Stage.AGENCY_LEAD}, TODAY, True),
    ],
)
def test_what_is_urgent_escalated_or_important_and_late_is_told_in_full(register, begun, over, raised_on, in_full):
    challenge, (part,) = put(register, begun.la.id, raised_on=raised_on, **over)
    assert register.figures.log().challenges[0].in_full is in_full
    closed_on(register, part, TODAY)
    assert not register.figures.log().challenges[0].in_full
    assert register.figures.log().challenges[0].reference == challenge.reference


def test_a_party_shows_its_role_its_clock_and_both_its_dates(register, begun):
    party = Addressee(agency_id=begun.icb.id, contact_role="Chief nurse", due_on=TODAY - DAY)
    put_on = Challenge(title="", text="?", raised_on=TODAY - 20 * DAY)
    challenge = register.challenges.put_to(put_on, [party, Addressee(kind=PartyKind.PARTNERSHIP)])
    late, other = register.figures.log().challenges[0].parties
    assert (late.name, late.role, late.is_late) == ("ICB", "Chief nurse", True)
    assert late.clock == "answer awaited since 22 Nov (1 working day)"
    assert (other.name, other.role, other.is_late, other.clock) == (
        "The Partnership", "", False, "awaited, due 1 Dec"
    )
    register.extensions.extend([register.challenges.parts(challenge.id)[0].id], TODAY + DAY, "They asked.")
    moved = register.figures.log().challenges[0].parties[0]
    assert (moved.first_due_on, moved.due_on, moved.is_late) == (TODAY - DAY, TODAY + DAY, False)


def test_activities_count_in_their_period_and_say_who_asked(register, begun):
    register.appointments.save(Appointment(days_per_year=20))
    visit = an_activity(agency_ids=(begun.la.id, begun.icb.id), days=0.5, asked_by=AskedBy.AGENCY)
    register.activities.note_what_i_saw(visit, [
        Finding(text="They know each child.", who_could_use="Districts"),
        Finding(kind=FindingKind.LEARNING, text="Say it early."),
        Finding(kind=FindingKind.VOICE, text="They listened."),
        Finding(kind=FindingKind.CONCERN, text="Not printed by itself."),
    ])
    register.activities.save(an_activity(title="First", held_on=date(2026, 10, 1), days=1.5))
    register.activities.save(an_activity(title="Before", held_on=date(2026, 9, 30), days=4))
    register.activities.save(an_activity(title="Planned", status=ActivityStatus.PLANNED, days=4))
    register.time.save(TimeEntry(spent_on=date(2026, 10, 2), days=0.5))
    figures = register.figures.figures(PAPER)
    assert [one.title for one in figures.activities] == ["First", "Front door visited"]
    assert (figures.days_spent, figures.days_budget, figures.invited) == (2.5, 3.0, 1)
    assert figures.activities[1].agencies == ("LA", "ICB")
    assert [one.text for one in figures.strengths] == ["They know each child."]
    assert (figures.strengths[0].who_could_use, figures.strengths[0].found_on) == ("Districts", visit.held_on)
    assert [one.text for one in (*figures.learning, *figures.voices)] == ["Say it early.", "They listened."]


def test_actions_are_told_while_open_and_when_settled_in_the_period(register, begun):
    challenge, (part,) = put(register, begun.la.id)
    register.replies.record(a_reply(), {part.id: Answer(Position.ACCEPTED)})
    register.courses.agree_action(part.id, [
        Action(text=text, due_on=due) for text, due in
        (("Open", TODAY - DAY), ("Done in it", None), ("Done before it", None), ("Dropped in it", TODAY))
    ])
    named = {one.text: one.id for one in register.challenges.actions(part.id)}
    register.actions.report_done(named["Done in it"], date(2026, 11, 20))
    register.actions.report_done(named["Done before it"], date(2026, 9, 20))
    register.actions.drop(named["Dropped in it"], "Overtaken.")
    actions = register.figures.figures(PAPER).actions
    assert [(one.text, one.is_overdue) for one in actions] == [
        ("Open", True), ("Dropped in it", False), ("Done in it", False)
    ]
    assert {one.challenge_reference for one in actions} == {challenge.reference}
    assert actions[0].agency == "LA"
    register.challenges.save(replace(register.challenges.get(challenge.id), visibility=Visibility.PRIVATE))
    assert register.figures.figures(PAPER).actions == ()


def test_we_is_said_by_several_who_serve_and_not_for_those_who_left(register):
    assert not register.figures.masthead().several_authors
    register.scrutineers.save(a_scrutineer(name="Former", ends_on=TODAY - DAY))
    assert not register.figures.masthead().several_authors
    register.scrutineers.save(a_scrutineer(name="Second"))
    masthead = register.figures.masthead("OFFICIAL")
    assert (masthead.several_authors, masthead.author, masthead.mark) == (True, "The Scrutineer", "OFFICIAL")


def test_the_reason_of_one_part_is_told_with_it_and_a_private_one_is_not(register, begun):
    challenge, (la, _) = put(register, begun.la.id, begun.police.id)
    register.courses.withdraw_part(la.id, "Not theirs.", "LA", TODAY)
    ended = register.courses.withdraw(challenge.id, "In confidence.", "Police", TODAY)
    (figure,) = register.figures.log().challenges
    assert figure.withdrawn_because == "In confidence."
    assert [party.withdrawn_because for party in figure.parties] == ["Not theirs.", ""]
    register.challenges.save(replace(ended, private=("withdrawn_because",)))
    assert "In confidence." not in repr(register.figures.log())


def test_a_private_view_a_private_finding_and_a_private_word_stay_with_me(register, begun):
    _, (part,) = put(register, begun.la.id)
    register.replies.record(a_reply(), {part.id: Answer(Position.ACCEPTED)})
    (response,) = register.challenges.responses(part.id)
    response = register.replies.judge(response.id, Quality.FULL, "SECRET view", TODAY)
    with register.desk.act() as act:
        act.put(replace(response, private=("my_view",)))
    register.activities.note_what_i_saw(
        an_activity(note="SECRET note", private=("note",)), [Finding(text="SECRET strength", private=("text",))]
    )
    put(register, begun.la.id, title="SECRET challenge", visibility=Visibility.PRIVATE)
    told = repr(register.figures.figures(PAPER)) + repr(register.figures.log())
    assert "SECRET" not in told
    assert repr(register.figures.whole()).count("SECRET") >= 4


def test_the_whole_record_names_every_entry_and_never_by_its_id(register, begun):
    challenge, (part,) = put(register, begun.la.id)
    register.papers.save(register.papers.begin(begun.body))
    whole = register.figures.whole()
    assert {one.id for one in whole.entities} <= set(whole.names)
    assert whole.names[begun.meeting.id] == "Executive Group, 18 Dec 2026"
    assert whole.names[part.id] == "LA · C-2026-001"
    assert whole.names[challenge.id] == f"{challenge.reference} Who was told?"
    assert all(name and name != id_ for id_, name in whole.names.items())
