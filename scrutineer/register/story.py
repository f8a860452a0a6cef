"""The story of a record: what happened to it, day by day, from its history and its notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Challenge, Status
from scrutineer.domain.dates import short_date
from scrutineer.domain.escalation import EscalationStep, Rung, ladder
from scrutineer.domain.extension import Extension
from scrutineer.domain.note import Note
from scrutineer.domain.reply import Response
from scrutineer.domain.retest import Retest
from scrutineer.domain.step import WORDS_OF, StatusEvent, Step
from scrutineer.domain.text import opening
from scrutineer.domain.update import ProgressUpdate
from scrutineer.register.challenges import Challenges
from scrutineer.register.changes import shown
from scrutineer.register.desk import Desk
from scrutineer.storage.history import Line

_EARLIEST = datetime.min.replace(tzinfo=UTC)

# How each step is told; those of the state table that say nothing new are told by what came with them.
_TOLD: Mapping[Step, str] = {
    Step.ACKNOWLEDGE: "{} acknowledged it", Step.ASK_MORE: "Asked {} for more",
    Step.AGREE_ACTION: "Agreed with {} what will be done", Step.TEST: "Testing what changed at {}",
    Step.CLOSE: "{}’s part closed", Step.END: "{}’s part ended", Step.WITHDRAW: "{}’s part withdrawn",
    Step.ASK_AGAIN: "Reopened: asked {} again", Step.ACT_AGAIN: "Reopened: {} acts again",
    Step.TAKE_UP: "Taken up again with {}",
}  # fmt: skip

# Steps of older records left no line of their own; the history tells them.
_STEP_TO: Mapping[str | None, Step] = {
    Status.FURTHER_INFORMATION: Step.ASK_MORE, Status.ACTION_AGREED: Step.AGREE_ACTION,
    Status.TESTING_IMPACT: Step.TEST,
}  # fmt: skip


class Happening(NamedTuple):
    """One line of a story: the day, what happened in a sentence, and any words that belong to it."""

    on: date
    sentence: str
    words: str


class _Entered(NamedTuple):
    """A line of a story with the moment at which it was entered, by which those of one day follow one another."""

    at: datetime | None
    told: Happening


def of_challenge(desk: Desk, challenges: Challenges, challenge_id: str) -> list[Happening]:
    """What happened to a challenge and its parties, the newest first."""
    challenge, parts, names = challenges.get(challenge_id), challenges.parts(challenge_id), desk.names()
    called = {part.id: challenges.party_name(part, names) for part in parts}
    lines = desk.record.lines_of(list(called))
    events = desk.reader.all(StatusEvent, challenge_id=challenge_id)
    found = [        # as these follow one another when they were entered together
        *_beginnings(challenge, parts, called, events), *_rewordings(challenges, challenge_id),
        *_notes(desk, [challenge_id, *called]), *_dates_moved(desk, lines, called), *_answers(desk, challenges, called),
        *_steps(events, called, challenge), *_older_steps(lines, parts, called, events), *_escalated(desk, called),
        *_actions(desk, challenge_id, lines, called), *_endings(challenge, parts, called, events),
        *_retests(desk, called),
    ]
    in_order = sorted(found, key=lambda one: (one.told.on, one.at or challenge.created_at or _EARLIEST))
    return [one.told for one in in_order[::-1]]


def _beginnings(
    challenge: Challenge, parts: Sequence[Addressee], called: Mapping[str, str], events: Sequence[StatusEvent]
) -> list[_Entered]:
    """When it was put, and to whom at first: to those whose steps begin with that day, or were entered later."""
    found, begun, first = [], _begun(events), _first_puts(challenge, events)
    later = {id_ for id_, one in begun.items() if one.before is Status.DRAFT and one not in first}
    later |= {part.id for part in parts if part.status is Status.DRAFT and part.id not in begun}
    at_first = [name for id_, name in called.items() if id_ not in later]
    if challenge.raised_on and (at_first or not (parts or challenge.status is Status.DRAFT)):
        parties = f" to {', '.join(at_first)}" if at_first else ""
        where = f" at {challenge.forum}" if challenge.forum else ""
        found.append(_Entered(None, Happening(challenge.raised_on, f"Put{parties}{where}", "")))
    told = {one.addressee_id for one in events if one.step is Step.ACKNOWLEDGE}
    return found + [
        _Entered(None, Happening(part.acknowledged_on, _TOLD[Step.ACKNOWLEDGE].format(called[part.id]), ""))
        for part in parts if part.acknowledged_on and part.id not in told
    ]


def _first_puts(challenge: Challenge, events: Sequence[StatusEvent]) -> list[StatusEvent]:
    """The steps by which it was put on the day that the challenge itself keeps: one line tells them all."""
    return [one for one in _begun(events).values() if one.step is Step.PUT and one.taken_on == challenge.raised_on]


def _begun(events: Sequence[StatusEvent]) -> Mapping[str | None, StatusEvent]:
    """The first step of each part."""
    return {one.addressee_id: one for one in reversed(events)}


def _rewordings(challenges: Challenges, challenge_id: str) -> Iterator[_Entered]:
    for one in challenges.rewordings(challenge_id):
        if one.reworded_on:
            sentence = "Re-worded" + (f": {one.why}" if one.why else "")
            yield _Entered(one.created_at, Happening(one.reworded_on, sentence, f"Before: {one.words_before}"))


def _notes(desk: Desk, subject_ids: list[str]) -> list[_Entered]:
    return [
        _Entered(note.created_at, Happening(note.noted_on or date.min, note.kind.label, note.text))
        for note in desk.reader.all(Note, subject_id=subject_ids)
    ]


def _dates_moved(desk: Desk, lines: Sequence[Line], called: Mapping[str, str]) -> list[_Entered]:
    """Dates that were moved with a reason; a date that came with a step is told by that step."""
    found, kept = [], set()
    for one in desk.reader.all(Extension, addressee_id=list(called)):
        kept.add((one.addressee_id, one.created_at))
        sentence = f"{called[one.addressee_id or '']}’s date moved to {short_date(one.new_due_on)}"
        found.append(_Entered(one.created_at, Happening(one.agreed_on or date.min, sentence, _why_moved(one))))
    return found + [
        _Entered(_at(line), Happening(
            _at(line).date(), f"{called[line.entity_id]}’s date moved to {shown(line, line.new)}", line.why
        ))
        for line in lines if line.field == "due_on" and line.new and line.why
        and (line.entity_id, _at(line)) not in kept
    ]


def _why_moved(one: Extension) -> str:
    """Why a date moved, and by whom it was asked for and agreed: `A vacancy. Asked for by the lead.`"""
    asked = f"asked for by {one.asked_by}" if one.asked_by else ""
    agreed = f"agreed by {one.agreed_by}" if one.agreed_by else ""
    who = ", ".join(filter(None, (asked, agreed)))
    return f"{one.why.rstrip('.')}. {who[0].upper()}{who[1:]}." if who else one.why


def _answers(desk: Desk, challenges: Challenges, called: Mapping[str, str]) -> list[_Entered]:
    found = []
    for response in desk.reader.all(Response, addressee_id=list(called)):
        name, came_on = called[response.addressee_id or ""], challenges.reply_of(response).received_on
        if came_on:
            position = f": {response.position.label}" if response.position else ""
            came = Happening(came_on, f"{name} answered{position}", response.short_form)
            found.append(_Entered(response.created_at, came))
        if response.judged_on and response.quality:
            sentence = f"My view of {name}’s answer: {response.quality.label}"
            found.append(_Entered(response.updated_at, Happening(response.judged_on, sentence, response.my_view)))
    ids = [one.id for one in desk.reader.all(Response, addressee_id=list(called))]
    return found + [_update(one, "what was answered") for one in desk.reader.all(ProgressUpdate, response_id=ids)]


def _update(one: ProgressUpdate, about: str) -> _Entered:
    said = one.seen.label if one.seen else one.status.label if one.status else ""
    sentence = f"{one.side.label}, {about}" + (f": {said}" if said else "")
    return _Entered(one.created_at, Happening(one.noted_on or date.min, sentence, one.text))


def _steps(
    events: Sequence[StatusEvent], called: Mapping[str, str], challenge: Challenge
) -> Iterator[_Entered]:
    """The steps that parts took; a challenge withdrawn as a whole is told once, with its ending."""
    at_first, again = _first_puts(challenge, events), set()
    for one in events:
        name = called.get(one.addressee_id or "", "?")
        if one.step is Step.TAKE_UP:
            again.add(one.addressee_id)
        if one.step is Step.PUT and one.taken_on and one not in at_first:
            how = "again" if one.addressee_id in again else "as well"
            yield _Entered(one.created_at, Happening(one.taken_on, f"Put to {name} {how}", ""))
        is_whole = one.step is Step.WITHDRAW and one.words == challenge.withdrawn_because and bool(one.words)
        if one.step in _TOLD and one.taken_on and not is_whole:
            ended = f": {one.outcome.label}" if one.outcome else ""
            yield _Entered(one.created_at, Happening(one.taken_on, _TOLD[one.step].format(name) + ended, one.words))


def _older_steps(
    lines: Sequence[Line], parts: Sequence[Addressee], called: Mapping[str, str], events: Sequence[StatusEvent]
) -> list[_Entered]:
    told = {(one.addressee_id, one.created_at) for one in events}
    said = {(line.at, line.entity_id, line.field): line.new or "" for line in lines}
    now = {part.id: part for part in parts}
    found = []
    for line in lines:
        is_told = (line.entity_id, _at(line)) in told
        if line.field == "status" and line.old and line.new in _STEP_TO and not is_told:
            step = _STEP_TO[line.new]
            field = WORDS_OF.get(step, "")
            words = said.get((line.at, line.entity_id, field), getattr(now[line.entity_id], field, ""))
            found.append(_Entered(_at(line), Happening(
                _at(line).date(), _TOLD[step].format(called[line.entity_id]), words
            )))
    return found


def _escalated(desk: Desk, called: Mapping[str, str]) -> Iterator[_Entered]:
    rungs = {rung.stage: rung.called for rung in ladder(desk.reader.all(Rung))}
    for one in desk.reader.all(EscalationStep, addressee_id=list(called)):
        name, to = called[one.addressee_id or ""], f", to {one.to_whom}" if one.to_whom else ""
        where = f"escalated to {rungs[one.stage]}" if one.goes_up else f"brought down to {rungs[one.stage]}"
        yield _Entered(one.created_at, Happening(one.stepped_on or date.min, f"{name}’s part {where}{to}", one.why))
        if one.outcome and one.outcome_on:
            sentence = f"{rungs[one.stage]}, {name}: {one.outcome.label}"
            yield _Entered(one.updated_at, Happening(one.outcome_on, sentence, one.words))


def _actions(
    desk: Desk, challenge_id: str, steps: Sequence[Line], called: Mapping[str, str]
) -> list[_Entered]:
    """What was agreed beside the first actions, whose date was moved with a reason, what was reported and seen."""
    actions = {one.id: one for one in desk.reader.all(Action, challenge_id=challenge_id)}
    agreed = {(one.entity_id, one.at) for one in steps if one.field == "status" and one.new == Status.ACTION_AGREED}
    updates = desk.reader.all(ProgressUpdate, action_id=list(actions))
    found = []
    for line in desk.record.lines_of(list(actions)):
        action = actions[line.entity_id]
        party = action.addressee_id or ""
        before = [at for id_, at in agreed if id_ == party and at <= line.at]
        if line.field == "text" and not line.old and before and line.at not in before:
            more = Happening(_at(line).date(), f"One more action agreed with {called[party]}", action.text)
            found.append(_Entered(_at(line), more))
        elif line.field == "due_on" and line.why:
            moved = f"An action’s date moved to {shown(line, line.new)}" if line.new else "An action’s date was lifted"
            found.append(_Entered(_at(line), Happening(_at(line).date(), moved, line.why)))
    found += [_update(one, f"“{opening(actions[one.action_id or ''].text)}”") for one in updates]
    told = {one.action_id for one in updates if one.status}
    done = [one for one in actions.values() if one.done_on and one.id not in told]
    return found + [
        _Entered(one.updated_at, Happening(one.done_on, "An action was reported done", one.text))
        for one in done if one.done_on
    ]


def _endings(
    challenge: Challenge, parts: Sequence[Addressee], called: Mapping[str, str], events: Sequence[StatusEvent]
) -> list[_Entered]:
    """Endings that left no line: of older records, of what was found so, and of a challenge withdrawn as a whole."""
    told = {(one.addressee_id, one.taken_on) for one in events if one.after.is_ended}
    found = []
    for part in parts:
        if (part.id, part.closed_on) in told:
            continue
        if part.status is Status.CLOSED and part.closed_on:
            outcome = f": {part.outcome.label}" if part.outcome else ""
            found.append(_Entered(part.updated_at, Happening(
                part.closed_on, f"{called[part.id]}’s part closed{outcome}", part.what_changed
            )))
        is_alone = part.withdrawn_because != challenge.withdrawn_because
        if part.status is Status.WITHDRAWN and part.closed_on and is_alone:
            found.append(_Entered(part.updated_at, Happening(
                part.closed_on, f"{called[part.id]}’s part withdrawn", part.withdrawn_because
            )))
    if challenge.closed_on and (challenge.withdrawn_because or challenge.status is Status.WITHDRAWN):
        whole = Happening(challenge.closed_on, "Withdrawn", challenge.withdrawn_because)
        found.append(_Entered(challenge.updated_at, whole))
    return found


def _retests(desk: Desk, called: Mapping[str, str]) -> Iterator[_Entered]:
    for one in desk.reader.all(Retest, addressee_id=list(called)):
        if one.result and one.done_on:
            name = called[one.addressee_id or ""]
            looked = f"Looked again at {name}: {one.result.label.lower()}"
            yield _Entered(one.updated_at, Happening(one.done_on, looked, one.words))


def _at(line: Line) -> datetime:
    return datetime.fromisoformat(line.at)
