"""Answers awaited: who owes an answer, a reply on the ladder of escalation, or an action whose day has passed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from scrutineer.domain.action import ActionStatus
from scrutineer.domain.challenge import Stage
from scrutineer.register.today.morning import Morning, Saying, as_date
from scrutineer.register.today.rows import Line, Row, Rows, sentence, soonest
from scrutineer.storage import today as storage
from scrutineer.storage.today import Agreed, Escalated, Part

_SETTLED = frozenset(status.value for status in ActionStatus if status.is_settled)

_Rung = tuple[Escalated, str]      # the step on the ladder, and what its rung is called


def awaited(morning: Morning) -> Rows:
    """The rows of the card, the earliest first."""
    rungs = {id_: (step, morning.rungs[Stage(step.stage)]) for id_, step in morning.escalated.items()}
    return Rows(soonest([*_answers(morning, rungs), *_replies(morning, rungs), *_actions(morning)]))


def _answers(morning: Morning, rungs: Mapping[str, _Rung]) -> Iterator[Line]:
    chased = storage.chased(morning.database)
    for part in morning.awaited:
        days = [day for day in (chased.get(part.id), chased.get(part.challenge_id)) if day]
        yield Line(part.due_on or "", partial(_answer, morning.say, part, max(days, default=""), rungs.get(part.id)))


def _answer(say: Saying, part: Part, chased_on: str, rung: _Rung | None) -> Row:
    known = [say.party(part)]
    if rung:
        known.append(_on_the_ladder(say, rung))
    if chased_on:
        known.append(f"chased {say.day(chased_on)}")
    return Row("challenge", part.challenge_id, part.title, " · ".join(known), say.clock(part.due_on) or "no date set",
               as_date(part.due_on), say.is_past(part.due_on), "chase", part.id)


def _on_the_ladder(say: Saying, rung: _Rung) -> str:
    """`Stage 2 · executive group · reply awaited, due 26 Nov`."""
    step, called = rung
    comma = "" if say.is_past(step.reply_due_on) else ", due"
    return f"{called} · reply awaited{comma} {say.clock(step.reply_due_on)}"


def _replies(morning: Morning, rungs: Mapping[str, _Rung]) -> Iterator[Line]:
    """Replies on the ladder about parts that owe no answer themselves."""
    owing = {part.id for part in morning.awaited}
    for id_, rung in rungs.items():
        if id_ not in owing:
            yield Line(rung[0].reply_due_on, partial(_reply, morning.say, morning.parts[id_], rung))


def _reply(say: Saying, part: Part, rung: _Rung) -> Row:
    due_on, called = rung[0].reply_due_on, rung[1]
    return Row("challenge", part.challenge_id, part.title, f"{say.party(part)} · {called} · reply awaited",
               say.clock(due_on), as_date(due_on), say.is_past(due_on), "remind", part.id)


def _actions(morning: Morning) -> Iterator[Line]:
    """Agreed actions that are not done after their day."""
    for part in morning.parts.values():
        for one in morning.actions.get(part.id, ()):
            if one.status not in _SETTLED and morning.say.is_past(one.due_on):
                yield Line(one.due_on or "", partial(_action, morning.say, part, one))


def _action(say: Saying, part: Part, one: Agreed) -> Row:
    return Row("action", one.id, sentence(one.text) or part.title, f"{say.party(part)} · action agreed",
               say.clock(one.due_on), as_date(one.due_on), True, "remind_action", one.id)
