"""A view is given for a period, carried into the next in one step, and never written over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrutineer.domain.activity import Activity, ActivityStatus, ActivityType
from scrutineer.domain.assurance import Confidence, Confirmation, ConfirmationState, Direction, Judgement
from scrutineer.domain.evidence import Evidence, EvidenceKind
from scrutineer.domain.organisation import PeriodKind, ReportingPeriod
from scrutineer.register.judgements import period_on
from scrutineer.register.judging import OVERALL
from scrutineer.register.register import Register
from tests.factories import TODAY
from tests.register.conftest import Begun, Periods, refused

STEP = ("framework_item", "SIX_STEPS_2019@2019:3")


def judge(register: Register, period: ReportingPeriod, subject: tuple[str, str] = STEP, **over: object) -> Judgement:
    """A view with its bottom line, given of a subject."""
    facts = {"rating": "reasonable", "bottom_line": "So, on balance, they are heard."} | over
    return register.judgements.judge(replace(register.judgements.begin(period, subject), **facts))


def three_kinds(register: Register) -> dict[str, str]:
    """The ids of data, an observation and an agency's policy."""
    visit = register.activities.save(Activity(
        title="A visit", type=ActivityType.FRONT_LINE_VISIT, held_on=TODAY, status=ActivityStatus.CARRIED_OUT
    ))
    data = register.evidence.save(Evidence(title="Returns", kind=EvidenceKind.DATA))
    policy = register.evidence.save(Evidence(title="The policy", kind=EvidenceKind.POLICY))
    return {data.id: "the figures", visit.id: "", policy.id: "what is meant"}


def test_the_period_of_a_day_is_the_shortest_that_it_lies_in(register: Register, periods: Periods):
    year = register.periods.save(ReportingPeriod(
        label="2026-27", kind=PeriodKind.YEAR, starts_on=date(2026, 4, 1), ends_on=date(2027, 3, 31)
    ))
    assert period_on(register.periods.all(), TODAY) == periods[1]
    assert period_on(register.periods.all(), date(2027, 4, 2)) == year
    assert period_on(register.periods.all(), date(2026, 3, 31)) is None
    assert period_on([], TODAY) is None


def test_a_view_keeps_its_scale_its_words_its_day_and_whose_it_is(register: Register, periods: Periods):
    kept = judge(register, periods[1])
    assert (kept.scale, kept.judged_on, kept.scrutineer_id) == ("CIPFA4", TODAY, register.desk.me)
    assert kept.about.startswith("Children, young people and families")
    assert kept.direction is Direction.FIRST
    assert register.judgements.standing(periods[1].id) == {STEP: kept}


def test_a_word_that_is_missing_or_not_on_the_scale_is_refused(register: Register, periods: Periods):
    assert "rating" in refused(judge, register, periods[1], rating="")
    assert "scale" in refused(judge, register, periods[1], rating="moderate")["rating"]
    blank = replace(register.judgements.begin(periods[1], STEP), period_id=None, rating="limited")
    assert list(refused(register.judgements.judge, blank)) == ["period_id"]


def test_substantial_needs_three_kinds_of_source_or_a_reason(register: Register, periods: Periods):
    began = replace(register.judgements.begin(periods[1], STEP), rating="substantial")
    sources = three_kinds(register)
    asked = refused(register.judgements.judge, began)
    assert asked == {"shown_by": (
        "“Substantial assurance” needs evidence of at least three kinds of source; so far there is none. "
        "Link three more, or give a reason that stands in."
    )}  # fmt: skip
    two = dict(list(sources.items())[:2])
    assert "so far there are two (data and direct observation). Link one more" in (
        refused(register.judgements.judge, began, two)["shown_by"]
    )
    kept = register.judgements.judge(began, sources)
    assert register.judgements.kinds_of(kept.id) == ("data", "direct observation", "the agency’s own account")
    stood_in = register.judgements.judge(replace(
        register.judgements.begin(periods[0], STEP), rating="substantial", stands_in="Inspected last month."
    ))
    assert stood_in.rating == "substantial"


def test_an_agencys_own_papers_are_one_kind_and_what_was_not_held_is_none(register: Register, periods: Periods):
    own = [register.evidence.save(Evidence(title=kind.label, kind=kind)) for kind in (
        EvidenceKind.POLICY, EvidenceKind.MINUTES, EvidenceKind.TRAINING, EvidenceKind.AGENCY_STATEMENT,
    )]  # fmt: skip
    planned = register.activities.save(Activity(title="Planned", type=ActivityType.DATA_REVIEW, held_on=TODAY,
                                                status=ActivityStatus.PLANNED))  # fmt: skip
    began = replace(register.judgements.begin(periods[1], STEP), rating="substantial")
    shown_by = dict.fromkeys([*(one.id for one in own), planned.id], "")
    assert "there is one (the agency’s own account). Link two more" in (
        refused(register.judgements.judge, began, shown_by)["shown_by"]
    )


