"""Freezes what a paper may count or quote: read once, names resolved, private text left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from scrutineer.domain.action import Action
from scrutineer.domain.activity import Activity, Finding, FindingKind
from scrutineer.domain.challenge import (
    Addressee,
    Challenge,
    Priority,
    Stage,
    Status,
    Visibility,
    clock,
    is_late,
)
from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import Entity, Origin, label_of
from scrutineer.domain.figures import (
    ActionFigure,
    ActivityFigure,
    AnswerFigure,
    ChallengeCounts,
    ChallengeFigure,
    ChallengeLog,
    Figures,
    FindingFigure,
    Masthead,
    PartyFigure,
    WholeRecord,
)
from scrutineer.domain.lifecycle import in_words
from scrutineer.domain.organisation import Meeting, Scrutineer
from scrutineer.domain.paper import Paper
from scrutineer.domain.records import ENTITIES
from scrutineer.domain.reference import short
from scrutineer.domain.reply import Reply, Response
from scrutineer.domain.text import opening
from scrutineer.register.challenges import Challenges
from scrutineer.register.desk import Desk
from scrutineer.register.organisation import Appointments, Scrutineers
from scrutineer.register.papers import Papers


class Freezer:
    """Reads the record for one paper, and never hands out anything private."""

    def __init__(self, desk: Desk, challenges: Challenges, papers: Papers, appointments: Appointments) -> None:
        self._desk = desk
        self._challenges = challenges
        self._papers = papers
        self._appointments = appointments

    def masthead(self, mark: str = "") -> Masthead:
        """Whose document it is."""
        partnership = self._desk.partnership.for_others()
        serving = Scrutineers(self._desk).serving()
        mine = self._desk.reader.find(Scrutineer, self._desk.me) or next(iter(serving), None)
        return Masthead(
            partnership=partnership.name, short_code=partnership.short_code, mark=mark or partnership.mark,
            author=mine.name if mine else "", author_title=mine.title if mine else "",
            several_authors=len(serving) > 1, is_sample=partnership.is_sample,
            business_unit=partnership.business_unit,
        )

    def figures(self, paper: Paper) -> Figures:
        """Everything for one paper, whether it has been saved or not."""
        paper = paper.for_others()
        starts_on, ends_on = paper.starts_on or date.min, paper.ends_on or self._desk.today()
        written = self._papers.sections(paper.id)
        meeting = self._desk.reader.find(Meeting, paper.meeting_id)
        names = self._desk.names()
        done = self._activities(starts_on, ends_on)
        told = self._challenge_figures(names)
        in_period = tuple(one for one in told if _concerns(one, starts_on, ends_on))
        findings = self._findings(done, names)
        return Figures(
            masthead=self.masthead(paper.mark), paper=paper, body=names.get(paper.body_id or "", ""),
            meeting_on=meeting.held_on if meeting else None, starts_on=starts_on, ends_on=ends_on,
            frozen_at=self._desk.record.now(),
            sections={code: one.for_others().text for code, one in written.items() if one.for_others().text.strip()},
            considered=frozenset(code for code, one in written.items() if one.considered),
            activities=tuple(_activity_figure(one, names) for one in done),
            days_spent=sum(one.days for one in done),
            days_budget=self._appointments.budget(starts_on, ends_on),
            strengths=findings[FindingKind.STRENGTH], learning=findings[FindingKind.LEARNING],
            voices=findings[FindingKind.VOICE], counts=self._counts(told, starts_on, ends_on),
            challenges=in_period,
            actions=self._action_figures(names, {one.reference for one in told}, starts_on, ends_on),
        )

    def log(self) -> ChallengeLog:
        """Every challenge that was put, oldest first."""
        figures = self._challenge_figures(self._desk.names())
        return ChallengeLog(masthead=self.masthead(), frozen_at=self._desk.record.now(), challenges=tuple(figures))

    def whole(self) -> WholeRecord:
        """Everything in the record, private text included."""
        names = self._desk.names()
        entities: list[Entity] = [one for cls in ENTITIES for one in self._desk.reader.all(cls)]
        names = {one.id: self.title_of(one, names) for one in entities} | names
        return WholeRecord(
            masthead=self.masthead(), frozen_at=self._desk.record.now(), entities=tuple(entities), names=names
        )

    def title_of(self, entity: Entity, names: Mapping[str, str]) -> str:
        """A name for any record, so that no print and no list of what was found shows an id."""
        match entity:
            case Meeting():
                return ", ".join(filter(None, (names.get(entity.body_id or "", "Meeting"), short_date(entity.held_on))))
            case Addressee():
                challenge = self._desk.reader.find(Challenge, entity.challenge_id)
                reference = short(challenge.reference) if challenge else ""
                return " · ".join(filter(None, (self._challenges.party_name(entity, names), reference)))
        for name in ("reference", "called", "title", "name", "label", "text"):
            value = getattr(entity, name, "")
            if isinstance(value, str) and value.strip():
                title = getattr(entity, "title", "")
                return f"{value} {title}" if name == "reference" and title else opening(value)
        return label_of(type(entity), entity.KIND)

    def _activities(self, starts_on: date, ends_on: date) -> list[Activity]:
        found = [one.for_others() for one in self._desk.reader.all(Activity) if one.is_done]
        inside = [one for one in found if one.held_on and starts_on <= one.held_on <= ends_on]
        return sorted(inside, key=lambda one: one.held_on or date.min)

    def _findings(self, done: list[Activity], names: dict[str, str]) -> dict[FindingKind, tuple[FindingFigure, ...]]:
        activities = {one.id: one for one in done}
        found: dict[FindingKind, list[FindingFigure]] = {kind: [] for kind in FindingKind}
        for raw in self._desk.reader.all(Finding, activity_id=list(activities)) if activities else []:
            one, activity = raw.for_others(), activities[raw.activity_id or ""]
            if one.text.strip():
                found[one.kind].append(FindingFigure(
                    text=one.text, agencies=_named(one.agency_ids, names), found_on=activity.held_on,
                    activity=activity.title, who_could_use=one.who_could_use, passed_on_to=one.passed_on_to,
                ))
        return {
            kind: tuple(sorted(figures, key=lambda one: one.found_on or date.min)) for kind, figures in found.items()
        }

    def _challenge_figures(self, names: dict[str, str]) -> list[ChallengeFigure]:
        parts: dict[str, list[PartyFigure]] = {}
        answers = self._answers()
        today, calendar = self._desk.today(), self._desk.calendar
        reasons = {one.id: one.withdrawn_because for one in self._desk.reader.all(Challenge)}
        for part in sorted(self._desk.reader.all(Addressee), key=lambda one: one.place):
            shown = part.for_others()
            parts.setdefault(part.challenge_id or "", []).append(PartyFigure(
                name=self._challenges.party_name(part, names), role=part.contact_role, status=part.status,
                first_due_on=part.first_due_on, due_on=part.due_on,
                clock=clock(part.due_on, today, calendar) if part.status.awaits_answer else "",
                is_late=is_late(part.status, part.due_on, today), answers=tuple(answers.get(part.id, ())),
                outcome=part.outcome, impact_level=part.impact_level, what_changed=shown.what_changed,
                closed_on=part.closed_on,
                withdrawn_because=shown.withdrawn_because
                if part.withdrawn_because != reasons.get(part.challenge_id or "") else "",
            ))
        put = [
            one.for_others() for one in self._desk.reader.all(Challenge)
            if _was_put(one) and one.visibility is not Visibility.PRIVATE
        ]
        put.sort(key=lambda one: (one.raised_on or date.min, one.reference))
        return [_challenge_figure(one, tuple(parts.get(one.id, ()))) for one in put]

    def _answers(self) -> dict[str, list[AnswerFigure]]:
        replies = {one.id: one for one in self._desk.reader.all(Reply)}
        found: dict[str, list[AnswerFigure]] = {}
        for raw in self._desk.reader.all(Response):
            one, reply = raw.for_others(), replies.get(raw.reply_id or "")
            private = reply is not None and "text" in reply.private and raw.text == reply.text
            found.setdefault(one.addressee_id or "", []).append(AnswerFigure(
                came_on=reply.received_on if reply else None, text="" if private else one.text,
                short_form=one.short_form, position=one.position, my_view=one.my_view,
                as_i_heard_it=reply.as_i_heard_it if reply else False,
            ))
        return found

    def _action_figures(
        self, names: dict[str, str], references: set[str], starts_on: date, ends_on: date
    ) -> tuple[ActionFigure, ...]:
        challenges = {one.id: one.reference for one in self._desk.reader.all(Challenge)}
        today = self._desk.today()
        found = []
        for raw in self._desk.reader.all(Action):
            one, reference = raw.for_others(), challenges.get(raw.challenge_id or "", "")
            is_told = not one.status.is_settled or starts_on <= _settled_on(one) <= ends_on
            if is_told and one.text.strip() and reference in references:
                found.append(ActionFigure(
                    challenge_reference=reference, text=one.text, agency=self._whose(one, names),
                    owner_role=one.owner_role, measure=one.measure, due_on=one.due_on, status=one.status,
                    done_on=one.done_on, is_overdue=one.is_overdue(today),
                ))
        return tuple(sorted(found, key=lambda one: one.due_on or date.max))

    def _whose(self, action: Action, names: dict[str, str]) -> str:
        """The agency that does it; where none is named, the party with which it was agreed."""
        part = None if action.agency_id else self._desk.reader.find(Addressee, action.addressee_id)
        return self._challenges.party_name(part, names) if part else names.get(action.agency_id or "", "")

    def _counts(self, told: Iterable[ChallengeFigure], starts_on: date, ends_on: date) -> ChallengeCounts:
        told = list(told)
        now = [one for one in told if not one.status.is_ended]
        parties = [party for one in now for party in one.parties]
        ended = [one for one in told if one.closed_on and starts_on <= one.closed_on <= ends_on]
        return ChallengeCounts(
            raised=sum(1 for one in told if one.raised_on and starts_on <= one.raised_on <= ends_on),
            answered=sum(1 for one in told if any(
                answer.came_on and starts_on <= answer.came_on <= ends_on
                for party in one.parties for answer in party.answers)),
            ended=len(ended), open_now=len(now), awaited=sum(1 for p in parties if p.status.awaits_answer),
            awaited_late=sum(1 for p in parties if p.is_late),
            waiting_for_me=sum(1 for p in parties if p.status is Status.RESPONDED),
            escalated=sum(1 for one in now if one.stage is not Stage.DIRECT),
            by_level=dict(Counter(one.impact_level for one in ended if one.impact_level)),
        )


def _named(ids: Iterable[str], names: dict[str, str]) -> tuple[str, ...]:
    return tuple(names[id_] for id_ in ids if id_ in names)


def _activity_figure(one: Activity, names: dict[str, str]) -> ActivityFigure:
    return ActivityFigure(
        held_on=one.held_on or date.min, title=one.title, type=one.type, level=one.level,
        agencies=_named(one.agency_ids, names), led_by=one.led_by, my_part=one.my_part, asked_by=one.asked_by,
        days=one.days,
    )


def _challenge_figure(one: Challenge, parties: tuple[PartyFigure, ...]) -> ChallengeFigure:
    late = any(party.is_late for party in parties)
    is_open = not one.status.is_ended
    return ChallengeFigure(
        reference=one.reference, title=one.title, text=one.text, what_works=one.what_works,
        why_it_matters=one.why_it_matters, what_good_looks_like=one.what_good_looks_like, priority=one.priority,
        raised_on=one.raised_on, forum=one.forum, status=one.status,
        status_words=in_words(one.status, [party.status for party in parties]), stage=one.stage,
        impact_level=one.impact_level, closed_on=one.closed_on, parties=parties,
        in_full=is_open and (one.priority is Priority.URGENT or one.stage is not Stage.DIRECT
                             or (one.priority is Priority.IMPORTANT and late)),
        withdrawn_because=one.withdrawn_because,
    )


def _was_put(one: Challenge) -> bool:
    """Put to somebody here, or entered as found: a draft that was withdrawn never was."""
    return one.status is not Status.DRAFT and (one.raised_on is not None or one.origin is Origin.AS_FOUND)


def _concerns(one: ChallengeFigure, starts_on: date, ends_on: date) -> bool:
    """Whether a challenge belongs in a paper over a period: it was put by its end, and open or ended in it."""
    ended_on = one.closed_on or (one.raised_on or date.min if one.status.is_ended else ends_on)
    return (one.raised_on or starts_on) <= ends_on and ended_on >= starts_on


def _settled_on(one: Action) -> date:
    """The day on which an action was done; for a dropped one, when that was noted."""
    return one.done_on or (one.updated_at.date() if one.updated_at else date.min)

