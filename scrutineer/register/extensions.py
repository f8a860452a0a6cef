"""Dates that move: each move is a line with who asked, why and who agreed; the first date stays on record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.extension import Extension, Ledger, ledger
from scrutineer.domain.lifecycle import DUE_IN_ORDER, Facts
from scrutineer.domain.text import one_line
from scrutineer.register.desk import Records


class Extensions(Records[Extension]):
    """The ledger of dates."""

    cls = Extension

    def extend(
        self, addressee_ids: Iterable[str], due_on: date | None, why: str, *, asked_by: str = "", agreed_by: str = "",
        on: date | None = None,
    ) -> list[Extension]:
        """Agree another date for the answers of some parties, all or none. Raises Invalid.

        Of several, one that has that date already is left as it is.
        """
        parts = {id_: self.desk.reader.get(Addressee, id_) for id_ in addressee_ids}
        moving = [id_ for id_, part in parts.items() if part.due_on != due_on] or list(parts)
        with self.desk.act(why):
            return [self._extend(id_, due_on, why, asked_by, agreed_by, on) for id_ in moving]

    def _extend(
        self, addressee_id: str, due_on: date | None, why: str, asked_by: str, agreed_by: str, on: date | None
    ) -> Extension:
        part = self.desk.reader.get(Addressee, addressee_id)
        challenge = self.desk.reader.get(Challenge, part.challenge_id)
        moved = replace(part, due_on=due_on, meeting_id=None)
        problems = self._asked_for(part.due_on, due_on, why, on)
        if not DUE_IN_ORDER.is_met(Facts(challenge=challenge, part=moved)):
            problems.append(Problem(DUE_IN_ORDER.field, DUE_IN_ORDER.sentence))
        if not part.status.awaits_answer:
            problems.append(Problem("status", "No answer is awaited from this party, so there is no date to move."))
        if problems:
            raise Invalid(problems)
        with self.desk.act(why) as act:
            act.put(replace(moved, first_due_on=part.first_due_on or part.due_on or due_on))
            return act.put(self._line(part.due_on, due_on, why, asked_by, agreed_by, on, addressee_id=part.id))

    def extend_action(
        self, action_id: str, due_on: date | None, why: str, *, asked_by: str = "", agreed_by: str = "",
        on: date | None = None,
    ) -> Extension:
        """Agree another date for an action. Raises Invalid."""
        action = self.desk.reader.get(Action, action_id)
        problems = self._asked_for(action.due_on, due_on, why, on)
        if action.status.is_settled:
            problems.append(Problem("status", "This action is settled, so there is no date to move."))
        if problems:
            raise Invalid(problems)
        with self.desk.act(why) as act:
            act.put(replace(action, due_on=due_on, first_due_on=action.first_due_on or action.due_on or due_on))
            return act.put(self._line(action.due_on, due_on, why, asked_by, agreed_by, on, action_id=action.id))

    def _asked_for(self, old: date | None, new: date | None, why: str, on: date | None) -> list[Problem]:
        problems = []
        if not new or new == old:
            problems.append(Problem("due_on", "Give the new date."))
        if not one_line(why):
            problems.append(Problem("why", "Say why it moves."))
        if on and on > self.desk.today():
            problems.append(Problem("agreed_on", "That day has not come yet; a date is noted when it was agreed."))
        return problems

    def _line(
        self, old: date | None, new: date | None, why: str, asked_by: str, agreed_by: str, on: date | None,
        *, addressee_id: str | None = None, action_id: str | None = None,
    ) -> Extension:
        return Extension(
            addressee_id=addressee_id, action_id=action_id, old_due_on=old, new_due_on=new,
            agreed_on=on or self.desk.today(), asked_by=asked_by, why=one_line(why), agreed_by=agreed_by,
            scrutineer_id=self.desk.me,
        )

    def of_parts(self, addressee_ids: Iterable[str]) -> Mapping[str, list[Extension]]:
        """The moves of each part's date, in the order in which they were entered."""
        found: dict[str, list[Extension]] = {}
        for one in self.all(addressee_id=tuple(addressee_ids)):
            found.setdefault(one.addressee_id or "", []).append(one)
        return found

    def of_actions(self, action_ids: Iterable[str]) -> Mapping[str, list[Extension]]:
        """The moves of each action's date, in the order in which they were entered."""
        found: dict[str, list[Extension]] = {}
        for one in self.all(action_id=tuple(action_ids)):
            found.setdefault(one.action_id or "", []).append(one)
        return found

    def ledger(self, of: Addressee | Action) -> Ledger:
        """The dates that the clock of an answer or an action has had."""
        field = "action_id" if isinstance(of, Action) else "addressee_id"
        return ledger(of.due_on, self.all(**{field: of.id}))
