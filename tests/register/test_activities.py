"""What I did and found: captured in one act, inherited, fed back, passed on, and turned into a question."""

from dataclasses import replace
from datetime import date, timedelta

from scrutineer.domain.activity import ActivityStatus, ActivityType, Finding, FindingKind
from scrutineer.domain.organisation import Meeting
from scrutineer.domain.plan import PlanItem, Priority
from tests.factories import TODAY, an_activity
from tests.register.conftest import refused

STRENGTH, CONCERN = "Staff knew each child.", "Fathers are missing from plans. Two of ten name one."


def capture(register, begun, *findings, **over):
    activity = an_activity(**{"agency_ids": (begun.la.id,), "themes": ("Neglect",)} | over)
    return register.activities.note_what_i_saw(activity, findings)


def test_a_visit_is_noted_in_one_act_with_its_reference(register, begun):
    announced = []
    register.on_change(announced.append)
    own = Finding(kind=FindingKind.CONCERN, text=CONCERN, agency_ids=(begun.icb.id,), themes=("Governance",))
    saved = capture(register, begun, own, Finding(text=STRENGTH), Finding(text=" \n"))
    assert saved.reference == "EX-A-2026-001"
    assert saved.scrutineer_id == register.scrutineers.all()[0].id
    strength, concern = register.activities.findings(saved.id)
    assert (strength.text, strength.agency_ids, strength.themes) == (STRENGTH, (begun.la.id,), ("Neglect",))
    assert (concern.agency_ids, concern.themes) == ((begun.icb.id,), ("Governance",))
    assert [change.kinds for change in announced] == [{"activity", "finding"}]


def test_a_visit_that_may_not_stand_leaves_nothing(register, begun):
    assert "days" in refused(capture, register, begun, Finding(text=STRENGTH), days=0.3)
    assert "held_on" in refused(capture, register, begun, held_on=None)
    assert register.activities.all() == register.findings.all() == []
    assert capture(register, begun).reference == "EX-A-2026-001"


def test_a_change_keeps_the_reference(register, begun):
    saved = capture(register, begun)
    again = register.activities.save(replace(saved, title="Front door visited again"))
    assert again.reference == saved.reference
    assert len(register.activities.all()) == 1


def test_a_challenge_inherits_from_its_finding(register, begun):
    visit = capture(
        register, begun, Finding(kind=FindingKind.CONCERN, text=CONCERN), Finding(text=STRENGTH),
        Finding(text="Between us.", private=("text",)), meeting_id=begun.meeting.id,
    )
    concern = register.activities.findings(visit.id)[-1]
    drafted = register.findings.to_challenge(concern.id)
    assert (drafted.title, drafted.text) == ("Fathers are missing from plans", CONCERN)
    assert (drafted.activity_id, drafted.finding_id) == (visit.id, concern.id)
    assert (drafted.meeting_id, drafted.forum, drafted.themes) == (begun.meeting.id, visit.title, ("Neglect",))
    assert drafted.what_works == STRENGTH
    assert register.challenges.all() == []
    saved = register.challenges.draft(drafted)
    lines = {line.id: line.challenge_id for line in register.learning.lines()}
    assert lines[concern.id] == saved.id


def test_a_finding_of_its_own_becomes_a_challenge_too(register):
    finding = register.findings.save(Finding(kind=FindingKind.QUESTION, text="Who chairs it?"))
    drafted = register.findings.to_challenge(finding.id)
    assert (drafted.title, drafted.forum, drafted.what_works) == ("Who chairs it?", "", "")


def test_a_strength_is_passed_on_to_somebody_and_thanked_for(register, begun):
    (finding,) = register.activities.findings(capture(register, begun, Finding(text=STRENGTH)).id)
    assert set(refused(register.findings.pass_on, finding.id, " ", None)) == {"passed_on_to", "passed_on_on"}
    assert set(refused(register.findings.thank, finding.id, None)) == {"thanked_on"}
    register.findings.pass_on(finding.id, "Districts", TODAY)
    thanked = register.findings.thank(finding.id, TODAY)
    assert (thanked.passed_on_to, thanked.passed_on_on, thanked.thanked_on) == ("Districts", TODAY, TODAY)


def test_feedback_is_noted_once_given_with_its_words(register, begun):
    visit = capture(register, begun)
    assert "feedback_sent_on" in refused(register.activities.give_feedback, visit.id, None)
    assert register.activities.give_feedback(visit.id, TODAY, "In one page.").feedback_sent_on == TODAY
    assert [note.text for note in register.notes.of(visit.id)] == ["Feedback given: In one page."]


def test_what_follows_from_the_day_and_the_form_is_filled_in(register):
    expected, week = register.activities.expected, timedelta(days=7)
    assert expected(an_activity(held_on=TODAY + week)).status is ActivityStatus.PLANNED
    visit = expected(an_activity(held_on=TODAY, status=ActivityStatus.PLANNED))
    assert (visit.status, visit.feedback_due_on) == (ActivityStatus.CARRIED_OUT, date(2026, 12, 7))
    assert expected(an_activity(held_on=TODAY - 4 * week)).feedback_due_on is None
    assert expected(an_activity(held_on=TODAY, type=ActivityType.DATA_REVIEW)).feedback_due_on is None
    register.partnerships.save(replace(register.partnership, feedback_days=0))
    assert expected(an_activity(held_on=TODAY)).feedback_due_on is None


