"""Which steps stand under a part, in which order, and which of them comes next by itself.

The state table tells which there are; here they get their words and their place: those that lead on as
buttons, and what may be done at any time quietly beneath.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from scrutineer.domain.challenge import Challenge, Quality, Status
from scrutineer.domain.step import Step
from scrutineer.register.dossier import Part
from scrutineer.ui.challenges import lasted
from scrutineer.ui.widgets import steps

_ONWARDS = (Step.ANSWER, Step.ACKNOWLEDGE, Step.AGREE_ACTION, Step.ASK_MORE, Step.TEST, Step.CLOSE)
_AGAIN = (Step.ASK_AGAIN, Step.ACT_AGAIN, Step.TAKE_UP)


class Natural(NamedTuple):
    """The step that comes next by itself, and the party that it concerns."""

    addressee_id: str
    code: str


def code_of(step: Step) -> str:
    """The code by which a step of the table is asked for: `ask_more`."""
    return step.name.lower()


def natural_step(parts: Sequence[Part], today: date) -> Natural:
    """What is for me to do first; failing that, the answer that will come; "" when everything has ended."""
    for one in parts:
        if code := _mine(one, today):
            return Natural(one.part.id, code)
    awaited = next((one.part.id for one in parts if one.part.status.awaits_answer), "")
    return Natural(awaited, code_of(Step.ANSWER))


def _mine(one: Part, today: date) -> str:
    status = one.part.status
    if status is Status.RESPONDED:
        view = one.answers[-1].response.quality if one.answers else None
        if view is None and one.answers:
            return "view"
        return code_of(Step.AGREE_ACTION if view in {Quality.FULL, None} else Step.ASK_MORE)
    if status is Status.ACTION_AGREED:
        ready = any(offer.step is Step.TEST and not offer.waits for offer in one.offers)
        return code_of(Step.TEST) if ready else ""
    if status is Status.TESTING_IMPACT:
        return code_of(Step.CLOSE)
    if lasted.due(one.part, one.retests, today):
        return "record_retest"
    if lasted.did_not_last(one.part, one.retests):
        return code_of(Step.ASK_AGAIN)
    return "put_part" if _may_be_put_again(one) else ""


def _may_be_put_again(one: Part) -> bool:
    return one.part.status is Status.DRAFT and bool(one.events)


def onwards(one: Part, whole: Challenge, natural: str) -> list[steps.Step]:
    """The steps that lead on."""
    status, found = one.part.status, []
    if _may_be_put_again(one) or (status is Status.DRAFT and whole.is_open):
        words = "Put it to them again" if one.events else "Put it to them"
        found.append(steps.Step("put_part", words, primary=natural == "put_part"))
    if one.answers and (status is Status.RESPONDED or _is_unjudged(one)):
        found.append(steps.Step("view", "Give my view", primary=natural == "view"))
    if status is Status.ACTION_AGREED:
        found.append(steps.Step("add_action", "Add an action"))
    waits = {offer.step: offer.waits for offer in one.offers}
    for step in _ONWARDS:
        if step in waits:
            code = code_of(step)
            found.append(steps.Step(code, step.label, waits[step], primary=code == natural))
    if status.awaits_answer:
        found += [steps.Step("chase", "Note a chase"), steps.Step("move_date", "Move the date")]
    return found


def quietly(one: Part, natural: str, *, is_alone: bool) -> list[steps.Step]:
    """What may be done at any time, and how a part begins again; none of it asks for attention."""
    status, waits = one.part.status, {offer.step for offer in one.offers}
    found = [
        steps.Step(code_of(step), step.label, primary=(is_it := code_of(step) == natural), quiet=not is_it)
        for step in _AGAIN if step in waits
    ]
    if status is Status.CLOSED:
        found.append(steps.Step("plan_retest", "Plan a re-test", quiet=True))
    if status is Status.DRAFT or status is Status.WITHDRAWN:
        return found
    found.append(steps.Step("link_evidence", "Link evidence", quiet=True))
    if not status.is_ended:
        found.append(steps.Step("escalate", "Escalate", quiet=True))
        if Step.END in waits:
            found.append(steps.Step(code_of(Step.END), Step.END.label, quiet=True))
    found.append(steps.Step("note", "Add a note", quiet=True))
    found.append(steps.Step("letter", "Letter…", quiet=True))
    if not status.is_ended and not is_alone:
        found.append(steps.Step("withdraw_part", "Withdraw this part", quiet=True))
    return found


def _is_unjudged(one: Part) -> bool:
    """Whether a further answer came in that was not judged yet, while the part went on."""
    open_now = one.part.status in {Status.ACTION_AGREED, Status.TESTING_IMPACT}
    return open_now and len(one.answers) > 1 and one.answers[-1].response.quality is None
