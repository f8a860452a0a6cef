"""The page to type on while a meeting happens: its lines, in order, and what each of them is.

A line is kept as it is typed; what it becomes is made by `meeting_making` and taken back by `meeting_unmaking`. The
minute reference comes later, and confirms the answers that were noted as heard.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from scrutineer.domain.action import Action
from scrutineer.domain.activity import Finding
from scrutineer.domain.challenge import Challenge
from scrutineer.domain.entity import Entity
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.meeting_page import LineKind, LineShown, MeetingLine, MeetingRow, Subject, Told
from scrutineer.domain.note import Note, Undertaking
from scrutineer.domain.organisation import Body, Meeting
from scrutineer.domain.paper import Paper, PaperStatus
from scrutineer.domain.recommendation import Decision, Recommendation
from scrutineer.domain.records import BY_KIND
from scrutineer.domain.reference import short
from scrutineer.domain.reply import Channel, Reply, Response
from scrutineer.domain.text import one_line, opening
from scrutineer.register.desk import Desk, Records
from scrutineer.register.meeting_making import Makers, Making
from scrutineer.register.meeting_unmaking import Unmaking

_WITH_WORDS = (Reply, Finding, Undertaking, Action)      # they hold the words of the line that they were
_LONGEST = 300      # characters of a recommendation beneath a line, where it can wrap


class MeetingPages(Records[MeetingLine]):
    """The lines of meetings, and what they became."""

    cls = MeetingLine

    def __init__(self, desk: Desk, makers: Makers) -> None:
        super().__init__(desk)
        self._by = makers
        self._making = Making(desk, makers)
        self._unmaking = Unmaking(desk, makers.courses, makers.recommendations)

    def of(self, meeting_id: str) -> list[MeetingLine]:
        """The lines of a meeting, in order."""
        return sorted(self.all(meeting_id=meeting_id), key=lambda line: line.place)

    def keep(self, line: MeetingLine, told: Told | None = None) -> MeetingLine:
        """Keep a line as what it is, the last of its meeting when it is new. Raises Invalid; it is then as it was.

        Of a line that is known, `told` left out changes nothing beside its words.
        """
        line, before = line.cleaned(), self.find(line.id)
        problems = line.problems()
        if problems:
            raise Invalid(problems)
        if before is not None and _same(before, line) and told in {None, self.told_of(before)}:
            return self._reword(before, line)
        with self.desk.act() as act:
            if before is None:
                places = [one.place for one in self.of(line.meeting_id or "")]
                line = replace(line, place=max(places, default=0) + 1, scrutineer_id=self.desk.me)
            else:
                told = told or self.told_of(before)
                self._take_back(before)
            made = self._making.make(line, told or Told())
            return act.put(replace(line, made_kind=made.KIND if made else "", made_id=made.id if made else None))

    def back_to_note(self, line_id: str) -> MeetingLine:
        """What a line became is taken back; its words stay as a note. Raises Invalid when something hangs on it."""
        return self.keep(replace(self.get(line_id), kind=LineKind.NOTE))

    def take_out(self, line_id: str) -> MeetingLine:
        """A line goes, with what it became. Raises Invalid when something hangs on that."""
        with self.desk.act() as act:
            line = self.back_to_note(line_id)
            act.remove(line)
            return line

    def move(self, line_id: str, by: int) -> None:
        """Let a line change places with its neighbour: -1 up, +1 down."""
        order = self.of(self.get(line_id).meeting_id or "")
        here = next(place for place, one in enumerate(order) if one.id == line_id)
        if not 0 <= here + by < len(order):
            return
        order.insert(here + by, order.pop(here))
        with self.desk.act() as act:
            for place, one in enumerate(order, start=1):
                act.put(replace(one, place=place))

    def told_of(self, line: MeetingLine) -> Told:
        """What is said of a line beside its words, read from what it became."""
        match self._made(line):
            case Reply() as reply:
                responses = self.desk.reader.all(Response, reply_id=reply.id)
                position = responses[0].position if responses else None
                return Told(position=position) if position else Told()
            case Recommendation() as recommendation:
                return Told(decision=recommendation.decision)
            case Note():
                return Told(decision=Decision.AWAITED)
            case Undertaking() | Action() as promised:
                return Told(by=promised.due_on)
        return Told()

    # The minute

    def minute(self, meeting_id: str, reference: str) -> int:
        """The minutes have come: their reference on the meeting, and on all that has none of its own yet.

        What was noted as heard is confirmed. Returns how many answers were. Raises Invalid without a reference.
        """
        reference = _needed(reference)
        with self.desk.act() as act:
            act.put(replace(self.desk.reader.get(Meeting, meeting_id), minute_ref=reference))
            for line in self.of(meeting_id):
                if not line.minute_ref:
                    act.put(replace(line, minute_ref=reference))
            for decided in self.desk.reader.all(Recommendation, meeting_id=meeting_id):
                if not decided.minute_ref:
                    act.put(replace(decided, minute_ref=reference))
            heard = [one for one in self.desk.reader.all(Reply, meeting_id=meeting_id, channel=Channel.SPOKEN)
                     if one.as_i_heard_it]  # fmt: skip
            for reply in heard:
                self._by.replies.confirm(reply.id, reference)
        return len(heard)

    def minute_line(self, line_id: str, reference: str) -> MeetingLine:
        """The minute of one line; it confirms the answer or the decision that the line is. Raises Invalid."""
        reference, line = _needed(reference), self.get(line_id)
        with self.desk.act() as act:
            match self._made(line):
                case Reply() as reply:
                    self._by.replies.confirm(reply.id, reference)
                case Recommendation() as recommendation:
                    act.put(replace(recommendation, minute_ref=reference))
            return act.put(replace(line, minute_ref=reference))

    # What is shown

    def subjects(self, meeting_id: str) -> list[Subject]:
        """What a line may be about: this meeting's own challenges and recommendations first, then all that is open."""
        meeting = self.desk.reader.get(Meeting, meeting_id)
        read = self.desk.reader.all
        papers = {one.id for one in read(Paper) if one.meeting_id == meeting_id}
        found: list[tuple[bool, str, Subject]] = []
        for one in read(Challenge):
            parts = self._by.challenges.parts(one.id) if one.is_open else []
            if parts:
                agencies = [id_ for part in parts for id_ in self._making.agencies_of(part)]
                is_here = one.meeting_id == meeting_id or any(
                    part.meeting_id == meeting_id or (part.body_id and part.body_id == meeting.body_id)
                    for part in parts
                )
                words = f"{short(one.reference)} {one.title}"
                found.append((not is_here, one.reference,
                              Subject(Challenge.KIND, one.id, words, tuple(dict.fromkeys(agencies)))))  # fmt: skip
        for two in read(Recommendation):
            is_here = two.paper_id in papers or two.meeting_id == meeting_id
            if is_here or two.decision is Decision.AWAITED:
                words = f"{short(two.reference)} {opening(two.wording)}"
                found.append((not is_here, two.reference, Subject(Recommendation.KIND, two.id, words, two.agency_ids)))
        return [subject for _, _, subject in sorted(found)]

    def shown(self, meeting_id: str) -> list[LineShown]:
        """The lines of a meeting in order, with what they are about, who said them, and what became of them."""
        names = self.desk.names()
        return [
            LineShown(one, self._about(one), names.get(one.agency_id or "", ""), self._became(one))
            for one in self.of(meeting_id)
        ]

    def rows(self) -> list[MeetingRow]:
        """Every meeting: those to come, the next first, then those that were, the last first."""
        read, today = self.desk.reader.all, self.desk.today()
        bodies = {one.id: one.name for one in read(Body, with_deleted=True)}
        kept: dict[str, Counter[LineKind]] = {}
        for line in self.all():
            kept.setdefault(line.meeting_id or "", Counter())[line.kind] += 1
        papers: dict[str, list[Paper]] = {}
        for paper in read(Paper):
            papers.setdefault(paper.meeting_id or "", []).append(paper)
        found = []
        for one in read(Meeting):
            held_on, mine = one.held_on or date.max, papers.get(one.id, [])
            counts = kept.get(one.id, Counter())
            found.append(MeetingRow(
                one.id, bodies.get(one.body_id or "", "Meeting"), held_on, one.papers_due_on, one.place,
                one.minute_ref, tuple((kind, counts[kind]) for kind in LineKind if counts[kind]), held_on >= today,
                len(mine), any(paper.status is PaperStatus.ISSUED for paper in mine),
            ))
        return sorted(found, key=lambda row: (not row.is_coming, abs((row.held_on - today).days)))

    def _about(self, line: MeetingLine) -> str:
        about = self._record(line.subject_kind, line.subject_id)
        if isinstance(about, Challenge):
            return f"{short(about.reference)} {about.title}"
        if isinstance(about, Recommendation):
            return f"{short(about.reference)} {opening(about.wording, _LONGEST)}"
        return ""

    def _became(self, line: MeetingLine) -> str:
        match self._made(line):
            case Reply() as reply:
                told = self.told_of(line).position.label
                return f"{told}, {'as I heard it' if reply.as_i_heard_it else 'confirmed by the minute'}"
            case Recommendation() as decided:
                return decided.decision.label.lower()
            case Note():
                return "left for later"
            case Undertaking():
                return "my promise"
            case Action():
                return "an action that they promised"
        return ""

    def _made(self, line: MeetingLine) -> Entity | None:
        return self._record(line.made_kind, line.made_id)

    def _record(self, kind: str, id_: str | None) -> Entity | None:
        found = self.desk.reader.find(BY_KIND[kind], id_) if kind in BY_KIND else None
        return found if found is not None and found.deleted_at is None else None

    def _reword(self, before: MeetingLine, line: MeetingLine) -> MeetingLine:
        """Other words for a line: what it became takes them too, where it still says the same."""
        with self.desk.act() as act:
            made = self._made(before)
            if isinstance(made, _WITH_WORDS) and made.text == before.text:
                act.put(replace(made, text=line.text))
            for one in self.desk.reader.all(Response, reply_id=made.id) if isinstance(made, Reply) else ():
                if one.text == before.text:
                    act.put(replace(one, text=line.text))
            if isinstance(made, Recommendation):
                act.put(replace(
                    made, final_wording=line.text if made.final_wording == before.text else made.final_wording,
                    reason=line.text if made.reason == before.text else made.reason,
                ))
            return act.put(replace(line, made_kind=before.made_kind, made_id=before.made_id))

    def _take_back(self, line: MeetingLine) -> None:
        made = self._made(line)
        if made is not None:
            self._unmaking.unmake(made)


def _same(before: MeetingLine, after: MeetingLine) -> bool:
    """Whether nothing but the words is another."""
    names = ("kind", "agency_id", "subject_kind", "subject_id")
    return all(getattr(before, name) == getattr(after, name) for name in names)


def _needed(reference: str) -> str:
    reference = one_line(reference)
    if not reference:
        raise Invalid([Problem("minute_ref", "Give the reference of the minute.")])
    return reference
