"""The state table, row by row: from where, to where, and what each step needs."""

import dataclasses
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.action import ActionStatus
from scrutineer.domain.challenge import ImpactLevel, Outcome, Position, Stage, Status
from scrutineer.domain.entity import Origin
from scrutineer.domain.evidence import EvidenceKind
from scrutineer.domain.lifecycle import (
    EVIDENCE,
    ROW_OF,
    RUNGS_OF,
    TABLE,
    TOLD,
    Facts,
    in_words,
    missing_for,
    out_of_order,
    status_of,
    steps_from,
    waits_for,
)
from scrutineer.domain.step import DAY_OF, Step
from tests.factories import TODAY, a_challenge, a_response, an_action, an_addressee

DAY = timedelta(days=1)
LONG_AGO = TODAY.replace(year=TODAY.year - 9)
STATUSES = st.sampled_from(Status)

DONE = (an_action(status=ActionStatus.DONE, done_on=TODAY),)

# What settles every need of nearly every step, and for each need's field the values that leave it missing.
WHOLE = Facts(
    challenge=a_challenge(),
    part=an_addressee(
        withdrawn_because="Put in error.", told="Executive Group", test_on=TODAY, due_on=TODAY + 9 * DAY,
        acknowledged_on=TODAY, answered_on=TODAY, position=Position.ACCEPTED, question="And now?",
        test_plan="Twenty cases", outcome=Outcome.ASSURED_NO_CHANGE_NEEDED, closed_on=TODAY,
        impact_level=ImpactLevel.NONE_SEEN, what_changed="Nothing seen yet.", reopened_on=TODAY,
        reopened_because="It did not last.",
    ),
    response=a_response(), actions=DONE, kinds=(EvidenceKind.DATA,), has_independent=True,
)  # fmt: skip

# What some steps want otherwise: something still to be done, or an ending that says nothing of change.
OTHERWISE = {
    Step.AGREE_ACTION: {"actions": (an_action(),)},
    Step.ACT_AGAIN: {"actions": (an_action(),)},
    Step.END: {"outcome": Outcome.NOT_PURSUED, "ended_because": "Asked by another."},
}


def whole(step):
    """Facts with which a step may be taken."""
    return but(**OTHERWISE.get(step, {}))


def but(facts=WHOLE, **over):
    """Facts with some fields changed, on whichever record has them."""
    for name, value in over.items():
        if hasattr(facts, name):
            facts = dataclasses.replace(facts, **{name: value})
            continue
        holder = "part" if hasattr(facts.part, name) else "challenge"
        facts = dataclasses.replace(facts, **{holder: dataclasses.replace(getattr(facts, holder), **{name: value})})
    return facts


ROWS = [(row.step, source) for row in TABLE for source in sorted(row.sources)]
NEEDS = [(step, source, need) for step, source in ROWS for need in ROW_OF[step].needs if source not in need.spared]

# The needs that are more than a field to be filled in: what fails them, and nothing else.
FAILING = {
    "The answer would be due before the challenge was put.": {"due_on": LONG_AGO},
    "Write at least one action that is still to be done.": {"actions": DONE},
    "Give a new date, after the day on which they answered.": {"due_on": TODAY},
    "Give a new date, after the day on which it is reopened.": {"due_on": TODAY},
    "That day lies before the challenge was put.": {"acknowledged_on": LONG_AGO},
    "The answer would have come in before the challenge was put.": {"answered_on": LONG_AGO},
    "It would have ended before the challenge was put.": {"closed_on": LONG_AGO},
    "Record what the answer says.": {"response": None},
    "An action is open: note it as done, or dropped with a reason.": {"actions": (an_action(),)},
    EVIDENCE.sentence: {"has_independent": False, "kinds": (), "impact_level": ImpactLevel.PRACTICE_CHANGED,
                        "outcome": Outcome.PRACTICE_CHANGE_EVIDENCED},
    "“Assured” needs something other than the agency’s own word: link what you saw, heard or read, or give a "
    "reason that stands in.": {"has_independent": False},
    "The outcome and the level say different things: “Process changed only” is level 2, “Practice changed” "
    "level 3, “A difference was seen” level 4 or 5.": {"outcome": Outcome.PROCESS_CHANGED_ONLY},
    "This ends a part without saying what changed: choose “End it otherwise” for it.":
        {"outcome": Outcome.NOT_PURSUED},
    "Choose how it ends; to say what changed, close it instead.": {"outcome": Outcome.ASSURED_NO_CHANGE_NEEDED},
    "Say into which challenge it is merged, or where it was referred.":
        {"outcome": Outcome.REFERRED_ELSEWHERE, "ended_because": ""},
    "A challenge cannot be merged into itself.":
        {"outcome": Outcome.MERGED_INTO, "merged_into_id": WHOLE.challenge.id},
    "A risk is accepted by those who can bear it: escalate to stage 2 or above first, or end it as not pursued.":
        {"outcome": Outcome.UNRESOLVED_RISK_ACCEPTED, "minute_ref": "EG 26/4", "stage": Stage.AGENCY_LEAD},
    "Give the minute in which the risk was accepted.":
        {"outcome": Outcome.UNRESOLVED_RISK_ACCEPTED, "stage": Stage.EXECUTIVE},
}  # fmt: skip


