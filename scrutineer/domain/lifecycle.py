"""The course of a challenge as a table, read party by party: from where to where, and what it needs.

A step is looked at with the records as they would stand after it. What is missing is named sentence by
sentence, each with the field in which it can be filled in. Records entered as found are not asked: the
guards are for steps taken here. (Working Together 2023, chapter 2, asks that challenge be rigorous and
its effect shown; the table itself is this program's own.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, Status
from scrutineer.domain.errors import Problem
from scrutineer.domain.reply import Response

HIGHEST_WITHOUT_EVIDENCE = ImpactLevel.PROCESS_CHANGED

# The outcomes that say what changed, and the levels on which they say it.
RUNGS_OF = {
    Outcome.PROCESS_CHANGED_ONLY: {2},
    Outcome.PRACTICE_CHANGE_EVIDENCED: {3},
    Outcome.IMPACT_EVIDENCED: {4, 5},
}


@dataclass(frozen=True, kw_only=True)
class Facts:
    """One party's part of a challenge, as it would stand after the step, and all that hangs on it."""

    challenge: Challenge
    part: Addressee
    response: Response | None = None
    actions: tuple[Action, ...] = ()


class Need(NamedTuple):
    """One thing a step needs: where it is filled in, the sentence when it is missing, the test.

    A part whose status is `spared` is not asked for it.
    """

    field: str
    sentence: str
    is_met: Callable[[Facts], bool]
    spared: frozenset[Status] = frozenset()


class Step(Enum):
    """What a scrutineer does to one part; the value is what the button says."""

    PUT = "Put the challenge"
    ACKNOWLEDGE = "Note the acknowledgement"
    ANSWER = "Record the answer"
    ASK_MORE = "Ask for more"
    AGREE_ACTION = "Agree the action"
    TEST = "Test what changed"
    CLOSE = "Close"
    WITHDRAW = "Withdraw"


class Row(NamedTuple):
    """One row of the state table."""

    step: Step
    sources: frozenset[Status]
    target: Status
    needs: tuple[Need, ...]


def _filled(field: str, sentence: str) -> Need:
    def is_met(facts: Facts) -> bool:
        for entity in (facts.part, facts.challenge):
            if hasattr(entity, field):
                value = getattr(entity, field)
                return bool(value.strip()) if type(value) is str else value is not None
        return False

    return Need(field, sentence, is_met)


def _not_before_raised(field: str, sentence: str) -> Need:
    def is_met(facts: Facts) -> bool:
        day, raised_on = getattr(facts.part, field), facts.challenge.raised_on
        return day is None or raised_on is None or day >= raised_on

    return Need(field, sentence, is_met)


def _asked_ahead(facts: Facts) -> bool:
    due_on, answered_on = facts.part.due_on, facts.part.answered_on
    return due_on is None or answered_on is None or due_on > answered_on


def _still_to_do(facts: Facts) -> bool:
    return any(not action.status.is_settled for action in facts.actions)


def _settled(facts: Facts) -> bool:
    return all(action.status.is_settled for action in facts.actions)


def _level_is_evidenced(facts: Facts) -> bool:
    level = facts.part.impact_level
    return level is None or level.rung <= HIGHEST_WITHOUT_EVIDENCE.rung


def _level_fits_outcome(facts: Facts) -> bool:
    level, outcome = facts.part.impact_level, facts.part.outcome
    return level is None or outcome not in RUNGS_OF or level.rung in RUNGS_OF[outcome]


WORDS = _filled("text", "Write the words of the challenge.")
DATE_PUT = _filled("raised_on", "Give the date on which it was put.")
DUE_IN_ORDER = _not_before_raised("due_on", "The answer would be due before the challenge was put.")
ACKNOWLEDGED = _filled("acknowledged_on", "Give the date of the acknowledgement.")
ANSWERED = _filled("answered_on", "Give the date on which the answer came in.")
ACKNOWLEDGED_IN_ORDER = _not_before_raised("acknowledged_on", "That day lies before the challenge was put.")
ANSWERED_IN_ORDER = _not_before_raised("answered_on", "The answer would have come in before the challenge was put.")
ENDED_IN_ORDER = _not_before_raised("closed_on", "It would have ended before the challenge was put.")
WORDS_OF_ANSWER = Need("text", "Record what the answer says.", lambda facts: facts.response is not None)
POSITION = _filled("position", "Say what position the answer takes.")
QUESTION = _filled("question", "Write what more you ask.")
NEW_DATE = _filled("due_on", "Give the date by which you ask for it.")
NEW_DATE_AHEAD = Need("due_on", "Give a new date, after the day on which they answered.", _asked_ahead)
AN_ACTION = Need("actions", "Write at least one action that is still to be done.", _still_to_do)
ACTIONS_SETTLED = Need("actions", "An action is open: note it as done, or dropped with a reason.", _settled)
TEST_PLAN = _filled("test_plan", "Say how you will test what changed.")
TEST_DATE = _filled("test_on", "Say when you will look.")
OUTCOME = _filled("outcome", "Say with what it ends.")
LEVEL = _filled("impact_level", "Say what changed: choose a level, “none seen yet” included.")
EVIDENCE = Need(
    "impact_level",
    "“Practice changed” and higher levels need evidence that you or others have seen; until it is recorded, "
    "“process changed” is the highest.",
    _level_is_evidenced,
)
ONE_STORY = Need(
    "outcome",
    "The outcome and the level say different things: “Process changed only” is level 2, “Practice changed” "
    "level 3, “A difference was seen” level 4 or 5.",
    _level_fits_outcome,
)
WHAT_CHANGED = _filled("what_changed", "Write a sentence on what changed, or that nothing has been seen yet.")
ENDED_ON = _filled("closed_on", "Give the date on which it ended.")
BECAUSE = _filled("withdrawn_because", "Say why it is withdrawn.")
TOLD = _filled("told", "Say who was told.")._replace(spared=frozenset({Status.DRAFT}))