def test_lists_show_the_latest_first_and_count_strengths_and_concerns(register, begun):
    early = capture(register, begun, Finding(text=STRENGTH), held_on=TODAY.replace(month=3), title="Early")
    late = capture(
        register, begun, Finding(kind=FindingKind.CONCERN, text=CONCERN), Finding(text=STRENGTH),
        Finding(kind=FindingKind.VOICE, text="They listen."),
    )
    lines = register.activities.lines()
    assert [line.id for line in lines] == [late.id, early.id]
    assert (lines[0].strengths, lines[0].concerns, lines[0].others, lines[0].agencies) == (1, 1, 1, "LA")
    strengths = register.learning.lines([FindingKind.STRENGTH])
    assert [(line.activity_id, line.found_on) for line in strengths] == [
        (late.id, late.held_on), (early.id, early.held_on)
    ]


def test_a_day_to_come_makes_it_a_plan_and_a_visit_promises_feedback(register):
    tomorrow, long_ago = TODAY + timedelta(days=1), TODAY - timedelta(days=60)
    seen = register.activities.expected(an_activity(held_on=TODAY))
    assert (seen.status, seen.feedback_due_on) == (ActivityStatus.CARRIED_OUT, register.working_days().after(TODAY, 10))
    planned = register.activities.expected(an_activity(held_on=tomorrow))
    assert (planned.status, planned.feedback_due_on) == (ActivityStatus.PLANNED, None)
    read = an_activity(held_on=TODAY, type=ActivityType.DATA_REVIEW)
    nothing_promised = [read, an_activity(held_on=long_ago), an_activity(held_on=None)]
    assert [register.activities.expected(one).feedback_due_on for one in nothing_promised] == [None, None, None]
    register.partnerships.save(replace(register.partnership, feedback_days=0))
    assert register.activities.expected(an_activity(held_on=TODAY)).feedback_due_on is None


def test_how_feedback_was_given_is_kept_with_it_in_one_act(register, begun):
    visit = capture(register, begun, feedback_due_on=TODAY)
    assert register.activities.lines()[0].owes_feedback
    announced = []
    register.on_change(announced.append)
    register.activities.give_feedback(visit.id, TODAY, " By telephone ")
    assert [note.text for note in register.notes.of(visit.id)] == ["Feedback given: By telephone"]
    assert [change.kinds for change in announced] == [{"activity", "note"}]
    assert not register.activities.lines()[0].owes_feedback


def test_a_day_is_needed_for_feedback_passing_on_and_thanks(register, begun):
    visit = capture(register, begun, Finding(text=STRENGTH))
    (finding,) = register.activities.findings(visit.id)
    assert list(refused(register.activities.give_feedback, visit.id, None)) == ["feedback_sent_on"]
    assert list(refused(register.findings.pass_on, finding.id, "", None)) == ["passed_on_to", "passed_on_on"]
    assert list(refused(register.findings.thank, finding.id, None)) == ["thanked_on"]
    assert register.notes.of(visit.id) == []


def test_what_findings_took_over_follows_their_activity_and_exceptions_stay(register, begun):
    own = Finding(text="Of its own.", agency_ids=(begun.icb.id,))
    saved = capture(register, begun, Finding(text=STRENGTH), own, framework_items=("S11_8@2007:3",))
    changed = replace(saved, agency_ids=begun.partners, framework_items=("S11_8@2007:4",))
    register.activities.save(changed)
    found = {one.text: (one.agency_ids, one.framework_items) for one in register.activities.findings(saved.id)}
    assert found == {STRENGTH: (begun.partners, ("S11_8@2007:4",)), own.text: ((begun.icb.id,), ("S11_8@2007:4",))}


def test_from_plan_to_challenge_nothing_is_classified_twice(register, begun):
    priority = register.priorities.save(Priority(title="Neglect"))
    said = {"priority_ids": (priority.id,), "framework_items": ("S11_8@2007:3",), "themes": ("Neglect",)}
    item = register.plan_items.save(PlanItem(title="Neglect", agency_ids=(begun.la.id,), **said))
    saved = register.activities.note_what_i_saw(
        an_activity(plan_item_id=item.id), [Finding(kind=FindingKind.CONCERN, text=CONCERN)]
    )
    [finding] = register.activities.findings(saved.id)
    drafted = register.findings.to_challenge(finding.id)
    for one in (saved, finding, drafted):
        assert {name: getattr(one, name) for name in said} == said
    assert saved.agency_ids == finding.agency_ids == (begun.la.id,)


def test_what_is_of_today_is_offered_and_a_meeting_until_it_is_noted(register, begun):
    meeting = register.meetings.save(Meeting(body_id=begun.body.id, held_on=TODAY))
    capture(register, begun, held_on=TODAY, status=ActivityStatus.CANCELLED)
    visit = capture(register, begun, held_on=TODAY)
    assert (register.activities.of_today(), register.activities.meetings_of_today()) == ([visit], [meeting])
    observed = capture(register, begun, held_on=TODAY, meeting_id=meeting.id)
    assert (register.activities.of_today(), register.activities.meetings_of_today()) == ([observed, visit], [])
