"""Recommendations, from the paper in which they stand to what became of them.

Written once, by the scrutineer or by a review; decided by a meeting, followed by actions, and tested whether what
was recommended has become what people do. How they are printed is no business of this file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from scrutineer.domain.action import Action
from scrutineer.domain.dates import short_date
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.evidence import EvidenceLink
from scrutineer.domain.note import Note
from scrutineer.domain.organisation import Body, Meeting
from scrutineer.domain.recommendation import Decision, Embedded, Recommendation, RecommendationLine
from scrutineer.register.desk import Records

_UNDECIDED: Mapping[str, Any] = {
    "decision": Decision.AWAITED, "decided_on": None, "meeting_id": None, "final_wording": "", "reason": "",
    "minute_ref": "",
}  # fmt: skip


class Recommendations(Records[Recommendation]):
    """Recommendations, own and others'."""

    cls = Recommendation

    def save(self, entity: Recommendation, why: str = "") -> Recommendation:
        """Write a recommendation; a new one gets its reference, is mine, and stands last in its paper."""
        with self.desk.act(why) as act:
            if not entity.reference:
                entity = replace(
                    entity, reference=self.desk.next_reference(act, "R"), made_on=entity.made_on or self.desk.today(),
                    scrutineer_id=entity.scrutineer_id or self.desk.me,
                )
            before = self.find(entity.id)
            if entity.paper_id and (before is None or before.paper_id != entity.paper_id):
                places = [one.place for one in self.of_paper(entity.paper_id) if one.id != entity.id]
                entity = replace(entity, place=max(places, default=0) + 1)
            return act.put(entity)

    def of_paper(self, paper_id: str | None) -> list[Recommendation]:
        """What a paper asks its meeting to do, in order."""
        if not paper_id:
            return []
        return sorted(self.all(paper_id=paper_id), key=lambda one: (one.place, one.reference))

    def move(self, id_: str, by: int) -> None:
        """Let a recommendation change places with its neighbour in the paper: -1 up, +1 down."""
        mine = self.get(id_)
        order = self.of_paper(mine.paper_id)
        here = next((place for place, one in enumerate(order) if one.id == id_), 0)
        if not 0 <= here + by < len(order):
            return
        order.insert(here + by, order.pop(here))
        with self.desk.act() as act:
            for place, one in enumerate(order, start=1):
                act.put(replace(one, place=place))

    def decide(
        self, id_: str, decision: Decision, on: date | None, *, meeting_id: str | None = None, wording: str = "",
        reason: str = "", minute_ref: str = "",
    ) -> Recommendation:
        """Note what was decided. Raises Invalid without a day, an amended wording, or the reason of a refusal."""
        return self.keep_decision(replace(
            self.get(id_), decision=decision, decided_on=on, meeting_id=meeting_id,
            final_wording=wording if decision is Decision.AMENDED else "",
            reason=reason if decision is Decision.DECLINED else "", minute_ref=minute_ref,
        ))

    def keep_decision(self, decided: Recommendation) -> Recommendation:
        """As `decide`, with the recommendation as it would stand. Raises Invalid."""
        decided = decided.cleaned()
        problems = decided.problems()
        if decided.decision is Decision.AWAITED:
            problems.append(Problem("decision", "Say what was decided."))
        if decided.decided_on is None:
            problems.append(Problem("decided_on", "Say on which day it was decided."))
        elif decided.decided_on > self.desk.today():
            problems.append(Problem("decided_on", "That day has not come yet; a decision is noted when it was taken."))
        if problems:
            raise Invalid(problems)
        return self.save(decided)

    def leave(self, id_: str, meeting_id: str | None, words: str, on: date | None = None) -> Note:
        """Note that a meeting left it for later, and in which words; it goes on awaiting a decision."""
        recommendation, day = self.get(id_), on or self.desk.today()
        at = f" at {called}" if (called := self.meeting_called(meeting_id)) else ""
        with self.desk.act() as act:
            return act.put(Note(
                subject_kind=Recommendation.KIND, subject_id=recommendation.id, noted_on=day,
                text=f"Left for later{at}. {words}".strip(), scrutineer_id=self.desk.me,
            ))

    def undecide(self, id_: str) -> Recommendation:
        """Take a decision back. Raises Invalid when something was done upon it."""
        recommendation = self.get(id_)
        if self.actions_of(id_) or recommendation.embedded is not Embedded.NOT_TESTED:
            sentence = f"{recommendation.reference} is being followed already: change its decision there."
            raise Invalid([Problem("decision", sentence)])
        return self.save(replace(recommendation, **_UNDECIDED))

    def follow(self, id_: str, action: Action) -> Action:
        """Somebody will do something because of it. Raises Invalid without words, or when it was declined."""
        if self.get(id_).decision is Decision.DECLINED:
            raise Invalid([Problem("text", "It was declined: nothing follows from it until it is decided otherwise.")])
        with self.desk.act() as act:
            return act.put(replace(
                action, recommendation_id=id_, first_due_on=action.first_due_on or action.due_on,
                scrutineer_id=action.scrutineer_id or self.desk.me,
            ))

    def actions_of(self, id_: str) -> list[Action]:
        """What follows from it, the earliest due first."""
        return sorted(self.desk.reader.all(Action, recommendation_id=id_), key=lambda one: one.due_on or date.max)

    def test(self, id_: str, embedded: Embedded, on: date | None, seen: str) -> Recommendation:
        """Note whether it has become what people do. Raises Invalid when neither words nor evidence show it."""
        return self.keep_test(replace(self.get(id_), embedded=embedded, embedded_on=on, seen=seen))

    def keep_test(self, tested: Recommendation) -> Recommendation:
        """As `test`, with the recommendation as it would stand. Raises Invalid."""
        problems = []
        if not tested.decision.is_taken_up:
            problems.append(Problem("embedded", "It has not been taken up yet: note first what was decided."))
        if tested.embedded is Embedded.NOT_TESTED:
            problems.append(Problem("embedded", "Say what you found."))
        if tested.embedded_on is None:
            problems.append(Problem("embedded_on", "Say on which day you looked."))
        elif tested.embedded_on > self.desk.today():
            problems.append(Problem("embedded_on", "That day has not come yet."))
        if not tested.seen.strip() and not self.desk.reader.all(EvidenceLink, subject_id=tested.id):
            problems.append(Problem("seen", "Say what you saw, or link the evidence first."))
        if problems:
            raise Invalid(problems)
        return self.save(tested)

    def meeting_called(self, meeting_id: str | None) -> str:
        """`Executive Group, 18 Dec 2026`; "" without a meeting."""
        meeting = self.desk.reader.find(Meeting, meeting_id)
        if meeting is None:
            return ""
        body = self.desk.reader.find(Body, meeting.body_id)
        return ", ".join(filter(None, (body.called if body else "a meeting", short_date(meeting.held_on))))

    def lines(self) -> list[RecommendationLine]:
        """Every recommendation: those that await a decision first, the rest with the latest first."""
        names, following = self.desk.names(), self._following()
        found = []
        for one in sorted(self.all(), key=lambda one: (one.made_on or date.min, one.reference), reverse=True):
            actions = following.get(one.id, [])
            agencies = ", ".join(names[id_] for id_ in one.agency_ids if id_ in names)
            decided = self.meeting_called(one.meeting_id) or short_date(one.decided_on)
            found.append(RecommendationLine(
                one.id, one.reference, one.wording, one.source, one.source_title, agencies, one.decision, decided,
                one.due_on, len(actions), sum(1 for action in actions if not action.status.is_settled), one.embedded,
            ))
        return sorted(found, key=lambda line: not line.is_awaiting)

    def _following(self) -> dict[str, list[Action]]:
        found: dict[str, list[Action]] = {}
        for action in self.desk.reader.all(Action):
            if action.recommendation_id:
                found.setdefault(action.recommendation_id, []).append(action)
        return found
