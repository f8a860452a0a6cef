"""The story of a record: what happened to it, day by day, from its history and its notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Challenge, Status
from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import label_of
from scrutineer.domain.erasure import STRUCK
from scrutineer.domain.note import Note
from scrutineer.domain.records import BY_KIND
from scrutineer.domain.reply import Response
from scrutineer.domain.vocabulary import Term
from scrutineer.register.challenges import Challenges
from scrutineer.register.desk import Desk
from scrutineer.storage import history
from scrutineer.storage.history import Line
from scrutineer.storage.mapping import columns_of

_QUIET = frozenset({"place", "origin", "subject_kind", "first_due_on", "private", "agency_ids", "deleted_at"})

# The steps that leave no date of their own on a part: how they are told, and the field with their words.
_TOLD: Mapping[str | None, tuple[str, str]] = {
    Status.FURTHER_INFORMATION: ("Asked {} for more", "question"),
    Status.ACTION_AGREED: ("Agreed with {} what will be done", ""),
    Status.TESTING_IMPACT: ("Testing what changed at {}", "test_plan"),
}


class Happening(NamedTuple):
    """One line of a story: the day, what happened in a sentence, and any words that belong to it."""

    on: date
    sentence: str
    words: str


class FieldChange(NamedTuple):
    """One value that changed: when, which field, from what to what, and why where a rule asked."""

    at: datetime
    label: str
    old: str
    new: str
    why: str


def of_challenge(desk: Desk, challenges: Challenges, challenge_id: str) -> list[Happening]:
    """What happened to a challenge and its parties, the newest first."""
    challenge, parts, names = challenges.get(challenge_id), challenges.parts(challenge_id), desk.names()
    called = {part.id: challenges.party_name(part, names) for part in parts}
    lines = history.lines_of(desk.record.database, list(called))
    found = [        # as these follow one another within a day
        *_beginnings(challenge, parts, called), *_notes(desk, [challenge_id, *called]),
        *_dates_moved(lines, called), *_answers(desk, challenges, called), *_steps(lines, parts, called),
        *_actions(desk, challenge_id, lines, called), *_endings(challenge, parts, called),
    ]
    return sorted(found, key=lambda one: one.on)[::-1]


def _beginnings(challenge: Challenge, parts: Sequence[Addressee], called: Mapping[str, str]) -> list[Happening]:
    found = []
    if challenge.raised_on:
        parties = f" to {', '.join(called.values())}" if called else ""
        where = f" at {challenge.forum}" if challenge.forum else ""
        found.append(Happening(challenge.raised_on, f"Put{parties}{where}", ""))
    return found + [
        Happening(part.acknowledged_on, f"{called[part.id]} acknowledged it", "")
        for part in parts if part.acknowledged_on
    ]


def _notes(desk: Desk, subject_ids: list[str]) -> list[Happening]:
    notes = desk.reader.all(Note, subject_id=subject_ids)
    return [Happening(note.noted_on or date.min, note.kind.label, note.text) for note in notes]


def _dates_moved(lines: Sequence[Line], called: Mapping[str, str]) -> list[Happening]:
    """Dates that were moved with a reason; a date that came with a step is told by that step."""
    return [
        Happening(_day(line), f"{called[line.entity_id]}’s date moved to {_shown(line, line.new)}", line.why)
        for line in lines if line.field == "due_on" and line.new and line.why
    ]


def _answers(desk: Desk, challenges: Challenges, called: Mapping[str, str]) -> list[Happening]:
    found = []
    for response in desk.reader.all(Response, addressee_id=list(called)):
        name, came_on = called[response.addressee_id or ""], challenges.reply_of(response).received_on
        if came_on:
            position = f": {response.position.label}" if response.position else ""
            found.append(Happening(came_on, f"{name} answered{position}", response.short_form))
        if response.judged_on and response.quality:
            sentence = f"My view of {name}’s answer: {response.quality.label}"
            found.append(Happening(response.judged_on, sentence, response.my_view))
    return found


def _steps(lines: Sequence[Line], parts: Sequence[Addressee], called: Mapping[str, str]) -> list[Happening]:
    said = {(line.at, line.entity_id, line.field): line.new or "" for line in lines}
    now = {part.id: part for part in parts}
    found = []
    for line in lines:
        if line.field == "status" and line.old and line.new in _TOLD:
            sentence, field = _TOLD[line.new]
            unchanged = getattr(now[line.entity_id], field, "")
            words = said.get((line.at, line.entity_id, field), unchanged)
            found.append(Happening(_day(line), sentence.format(called[line.entity_id]), words))
    return found


def _actions(
    desk: Desk, challenge_id: str, steps: Sequence[Line], called: Mapping[str, str]
) -> list[Happening]:
    """What was agreed beside the first actions, whose date was moved with a reason, what was reported done."""
    actions = {one.id: one for one in desk.reader.all(Action, challenge_id=challenge_id)}
    agreed = {(one.entity_id, one.at) for one in steps if one.field == "status" and one.new == Status.ACTION_AGREED}
    found = []
    for line in history.lines_of(desk.record.database, list(actions)):
        action = actions[line.entity_id]
        party = action.addressee_id or ""
        before = [at for id_, at in agreed if id_ == party and at <= line.at]
        if line.field == "text" and not line.old and before and line.at not in before:
            found.append(Happening(_day(line), f"One more action agreed with {called[party]}", action.text))
        elif line.field == "due_on" and line.why:
            moved = f"An action’s date moved to {_shown(line, line.new)}" if line.new else "An action’s date was lifted"
            found.append(Happening(_day(line), moved, line.why))
    done = [one for one in actions.values() if one.done_on]
    return found + [Happening(one.done_on, "An action was reported done", one.text) for one in done if one.done_on]


def _endings(challenge: Challenge, parts: Sequence[Addressee], called: Mapping[str, str]) -> list[Happening]:
    found = []
    for part in parts:
        if part.status is Status.CLOSED and part.closed_on:
            outcome = f": {part.outcome.label}" if part.outcome else ""
            found.append(Happening(part.closed_on, f"{called[part.id]}’s part closed{outcome}", part.what_changed))
        is_alone = part.withdrawn_because != challenge.withdrawn_because
        if part.status is Status.WITHDRAWN and part.closed_on and is_alone:
            found.append(Happening(part.closed_on, f"{called[part.id]}’s part withdrawn", part.withdrawn_because))
    if challenge.closed_on and (challenge.withdrawn_because or challenge.status is Status.WITHDRAWN):
        found.append(Happening(challenge.closed_on, "Withdrawn", challenge.withdrawn_because))
    return found


def changes(desk: Desk, *ids: str) -> list[FieldChange]:
    """Every value of some records that ever changed, the newest first; what went unsaid is left out."""
    found = []
    for line in history.lines_of(desk.record.database, ids):
        if line.field not in _QUIET and not line.field.endswith("_id"):
            label = label_of(BY_KIND[line.entity], line.field)
            found.append(FieldChange(
                datetime.fromisoformat(line.at), label, _shown(line, line.old), _shown(line, line.new), line.why or ""
            ))
    return found[::-1]


def _day(line: Line) -> date:
    return datetime.fromisoformat(line.at).date()


def _shown(line: Line, text: str | None) -> str:
    """A value of the history as people read it."""
    if line.is_struck:
        return STRUCK
    if text is None:
        return ""
    column = next(one for one in columns_of(BY_KIND[line.entity]) if one.name == line.field)
    return _words(column.from_text(text))


def _words(value: Any) -> str:
    match value:
        case Term():
            return value.label
        case bool():
            return "yes" if value else "no"
        case datetime():
            return f"{short_date(value.date())}, {value:%H:%M} UTC"
        case date():
            return short_date(value)
        case tuple():
            return "; ".join(value)
    return str(value)