def test_the_table_is_the_one_that_was_agreed():
    an_open_part = "acknowledged action_agreed further_information raised responded testing_impact"
    assert {row.step.name: (" ".join(sorted(row.sources)), row.target.value) for row in TABLE} == {
        "PUT": ("draft", "raised"),
        "ACKNOWLEDGE": ("raised", "acknowledged"),
        "ANSWER": ("acknowledged further_information raised", "responded"),
        "ASK_MORE": ("action_agreed responded", "further_information"),
        "AGREE_ACTION": ("responded testing_impact", "action_agreed"),
        "TEST": ("action_agreed responded", "testing_impact"),
        "CLOSE": ("responded testing_impact", "closed"),
        "END": (an_open_part, "closed"),
        "WITHDRAW": (
            "acknowledged action_agreed draft further_information raised responded testing_impact",
            "withdrawn",
        ),
        "ASK_AGAIN": ("closed", "raised"),
        "ACT_AGAIN": ("closed", "action_agreed"),
        "TAKE_UP": ("withdrawn", "draft"),
    }
    assert {row.step.name: " ".join(need.field for need in row.needs) for row in TABLE} == {
        "PUT": "text raised_on due_on",
        "ACKNOWLEDGE": "acknowledged_on acknowledged_on",
        "ANSWER": "answered_on answered_on position text",
        "ASK_MORE": "question due_on due_on",
        "AGREE_ACTION": "actions",
        "TEST": "actions test_plan test_on",
        "CLOSE": "actions outcome outcome impact_level stands_in stands_in outcome what_changed closed_on closed_on",
        "END": "outcome outcome ended_because target target outcome minute_ref closed_on closed_on",
        "WITHDRAW": "withdrawn_because told closed_on closed_on",
        "ASK_AGAIN": "reopened_because reopened_on due_on due_on",
        "ACT_AGAIN": "reopened_because reopened_on actions",
        "TAKE_UP": "reopened_because reopened_on",
    }


@pytest.mark.parametrize(("step", "source"), ROWS)
def test_a_step_with_everything_it_needs_is_allowed_from_each_of_its_sources(step, source):
    assert missing_for(step, source, whole(step)) == []
    assert step in steps_from(source)


@pytest.mark.parametrize("step", Step)
def test_a_step_is_refused_from_every_other_status(step):
    for status in set(Status) - ROW_OF[step].sources:
        assert step not in steps_from(status)
        sentence = f"“{step.label}” is not a next step while this part is “{status.label}”."
        assert missing_for(step, status, WHOLE) == [("status", sentence)]


@pytest.mark.parametrize(("step", "source", "need"), NEEDS)
def test_each_need_when_missing_says_exactly_its_sentence(step, source, need):
    empty = "" if type(getattr(WHOLE.part, need.field, getattr(WHOLE.challenge, need.field, None))) is str else None
    facts = but(whole(step), **FAILING.get(need.sentence, {need.field: empty}))
    found = missing_for(step, source, facts)
    # From an answer, another outcome than the one that may close it is refused as well.
    straight = [problem for problem in found if problem.sentence.startswith("Straight after an answer")]
    assert [problem for problem in found if problem not in straight] == [(need.field, need.says(facts))]
    is_tested_first = facts.part.outcome in RUNGS_OF
    assert bool(straight) is (step is Step.CLOSE and source is Status.RESPONDED and is_tested_first)


