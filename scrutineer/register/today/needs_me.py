"""What needs me: steps that are mine to take, plans whose day has passed, promises, and drafts.

What is to be tested has a card of its own, and so have strengths.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from scrutineer.domain.action import ActionStatus
from scrutineer.domain.challenge import Stage, Status
from scrutineer.domain.reference import short
from scrutineer.register.today.morning import Morning, Saying, as_date
from scrutineer.register.today.rows import Line, Row, Rows, lines, sentence, soonest
from scrutineer.register.today.untold import to_tell
from scrutineer.storage import today as storage
from scrutineer.storage.today import Agreed, Draft, Escalated, Part, Promise, Untold, Visit

_SETTLED = frozenset(status.value for status in ActionStatus if status.is_settled)


def needs_me(morning: Morning) -> Rows:
    """The rows of the card, the earliest first."""
    say = morning.say
    gone_by = [one for one in morning.visits if one.is_ahead and say.is_past(one.held_on)]
    return Rows(soonest([
        *_answered(morning), *_agreed(morning), *_not_replied(morning),
        *lines(gone_by, lambda one: one.held_on, partial(_planned, say)),
        *lines(storage.promises(morning.database), lambda one: one.due_on, partial(_promise, say)),
        *lines(_promised_by_now(morning), lambda one: one.tell_by_on, partial(to_tell, say)),
        *lines(morning.taken_up, lambda _: "", partial(_taken_up, say)),
        *lines(storage.drafts(morning.database), lambda _: "", _draft),
    ]))


def _answered(morning: Morning) -> list[Line]:
    """Answers to judge, and those that were judged and wait for the next step."""
    last = {one.addressee_id: one.quality for one in morning.answers}
    found = [part for part in morning.parts.values() if part.status == Status.RESPONDED.value]
    return lines(found, lambda part: part.answered_on, partial(_answer, morning.say, last))


def _answer(say: Saying, last: Mapping[str, str | None], part: Part) -> Row:
    is_judged = bool(last.get(part.id))
    row = say.row(part, "judged, the next step is open" if is_judged else "answered")
    since = f"since {say.day(part.answered_on)}" if part.answered_on else ""
    return row._replace(
        when=since, on=as_date(part.answered_on), deed="" if is_judged or part.id not in last else "judge",
        deed_id=part.id,
    )


def _agreed(morning: Morning) -> Iterator[Line]:
    """Parts whose actions are all settled, and single actions that were reported done and that I have not seen."""
    for part in morning.parts.values():
        actions = morning.actions.get(part.id, [])
        if part.status == Status.ACTION_AGREED.value and all(one.status in _SETTLED for one in actions):
            yield Line("", partial(_settled, morning.say, part, actions))
        elif part.status != Status.TESTING_IMPACT.value:      # what is tested is looked at anyway
            for one in filter(_is_unseen, actions):
                yield Line(one.done_on or "", partial(_unseen, morning.say, part, one))


def _is_unseen(one: Agreed) -> bool:
    return one.status == ActionStatus.DONE.value and one.seen is None


def _settled(say: Saying, part: Part, actions: Sequence[Agreed]) -> Row:
    if not actions:
        return say.row(part, "an action is agreed, and none is on record")._replace(
            deed="add_action", deed_id=part.id
        )
    done = [one for one in actions if one.status == ActionStatus.DONE.value]
    unseen = sum(map(_is_unseen, actions))
    what = "all actions reported done" if done else "all actions dropped"
    if unseen:
        what += f", {'none' if unseen == len(done) else f'{unseen} not'} seen by me yet"
    return say.row(part, what)._replace(deed="test", deed_id=part.id)


def _unseen(say: Saying, part: Part, action: Agreed) -> Row:
    title, detail = sentence(action.text) or part.title, f"reported done, not seen by me yet: {say.about(part)}"
    when = f"since {say.day(action.done_on)}" if action.done_on else ""
    return Row("action", action.id, title, detail, when, as_date(action.done_on), deed="see", deed_id=action.id)


def _not_replied(morning: Morning) -> Iterator[Line]:
    """Rungs of the ladder on which a reply was due, and which wait for my next step."""
    for id_, step in morning.escalated.items():
        if morning.say.is_past(step.reply_due_on):
            rung = morning.rungs[Stage(step.stage)]
            yield Line(step.reply_due_on, partial(_next_rung, morning.say, morning.parts[id_], step, rung))


def _next_rung(say: Saying, part: Part, step: Escalated, rung: str) -> Row:
    return say.row(part, f"{rung}, choose what follows")._replace(
        when=say.clock(step.reply_due_on), on=as_date(step.reply_due_on), deed="settle", deed_id=step.id
    )


def _planned(say: Saying, one: Visit) -> Row:
    return Row("activity", one.id, one.title, "was planned: did it take place?", say.day(one.held_on),
               as_date(one.held_on), deed="took_place", deed_id=one.id)


def _promise(say: Saying, one: Promise) -> Row:
    return Row("undertaking", one.id, sentence(one.text), f"I promised {one.to_whom}".strip(), say.clock(one.due_on),
               as_date(one.due_on), say.is_past(one.due_on), "keep", one.id)


def _promised_by_now(morning: Morning) -> list[Untold]:
    """What lies farther ahead than today stands in the fortnight, and waits there."""
    return [one for one in morning.untold if one.tell_by_on <= morning.today.isoformat()]


def _taken_up(say: Saying, part: Part) -> Row:
    return say.row(part, "not put yet")._replace(when="draft")


def _draft(one: Draft) -> Row:
    return Row("challenge", one.id, one.title, f"a draft, not put yet · {short(one.reference)}", "draft",
               deed="put", deed_id=one.id)
