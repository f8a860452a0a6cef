"""What a paper tells of the system and the culture of scrutiny: of its own days, without private words."""

from dataclasses import replace
from datetime import date, timedelta

from scrutineer.domain.action import Action
from scrutineer.domain.activity import Level
from scrutineer.domain.assurance import Confirmation, ConfirmationState, Conflict, JudgedKind, Judgement
from scrutineer.domain.culture import CultureRound, Feedback, Verdict
from scrutineer.domain.paper import Paper, PaperKind, chapters_of
from scrutineer.domain.plan import PlanItem
from scrutineer.domain.recommendation import Decision, Embedded, Recommendation
from scrutineer.register.culture import Given
from scrutineer.register.judgements import period_on
from scrutineer.register.principles import Worded
from tests.factories import TODAY, an_activity

STARTS, ENDS = date(2026, 9, 1), TODAY


def system(register, paper=None):
    paper = paper or Paper(starts_on=STARTS, ends_on=ENDS)
    return register.figures.figures(paper).system


def judge(register, rating, **over):
    period = period_on(register.periods.all(), over.pop("on", TODAY))
    usual = {"period_id": period.id, "scale": "CIPFA4", "rating": rating, "bottom_line": "So, on balance."}
    return register.judgements.judge(Judgement(**usual | over), {})


def test_the_overall_opinion_stands_first_with_the_word_of_the_period_before(register, begun):
    register.periods.ensure_quarters(date(2026, 8, 1))
    judge(register, "limited", on=date(2026, 8, 1), rationale="Seen.")
    judge(register, "reasonable", rationale="Seen again.", private=("rationale",))
    judge(register, "limited", kind=JudgedKind.AGENCY, agency_id=begun.icb.id)
    told = system(register).assurance
    assert told.overall.rating.word.startswith("Reasonable")
    assert told.overall.before.startswith("Limited")
    assert (told.overall.rationale, told.period) == ("", "2026–27, quarter 3")
    assert [one.about for one in told.others] == ["Exampleshire Integrated Care Board"]
    assert {"not_assessed", "insufficient_evidence"} <= {one.code for one in told.definitions}


def test_where_nothing_is_judged_yet_the_last_views_before_are_told_under_their_period(register, begun):
    assert system(register).assurance.judgements == ()
    register.periods.ensure_quarters(date(2026, 8, 1))
    judge(register, "limited", on=date(2026, 8, 1))
    assert system(register).assurance.period == "2026–27, quarter 2"


def test_confirmations_that_were_given_are_told(register, begun):
    period = period_on(register.periods.all(), TODAY)
    ref = register.confirmations.items()[0]
    partly = ConfirmationState.PARTLY
    register.confirmations.confirm(
        Confirmation(period_id=period.id, framework_item=ref, state=partly, text="It is followed."), {})
    (told,) = system(register).assurance.confirmations
    assert (told.state, told.confirmed_on, told.text) == (ConfirmationState.PARTLY, TODAY, "It is followed.")


def test_own_recommendations_stand_apart_from_earlier_ones_and_settled_ones_go(register, begun):
    paper = register.papers.save(Paper(starts_on=STARTS, ends_on=ENDS))
    own = register.recommendations.save(Recommendation(text="That one plan be made.", paper_id=paper.id))
    long_ago = TODAY - timedelta(400)
    earlier = register.recommendations.save(Recommendation(text="Twice.", made_on=long_ago, agency_ids=(begun.icb.id,)))
    register.recommendations.decide(earlier.id, Decision.ACCEPTED, long_ago)
    register.recommendations.follow(earlier.id, Action(text="Bring it.", agency_id=begun.icb.id, due_on=TODAY))
    gone = register.recommendations.save(Recommendation(text="Gone.", made_on=long_ago))
    register.recommendations.decide(gone.id, Decision.DECLINED, long_ago, reason="No.")
    done = register.recommendations.save(Recommendation(text="Done.", made_on=long_ago))
    register.recommendations.decide(done.id, Decision.ACCEPTED, long_ago)
    register.recommendations.test(done.id, Embedded.EMBEDDED, TODAY, "Seen.")
    told = system(register, paper)
    assert [one.reference for one in told.asked] == [own.reference]
    assert [(one.text, one.actions, one.actions_open) for one in told.earlier] == [("Twice.", 1, 1), ("Done.", 0, 0)]


