"""What is done to one party's part of a challenge, and the dated line that each step leaves behind.

A step has two days: the one on which it was taken and, as `created_at`, the one on which it was entered.
Which steps follow which status is said in `lifecycle`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from scrutineer.domain.challenge import Addressee, ImpactLevel, Outcome, Position, Status
from scrutineer.domain.entity import Entity, link, narrative, said
from scrutineer.domain.vocabulary import Term


class Step(Term):
    """What a scrutineer does to one part; the label is what the button says."""

    PUT = "put", "Put the challenge"
    ACKNOWLEDGE = "acknowledge", "Note the acknowledgement"
    ANSWER = "answer", "Record the answer"
    ASK_MORE = "ask_more", "Ask for more"
    AGREE_ACTION = "agree_action", "Agree the action"
    TEST = "test", "Test what changed"
    CLOSE = "close", "Close"
    END = "end", "End it otherwise"
    WITHDRAW = "withdraw", "Withdraw"
    ASK_AGAIN = "ask_again", "Reopen and ask again"
    ACT_AGAIN = "act_again", "Reopen with a new action"
    TAKE_UP = "take_up", "Take it up again"

    @property
    def reopens(self) -> bool:
        """Whether it begins again what had ended."""
        return self in {Step.ASK_AGAIN, Step.ACT_AGAIN, Step.TAKE_UP}


@dataclass(frozen=True, kw_only=True)
class StatusEvent(Entity):
    """One step that one party's part took, with what was said then; it is never changed afterwards."""

    challenge_id: str | None = link("Challenge", "challenge")
    addressee_id: str | None = link("Party", "addressee")
    step: Step = said("Step", Step.PUT)
    before: Status = said("From", Status.DRAFT)
    after: Status = said("To", Status.RAISED)
    taken_on: date | None = said("On", None)
    outcome: Outcome | None = said("Ended with", None)
    impact_level: ImpactLevel | None = said("What changed: level", None)
    words: str = narrative("In words")
    scrutineer_id: str | None = link("By", "scrutineer")


@dataclass(frozen=True, kw_only=True)
class Rewording(Entity):
    """The words of a challenge were changed after it was put; both wordings are printed."""

    challenge_id: str | None = link("Challenge", "challenge")
    reworded_on: date | None = said("Re-worded on", None, required=True)
    words_before: str = narrative("As first put")
    words_after: str = narrative("As re-worded")
    why: str = said("Why")
    scrutineer_id: str | None = link("By", "scrutineer")


# In which field of a part each step leaves its words, and its day.
WORDS_OF: Mapping[Step, str] = {
    Step.ASK_MORE: "question", Step.TEST: "test_plan", Step.CLOSE: "what_changed", Step.END: "ended_because",
    Step.WITHDRAW: "withdrawn_because", Step.ASK_AGAIN: "reopened_because", Step.ACT_AGAIN: "reopened_because",
    Step.TAKE_UP: "reopened_because",
}  # fmt: skip
DAY_OF: Mapping[Step, str] = {
    Step.ACKNOWLEDGE: "acknowledged_on", Step.ANSWER: "answered_on", Step.CLOSE: "closed_on", Step.END: "closed_on",
    Step.WITHDRAW: "closed_on", Step.ASK_AGAIN: "reopened_on", Step.ACT_AGAIN: "reopened_on",
    Step.TAKE_UP: "reopened_on",
}  # fmt: skip

# What is true of an ending, and no longer when the part is taken up again.
_OF_THE_ENDING: Mapping[str, Any] = {
    "outcome": None, "impact_level": None, "what_changed": "", "closed_on": None, "stands_in": "",
    "ended_because": "", "minute_ref": "", "target": "", "merged_into_id": None, "withdrawn_because": "", "told": "",
}  # fmt: skip
_OF_THE_ANSWER: Mapping[str, Any] = {"acknowledged_on": None, "answered_on": None, "question": ""}
_OF_THE_TEST: Mapping[str, Any] = {"test_plan": "", "test_on": None}


def taken_up(step: Step, part: Addressee) -> Addressee:
    """A part as it begins again: what was true of its ending is kept in its steps, and cleared here."""
    cleared = {**_OF_THE_ENDING, **_OF_THE_TEST}
    if step is not Step.ACT_AGAIN:
        cleared |= _OF_THE_ANSWER
    if part.position is Position.NO_RESPONSE:      # said of an ending; of what is open it would be a reproach
        cleared["position"] = None
    return replace(part, **cleared)


def event_of(step: Step, before: Addressee, after: Addressee, taken_on: date | None, who: str | None) -> StatusEvent:
    """The line that a step leaves; without a day of its own it was taken on `taken_on`."""
    field = WORDS_OF.get(step, "")
    is_private = field in after.private
    ends = after.status.is_ended
    return StatusEvent(
        challenge_id=after.challenge_id, addressee_id=after.id, step=step, before=before.status, after=after.status,
        taken_on=getattr(after, DAY_OF[step]) if step in DAY_OF else taken_on,
        outcome=after.outcome if ends else None, impact_level=after.impact_level if ends else None,
        words=_words_of(step, after), private=("words",) if is_private else (), scrutineer_id=who,
    )


def _words_of(step: Step, after: Addressee) -> str:
    """What was said with a step; of an ending also where it went and in which minute, which reopening clears."""
    said = str(getattr(after, WORDS_OF[step])) if step in WORDS_OF else ""
    if step is not Step.END:
        return said
    target = f"To: {after.target}" if after.target else ""
    minute = f"Minute: {after.minute_ref}" if after.minute_ref else ""
    return "\n".join(filter(None, (said, target, minute)))
