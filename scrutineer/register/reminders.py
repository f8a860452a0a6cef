"""Reminders: everything that is awaited from one party, gathered for one e-mail, and to whom it would go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Challenge, PartyKind, Status, Visibility
from scrutineer.domain.errors import ScrutineerError
from scrutineer.domain.escalation import EscalationStep, Rung, ladder
from scrutineer.domain.note import NoteKind
from scrutineer.domain.organisation import Agency, AgencyGroup, Contact, Scrutineer
from scrutineer.domain.reminder import Reminder, Wanted, Writer, subject, text
from scrutineer.domain.text import opening
from scrutineer.register.actions import Notes
from scrutineer.register.challenges import Challenges
from scrutineer.register.desk import Desk

_OPEN = tuple(status for status in Status if not status.is_ended and status is not Status.DRAFT)


class Reminders:
    """Drafts mails; sends none."""

    def __init__(self, desk: Desk, challenges: Challenges, notes: Notes) -> None:
        self._desk = desk
        self._challenges = challenges
        self._notes = notes

    def draft(self, id_: str) -> Reminder:
        """One mail about all that is awaited from the party of this part or action.

        Raises NotFound, and ScrutineerError when nothing is awaited.
        A challenge that is for me alone to read is only in it when it was asked for by its own id.
        """
        read, today = self._desk.reader, self._desk.today()
        action = read.find(Action, id_)
        asked = read.get(Addressee, action.addressee_id if action else id_)
        parts = [one for one in self._open() if one.id == asked.id or _is_of(one, asked)]
        challenges = {one.id: one for one in read.all(Challenge, id={one.challenge_id or "" for one in parts})}
        parts = [
            one for one in parts
            if one.id == asked.id or challenges[one.challenge_id or ""].visibility is not Visibility.PRIVATE
        ]
        replies = self._replies(parts)
        answers = [one for one in parts if one.status.awaits_answer or one.id in replies]
        wanted = [_answer(one, challenges[one.challenge_id or ""], replies.get(one.id)) for one in answers]
        late = self._late(parts, id_, today)
        wanted += [_action(one, challenges[one.challenge_id or ""]) for one in late]
        party = self._challenges.party_name(asked)
        if not wanted:
            raise ScrutineerError(f"Nothing is awaited from {party}.", "It may have come in meanwhile.")
        people = self._people(asked)
        return Reminder(
            party=party, to=tuple(one.email for one in people),
            people=tuple(", ".join(filter(None, (one.name, one.role))) for one in people), subject=subject(wanted),
            text=text(wanted, party, self._writer(), today, self._desk.calendar),
            part_ids=tuple(dict.fromkeys([*(one.id for one in answers), *(one.addressee_id or "" for one in late)])),
            is_private=any(one.visibility is Visibility.PRIVATE for one in challenges.values()
                           if one.id in {part.challenge_id for part in parts}),
        )

    def note_chased(self, reminder: Reminder, on: date | None = None) -> None:
        """Note that it went out, on every part that it is about, in one act."""
        with self._desk.act():
            for id_ in reminder.part_ids:
                self._notes.about(self._challenges.part(id_), NoteKind.CHASED, "By e-mail.", on)

    def _open(self) -> Sequence[Addressee]:
        """The parts that are open, the earliest due first."""
        found = self._desk.reader.all(Addressee, status=_OPEN)
        return sorted(found, key=lambda one: one.due_on or date.max)

    def _late(self, parts: Iterable[Addressee], asked_id: str, today: date) -> list[Action]:
        """Agreed actions whose day has passed, and the one that was asked for."""
        found = self._desk.reader.all(Action, addressee_id=[one.id for one in parts])
        late = [one for one in found if one.is_overdue(today) or (one.id == asked_id and not one.status.is_settled)]
        return sorted(late, key=lambda one: one.due_on or date.max)

    def _replies(self, parts: Iterable[Addressee]) -> dict[str, Wanted]:
        """Replies that are awaited on the ladder about parts that owe no answer, by the part's id."""
        owing = {one.id: one for one in parts if not one.status.awaits_answer}
        called = {rung.stage: rung.called for rung in ladder(self._desk.reader.all(Rung))}
        steps = self._desk.reader.all(EscalationStep, addressee_id=list(owing), outcome=None)
        return {
            step.addressee_id or "": Wanted("", called[step.stage], None, step.reply_due_on) for step in steps
            if step.reply_due_on and owing[step.addressee_id or ""].stage is step.stage
        }

    def _writer(self) -> Writer:
        me = self._desk.reader.find(Scrutineer, self._desk.me)
        return Writer(me.name if me else "", me.title if me else "", self._desk.partnership.name)

    def _people(self, part: Addressee) -> list[Contact]:
        """Whom one writes to: for the attention of whom it was put, else those who stand for their agency."""
        found = self._current(self._agencies(part))
        wanted = part.contact_role.strip().casefold()
        named = [one for one in found if wanted and wanted in {one.role.casefold(), one.name.casefold()}]
        delegated = [one for one in found if one.is_dsp]
        working = [one for one in found if not one.is_lsp]      # their chief officers only where there is nobody else
        return named or delegated or working or found

    def _current(self, agency_ids: Sequence[str]) -> list[Contact]:
        today = self._desk.today()
        found = self._desk.reader.all(Contact, agency_id=agency_ids)
        return [
            one for one in found
            if one.email.strip() and (one.starts_on or today) <= today <= (one.ends_on or today)
        ]

    def _agencies(self, part: Addressee) -> list[str]:
        """The agencies whose people are written to; for a service without people of its own, those around it."""
        if part.kind is PartyKind.AGENCY and part.agency_id:
            agency = self._desk.reader.find(Agency, part.agency_id)
            own = [part.agency_id]
            return own if self._current(own) or not agency or not agency.parent_id else [agency.parent_id]
        if part.kind is PartyKind.JOINT:
            return [part.lead_id] if part.lead_id else list(part.agency_ids)
        group = self._desk.reader.find(AgencyGroup, part.group_id)
        if group:
            return [group.lead_id] if group.lead_id else list(group.agency_ids)
        return []


def _is_of(one: Addressee, asked: Addressee) -> bool:
    """Whether a part is put to the same party, or to several jointly for whom that party answers."""
    if one.kind is PartyKind.JOINT and asked.kind is PartyKind.AGENCY:
        return one.lead_id is not None and one.lead_id == asked.agency_id
    return _party(one) == _party(asked)


def _party(part: Addressee) -> tuple[object, ...]:
    return part.kind, part.agency_id, part.lead_id, frozenset(part.agency_ids), part.group_id, part.body_id


def _answer(part: Addressee, challenge: Challenge, reply: Wanted | None) -> Wanted:
    if reply:
        title = f"{challenge.title} ({reply.title})"
        return Wanted(challenge.reference, title, challenge.raised_on, reply.due_on)
    more = part.for_others().question if part.status is Status.FURTHER_INFORMATION else ""
    return Wanted(challenge.reference, challenge.title, challenge.raised_on, part.due_on, asked=more)


def _action(action: Action, challenge: Challenge) -> Wanted:
    words = opening(action.for_others().text, 200) or challenge.title
    return Wanted(challenge.reference, words, None, action.due_on, is_action=True)