def test_the_plan_of_the_next_three_months_is_told_and_nothing_settled(register, begun):
    december = date(2026, 12, 1)
    for title, planned_on in (("Soon", december), ("Later", date(2027, 3, 30)), ("Dropped", december)):
        made = register.plan_items.plan(PlanItem(title=title, planned_on=planned_on, agency_ids=(begun.icb.id,)))
        if title == "Dropped":
            register.plan_items.drop(made.id, "No longer.")
    assert [(one.title, one.agencies) for one in system(register).ahead] == [("Soon", ("ICB",))]


def test_coverage_is_that_of_the_twelve_months_before_the_paper_ends(register, begun):
    register.activities.save(an_activity(agency_ids=(begun.icb.id,), held_on=TODAY - timedelta(10)))
    told = system(register).coverage
    assert dict(told.rows)["ICB"][told.columns.index("Visits and observation")] == 1
    assert any("LA" in spot or "Council" in spot for spot in told.blind_spots)


def test_answers_of_small_groups_are_never_told_and_feedback_says_what_it_changed(register, begun):
    asked = register.culture_rounds.begin(CultureRound(title="A year", asked_on=TODAY - timedelta(3)))
    first, second = register.culture_statements.asked()[:2]
    register.culture_answers.enter(asked.id, Level.BOARD, {first.id: Given(5, 2, 1), second.id: Given(2, 1, 0)})
    visit = register.activities.save(an_activity(title="Front door"))
    register.feedback.note(Feedback(subject_id=visit.id, from_whom="Manager", answered_on=TODAY, was_fair=Verdict.YES,
                                    shaped="I send a brief."))  # fmt: skip
    told = system(register).feeling
    assert [(statement, words) for _, statement, words in told.answers] == [
        (first.text, "5 of 8 agree, 2 partly, 1 does not")]
    assert told.shaped == (("Front door", "I send a brief."),)
    assert told.tally == ""      # of fewer than five


def test_principles_and_conflicts_are_told_with_what_happened_in_the_period(register, begun):
    register.principles.write([Worded("Learning first", "Of use.")], TODAY - timedelta(300))
    (principle,) = register.principles.current()
    register.principle_examples.note(principle.id, "Shown early.", date(2026, 10, 1))
    register.principle_examples.note(principle.id, "Before.", date(2026, 3, 1))
    register.conflicts.save(Conflict(noted_on=TODAY, text="Once a governor.", handled="Another leads."))
    register.conflicts.save(Conflict(noted_on=TODAY, text="Over.", ended_on=date(2026, 1, 1)))
    told = system(register, replace(Paper(starts_on=STARTS, ends_on=ENDS), kind=PaperKind.ANNUAL))
    assert [(one.title, one.examples) for one in told.principles] == [
        ("Learning first", ((date(2026, 10, 1), "Shown early."),))]
    assert told.conflicts == (("Once a governor.", "Another leads."),)
    assert len(chapters_of(PaperKind.ANNUAL)) == len(chapters_of(PaperKind.ASSURANCE)) + 5


def test_the_report_of_a_year_looks_a_year_ahead_and_a_year_back(register, begun):
    register.plan_items.plan(PlanItem(title="Later", planned_on=date(2027, 3, 30)))
    register.periods.ensure_quarters(date(2025, 11, 1))
    judge(register, "limited", on=date(2025, 11, 1))
    judge(register, "reasonable")
    told = system(register, Paper(starts_on=STARTS, ends_on=ENDS, kind=PaperKind.ANNUAL))
    assert [one.title for one in told.ahead] == ["Later"]
    assert told.months_ahead == 12
    assert told.assurance.year_before.startswith("Limited")
    assert told.assurance.year_before_period == "2025–26, quarter 3"