def test_white_space_fills_nothing_in():
    assert [one.field for one in missing_for(Step.PUT, Status.DRAFT, but(text=" \n"))] == ["text"]


def test_the_words_asked_for_are_those_of_the_challenge_and_not_of_an_answer():
    wordless = dataclasses.replace(but(text=""), response=a_response(text="An answer."))
    assert [one.field for one in missing_for(Step.PUT, Status.DRAFT, wordless)] == ["text"]


def test_every_step_stands_once_in_the_table_and_every_status_is_reached_and_left():
    assert [row.step for row in TABLE] == list(Step)
    assert {row.target for row in TABLE} == set(Status)
    assert all(steps_from(status) for status in Status)
    assert {step for step in Step if step.reopens} == {
        step for status in Status if status.is_ended for step in steps_from(status)
    }


def test_the_long_way_round_is_open_step_by_step_and_leads_back_from_its_end():
    there = [Step.PUT, Step.ACKNOWLEDGE, Step.ANSWER, Step.ASK_MORE, Step.ANSWER, Step.AGREE_ACTION, Step.TEST]
    back = [Step.CLOSE, Step.ASK_AGAIN, Step.END, Step.ACT_AGAIN, Step.WITHDRAW, Step.TAKE_UP, Step.PUT]
    status = Status.DRAFT
    for step in there + back:
        assert missing_for(step, status, whole(step)) == []
        status = ROW_OF[step].target
    assert status is Status.RAISED


@pytest.mark.parametrize("outcome", sorted(set(Outcome) - {Outcome.ASSURED_NO_CHANGE_NEEDED}))
def test_straight_from_an_answer_it_closes_only_as_assured_and_says_one_thing(outcome):
    level = next(level for level in ImpactLevel if level.rung in RUNGS_OF.get(outcome, {0}))
    found = missing_for(Step.CLOSE, Status.RESPONDED, but(outcome=outcome, impact_level=level))
    assert [one.field for one in found] == ["outcome"]


@given(
    st.sampled_from([one for one in Outcome if one.says_what_changed]), st.sampled_from(ImpactLevel), st.booleans(),
    st.booleans(), st.sampled_from(["", "  ", "Nine schools wrote."]),
)
def test_a_level_stands_on_its_evidence_or_on_a_reason_and_never_tells_two_stories(
    outcome, level, independent, lasted, reason
):
    facts = but(outcome=outcome, impact_level=level, has_independent=independent, has_lasted=lasted, stands_in=reason)
    found = missing_for(Step.CLOSE, Status.TESTING_IMPACT, facts)
    reach = 2 if not independent else 5 if lasted else 4
    capped = level.rung > reach and not reason.strip()
    unassured = outcome is Outcome.ASSURED_NO_CHANGE_NEEDED and not independent and not reason.strip()
    assert [one.field for one in found].count("stands_in") == capped + unassured
    assert ("outcome" in [one.field for one in found]) is (level.rung not in RUNGS_OF.get(outcome, range(6)))


@given(st.sampled_from(ImpactLevel), st.booleans(), st.booleans(), st.lists(st.sampled_from(EvidenceKind)))
def test_what_would_carry_a_level_is_said_as_it_is(level, independent, lasted, kinds):
    facts = but(
        outcome=Outcome.ASSURED_NO_CHANGE_NEEDED, impact_level=level, kinds=tuple(kinds), has_independent=independent,
        has_lasted=lasted,
    )
    said = " ".join(one.sentence for one in missing_for(Step.CLOSE, Status.TESTING_IMPACT, facts))
    capped = level.rung > (2 if not independent else 5 if lasted else 4)
    assert ("needs a re-test" in said) is (capped and level is ImpactLevel.SUSTAINED and not lasted)
    assert ("an observation, a case audit" in said) is (capped and "needs a re-test" not in said)


def test_a_risk_is_accepted_from_the_second_stage_on_and_in_a_minute():
    def missing(stage, minute_ref=""):
        facts = but(outcome=Outcome.UNRESOLVED_RISK_ACCEPTED, stage=stage, minute_ref=minute_ref)
        return [one.field for one in missing_for(Step.END, Status.RAISED, facts)]

    assert missing(None, "EG 26/4") == missing(Stage.DIRECT, "EG 26/4") == ["outcome"]
    assert missing(Stage.AGENCY_LEAD) == ["outcome", "minute_ref"]
    for stage in list(Stage)[2:]:
        assert missing(stage) == ["minute_ref"]
        assert missing(stage, "EG 26/4") == []


