"""Monday morning in one look: what needs me, what is worth passing on, who owes an answer, what is next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from scrutineer.domain.action import Action
from scrutineer.domain.activity import Activity, ActivityStatus, Finding, FindingKind
from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Status
from scrutineer.domain.dates import day_month, weekday_date
from scrutineer.domain.note import Note, NoteKind, Undertaking
from scrutineer.domain.organisation import Meeting
from scrutineer.domain.paper import Paper, PaperStatus
from scrutineer.domain.reference import short
from scrutineer.domain.reply import Response
from scrutineer.domain.text import opening
from scrutineer.register.challenges import Challenges
from scrutineer.register.desk import Desk
from scrutineer.register.organisation import Meetings
from scrutineer.storage.reader import Since

FORTNIGHT = timedelta(days=14)
RECENT = timedelta(days=120)      # a change seen longer ago has been told, or never will be
CHANGED = 2                       # the rung from which something other than words has changed

_NOT_ENDED = tuple(status for status in Status if not status.is_ended)
_AHEAD = tuple(status for status in ActivityStatus if status.is_ahead)


class Row(NamedTuple):
    """One line of a card. `kind` and `id` say what opens; `deed` is what can be done without opening it.

    `changed` is how much has changed, where that is the news.
    """

    kind: str
    id: str
    title: str
    detail: str
    when: str
    on: date | None = None
    is_late: bool = False
    deed: str = ""
    deed_id: str = ""
    changed: ImpactLevel | None = None


class Today(NamedTuple):
    """The four cards of the page."""

    needs_me: tuple[Row, ...]
    worth_passing_on: tuple[Row, ...]
    awaited: tuple[Row, ...]
    fortnight: tuple[Row, ...]


class TodayPage:
    """Puts the page together from the record as it is."""

    def __init__(self, desk: Desk, challenges: Challenges, meetings: Meetings) -> None:
        self._desk = desk
        self._challenges = challenges
        self._meetings = meetings

    def read(self) -> Today:
        """The page as of today."""
        morning = _Morning(self._desk, self._challenges, self._meetings)
        return Today(
            _soonest(morning.needs_me()), _newest(morning.worth_passing_on()), _soonest(morning.awaited()),
            _soonest(morning.fortnight()),
        )


class _Morning:
    """What is open today, read once; what ended long ago is never touched."""

    def __init__(self, desk: Desk, challenges: Challenges, meetings: Meetings) -> None:
        self.today = desk.today()
        self.until = self.today + FORTNIGHT
        self.read = desk.reader.all
        self.names = desk.names()
        self.meetings = meetings
        self.party_name = challenges.party_name
        self.challenges = {one.id: one for one in self.read(Challenge, status=_NOT_ENDED)}
        parts = self.read(Addressee, status=_NOT_ENDED)
        self.parts = [one for one in parts if one.challenge_id in self.challenges and one.status is not Status.DRAFT]

    def part_row(self, part: Addressee) -> Row:
        """A row about one party's part, with nothing said yet but whose it is."""
        challenge = self.challenges[part.challenge_id or ""]
        about = f"{self.party_name(part, self.names)} · {short(challenge.reference)}"
        return Row("challenge", challenge.id, challenge.title, about, "")

    def is_past(self, day: date | None) -> bool:
        """Whether a day lies behind us."""
        return day is not None and day < self.today

    def needs_me(self) -> Iterator[Row]:
        """What waits for me: steps, plans whose day has passed, promises, drafts."""
        yield from self.my_steps()
        for one in self.read(Activity, status=_AHEAD):
            if self.is_past(one.held_on):
                yield Row("activity", one.id, one.title, "was planned: did it take place?", day_month(one.held_on),
                          one.held_on)
        for promise in self.read(Undertaking, done_on=None):
            yield Row("undertaking", promise.id, opening(promise.text), f"I promised {promise.to_whom}".strip(),
                      _clock(promise.due_on, self.today), promise.due_on, self.is_past(promise.due_on), "keep",
                      promise.id)
        for draft in self.challenges.values():
            if draft.status is Status.DRAFT:
                detail = f"a draft, not put yet · {short(draft.reference)}"
                yield Row("challenge", draft.id, draft.title, detail, "draft")

    def my_steps(self) -> Iterator[Row]:
        """Parts whose next step is mine: to judge, to choose what follows, to test."""
        ids = [part.id for part in self.parts]
        judged = {one.addressee_id: one.judged_on for one in self.read(Response, addressee_id=ids)}      # the last one
        busy = {one.addressee_id for one in self.read(Action, addressee_id=ids) if not one.status.is_settled}
        for part in self.parts:
            row = self.part_row(part)
            if part.status is Status.RESPONDED:
                what = "judged, the next step is open" if judged.get(part.id) else "answered"
                since = f"since {day_month(part.answered_on)}" if part.answered_on else ""
                yield row._replace(detail=f"{what}: {row.detail}", when=since, on=part.answered_on)
            elif part.status is Status.ACTION_AGREED and part.id not in busy:
                yield row._replace(detail=f"all actions reported done: {row.detail}")
            elif part.status is Status.TESTING_IMPACT and (part.test_on or self.today) <= self.until:
                yield row._replace(detail=f"to test, did it last? {row.detail}", when=_clock(part.test_on, self.today),
                                   on=part.test_on, is_late=self.is_past(part.test_on))

    def worth_passing_on(self) -> Iterator[Row]:
        """Good news: strengths nobody has shared, thanks and feedback owed, what changed since it was asked."""
        for one in self.read(Activity, feedback_sent_on=None):
            if one.is_done and one.feedback_due_on:
                yield Row("activity", one.id, f"Feedback owed: {one.title}", f"seen on {day_month(one.held_on)}",
                          _clock(one.feedback_due_on, self.today), one.feedback_due_on,
                          self.is_past(one.feedback_due_on), "feedback", one.id)
        yield from self.strengths()
        for ended in self.read(Challenge, closed_on=Since(self.today - RECENT)):
            if ended.impact_level and ended.impact_level.rung >= CHANGED:
                yield Row("challenge", ended.id, ended.title, f"changed since it was asked · {short(ended.reference)}",
                          ended.impact_level.label, ended.closed_on, changed=ended.impact_level)

    def strengths(self) -> Iterator[Row]:
        """Strengths to pass on, and those passed on for which thanks are owed."""
        found = self.read(Finding, kind=FindingKind.STRENGTH, thanked_on=None)
        seen = {one.id: one.held_on for one in self.read(Activity, id={one.activity_id or "" for one in found})}
        for finding in found:
            agencies = ", ".join(self.names[id_] for id_ in finding.agency_ids if id_ in self.names)
            seen_on = seen.get(finding.activity_id or "")
            row = Row("finding", finding.id, opening(finding.text), "", "", seen_on)
            if finding.passed_on_on:
                detail = f"passed on to {finding.passed_on_to}; thanks owed to {agencies or 'them'}"
                yield row._replace(detail=detail, deed="thank", deed_id=finding.id)
            else:
                use = f"for {finding.who_could_use}" if finding.who_could_use else ""
                known = (agencies, f"seen {day_month(seen_on)}" if seen_on else "", use)
                yield row._replace(detail=" · ".join(filter(None, known)), deed="pass_on", deed_id=finding.id)

    def awaited(self) -> Iterator[Row]:
        """Who owes an answer, and whose agreed action is late."""
        ids = [part.id for part in self.parts]
        notes = self.read(Note, kind=NoteKind.CHASED, subject_id=ids)
        chased = {note.subject_id: note.noted_on for note in notes}
        for part in self.parts:
            if part.status.awaits_answer:
                last = chased.get(part.id)
                name = self.party_name(part, self.names)
                yield self.part_row(part)._replace(
                    detail=f"{name} · chased {day_month(last)}" if last else name, on=part.due_on, deed="chase",
                    when=_clock(part.due_on, self.today) or "no date set", is_late=self.is_past(part.due_on),
                    deed_id=part.id,
                )
        agreed = {part.id: part for part in self.parts if part.status is Status.ACTION_AGREED}
        for action in self.read(Action, addressee_id=list(agreed)):
            if action.is_overdue(self.today):
                part = agreed[action.addressee_id or ""]
                about = f"{self.party_name(part, self.names)} · action agreed"
                yield Row("challenge", part.challenge_id or "", opening(action.text), about,
                          _clock(action.due_on, self.today), action.due_on, True, "remind", part.id)

    def fortnight(self) -> Iterator[Row]:
        """What I do in the next fourteen days, meetings, and deadlines for papers."""
        for one in self.read(Activity, status=_AHEAD):
            if one.held_on and self.today <= one.held_on <= self.until:
                agencies = ", ".join(self.names[id_] for id_ in one.agency_ids if id_ in self.names)
                yield Row("activity", one.id, one.title, agencies or one.level.label, weekday_date(one.held_on),
                          one.held_on)
        for meeting in self.read(Meeting, held_on=Since(self.today)):
            body = self.meetings.called(meeting)
            if meeting.held_on and meeting.held_on <= self.until:
                yield Row("meeting", meeting.id, body, meeting.place, weekday_date(meeting.held_on), meeting.held_on)
            yield from self.deadline(meeting, body)

    def deadline(self, meeting: Meeting, body: str) -> Iterator[Row]:
        """The day by which the paper for a meeting must be in, until it is issued."""
        due_on = meeting.papers_due_on
        if not due_on or not self.today <= due_on <= self.until:
            return
        paper = next(iter(self.read(Paper, meeting_id=meeting.id)), None)
        if paper is None or paper.status is not PaperStatus.ISSUED:
            detail = f"for {day_month(meeting.held_on)}" + (f" · {paper.title}" if paper else "")
            yield Row("paper", paper.id if paper else "", f"Paper deadline: {body}", detail, weekday_date(due_on),
                      due_on, False, "write", meeting.id)


def _soonest(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: row.on or date.max))


def _newest(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Feedback that is owed has a date to keep and comes first; news comes with the newest first."""
    return tuple(sorted(rows, key=lambda row: (row.deed != "feedback", -(row.on or date.min).toordinal())))


def _clock(due_on: date | None, today: date) -> str:
    """`26 Nov` until that day, `since 26 Nov` after it."""
    return f"since {day_month(due_on)}" if due_on and due_on < today else day_month(due_on)
