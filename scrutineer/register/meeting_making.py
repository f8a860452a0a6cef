"""What a line typed at a meeting becomes: an answer, a finding, a decision on a recommendation, a promise.

A promise is mine unless an agency is named as having made it; then it is an action of that agency, on the challenge
or recommendation that the line is about. How a line is kept, and taken back, is known elsewhere.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from scrutineer.domain.action import Action
from scrutineer.domain.activity import Activity, ActivityStatus, ActivityType, Finding, FindingKind, Level
from scrutineer.domain.challenge import Addressee, Challenge, Status
from scrutineer.domain.entity import Entity
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.meeting_page import LineKind, MeetingLine, Told
from scrutineer.domain.note import Undertaking
from scrutineer.domain.organisation import AgencyGroup, Body, Meeting
from scrutineer.domain.recommendation import Decision, Recommendation
from scrutineer.domain.reply import Channel, Reply
from scrutineer.domain.text import listed
from scrutineer.register.actions import Undertakings
from scrutineer.register.activities import Activities
from scrutineer.register.challenges import Challenges
from scrutineer.register.courses import Courses
from scrutineer.register.desk import Desk
from scrutineer.register.recommendations import Recommendations
from scrutineer.register.replies import Answer, Replies

_FOUND = {
    LineKind.STRENGTH: FindingKind.STRENGTH, LineKind.CONCERN: FindingKind.CONCERN,
    LineKind.QUESTION: FindingKind.QUESTION,
}  # fmt: skip


class Makers(NamedTuple):
    """Who writes what lines become."""

    challenges: Challenges
    courses: Courses
    replies: Replies
    activities: Activities
    recommendations: Recommendations
    undertakings: Undertakings


class Making:
    """Turns a line into the record that it is; the line's own words are kept by whoever asks."""

    def __init__(self, desk: Desk, makers: Makers) -> None:
        self._desk = desk
        self._by = makers

    def make(self, line: MeetingLine, told: Told) -> Entity | None:
        """The record that a line becomes; None for a note and for a decision that stands by itself. Raises Invalid."""
        match line.kind:
            case LineKind.ANSWER:
                return self._answer(line, told)
            case LineKind.STRENGTH | LineKind.CONCERN | LineKind.QUESTION:
                return self._finding(line)
            case LineKind.DECISION if line.subject_kind == Recommendation.KIND:
                return self._decision(line, told)
            case LineKind.PROMISE:
                return self._action(line, told) if line.agency_id else self._promise(line, told)
        return None

    def part_of(self, line: MeetingLine) -> Addressee:
        """The part of the challenge to which an agency spoke. Raises Invalid when that cannot be told."""
        parts = self._by.challenges.parts(line.subject_id)
        if line.agency_id:
            parts = [part for part in parts if line.agency_id in self.agencies_of(part)] or [
                part for part in parts if not self.agencies_of(part)      # a body, or the Partnership as a whole
            ]
        still_open = [part for part in parts if not part.status.is_ended] or parts
        if len(still_open) == 1:
            return still_open[0]
        names = [self._by.challenges.party_name(part) for part in still_open]
        if names:
            raise Invalid([Problem("agency_id", f"Say who said it: {listed(names).replace(' and ', ' or ')}.")])
        who = self._desk.names().get(line.agency_id or "", "This agency")
        raise Invalid([Problem("agency_id", f"{who} was not asked: this challenge was put to others.")])

    def agencies_of(self, part: Addressee) -> tuple[str, ...]:
        """The agencies that a party is or is made of."""
        group = self._desk.reader.find(AgencyGroup, part.group_id)
        members = group.agency_ids if group else ()
        return tuple(filter(None, (part.agency_id or "", *part.agency_ids, *members)))

    def _answer(self, line: MeetingLine, told: Told) -> Reply:
        part, meeting = self.part_of(line), self._meeting(line)
        sender = self._desk.names().get(line.agency_id or "", "") or self._by.challenges.party_name(part)
        return self._by.replies.record(
            Reply(
                received_on=self._day(meeting), channel=Channel.SPOKEN, sender=sender, text=line.text,
                meeting_id=meeting.id, minute_ref=line.minute_ref,
            ),
            {part.id: Answer(told.position)},
        )

    def _finding(self, line: MeetingLine) -> Finding:
        """It takes over what the challenge that it is about was classified as: nothing is classified twice."""
        activity = self.activity(self._meeting(line), line.agency_id)
        about = self._desk.reader.find(Challenge, line.subject_id) if line.subject_kind == Challenge.KIND else None
        finding = Finding(
            activity_id=activity.id, kind=_FOUND[line.kind], text=line.text, scrutineer_id=self._desk.me,
            agency_ids=(line.agency_id,) if line.agency_id else (),
        )
        if about:
            finding = replace(finding, themes=about.themes, priority_ids=about.priority_ids,
                              framework_items=about.framework_items)  # fmt: skip
        with self._desk.act() as act:
            return act.put(finding)

    def activity(self, meeting: Meeting, agency_id: str | None = None) -> Activity:
        """The meeting as the activity that it is: made when first needed, never twice. Raises Invalid too early."""
        if meeting.held_on and meeting.held_on > self._desk.today():
            raise Invalid([Problem("kind", "The meeting is still to come: until then a line is a note.")])
        found = self._desk.reader.all(Activity, meeting_id=meeting.id, type=ActivityType.MEETING_OBSERVATION)
        body = self._desk.reader.find(Body, meeting.body_id)
        name = body.name if body else "Meeting"
        activity = found[0] if found else Activity(
            title=name, type=ActivityType.MEETING_OBSERVATION, held_on=meeting.held_on, place=meeting.place,
            level=Level.BOARD if "board" in name.casefold() else Level.EXECUTIVE, meeting_id=meeting.id,
        )  # fmt: skip
        if activity.is_ahead:
            activity = replace(activity, status=ActivityStatus.CARRIED_OUT)
        if agency_id and agency_id not in activity.agency_ids:
            activity = replace(activity, agency_ids=(*activity.agency_ids, agency_id))
        return self._by.activities.save(activity)

    def _decision(self, line: MeetingLine, told: Told) -> Entity:
        meeting, recommendations = self._meeting(line), self._by.recommendations
        recommendation = recommendations.get(line.subject_id)
        if told.decision is Decision.AWAITED:
            return recommendations.leave(recommendation.id, meeting.id, line.text, self._day(meeting))
        if recommendation.decision is not Decision.AWAITED:
            where = recommendations.meeting_called(recommendation.meeting_id)
            sentence = f"{recommendation.reference} was decided already{f' at {where}' if where else ''}."
            raise Invalid([Problem("subject_id", sentence)])
        return recommendations.decide(
            recommendation.id, told.decision, self._day(meeting), meeting_id=meeting.id, wording=line.text,
            reason=line.text, minute_ref=line.minute_ref,
        )

    def _promise(self, line: MeetingLine, told: Told) -> Undertaking:
        body = self._desk.reader.find(Body, self._meeting(line).body_id)
        return self._by.undertakings.promise(Undertaking(
            text=line.text, to_whom=body.called if body else "the meeting", due_on=told.by,
            subject_kind=line.subject_kind, subject_id=line.subject_id,
        ))

    def _action(self, line: MeetingLine, told: Told) -> Action:
        """What an agency promises. About a challenge that it has answered, an action is agreed with it by that."""
        action = Action(text=line.text, agency_id=line.agency_id, due_on=told.by, first_due_on=told.by,
                        scrutineer_id=self._desk.me)  # fmt: skip
        if line.subject_kind == Recommendation.KIND and line.subject_id:
            return self._by.recommendations.follow(line.subject_id, action)
        if line.subject_kind != Challenge.KIND or not line.subject_id:
            with self._desk.act() as act:
                return act.put(action)
        part, day = self.part_of(line), self._day(self._meeting(line))
        if part.status.is_ended or part.status is Status.DRAFT:
            name = self._by.challenges.party_name(part)
            raise Invalid([Problem("subject_id", f"For {name} this challenge is “{part.status.label}”.")])
        if part.status is Status.ACTION_AGREED:
            return self._by.courses.add_action(part.id, action)
        if part.status.awaits_answer:      # what it will do is noted; its answer is still awaited
            with self._desk.act() as act:
                return act.put(replace(action, challenge_id=part.challenge_id, addressee_id=part.id))
        self._by.courses.agree_action(part.id, [action], day)
        return self._desk.reader.get(Action, action.id)

    def _meeting(self, line: MeetingLine) -> Meeting:
        return self._desk.reader.get(Meeting, line.meeting_id)

    def _day(self, meeting: Meeting) -> date:
        return min(meeting.held_on or self._desk.today(), self._desk.today())