@pytest.mark.parametrize(
    ("over", "is_named"),
    [({"target": "The Learning Disability Board"}, True), ({"ended_because": "By agreement to the ICB."}, True),
     ({"merged_into_id": "another"}, True), ({"target": " "}, False), ({}, False)],
)
def test_what_is_merged_or_referred_says_where_it_went(over, is_named):
    for outcome in (Outcome.MERGED_INTO, Outcome.REFERRED_ELSEWHERE):
        found = missing_for(Step.END, Status.RESPONDED, but(outcome=outcome, **over))
        assert [one.field for one in found] == ([] if is_named else ["target"])


def test_a_draft_that_nobody_saw_is_withdrawn_without_saying_who_was_told():
    assert missing_for(Step.WITHDRAW, Status.DRAFT, but(told="")) == []
    assert missing_for(Step.WITHDRAW, Status.RAISED, but(told="")) == [(TOLD.field, TOLD.sentence)]


def test_a_draft_for_a_meeting_that_is_still_to_come_is_withdrawn_all_the_same():
    assert missing_for(Step.WITHDRAW, Status.DRAFT, but(raised_on=TODAY + 9 * DAY)) == []
    assert missing_for(Step.WITHDRAW, Status.RAISED, but(raised_on=TODAY + 9 * DAY)) != []


def test_a_challenge_without_a_date_for_the_answer_may_be_put():
    assert missing_for(Step.PUT, Status.DRAFT, but(due_on=None)) == []


def test_an_old_log_that_does_not_say_when_it_was_put_is_put_to_somebody_else_all_the_same():
    old = dataclasses.replace(WHOLE.challenge, raised_on=None, origin=Origin.AS_FOUND, status=Status.RAISED)
    found = dataclasses.replace(WHOLE, challenge=old)
    assert missing_for(Step.PUT, Status.DRAFT, found) == []
    draft = dataclasses.replace(found, challenge=dataclasses.replace(old, status=Status.DRAFT))
    assert [one.field for one in missing_for(Step.PUT, Status.DRAFT, draft)] == ["raised_on"]


@pytest.mark.parametrize("step", Step)
def test_a_step_is_noted_when_it_was_taken_and_neither_before_it_was_put_nor_ahead(step):
    field = DAY_OF.get(step, "")

    def wrong(day, **over):
        part = dataclasses.replace(WHOLE.part, **{field: day} if field else {})
        before = an_addressee(**over)
        return [one.field for one in out_of_order(step, before, part, WHOLE.challenge, day, TODAY)]

    assert wrong(TODAY) == []
    assert wrong(TODAY + DAY) == [field or "on"]
    assert wrong(LONG_AGO) == ([] if field else ["on"])      # those that have a field of their own ask it there
    assert wrong(TODAY - DAY, closed_on=TODAY) == ([field] if step.reopens else [])
    ends = ROW_OF[step].target.is_ended
    assert wrong(TODAY - DAY, reopened_on=TODAY) == ([field] if ends else [])
    assert wrong(TODAY, closed_on=TODAY, reopened_on=TODAY) == []


def test_testing_and_closing_wait_for_open_actions_and_for_nothing_that_a_form_can_fill():
    assert [one.field for one in waits_for(Step.TEST, but(actions=(an_action(),), test_plan=""))] == ["actions"]
    assert waits_for(Step.TEST, but(actions=(), test_plan="")) == []
    assert all(waits_for(step, but(actions=(an_action(),))) == [] for step in set(Step) - {Step.TEST, Step.CLOSE})


@given(st.lists(STATUSES, min_size=1))
def test_a_challenge_is_as_far_as_its_least_advanced_part_that_was_put(parts):
    found, order = status_of(parts), list(Status)
    still_open = [part for part in parts if not part.is_ended and part is not Status.DRAFT]
    assert found in parts
    assert all(order.index(found) <= order.index(part) for part in still_open)
    assert (found in still_open) is bool(still_open)
    if not still_open:      # what one party ended with is never hidden by another that is worded again
        assert (found is Status.CLOSED) is (Status.CLOSED in parts)
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
        ("draft withdrawn", "Draft"),
        ("draft closed", "Closed"),
        ("raised responded draft", "Raised · 1 of 2 answered"),
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
