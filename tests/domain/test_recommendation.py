"""A recommendation: the words that count, what a decision needs, and what it waits for."""

from datetime import timedelta

import pytest

from scrutineer.domain.recommendation import (
    Decision,
    Embedded,
    Recommendation,
    RecommendationLine,
    RecommendationSource,
)
from tests.factories import TODAY

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def line(decision=Decision.ACCEPTED, due_on=None, actions=0, open_actions=0, embedded=Embedded.NOT_TESTED):
    return RecommendationLine("1", "EX-R-2026-001", "Name her.", RecommendationSource.SCRUTINEER, "", "", decision, "",
                              due_on, actions, open_actions, embedded)  # fmt: skip


def test_the_words_as_decided_count():
    assert Recommendation(text="First.").wording == "First."
    assert Recommendation(text="First.", final_wording=" ").wording == "First."
    assert Recommendation(text="First.", final_wording="Second.").wording == "Second."


def test_an_amended_one_says_how_and_a_declined_one_why():
    fields = {
        decision: [problem.field for problem in Recommendation(text="Do.", decision=decision).problems()]
        for decision in Decision
    }
    assert fields == {Decision.AWAITED: [], Decision.ACCEPTED: [], Decision.AMENDED: ["final_wording"],
                      Decision.DECLINED: ["reason"]}  # fmt: skip


def test_what_was_accepted_in_some_form_is_taken_up():
    assert [one for one in Decision if one.is_taken_up] == [Decision.ACCEPTED, Decision.AMENDED]


@pytest.mark.parametrize(("of", "to_do", "to_test"), [
    (line(), True, False),
    (line(actions=2, open_actions=1), True, False),
    (line(actions=2), False, True),
    (line(due_on=YESTERDAY), False, True),
    (line(due_on=TOMORROW), True, False),
    (line(due_on=YESTERDAY, actions=1, open_actions=1), True, False),
    (line(actions=1, embedded=Embedded.PARTLY), False, True),
    (line(actions=1, embedded=Embedded.EMBEDDED), False, False),
    (line(Decision.DECLINED), False, False),
    (line(Decision.AWAITED, due_on=YESTERDAY), False, False),
])  # fmt: skip
def test_it_is_being_done_until_there_is_something_to_test(of, to_do, to_test):
    assert (of.is_to_do(TODAY), of.is_to_test(TODAY)) == (to_do, to_test)
    assert of.is_awaiting == (of.decision is Decision.AWAITED)
