"""The state table, row by row: from where, to where, and what each step needs."""

import dataclasses
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.action import ActionStatus
from scrutineer.domain.challenge import ImpactLevel, Outcome, Position, Status
from scrutineer.domain.lifecycle import (
    ROW_OF,
    RUNGS_OF,
    TABLE,
    TOLD,
    Facts,
    Step,
    in_words,
    missing_for,
    status_of,
    steps_from,
    waits_for,
)
from tests.factories import TODAY, a_challenge, a_response, an_action, an_addressee

LONG_AGO = TODAY.replace(year=TODAY.year - 9)
STATUSES = st.sampled_from(Status)

# What settles every need of every step, and for each need's field the values that leave it missing.
WHOLE = Facts(
    challenge=a_challenge(),
    part=an_addressee(
        withdrawn_because="Put in error.", told="Executive Group", test_on=TODAY, due_on=TODAY + timedelta(days=9),
        acknowledged_on=TODAY, answered_on=TODAY, position=Position.ACCEPTED, question="And now?",
        test_plan="Twenty cases", outcome=Outcome.ASSURED_NO_CHANGE_NEEDED, closed_on=TODAY,
        impact_level=ImpactLevel.NONE_SEEN, what_changed="Nothing seen yet.",
    ),
    response=a_response(),
    actions=(an_action(status=ActionStatus.DONE, done_on=TODAY),),
)  # fmt: skip


def whole(step):
    """The whole facts; an action is agreed while something is still to be done, and tested when nothing is."""
    return but(actions=(an_action(),)) if step is Step.AGREE_ACTION else WHOLE


def but(**over):
    """The whole facts with some fields changed, on whichever record has them."""
    facts = WHOLE
    for name, value in over.items():
        if name == "actions":
            facts = dataclasses.replace(facts, actions=value)
            continue
        holder = "part" if hasattr(facts.part, name) else "challenge"
        facts = dataclasses.replace(facts, **{holder: dataclasses.replace(getattr(facts, holder), **{name: value})})
    return facts


ROWS = [(row.step, source) for row in TABLE for source in sorted(row.sources)]
NEEDS = [(step, source, need) for step, source in ROWS for need in ROW_OF[step].needs if source not in need.spared]

# The needs that are more than a field to be filled in: facts that fail them, and nothing else.
FAILING = {
    "The answer would be due before the challenge was put.": but(due_on=LONG_AGO),
    "Write at least one action that is still to be done.": WHOLE,
    "Give a new date, after the day on which they answered.": but(due_on=TODAY),
    "That day lies before the challenge was put.": but(acknowledged_on=LONG_AGO),
    "The answer would have come in before the challenge was put.": but(answered_on=LONG_AGO),
    "It would have ended before the challenge was put.": but(closed_on=LONG_AGO),
    "Record what the answer says.": dataclasses.replace(WHOLE, response=None),
    "An action is open: note it as done, or dropped with a reason.": but(actions=(an_action(),)),
    "“Practice changed” and higher levels need evidence that you or others have seen; until it is recorded, "
    "“process changed” is the highest.": but(impact_level=ImpactLevel.PRACTICE_CHANGED),
    "The outcome and the level say different things: “Process changed only” is level 2, “Practice changed” "
    "level 3, “A difference was seen” level 4 or 5.": but(outcome=Outcome.PROCESS_CHANGED_ONLY),
}


def test_the_table_is_the_one_that_was_agreed():
    assert {row.step.name: (" ".join(sorted(row.sources)), row.target.value) for row in TABLE} == {
        "PUT": ("draft", "raised"),
        "ACKNOWLEDGE": ("raised", "acknowledged"),
        "ANSWER": ("acknowledged further_information raised", "responded"),
        "ASK_MORE": ("action_agreed responded", "further_information"),
        "AGREE_ACTION": ("responded testing_impact", "action_agreed"),
        "TEST": ("action_agreed responded", "testing_impact"),
        "CLOSE": ("responded testing_impact", "closed"),
        "WITHDRAW": (
            "acknowledged action_agreed draft further_information raised responded testing_impact",
            "withdrawn",
        ),
    }
    assert {row.step.name: " ".join(need.field for need in row.needs) for row in TABLE} == {
        "PUT": "text raised_on due_on",
        "ACKNOWLEDGE": "acknowledged_on acknowledged_on",
        "ANSWER": "answered_on answered_on position text",
        "ASK_MORE": "question due_on due_on",
        "AGREE_ACTION": "actions",
        "TEST": "actions test_plan test_on",
        "CLOSE": "actions outcome impact_level impact_level outcome what_changed closed_on closed_on",
        "WITHDRAW": "withdrawn_because told closed_on closed_on",
    }


@pytest.mark.parametrize(("step", "source"), ROWS)
def test_a_step_with_everything_it_needs_is_allowed_from_each_of_its_sources(step, source):
    assert missing_for(step, source, whole(step)) == []
    assert step in steps_from(source)


@pytest.mark.parametrize("step", Step)
def test_a_step_is_refused_from_every_other_status(step):
    for status in set(Status) - ROW_OF[step].sources:
        assert step not in steps_from(status)
        sentence = f"“{step.value}” is not a next step while this part is “{status.label}”."
        assert missing_for(step, status, WHOLE) == [("status", sentence)]


