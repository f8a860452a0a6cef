"""A recommendation is written once, decided, followed, and tested whether it has become what people do."""

from dataclasses import replace
from datetime import timedelta

import pytest

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.recommendation import Decision, Embedded, Recommendation, RecommendationSource
from scrutineer.domain.update import ProgressUpdate
from tests.factories import TODAY, a_paper, an_activity
from tests.register.conftest import refused

WORDS = "Ask every agency to name who reads return-home interviews."


@pytest.fixture
def paper(register, begun):
    return register.papers.save(a_paper(body_id=begun.body.id, meeting_id=begun.meeting.id))


@pytest.fixture
def recommended(register, paper):
    return register.recommendations.save(Recommendation(text=WORDS, paper_id=paper.id))


def test_it_gets_its_reference_and_stands_last_in_its_paper(register, paper, recommended):
    assert (recommended.reference, recommended.made_on, recommended.place) == ("EX-R-2026-001", TODAY, 1)
    second = register.recommendations.save(Recommendation(text="Second.", paper_id=paper.id))
    assert second.place == 2
    changed = register.recommendations.save(replace(recommended, text="First."))
    assert (changed.reference, changed.place) == ("EX-R-2026-001", 1)
    assert register.recommendations.of_paper(paper.id) == [changed, second]
    assert register.recommendations.of_paper(None) == []


def test_recommendations_change_places_within_their_paper(register, paper, recommended):
    second = register.recommendations.save(Recommendation(text="Second.", paper_id=paper.id))
    register.recommendations.move(second.id, -1)
    assert [one.id for one in register.recommendations.of_paper(paper.id)] == [second.id, recommended.id]
    register.recommendations.move(second.id, -1)
    assert [one.id for one in register.recommendations.of_paper(paper.id)] == [second.id, recommended.id]


def test_a_meeting_accepts_amends_or_declines_it(register, begun, recommended):
    decide, id_ = register.recommendations.decide, recommended.id
    accepted = decide(id_, Decision.ACCEPTED, TODAY, meeting_id=begun.meeting.id, wording="ignored", reason="ignored")
    assert (accepted.wording, accepted.reason, accepted.meeting_id) == (WORDS, "", begun.meeting.id)
    amended = decide(id_, Decision.AMENDED, TODAY, wording="Ask the three partners.")
    assert (amended.wording, amended.text) == ("Ask the three partners.", WORDS)
    declined = decide(id_, Decision.DECLINED, TODAY, reason="It is done already.")
    assert (declined.reason, declined.final_wording) == ("It is done already.", "")


def test_what_a_decision_lacks_is_named(register, recommended):
    decide, id_ = register.recommendations.decide, recommended.id
    assert set(refused(decide, id_, Decision.AWAITED, None)) == {"decision", "decided_on"}
    assert set(refused(decide, id_, Decision.AMENDED, TODAY)) == {"final_wording"}
    assert set(refused(decide, id_, Decision.DECLINED, TODAY)) == {"reason"}
    assert set(refused(decide, id_, Decision.ACCEPTED, TODAY + timedelta(days=1))) == {"decided_on"}


def test_actions_follow_and_a_declined_one_has_none(register, recommended):
    action = register.recommendations.follow(recommended.id, Action(text="Name a reader.", due_on=TODAY))
    assert (action.recommendation_id, action.first_due_on) == (recommended.id, TODAY)
    assert register.recommendations.actions_of(recommended.id) == [action]
    assert "decision" in refused(register.recommendations.undecide, recommended.id)
    other = register.recommendations.save(Recommendation(text="Another."))
    register.recommendations.decide(other.id, Decision.DECLINED, TODAY, reason="Too early.")
    assert "text" in refused(register.recommendations.follow, other.id, Action(text="Still do it."))
    assert register.recommendations.undecide(other.id).decision is Decision.AWAITED


def test_embedded_needs_words_or_evidence(register, recommended):
    test, id_ = register.recommendations.test, recommended.id
    assert set(refused(test, id_, Embedded.NOT_TESTED, None, "")) == {"embedded", "embedded_on", "seen"}
    taken_up = register.recommendations.decide(id_, Decision.ACCEPTED, TODAY)
    assert set(refused(test, id_, Embedded.PARTLY, TODAY, "")) == {"seen"}
    register.evidence.link(register.evidence.linked(taken_up.id), register.activities.save(an_activity()))
    assert test(id_, Embedded.EMBEDDED, TODAY, "").embedded is Embedded.EMBEDDED
    assert "embedded_on" in refused(test, id_, Embedded.PARTLY, TODAY + timedelta(days=1), "I looked.")


def test_the_list_says_what_each_waits_for(register, begun, recommended):
    review = register.recommendations.save(Recommendation(
        text="Read every plan.", source=RecommendationSource.LCSPR, source_title="Child A",
        agency_ids=(begun.la.id,),
    ))
    first, second = register.recommendations.lines()
    assert {first.is_awaiting, second.is_awaiting} == {True}
    register.recommendations.decide(review.id, Decision.ACCEPTED, TODAY, meeting_id=begun.meeting.id)
    action = register.recommendations.follow(review.id, Action(text="Read ten.", agency_id=begun.la.id))
    (line,) = [one for one in register.recommendations.lines() if one.id == review.id]
    assert (line.agencies, line.decided, line.open_actions) == ("LA", "Executive Group, 18 Dec 2026", 1)
    assert (line.is_to_do(TODAY), line.is_to_test(TODAY)) == (True, False)
    register.updates.note(ProgressUpdate(action_id=action.id, noted_on=TODAY, status=ActionStatus.DONE))
    (line,) = [one for one in register.recommendations.lines() if one.id == review.id]
    assert (line.is_to_do(TODAY), line.is_to_test(TODAY)) == (False, True)
    assert [one.id for one in register.recommendations.lines()] == [recommended.id, review.id]


def test_left_for_later_is_a_note_on_it(register, begun, recommended):
    note = register.recommendations.leave(recommended.id, begun.meeting.id, "More numbers first.")
    assert note.text == "Left for later at Executive Group, 18 Dec 2026. More numbers first."
    assert register.recommendations.get(recommended.id).decision is Decision.AWAITED
