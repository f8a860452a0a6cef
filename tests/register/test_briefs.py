"""The visit brief: what is known about each agency there, and nothing private."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from scrutineer.domain.activity import ActivityStatus, Finding, FindingKind
from scrutineer.domain.challenge import Visibility
from scrutineer.domain.method import Method
from tests.factories import TODAY, a_contact, an_activity, an_undertaking

WEEK = timedelta(days=7)


@pytest.fixture
def planned(register, begun):
    method = register.methods.save(Method(
        title="Front door", purpose="To hear it.", lines_of_enquiry="- Who rings back?", appreciative="When is it best?"
    ))
    return register.activities.save(an_activity(
        title="Front door", status=ActivityStatus.PLANNED, held_on=TODAY + WEEK, agency_ids=(begun.police.id,),
        method_id=method.id, people_met="two call handlers",
    ))


def seen(register, begun, weeks, *findings):
    visit = an_activity(title=f"Visit {weeks}", held_on=TODAY - weeks * WEEK, agency_ids=(begun.police.id,))
    return register.activities.note_what_i_saw(visit, findings)


def test_what_was_last_seen_to_work_comes_first_and_no_more_than_fits_on_a_page(register, begun, planned):
    for weeks in (3, 1, 2):
        seen(register, begun, weeks, Finding(text=f"Strength {weeks}."))
    [part] = register.briefs.brief(planned.id).parts
    assert part.agency == "Police"
    told = [(one.text, one.activity) for one in part.strengths]
    assert told == [("Strength 1", "Visit 1"), ("Strength 2", "Visit 2")]


def test_the_method_fills_in_what_the_activity_does_not_say(register, planned):
    brief = register.briefs.brief(planned.id)
    assert (brief.method, brief.purpose, brief.lines_of_enquiry, brief.appreciative, brief.people_met) == (
        "Front door", "To hear it.", "- Who rings back?", "When is it best?", "two call handlers"
    )


def test_open_challenges_say_what_is_awaited_and_how_many_are_left_out(register, begun, planned, put, answer):
    answer(put(begun.police.id, title="Answered")[1][0])
    for number in range(5):
        put(begun.police.id, title=f"Question {number}")
    put(begun.icb.id, title="Another agency’s")
    put(begun.police.id, title="Between us", visibility=Visibility.PRIVATE)
    [part] = register.briefs.brief(planned.id).parts
    assert [one.title for one in part.asked] == [f"Question {number}" for number in range(4)]
    assert part.asked[0].waiting == "answer awaited, due 21 Dec"
    assert part.more_asked == 2


def test_questions_that_became_no_challenge_stay_open(register, begun, planned):
    asked = (Finding(kind=FindingKind.QUESTION, text="Who reads them?"),
             Finding(kind=FindingKind.QUESTION, text="Put since."))  # fmt: skip
    seen(register, begun, 1, *asked)
    put = next(one for one in register.findings.all() if one.text == "Put since.")
    register.challenges.draft(register.findings.to_challenge(put.id))
    assert register.briefs.brief(planned.id).parts[0].questions == ("Who reads them?",)


def test_promises_and_people_are_those_of_today(register, begun, planned):
    id_ = begun.police.id
    register.undertakings.promise(an_undertaking(agency_id=id_, text="Send the audit tool.", due_on=TODAY))
    kept = register.undertakings.promise(an_undertaking(agency_id=id_, text="Kept."))
    register.undertakings.keep(kept.id, TODAY)
    register.contacts.save(a_contact(agency_id=id_, name="The superintendent", role="Public protection"))
    register.contacts.save(a_contact(agency_id=id_, name="Before", ends_on=TODAY - WEEK))
    [part] = register.briefs.brief(planned.id).parts
    assert part.promises == ("Send the audit tool (by 23 Nov)",)
    assert part.people == ("The superintendent, Public protection",)


def test_private_text_is_left_out(register, begun, planned):
    seen(register, begun, 1, Finding(text="MARK strength", private=("text",)),
         Finding(kind=FindingKind.QUESTION, text="MARK question", private=("text",)))  # fmt: skip
    promise = an_undertaking(agency_id=begun.police.id, text="MARK promise", private=("text",))
    register.undertakings.promise(promise)
    register.methods.save(Method(
        id=planned.method_id, title="Front door", appreciative="MARK method", private=("appreciative",)
    ))
    assert "MARK" not in repr(register.briefs.brief(planned.id))


def test_of_many_agencies_less_is_told_each(register, begun, planned, put):
    many = register.activities.save(replace(planned, agency_ids=begun.partners))
    for _ in range(3):
        put(begun.police.id)
    police = register.briefs.brief(many.id).parts[1]
    assert (len(police.asked), police.more_asked) == (2, 1)
