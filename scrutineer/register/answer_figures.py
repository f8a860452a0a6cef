"""What parties said and agreed, what they report, what was seen of it and what shows it, as a paper may tell it.

Private words are left out here, also where a step or a line repeats words that were made private later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.activity import Activity, Finding
from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.domain.challenge_figures import ActionFigure, AnswerFigure, EvidenceFigure, MoveFigure, UpdateFigure
from scrutineer.domain.dates import WorkingDays, short_date
from scrutineer.domain.entity import Entity
from scrutineer.domain.evidence import Evidence, EvidenceLink, is_independent, kind_of
from scrutineer.domain.extension import Extension, ledger
from scrutineer.domain.organisation import Meeting
from scrutineer.domain.records import BY_KIND
from scrutineer.domain.reference import short
from scrutineer.domain.reply import Reply, Response
from scrutineer.domain.update import ProgressUpdate, Side
from scrutineer.register.shelves import Shelves


def shown(shelves: Shelves, names: Mapping[str, str], subject_ids: Iterable[str]) -> tuple[EvidenceFigure, ...]:
    """What shows something about some records, in the order in which it was linked."""
    found = []
    for link in (link for id_ in subject_ids for link in shelves.of(EvidenceLink, "subject_id", id_)):
        cls = BY_KIND.get(link.source_kind)
        source = shelves.one(cls, link.source_id) if cls else None
        if source is None:
            continue
        activity = shelves.one(Activity, source.activity_id) if isinstance(source, Finding) else None
        found.append(EvidenceFigure(
            kind=kind_of(source, activity), what=_called(source, activity, names), shows=link.shows,
            is_independent=is_independent(source, activity),
        ))
    return tuple(found)


def _called(source: Entity, activity: Activity | None, names: Mapping[str, str]) -> str:
    """What a source is called before others; never by its words, which may be private."""
    match source:
        case Evidence():
            return _dated(f"{short(source.reference)} {source.title}".strip(), source.dated_on)
        case Activity():
            return _dated(source.title, source.held_on)
        case Finding() if activity:
            return _dated(activity.title, activity.held_on)
        case Meeting():
            return _dated(names.get(source.body_id or "", "Meeting"), source.held_on)
        case Reply():
            return _dated("what came in", source.received_on)
        case ProgressUpdate():
            whose = "what I saw" if source.side is Side.SEEN else "what was reported"
            return _dated(whose, source.noted_on)
    return ""


def _dated(words: str, day: date | None) -> str:
    return ", ".join(filter(None, (words, short_date(day))))


def moved(extensions: Iterable[Extension]) -> tuple[MoveFigure, ...]:
    """Each time that a date moved."""
    return tuple(
        MoveFigure(from_on=one.old_due_on, to_on=one.new_due_on, agreed_on=one.agreed_on, asked_by=one.asked_by,
                   why=one.why, agreed_by=one.agreed_by)
        for one in extensions
    )


def _updates(
    shelves: Shelves, names: Mapping[str, str], lines: Iterable[ProgressUpdate], *, hides_drop: bool = False
) -> tuple[UpdateFigure, ...]:
    """Dated lines by day; `hides_drop` leaves out why an action was dropped."""
    found = []
    for raw in sorted(lines, key=lambda one: one.noted_on or date.min):
        one = raw.for_others()
        is_hidden = hides_drop and one.status is ActionStatus.DROPPED
        found.append(UpdateFigure(
            side=one.side, noted_on=one.noted_on, status=one.status, seen=one.seen, source=one.source,
            text="" if is_hidden else one.text, shown_by=shown(shelves, names, [one.id]),
        ))
    return tuple(found)


def answers(shelves: Shelves, names: Mapping[str, str], part: Addressee) -> tuple[AnswerFigure, ...]:
    """What a party answered, in the order in which it was entered."""
    found = []
    for raw in shelves.of(Response, "addressee_id", part.id):
        one, reply = raw.for_others(), shelves.one(Reply, raw.reply_id)
        is_private = reply is not None and "text" in reply.private and raw.text == reply.text
        lines = shelves.of(ProgressUpdate, "response_id", one.id)
        found.append(AnswerFigure(
            came_on=reply.received_on if reply else None, text="" if is_private else one.text,
            short_form=one.short_form, position=one.position, my_view=one.my_view,
            as_i_heard_it=reply.as_i_heard_it if reply else False, minute_ref=reply.minute_ref if reply else "",
            seen=one.seen, seen_on=one.seen_on, updates=_updates(shelves, names, lines),
        ))
    return tuple(found)


class ActionFigures:
    """Actions as a paper may tell them, on one day."""

    def __init__(self, shelves: Shelves, names: Mapping[str, str], calendar: WorkingDays, today: date) -> None:
        self._shelves = shelves
        self._names = names
        self._calendar = calendar
        self._today = today

    def of(self, action: Action, party_name: str = "") -> ActionFigure | None:
        """One action; where no agency is named, it is the party's. None when its words are private."""
        one = action.for_others()
        if not one.text.strip():
            return None
        challenge = self._shelves.one(Challenge, one.challenge_id)
        extensions = self._shelves.of(Extension, "action_id", one.id)
        lines = self._shelves.of(ProgressUpdate, "action_id", one.id)
        return ActionFigure(
            challenge_reference=challenge.reference if challenge else "", text=one.text,
            agency=self._names.get(one.agency_id or "", "") or party_name, owner_role=one.owner_role,
            measure=one.measure, due_on=one.due_on, status=one.status, done_on=one.done_on,
            is_overdue=one.is_overdue(self._today), moves=moved(extensions),
            ledger=ledger(one.due_on, extensions).in_words(self._calendar), seen=one.seen, seen_on=one.seen_on,
            dropped_on=one.dropped_on, dropped_because=one.dropped_because,
            updates=_updates(self._shelves, self._names, lines, hides_drop="dropped_because" in one.private),
        )
