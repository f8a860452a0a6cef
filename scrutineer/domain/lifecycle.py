"""The course of a challenge as a table, read party by party: from where to where, and what it needs.

A step is looked at with the records as they would stand after it. What is missing is named sentence by
sentence, each with the field in which it can be filled in. Records entered as found are not asked: the
guards are for steps taken here. (Working Together 2023, chapter 2, asks that challenge be rigorous and
its effect shown; the table itself is this program's own.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, Stage, Status
from scrutineer.domain.entity import Origin
from scrutineer.domain.errors import Problem
from scrutineer.domain.evidence import EvidenceKind, highest_level, why_capped
from scrutineer.domain.reply import Response
from scrutineer.domain.step import DAY_OF, Step

# The outcomes that say what changed, and the levels on which they say it.
RUNGS_OF = {
    Outcome.PROCESS_CHANGED_ONLY: {2},
    Outcome.PRACTICE_CHANGE_EVIDENCED: {3},
    Outcome.IMPACT_EVIDENCED: {4, 5},
}

# From which rung of the ladder a part may end unresolved, its risk accepted in a minute.
ACCEPTED_FROM = Stage.EXECUTIVE


@dataclass(frozen=True, kw_only=True)
class Facts:
    """One party's part of a challenge, as it would stand after the step, and all that hangs on it.

    `kinds` are those of the evidence linked to it; `has_independent` says that one of them is more than the
    agency's own account, `has_lasted` that a re-test found the change still true.
    """

    challenge: Challenge
    part: Addressee
    response: Response | None = None
    actions: tuple[Action, ...] = ()
    kinds: tuple[EvidenceKind, ...] = ()
    has_independent: bool = False
    has_lasted: bool = False

    @property
    def highest(self) -> ImpactLevel:
        """The highest level that the evidence carries."""
        return highest_level(has_independent=self.has_independent, has_lasted=self.has_lasted)


class Need(NamedTuple):
    """One thing a step needs: where it is filled in, the sentence when it is missing, the test.

    A part whose status is `spared` is not asked for it.
    """

    field: str
    sentence: str
    is_met: Callable[[Facts], bool]
    spared: frozenset[Status] = frozenset()

    def says(self, facts: Facts) -> str:
        """The sentence, filled in with what is known."""
        level = facts.part.impact_level
        if self is not EVIDENCE or level is None:
            return self.sentence
        return why_capped(level, facts.kinds, has_independent=facts.has_independent, has_lasted=facts.has_lasted)


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


def _date_put_is_known(facts: Facts) -> bool:
    """An old log may not say when it was put to the first; to put it to somebody else that is not asked."""
    was_found = facts.challenge.origin is Origin.AS_FOUND and facts.challenge.status is not Status.DRAFT
    return facts.challenge.raised_on is not None or was_found


def _asked_ahead(facts: Facts) -> bool:
    due_on, answered_on = facts.part.due_on, facts.part.answered_on
    return due_on is None or answered_on is None or due_on > answered_on


def _still_to_do(facts: Facts) -> bool:
    return any(not action.status.is_settled for action in facts.actions)


def _settled(facts: Facts) -> bool:
    return all(action.status.is_settled for action in facts.actions)


def _level_is_evidenced(facts: Facts) -> bool:
    level = facts.part.impact_level
    return level is None or level.rung <= facts.highest.rung or bool(facts.part.stands_in.strip())


def _assurance_is_evidenced(facts: Facts) -> bool:
    is_assured = facts.part.outcome is Outcome.ASSURED_NO_CHANGE_NEEDED
    return not is_assured or facts.has_independent or bool(facts.part.stands_in.strip())


def _level_fits_outcome(facts: Facts) -> bool:
    level, outcome = facts.part.impact_level, facts.part.outcome
    return level is None or outcome not in RUNGS_OF or level.rung in RUNGS_OF[outcome]


def _ends_so(is_met: Callable[[Facts], bool], *outcomes: Outcome) -> Callable[[Facts], bool]:
    """What is asked of some outcomes only."""
    return lambda facts: facts.part.outcome not in outcomes or is_met(facts)


def _names_a_target(facts: Facts) -> bool:
    part = facts.part
    return bool(part.merged_into_id or part.target.strip() or part.ended_because.strip())


def _is_not_its_own_target(facts: Facts) -> bool:
    return facts.part.merged_into_id is None or facts.part.merged_into_id != facts.challenge.id


WORDS = _filled("text", "Write the words of the challenge.")
DATE_PUT = Need("raised_on", "Give the date on which it was put.", _date_put_is_known)
DUE_IN_ORDER = _not_before_raised("due_on", "The answer would be due before the challenge was put.")
ACKNOWLEDGED = _filled("acknowledged_on", "Give the date of the acknowledgement.")
ANSWERED = _filled("answered_on", "Give the date on which the answer came in.")
ACKNOWLEDGED_IN_ORDER = _not_before_raised("acknowledged_on", "That day lies before the challenge was put.")
ANSWERED_IN_ORDER = _not_before_raised("answered_on", "The answer would have come in before the challenge was put.")
ENDED_IN_ORDER = _not_before_raised("closed_on", "It would have ended before the challenge was put.")._replace(
    spared=frozenset({Status.DRAFT})      # which may be meant for a meeting that is still to come
)
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
EVIDENCE = Need("stands_in", "This level needs evidence, or a reason that stands in.", _level_is_evidenced)
ASSURED = Need(
    "stands_in",
    "“Assured” needs something other than the agency’s own word: link what you saw, heard or read, or give a "
    "reason that stands in.",
    _assurance_is_evidenced,
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
OTHER_OUTCOME = Need(
    "outcome", "Choose how it ends; to say what changed, close it instead.",
    lambda facts: facts.part.outcome is None or not facts.part.outcome.says_what_changed,
)
CHANGE_OUTCOME = Need(
    "outcome", "This ends a part without saying what changed: choose “End it otherwise” for it.",
    lambda facts: facts.part.outcome is None or facts.part.outcome.says_what_changed,
)
ENDED_BECAUSE = Need(
    "ended_because", "Say why it is not pursued, or what overtook it.",
    _ends_so(lambda facts: bool(facts.part.ended_because.strip()), Outcome.NOT_PURSUED, Outcome.OVERTAKEN_BY_EVENTS),
)
TARGET = Need(
    "target", "Say into which challenge it is merged, or where it was referred.",
    _ends_so(_names_a_target, Outcome.MERGED_INTO, Outcome.REFERRED_ELSEWHERE),
)
NOT_ITSELF = Need("target", "A challenge cannot be merged into itself.", _is_not_its_own_target)
ESCALATED = Need(
    "outcome",
    "A risk is accepted by those who can bear it: escalate to stage 2 or above first, or end it as not pursued.",
    _ends_so(lambda facts: facts.part.rung.rung >= ACCEPTED_FROM.rung, Outcome.UNRESOLVED_RISK_ACCEPTED),
)
MINUTE = Need(
    "minute_ref", "Give the minute in which the risk was accepted.",
    _ends_so(lambda facts: bool(facts.part.minute_ref.strip()), Outcome.UNRESOLVED_RISK_ACCEPTED),
)
REOPENED_ON = _filled("reopened_on", "Give the date on which it is reopened.")
REOPENED_BECAUSE = _filled("reopened_because", "Say why it is taken up again.")
NEW_DATE_AFTER = Need(
    "due_on", "Give a new date, after the day on which it is reopened.",
    lambda facts: not facts.part.due_on or not facts.part.reopened_on or facts.part.due_on > facts.part.reopened_on,
)

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
        (ACTIONS_SETTLED, OUTCOME, CHANGE_OUTCOME, LEVEL, EVIDENCE, ASSURED, ONE_STORY, WHAT_CHANGED, ENDED_ON,
         ENDED_IN_ORDER),
    ),
    Row(
        Step.END,
        _OPEN,
        Status.CLOSED,
        (OUTCOME, OTHER_OUTCOME, ENDED_BECAUSE, TARGET, NOT_ITSELF, ESCALATED, MINUTE, ENDED_ON, ENDED_IN_ORDER),
    ),
    Row(Step.WITHDRAW, _OPEN | {Status.DRAFT}, Status.WITHDRAWN, (BECAUSE, TOLD, ENDED_ON, ENDED_IN_ORDER)),
    Row(
        Step.ASK_AGAIN,
        frozenset({Status.CLOSED}),
        Status.RAISED,
        (REOPENED_BECAUSE, REOPENED_ON, NEW_DATE, NEW_DATE_AFTER),
    ),
    Row(
        Step.ACT_AGAIN,
        frozenset({Status.CLOSED}),
        Status.ACTION_AGREED,
        (REOPENED_BECAUSE, REOPENED_ON, AN_ACTION),
    ),
    Row(Step.TAKE_UP, frozenset({Status.WITHDRAWN}), Status.DRAFT, (REOPENED_BECAUSE, REOPENED_ON)),
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
        return [Problem("status", f"“{step.label}” is not a next step while this part is “{before.label}”.")]
    asked = [need for need in row.needs if before not in need.spared]
    found = [Problem(need.field, need.says(facts)) for need in asked if not need.is_met(facts)]
    outcome = facts.part.outcome
    is_tested_first = outcome is not None and outcome.says_what_changed and outcome not in WITHOUT_TEST
    if step is Step.CLOSE and before is Status.RESPONDED and is_tested_first:
        sentence = (
            "Straight after an answer it closes as “Assured, no change needed”; all else is tested first."
        )
        found.append(Problem("outcome", sentence))
    return found


def out_of_order(
    step: Step, before: Addressee, after: Addressee, challenge: Challenge, taken_on: date, today: date
) -> list[Problem]:
    """What is wrong with the day of a step: still to come, before the challenge was put, or before its last ending.

    `taken_on` is the day of a step that leaves none in the part itself; its field is then called `on`.
    """
    field = DAY_OF.get(step, "")
    day: date | None = getattr(after, field) if field else taken_on
    if day is None:
        return []
    raised_on, sentence = challenge.raised_on, ""
    if day > today:
        sentence = "That day has not come yet; a step is noted when it was taken."
    elif not field and raised_on and day < raised_on:
        sentence = "That day lies before the challenge was put."
    elif step.reopens and before.closed_on and day < before.closed_on:
        sentence = "It would begin again before it had ended."
    elif ROW_OF[step].target.is_ended and before.reopened_on and day < before.reopened_on:
        sentence = "It would have ended before it was taken up again."
    return [Problem(field or "on", sentence)] if sentence else []


def without_evidence(facts: Facts) -> list[Problem]:
    """Which of the needs for evidence a closed part no longer meets, because something was taken back since.

    The rule is that of the closing, where a level asks for kinds of evidence; a reason that stands in meets it as then.
    """
    return [Problem(need.field, need.says(facts)) for need in (EVIDENCE, ASSURED) if not need.is_met(facts)]


def waits_for(step: Step, facts: Facts) -> list[Problem]:
    """Why a next step cannot be taken yet, whatever is typed into its form."""
    needs = [need for need in ROW_OF[step].needs if need in OUTSIDE_THE_FORM]
    return [Problem(need.field, need.sentence) for need in needs if not need.is_met(facts)]


def status_of(parts: Iterable[Status]) -> Status:
    """The challenge's status: that of its least advanced part; closed when all ended and one was closed.

    A part that is still being worded, or worded again, does not hold back those that were put, nor hide what
    one of them ended with.
    """
    found = list(parts)
    order = list(Status)
    put = [status for status in found if not status.is_ended and status is not Status.DRAFT]
    if put:
        return min(put, key=order.index)
    if Status.CLOSED in found:
        return Status.CLOSED
    return Status.DRAFT if Status.DRAFT in found or not found else Status.WITHDRAWN


def in_words(status: Status, parts: Iterable[Status]) -> str:
    """The status with its count: `Raised · 2 of 3 answered`; the count stands while answers are mixed.

    A part that is being worded has not been asked yet, and is not counted.
    """
    found = [part for part in parts if part is not Status.DRAFT]
    asked = [part for part in found if part is not Status.WITHDRAWN]
    answered = sum(1 for part in asked if not part.awaits_answer)
    if status.awaits_answer and answered:
        return f"{status.label} · {answered} of {len(asked)} answered"
    ended = sum(1 for part in found if part.is_ended)
    if status is not Status.DRAFT and not status.is_ended and ended:
        return f"{status.label} · {ended} of {len(found)} ended"
    return status.label
