"""What agencies agreed to do, as they report it; my own promises; and dated lines on any record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.entity import Entity
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.note import Note, NoteKind, Undertaking
from scrutineer.domain.text import one_line
from scrutineer.register.desk import Records


class Actions(Records[Action]):
    """Agreed actions."""

    cls = Action

    def report_done(self, action_id: str, on: date) -> Action:
        """The agency reports it done."""
        return self.save(replace(self.get(action_id), status=ActionStatus.DONE, done_on=on))

    def change(self, action: Action, why: str = "") -> Action:
        """Keep an action as it now reads. A date that was set moves with a reason, and the first stays on record.

        Raises Invalid.
        """
        before = self.get(action.id)
        if before.due_on in {action.due_on, None}:
            return self.save(replace(action, first_due_on=before.first_due_on or action.due_on))
        problems = action.cleaned().problems()
        if not one_line(why):
            problems.append(Problem("why", "Say who asked for another date, and why."))
        if problems:
            raise Invalid(problems)
        return self.save(replace(action, first_due_on=before.first_due_on or before.due_on), why)

    def drop(self, action_id: str, because: str) -> Action:
        """It will not be done, and why. Raises Invalid without a reason."""
        return self.save(replace(self.get(action_id), status=ActionStatus.DROPPED, dropped_because=because))


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

    def open(self) -> list[Undertaking]:
        """Promises not kept yet, the earliest first."""
        return sorted((one for one in self.all() if not one.done_on), key=lambda one: one.due_on or date.max)