_OPEN = frozenset(set(Status) - {Status.DRAFT, Status.CLOSED, Status.WITHDRAWN})

TABLE: tuple[Row, ...] = (
    Row(Step.PUT, frozenset({Status.DRAFT}), Status.RAISED, (WORDS, DATE_PUT, DUE_IN_ORDER)),
    Row(Step.ACKNOWLEDGE, frozenset({Status.RAISED}), Status.ACKNOWLEDGED, (ACKNOWLEDGED, ACKNOWLEDGED_IN_ORDER)),
    Row(
        Step.ANSWER,
        frozenset({Status.RAISED, Status.ACKNOWLEDGED, Status.FURTHER_INFORMATION}),
        Status.RESPONDED,
        (ANSWERED, ANSWERED_IN_ORDER, POSITION, WORDS_OF_ANSWER),
    ),
    Row(
        Step.ASK_MORE,
        frozenset({Status.RESPONDED, Status.ACTION_AGREED}),
        Status.FURTHER_INFORMATION,
        (QUESTION, NEW_DATE, NEW_DATE_AHEAD),
    ),
    Row(
        Step.AGREE_ACTION,
        frozenset({Status.RESPONDED, Status.TESTING_IMPACT}),
        Status.ACTION_AGREED,
        (AN_ACTION,),
    ),
    Row(
        Step.TEST,
        frozenset({Status.RESPONDED, Status.ACTION_AGREED}),
        Status.TESTING_IMPACT,
        (ACTIONS_SETTLED, TEST_PLAN, TEST_DATE),
    ),
    Row(
        Step.CLOSE,
        frozenset({Status.RESPONDED, Status.TESTING_IMPACT}),
        Status.CLOSED,
        (ACTIONS_SETTLED, OUTCOME, LEVEL, EVIDENCE, ONE_STORY, WHAT_CHANGED, ENDED_ON, ENDED_IN_ORDER),
    ),
    Row(Step.WITHDRAW, _OPEN | {Status.DRAFT}, Status.WITHDRAWN, (BECAUSE, TOLD, ENDED_ON, ENDED_IN_ORDER)),
)

ROW_OF: dict[Step, Row] = {row.step: row for row in TABLE}

# What may be closed straight from an answer; everything else is tested first.
WITHOUT_TEST = frozenset({Outcome.ASSURED_NO_CHANGE_NEEDED})

# Which of a step's needs no form can fill in: they are met, or the step waits.
OUTSIDE_THE_FORM = frozenset({ACTIONS_SETTLED})


def steps_from(status: Status) -> list[Step]:
    """The steps that the table knows from a status, in the order of the table."""
    return [row.step for row in TABLE if status in row.sources]


def missing_for(step: Step, before: Status, facts: Facts) -> list[Problem]:
    """What keeps a part from taking a step; empty when it may.

    `facts` hold the records as they would stand after the step, `before` is the part's status now.
    """
    row = ROW_OF[step]
    if before not in row.sources:
        return [Problem("status", f"“{step.value}” is not a next step while this part is “{before.label}”.")]
    asked = [need for need in row.needs if before not in need.spared]
    found = [Problem(need.field, need.sentence) for need in asked if not need.is_met(facts)]
    if step is Step.CLOSE and before is Status.RESPONDED and facts.part.outcome not in {*WITHOUT_TEST, None}:
        sentence = (
            "Straight after an answer it closes as “Assured, no change needed”; all else is tested first."
        )
        found.append(Problem("outcome", sentence))
    return found


def waits_for(step: Step, facts: Facts) -> list[Problem]:
    """Why a next step cannot be taken yet, whatever is typed into its form."""
    needs = [need for need in ROW_OF[step].needs if need in OUTSIDE_THE_FORM]
    return [Problem(need.field, need.sentence) for need in needs if not need.is_met(facts)]


def status_of(parts: Iterable[Status]) -> Status:
    """The challenge's status: that of its least advanced part; closed when all ended and one was closed."""
    found = [status for status in parts if status is not Status.DRAFT]
    if not found:
        return Status.DRAFT
    order = list(Status)
    still_open = [status for status in found if not status.is_ended]
    if still_open:
        return min(still_open, key=order.index)
    return Status.CLOSED if Status.CLOSED in found else Status.WITHDRAWN


def in_words(status: Status, parts: Iterable[Status]) -> str:
    """The status with its count: `Raised · 2 of 3 answered`; the count stands while answers are mixed."""
    found = list(parts)
    asked = [part for part in found if part is not Status.WITHDRAWN]
    answered = sum(1 for part in asked if not part.awaits_answer and part is not Status.DRAFT)
    if status.awaits_answer and answered:
        return f"{status.label} · {answered} of {len(asked)} answered"
    ended = sum(1 for part in found if part.is_ended)
    if not status.is_ended and ended:
        return f"{status.label} · {ended} of {len(found)} ended"
    return status.label
