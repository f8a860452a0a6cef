"""What the report of a year tells of each agency and of the Partnership, out of what the record holds anyway."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from scrutineer.domain.activity import ActivityType, AskedBy, Finding, FindingKind, LedBy
from scrutineer.domain.activity_form import Grading, Reading
from scrutineer.domain.assurance import JudgedKind, Judgement
from scrutineer.domain.challenge import Addressee, Challenge, PartyKind, Position, Visibility
from scrutineer.domain.figures import Figures
from scrutineer.domain.note import Undertaking
from scrutineer.domain.organisation import Agency, Appointment, Change
from scrutineer.domain.paper import Paper, PaperKind
from scrutineer.domain.recommendation import Recommendation
from scrutineer.domain.reply import Reply, ReplyKind
from scrutineer.domain.year_figures import AnnualFigures
from scrutineer.register.judgements import period_on
from scrutineer.register.replies import Answer
from tests.factories import TODAY, an_activity

STARTS = date(2026, 4, 1)


def year(register):
    figures = register.figures.figures(Paper(starts_on=STARTS, ends_on=TODAY, kind=PaperKind.ANNUAL))
    assert isinstance(figures, AnnualFigures)
    return figures.year


def told_of(register, agency):
    (found,) = [one for one in year(register).agencies if one.called == agency.called]
    return found


def put_to(register, *parties, **over):
    words = {"title": "", "text": "Who was told?", "raised_on": date(2026, 11, 2)} | over
    return register.challenges.parts(register.challenges.put_to(Challenge(**words), parties).id)


def test_only_the_report_of_a_year_has_it(register, begun):
    assert type(register.figures.figures(Paper(starts_on=STARTS, ends_on=TODAY))) is Figures


def test_what_an_agency_led_or_asked_for_is_told_only_where_it_stands_alone(register, begun):
    icb, la = begun.icb.id, begun.la.id
    team = register.agencies.save(Agency(name="Night team", parent_id=icb))
    led = {"led_by": LedBy.AGENCY, "asked_by": AskedBy.AGENCY}
    register.activities.save(an_activity(title="Own", agency_ids=(icb, team.id), **led))
    register.activities.save(an_activity(title="Together", agency_ids=(icb, la), **led))
    register.activities.save(an_activity(title="Long ago", agency_ids=(icb,), held_on=STARTS - timedelta(1), **led))
    told = told_of(register, begun.icb)
    assert [one.title for one in told.scrutiny] == ["Own", "Together"]
    assert [one.title for one in told.led] == [one.title for one in told.asked_for] == ["Own"]
    assert told_of(register, begun.la).led == ()


def test_strengths_parts_promises_recommendations_and_my_view_are_its_own(register, begun):
    icb = begun.icb.id
    visit = an_activity(held_on=TODAY - timedelta(days=7))
    register.activities.note_what_i_saw(visit, [
        Finding(text="They ring back.", agency_ids=(icb,)),
        Finding(text="SECRET", agency_ids=(icb,), private=("text",)),
        Finding(text="Too few.", kind=FindingKind.CONCERN, agency_ids=(icb,)),
    ])  # fmt: skip
    put_to(register, Addressee(kind=PartyKind.JOINT, agency_ids=(icb, begun.la.id)), text="Jointly")
    put_to(register, Addressee(agency_id=begun.la.id), text="Another’s")
    put_to(register, Addressee(agency_id=icb), text="Mine alone", visibility=Visibility.PRIVATE)
    kept = register.undertakings.promise(Undertaking(text="Send it.", to_whom="Nurse", agency_id=icb, due_on=TODAY))
    register.undertakings.keep(kept.id, TODAY)
    register.undertakings.promise(Undertaking(text="Ring.", to_whom="Nurse", agency_id=icb, due_on=TODAY))
    register.recommendations.save(Recommendation(text="Twice.", made_on=TODAY, agency_ids=(icb,)))
    period = period_on(register.periods.all(), TODAY)
    register.judgements.judge(Judgement(period_id=period.id, scale="CIPFA4", rating="limited", kind=JudgedKind.AGENCY,
                                        agency_id=icb, bottom_line="It asks first."), {})  # fmt: skip
    told = told_of(register, begun.icb)
    assert [one.text for one in told.strengths] == ["They ring back."]
    assert [part.challenge.text for part in told.parts] == ["Jointly"]
    assert [one.text for one in told.kept] == ["Send it."]
    assert [one.text for one in told.promised] == ["Ring."]
    assert [one.text for one in told.recommendations] == ["Twice."]
    assert told.view == "It asks first."
    assert "SECRET" not in repr(year(register))


def test_what_others_answered_is_not_told_of_it(register, begun, answer):
    _, other = put_to(register, Addressee(agency_id=begun.icb.id), Addressee(agency_id=begun.police.id))
    answer(other, "Of the police.")
    assert "Of the police." not in repr(told_of(register, begun.icb))


def test_a_successor_is_told_with_those_that_it_followed(register, begun):
    register.activities.save(an_activity(agency_ids=(begun.district.id,), held_on=TODAY - timedelta(30)))
    after = register.agencies.save(Agency(name="Northmoor Unitary"))
    register.successions.follow([begun.district], [after], Change.RENAMED, TODAY - timedelta(7))
    told = told_of(register, after)
    assert told.name == "Northmoor Unitary (formerly Northmoor District)"
    assert len(told.scrutiny) == 1
    assert "Northmoor District" not in [one.called for one in year(register).agencies]


def test_an_agency_of_which_nothing_is_held_is_quiet(register, begun):
    quiet = [one.called for one in year(register).agencies if one.is_quiet]
    assert quiet == ["ICB", "LA", "Police", "Northmoor District"]
    assert [one.called for one in year(register).partners] == ["ICB", "LA", "Police"]


def test_days_to_answer_run_in_working_days_from_the_question_to_the_first_answer(register, begun):
    first, second, unanswered = (
        put_to(register, Addressee(agency_id=id_), raised_on=date(2026, 11, 2))[0] for id_ in begun.partners)
    for part, day, kind in ((first, 9, ReplyKind.HOLDING), (first, 13, ReplyKind.ANSWER), (first, 16, ReplyKind.ANSWER),
                            (second, 3, ReplyKind.ANSWER), (unanswered, 4, ReplyKind.HOLDING)):  # fmt: skip
        reply = Reply(received_on=date(2026, 11, day), text="Here.", kind=kind)
        register.replies.record(reply, {part.id: Answer(Position.ACCEPTED)})
    told = year(register)
    assert (told.answers, told.mean_days) == (2, (9 + 1) / 2)


def test_grades_are_counted_for_all_and_a_figure_read_of_several_agencies_is_left_out(register, begun):
    audit = register.activities.save(an_activity(type=ActivityType.MULTI_AGENCY_AUDIT))
    register.gradings.save_all(audit.id, [
        Grading(agency_id=begun.icb.id, aspect="Voice", own="2", moderated="3"),
        Grading(agency_id=begun.la.id, aspect="Voice", own="2", moderated="1"),
        Grading(agency_id=begun.police.id, aspect="Voice", own="3", moderated="1"),
    ])
    register.readings.save_all(audit.id, [
        Reading(indicator="Episodes", value="3"), Reading(indicator="Waiting", value="12", agency_id=begun.la.id),
        Reading(indicator="In time", value="88 %", agency_id=begun.la.id),
        Reading(indicator="in  time", value="71 %", agency_id=begun.police.id),
    ])
    told = year(register)
    assert told.gradings == {"moderated higher": 1, "moderated lower": 2}
    assert [(one.indicator, one.value) for one in told.readings] == [("Episodes", "fewer than 5"), ("Waiting", "12")]


def test_the_terms_of_the_period_are_told(register, begun):
    me, said = register.desk.me, "I hold no contract."
    register.appointments.save(Appointment(scrutineer_id=me, starts_on=STARTS, independence=said))
    register.appointments.save(Appointment(starts_on=date(2020, 1, 1), ends_on=date(2021, 1, 1)))
    (told,) = year(register).terms
    assert (told.independence, told.arrangement, told.title) == (
        "I hold no contract.", "A single scrutineer", "Independent Scrutineer")


@pytest.mark.parametrize("kind", PaperKind)
def test_a_paper_over_an_empty_time_can_be_frozen(register, kind):
    long_ago = date(1990, 1, 1)
    assert register.figures.figures(Paper(starts_on=long_ago, ends_on=long_ago, kind=kind)).activities == ()