@pytest.mark.parametrize(("step", "source", "need"), NEEDS)
def test_each_need_when_missing_says_exactly_its_sentence(step, source, need):
    empty = "" if type(getattr(WHOLE.part, need.field, getattr(WHOLE.challenge, need.field, None))) is str else None
    facts = FAILING.get(need.sentence) or but(**{need.field: empty})
    if step is Step.AGREE_ACTION:
        facts = but(actions=(an_action(status=ActionStatus.DONE, done_on=TODAY),))
    found = missing_for(step, source, facts)
    # From an answer, another outcome than the one that may close it is refused as well.
    straight = [problem for problem in found if problem.sentence.startswith("Straight after an answer")]
    assert [problem for problem in found if problem not in straight] == [(need.field, need.sentence)]
    assert bool(straight) is (source is Status.RESPONDED and facts.part.outcome not in {None, WHOLE.part.outcome})


def test_white_space_fills_nothing_in():
    assert [one.field for one in missing_for(Step.PUT, Status.DRAFT, but(text=" \n"))] == ["text"]


def test_the_words_asked_for_are_those_of_the_challenge_and_not_of_an_answer():
    wordless = dataclasses.replace(but(text=""), response=a_response(text="An answer."))
    assert [one.field for one in missing_for(Step.PUT, Status.DRAFT, wordless)] == ["text"]


def test_every_step_stands_once_in_the_table_and_every_status_is_reached_and_left():
    assert [row.step for row in TABLE] == list(Step)
    assert {row.target for row in TABLE} == set(Status) - {Status.DRAFT}
    assert {status for status in Status if not steps_from(status)} == {Status.CLOSED, Status.WITHDRAWN}
    assert all(steps_from(status) for status in Status if not status.is_ended)


def test_the_long_way_round_is_open_step_by_step():
    there = [Step.PUT, Step.ACKNOWLEDGE, Step.ANSWER, Step.ASK_MORE]
    back = [Step.ANSWER, Step.AGREE_ACTION, Step.TEST, Step.CLOSE]
    status = Status.DRAFT
    for step in there + back:
        assert missing_for(step, status, whole(step)) == []
        status = ROW_OF[step].target
    assert status is Status.CLOSED


@pytest.mark.parametrize("outcome", set(Outcome) - {Outcome.ASSURED_NO_CHANGE_NEEDED})
def test_straight_from_an_answer_it_closes_only_as_assured(outcome):
    level = ImpactLevel.PROCESS_CHANGED if outcome is Outcome.PROCESS_CHANGED_ONLY else ImpactLevel.NONE_SEEN
    facts = but(outcome=outcome, impact_level=level)
    assert "outcome" in [one.field for one in missing_for(Step.CLOSE, Status.RESPONDED, facts)]


@given(st.sampled_from(Outcome), st.sampled_from(ImpactLevel))
def test_it_closes_at_level_two_at_most_and_never_tells_two_stories(outcome, level):
    found = missing_for(Step.CLOSE, Status.TESTING_IMPACT, but(outcome=outcome, impact_level=level))
    assert ("impact_level" in [one.field for one in found]) is (level.rung > 2)
    assert ("outcome" in [one.field for one in found]) is (level.rung not in RUNGS_OF.get(outcome, range(6)))


def test_a_draft_that_nobody_saw_is_withdrawn_without_saying_who_was_told():
    assert missing_for(Step.WITHDRAW, Status.DRAFT, but(told="")) == []
    assert missing_for(Step.WITHDRAW, Status.RAISED, but(told="")) == [(TOLD.field, TOLD.sentence)]


def test_a_challenge_without_a_date_for_the_answer_may_be_put():
    assert missing_for(Step.PUT, Status.DRAFT, but(due_on=None)) == []


def test_testing_and_closing_wait_for_open_actions_and_for_nothing_that_a_form_can_fill():
    assert [one.field for one in waits_for(Step.TEST, but(actions=(an_action(),), test_plan=""))] == ["actions"]
    assert waits_for(Step.TEST, but(actions=(), test_plan="")) == []
    assert all(waits_for(step, but(actions=(an_action(),))) == [] for step in set(Step) - {Step.TEST, Step.CLOSE})


@given(st.lists(STATUSES, min_size=1))
def test_a_challenge_is_as_far_as_its_least_advanced_part_that_was_put(parts):
    found, order = status_of(parts), list(Status)
    parts = [part for part in parts if part is not Status.DRAFT] or [Status.DRAFT]
    still_open = [part for part in parts if not part.is_ended]
    assert found.is_ended is (not still_open)
    assert found in parts
    assert all(order.index(found) <= order.index(part) for part in still_open)
    assert (found is Status.WITHDRAWN) is (set(parts) == {Status.WITHDRAWN})


def test_a_challenge_without_parties_is_a_draft():
    assert status_of([]) is Status.DRAFT


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ("raised", "Raised"),
        ("raised raised", "Raised"),
        ("raised responded closed", "Raised · 2 of 3 answered"),
        ("further_information action_agreed", "More asked · 1 of 2 answered"),
        ("acknowledged responded withdrawn", "Acknowledged · 1 of 2 answered"),
        ("raised withdrawn", "Raised · 1 of 2 ended"),
        ("responded responded", "Responded"),
        ("testing_impact closed", "Testing impact · 1 of 2 ended"),
        ("closed withdrawn", "Closed"),
        ("withdrawn", "Withdrawn"),
        ("draft draft", "Draft"),
    ],
)
def test_the_status_comes_with_its_count(parts, words):
    found = [Status(code) for code in parts.split()]
    assert in_words(status_of(found), found) == words


@given(st.lists(STATUSES, min_size=1))
def test_a_withdrawn_party_never_counts_as_having_answered(parts):
    alone = [part for part in parts if part is not Status.WITHDRAWN]
    counts = "answered" in in_words(status_of(parts), parts)
    assert counts is (bool(alone) and "answered" in in_words(status_of(alone), alone))