def test_every_missing_thing_is_said_at_once(register: Register, periods: Periods):
    judge(register, periods[0], rationale="I saw it.")
    began = replace(register.judgements.begin(periods[1], STEP), rating="substantial")
    asked = refused(register.judgements.judge, began)
    assert list(asked) == ["shown_by", "rationale"]
    assert asked["rationale"] == "Say why your view has changed."


def test_still_my_view_carries_the_view_and_what_shows_it(register: Register, periods: Periods):
    second, third = periods
    began = replace(register.judgements.begin(second, STEP), rating="substantial", confidence=Confidence.HIGH)
    before = register.judgements.judge(began, three_kinds(register))
    kept = register.judgements.still(third, STEP)
    assert (kept.rating, kept.confidence, kept.direction) == ("substantial", Confidence.HIGH, Direction.STEADY)
    assert (kept.supersedes_id, kept.period_id) == (before.id, third.id)
    assert [link.shows for link in register.evidence.links_of(kept.id)] == ["the figures", "", "what is meant"]
    assert register.judgements.get(before.id).direction is Direction.FIRST
    assert "already" in refused(register.judgements.still, third, STEP)["rating"]
    assert "no earlier view" in refused(register.judgements.still, third, OVERALL)["rating"]


def test_a_changed_view_says_why_and_the_earlier_one_stays(register: Register, periods: Periods):
    first = judge(register, periods[1], rationale="What I saw in spring.")
    again = replace(register.judgements.begin(periods[1], STEP), rating="limited")
    assert "rationale" in refused(register.judgements.judge, again)
    kept = register.judgements.judge(replace(again, rationale="Of 22 plans, 5 showed it."))
    assert register.judgements.standing(periods[1].id) == {STEP: kept}
    assert register.judgements.course_of(STEP) == [first, kept]


def test_a_period_in_which_judgements_stand_keeps_its_scale(register: Register, periods: Periods):
    second, third = periods
    judge(register, second)
    register.partnerships.save(replace(register.partnership, rating_scale="GIAA4"))
    assert register.judgements.scale_of(second.id).code == "CIPFA4"
    assert register.judgements.scale_of(third.id).code == "GIAA4"
    assert "another scale" in refused(register.judgements.still, third, STEP)["rating"]
    began = register.judgements.begin(third, STEP)
    assert (began.scale, began.rating) == ("GIAA4", "")
    assert judge(register, third, rating="moderate").rating == "moderate"
    wrong = replace(register.judgements.begin(third, OVERALL), scale="CIPFA4", rating="limited")
    assert "another scale" in refused(register.judgements.judge, wrong)["rating"]


def test_an_agency_is_called_as_it_is_called_today(register: Register, begun: Begun, periods: Periods):
    kept = judge(register, periods[1], ("agency", begun.police.id))
    assert kept.about == "Exampleshire Constabulary"
    register.agencies.save(replace(begun.police, name="The Constabulary"))
    assert register.judgements.called(kept) == "The Constabulary"


def test_a_confirmation_has_something_that_shows_it_or_words(register: Register, periods: Periods):
    ref = register.confirmations.items()[0]
    began = replace(register.confirmations.begin(periods[1], ref), state=ConfirmationState.CONFIRMED)
    assert "shown_by" in refused(register.confirmations.confirm, began, {})
    sources = three_kinds(register)
    kept = register.confirmations.confirm(began, sources)
    assert kept.confirmed_on == TODAY
    assert register.confirmations.standing(periods[1].id) == {ref: kept}
    less = register.confirmations.confirm(replace(kept, state=ConfirmationState.NOT_TESTED), {})
    assert (less.id, less.confirmed_on) == (kept.id, None)
    assert register.evidence.links_of(kept.id) == []


def test_a_confirmation_of_another_state_needs_nothing(register: Register, periods: Periods):
    ref = register.confirmations.items()[1]
    kept = register.confirmations.confirm(
        Confirmation(period_id=periods[1].id, framework_item=ref, state=ConfirmationState.NOT_CONFIRMED), {}
    )
    assert kept.about == register.frameworks.title_of(ref)


def test_a_confirmation_begins_as_it_was_in_the_period_before(register: Register, periods: Periods):
    second, third = periods
    ref = register.confirmations.items()[3]
    began = replace(register.confirmations.begin(second, ref), state=ConfirmationState.PARTLY, text="I sat in on two.")
    before = register.confirmations.confirm(began, {})
    offered = register.confirmations.begin(third, ref)
    assert (offered.state, offered.text, offered.confirmed_on) == (ConfirmationState.PARTLY, "I sat in on two.", None)
    assert register.confirmations.standing(third.id) == {}
    [line] = [line for line in register.judging.confirmed(third) if line.id == ref]
    assert (line.state, line.confirmation, line.last) == (ConfirmationState.NOT_TESTED, None, before)
    assert register.confirmations.confirm(offered, {}).id != before.id
