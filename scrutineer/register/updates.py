"""Reported and seen: dated lines about actions and answers, never overwritten; the latest is kept beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.entity import Entity
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.reply import Response
from scrutineer.domain.update import ProgressUpdate, Side
from scrutineer.register.desk import Desk, Records
from scrutineer.register.evidence import EvidenceKept
from scrutineer.storage.gate import Act


class Updates(Records[ProgressUpdate]):
    """What agencies report and what I have seen."""

    cls = ProgressUpdate

    def __init__(self, desk: Desk, evidence: EvidenceKept) -> None:
        super().__init__(desk)
        self._evidence = evidence

    def note(self, update: ProgressUpdate, shown_by: Sequence[Entity] = ()) -> ProgressUpdate:
        """Add a line from either side, with the records that settled it as evidence. Raises Invalid."""
        update = update.cleaned()
        problems = []
        if update.noted_on and update.noted_on > self.desk.today():
            problems.append(Problem("noted_on", "That day has not come yet."))
        if update.side is Side.REPORTED and update.status is ActionStatus.DROPPED and not update.text.strip():
            problems.append(Problem("text", "Say why it was dropped."))
        if problems:
            raise Invalid(problems + update.problems())
        with self.desk.act() as act:
            saved = act.put(replace(update, scrutineer_id=update.scrutineer_id or self.desk.me))
            for source in shown_by:
                self._evidence.link(saved, source)
            if saved.action_id:
                self._settle_action(act, saved)
            else:
                self._settle_answer(act, saved)
        return saved

    def of_actions(self, action_ids: Iterable[str]) -> list[ProgressUpdate]:
        """The lines about some actions, by day and then as they were entered."""
        return sorted(self.all(action_id=tuple(action_ids)), key=_day)

    def of_answers(self, response_ids: Iterable[str]) -> list[ProgressUpdate]:
        """The lines about some answers, by day and then as they were entered."""
        return sorted(self.all(response_id=tuple(response_ids)), key=_day)

    def _settle_action(self, act: Act, update: ProgressUpdate) -> None:
        """The action says what was said last, by day; a line entered late does not speak over a later one."""
        action = self.desk.reader.get(Action, update.action_id)
        lines = [one for one in self.of_actions([action.id]) if one.side is update.side]
        last = [one for one in lines if (one.seen if update.side is Side.SEEN else one.status)]
        if not last or last[-1].id != update.id:
            return
        if update.side is Side.SEEN:
            act.put(replace(action, seen=update.seen, seen_on=update.noted_on))
            return
        is_done, is_dropped = update.status is ActionStatus.DONE, update.status is ActionStatus.DROPPED
        act.put(replace(
            action, status=update.status or action.status, done_on=update.noted_on if is_done else None,
            dropped_on=update.noted_on if is_dropped else None, dropped_because=update.text if is_dropped else "",
            private=tuple(name for name in action.private if name != "dropped_because")
            + (("dropped_because",) if is_dropped and "text" in update.private else ()),
        ))

    def _settle_answer(self, act: Act, update: ProgressUpdate) -> None:
        response = self.desk.reader.get(Response, update.response_id)
        seen = [one for one in self.of_answers([response.id]) if one.side is Side.SEEN]
        if seen and seen[-1].id == update.id:
            act.put(replace(response, seen=update.seen, seen_on=update.noted_on))


def _day(one: ProgressUpdate) -> date:
    return one.noted_on or date.min
