"""What agencies agreed to do, as they report it; my own promises; and dated lines on any record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.entity import Entity
from scrutineer.domain.note import Note, NoteKind, Undertaking
from scrutineer.register.desk import Records


class Actions(Records[Action]):
    """Agreed actions."""

    cls = Action

    def report_done(self, action_id: str, on: date) -> Action:
        """The agency reports it done."""
        return self.save(replace(self.get(action_id), status=ActionStatus.DONE, done_on=on))

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
