"""What agencies agreed to do, as they report it; my own promises; and dated lines on any record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.entity import Entity
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.lines import ActionLine
from scrutineer.domain.note import Note, NoteKind, Undertaking
from scrutineer.domain.text import one_line
from scrutineer.domain.update import ProgressUpdate
from scrutineer.register.desk import Desk, Records
from scrutineer.register.extensions import Extensions
from scrutineer.register.updates import Updates
from scrutineer.storage import order
from scrutineer.storage.action_lines import action_lines

_NO_DAY = "9999"      # comes after every day


class Actions(Records[Action]):
    """Agreed actions."""

    cls = Action

    def __init__(self, desk: Desk, updates: Updates, extensions: Extensions) -> None:
        super().__init__(desk)
        self._updates = updates
        self._extensions = extensions

    def report_done(self, action_id: str, on: date | None, words: str = "") -> Action:
        """The agency reports it done."""
        return self._report(action_id, ActionStatus.DONE, on, words)

    def drop(self, action_id: str, because: str, on: date | None = None) -> Action:
        """It will not be done, and why. Raises Invalid without a reason."""
        if not one_line(because):
            raise Invalid([Problem("dropped_because", "Say why it was dropped.")])
        return self._report(action_id, ActionStatus.DROPPED, on or self.desk.today(), because)

    def _report(self, action_id: str, status: ActionStatus, on: date | None, words: str) -> Action:
        if on is None:
            raise Invalid([Problem("done_on", "Give the day on which it was reported.")])
        self._updates.note(ProgressUpdate(action_id=action_id, noted_on=on, status=status, text=words))
        return self.get(action_id)

    def change(self, action: Action, why: str = "", *, asked_by: str = "", agreed_by: str = "") -> Action:
        """Keep an action as it now reads. A date that was set moves with a reason, and the first stays on record.

        Raises Invalid.
        """
        before = self.get(action.id)
        if before.due_on in {action.due_on, None}:
            return self.save(replace(action, first_due_on=before.first_due_on or action.due_on))
        problems = action.cleaned().problems()
        if not one_line(why):
            problems.append(Problem("why", "Say why the date moves."))
        if problems:
            raise Invalid(problems)
        with self.desk.act(why):
            if action.due_on:
                self._extensions.extend_action(
                    action.id, action.due_on, why, asked_by=asked_by, agreed_by=agreed_by
                )
            return self.save(replace(action, first_due_on=before.first_due_on or before.due_on), why)

    def ids_with_promises(self) -> list[str]:
        """The ids of all actions and promises: what is still to do, then what is settled, promises last in each."""
        return order.actions_and_promises(self.desk.record.database)

    def lines(self, ids: Sequence[str] | None = None) -> list[ActionLine]:
        """The list, or those with these ids: what is still to be done first, the earliest due on top, then what is
        settled, the latest first."""
        found = action_lines(self.desk.record.database, ids)
        still = sorted((one for one in found if one.is_open), key=lambda one: one.due_on or _NO_DAY)
        settled = sorted((one for one in found if not one.is_open), key=lambda one: one.done_on or "", reverse=True)
        return [*still, *settled]


class Notes(Records[Note]):
    """Dated lines: rang, met, chased, asked back."""

    cls = Note

    def about(self, subject: Entity, kind: NoteKind, text: str, on: date | None = None) -> Note:
        """Add a line to a record; today unless another day is given."""
        return self.save(Note(
            subject_kind=subject.KIND, subject_id=subject.id, kind=kind, text=text,
            noted_on=on or self.desk.today(), scrutineer_id=self.desk.me,
        ))

    def of(self, *subject_ids: str) -> list[Note]:
        """The lines on some records, oldest first."""
        return sorted(self.all(subject_id=subject_ids), key=lambda note: note.noted_on or date.min)


class Undertakings(Records[Undertaking]):
    """What I promised."""

    cls = Undertaking

    def promise(self, undertaking: Undertaking) -> Undertaking:
        """Note a promise of mine."""
        return self.save(replace(undertaking, scrutineer_id=undertaking.scrutineer_id or self.desk.me))

    def keep(self, undertaking_id: str, on: date) -> Undertaking:
        """Note that it was kept."""
        return self.save(replace(self.get(undertaking_id), done_on=on))

    def lines(self, ids: Sequence[str] | None = None) -> list[ActionLine]:
        """Promises, all or those with these ids, as lines of the list of actions: those to keep first, the earliest
        on top."""
        every = self.all() if ids is None else self.all(id=ids)
        to_keep = sorted((one for one in every if not one.done_on), key=_due)
        found = []
        names = self.desk.names()
        for one in [*to_keep, *sorted((kept for kept in every if kept.done_on), key=_kept, reverse=True)]:
            whom = one.to_whom or names.get(one.agency_id or "", "")
            found.append(ActionLine(
                one.id, Undertaking.KIND, one.text, "", whom, None, "", "", None, _iso(one.due_on), 0,
                (ActionStatus.DONE if one.done_on else ActionStatus.OPEN).value, _iso(one.done_on), None, None,
            ))
        return found

    def open(self) -> list[Undertaking]:
        """Promises not kept yet, the earliest first."""
        return sorted((one for one in self.all() if not one.done_on), key=_due)


def _due(one: Undertaking) -> date:
    return one.due_on or date.max


def _kept(one: Undertaking) -> date:
    return one.done_on or date.min


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
