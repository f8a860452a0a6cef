"""Challenges: their words, to whom they were put, and the list of them.

What the parties then do, each on its own, is in `courses`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Challenge, PartyKind, Priority, Stage, Status
from scrutineer.domain.dates import long_date
from scrutineer.domain.entity import Origin
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.lifecycle import DATE_PUT, WORDS, Facts, missing_for
from scrutineer.domain.lines import ChallengeLine, joint_name
from scrutineer.domain.organisation import Meeting
from scrutineer.domain.reply import Reply, Response
from scrutineer.domain.step import Rewording, Step, event_of
from scrutineer.domain.text import opening
from scrutineer.register.courses import Courses
from scrutineer.register.desk import Desk, Records
from scrutineer.storage import order
from scrutineer.storage.gate import Act
from scrutineer.storage.lines import challenge_lines, count_all, count_open

# What follows from the steps of its parts, and is never typed.
_OF_ITS_COURSE = ("status", "stage", "impact_level", "closed_on", "withdrawn_because", "told")


class Challenges(Records[Challenge]):
    """Challenges and their parts."""

    cls = Challenge

    def __init__(self, desk: Desk, courses: Courses) -> None:
        super().__init__(desk)
        self._courses = courses

    def parts(self, challenge_id: str | None) -> list[Addressee]:
        """The parties a challenge was put to, in the order in which they were named."""
        found = self.desk.reader.all(Addressee, challenge_id=challenge_id)
        return sorted(found, key=lambda part: part.place)

    def part(self, addressee_id: str | None) -> Addressee:
        """One party's part. Raises NotFound."""
        return self.desk.reader.get(Addressee, addressee_id)

    def responses(self, addressee_id: str) -> list[Response]:
        """What a party answered, in the order in which it came."""
        return self.desk.reader.all(Response, addressee_id=addressee_id)

    def actions(self, addressee_id: str) -> list[Action]:
        """What a party agreed to do."""
        challenge_id = self.part(addressee_id).challenge_id      # by which actions are indexed
        return self.desk.reader.all(Action, challenge_id=challenge_id, addressee_id=addressee_id)

    def party_name(self, part: Addressee, names: Mapping[str, str] | None = None) -> str:
        """What a party is called: an agency, `LA (lead) with Police and ICB`, a body, the Partnership.

        A part handed over by a former agency says so: `ICB (formerly CCG)`.
        """
        known = names if names is not None else self.desk.names()
        if part.kind is PartyKind.PARTNERSHIP:
            return "The Partnership"
        former = f" (formerly {known.get(part.formerly_id, '?')})" if part.formerly_id else ""
        if part.kind is PartyKind.JOINT:
            others = [known.get(id_, "?") for id_ in part.agency_ids if id_ != part.lead_id]
            return joint_name(known.get(part.lead_id, "?") if part.lead_id else "", others) + former
        id_ = {PartyKind.AGENCY: part.agency_id, PartyKind.GROUP: part.group_id, PartyKind.BODY: part.body_id}
        return known.get(id_[part.kind] or "", "?") + former

    def answer_days(self, priority: Priority) -> int:
        """How many working days an answer may take; 0 when the clock is switched off."""
        rules = self.desk.partnership
        return {
            Priority.URGENT: rules.urgent_days, Priority.IMPORTANT: rules.important_days,
            Priority.ROUTINE: rules.routine_days,
        }[priority]

    def due_date(self, raised_on: date, priority: Priority, meeting_id: str | None = None) -> date | None:
        """By when an answer is asked for: the papers deadline of a meeting, or so many working days, if any."""
        meeting = self.desk.reader.find(Meeting, meeting_id)
        if meeting and meeting.papers_due_on:
            return meeting.papers_due_on
        days = self.answer_days(priority)
        return self.desk.calendar.after(raised_on, days) if days else None

    def draft(self, challenge: Challenge, parties: Iterable[Addressee] = ()) -> Challenge:
        """Keep a challenge that is still being worded; its title may be left to its first words.

        One that was taken up again keeps the day on which it was first put. Raises Invalid when it was put
        already: its parties are then on record.
        """
        parties = [replace(part, status=Status.DRAFT) for part in parties]
        problems = self._not_put_yet(challenge) + self._left_out(challenge, parties)
        if problems:
            raise Invalid(problems)
        before = self.find(challenge.id)
        if before and before.raised_on and self._was_put(before):
            challenge = replace(challenge, raised_on=before.raised_on)
        with self.desk.act() as act:
            saved = act.put(replace(self._named(act, challenge), status=Status.DRAFT))
            self._note_rewording(act, before, saved)
            self._put_parties(act, saved, parties)
        return saved

    def reword(
        self, challenge: Challenge, *, on: date | None = None, why: str = "", is_slip: bool = False
    ) -> Challenge:
        """Keep a challenge's words, title and circumstances as they now read; how far it has come is not among them.

        Words that were put already are re-worded in a dated step that keeps both, unless only a slip of the
        pen is mended. Raises Invalid without words, save for a challenge that was found without them.
        """
        challenge, before, problems = challenge.cleaned(), self.find(challenge.id), []
        if challenge.origin is not Origin.AS_FOUND and not challenge.text.strip():
            problems.append(Problem(WORDS.field, WORDS.sentence))
        if on and on > self.desk.today():
            problems.append(Problem("reworded_on", "That day has not come yet; a step is noted when it was taken."))
        problems += self._put_otherwise(before, challenge)
        if problems:
            raise Invalid(problems)
        stands = {name: getattr(before or Challenge(title=""), name) for name in _OF_ITS_COURSE}
        with self.desk.act() as act:
            saved = act.put(replace(self._named(act, challenge), **stands))
            for one in self._courses.events(saved.id):      # with the date put, that of the step is put right
                if before and one.step is Step.PUT and one.taken_on == before.raised_on:
                    act.put(replace(one, taken_on=saved.raised_on))
            if not is_slip:
                self._note_rewording(act, before, saved, on, why)
            if "text" in saved.private:
                for both in self.rewordings(saved.id):
                    act.put(replace(both, private=("words_before", "words_after")))
        return saved

    def _put_otherwise(self, before: Challenge | None, after: Challenge) -> list[Problem]:
        """What is wrong with another date put: none at all, or one after what followed from it."""
        if before is None or after.raised_on == before.raised_on or not self._was_put(before):
            return []
        if after.raised_on is None:
            return [Problem(DATE_PUT.field, DATE_PUT.sentence)]
        days = [day for part in self.parts(after.id)
                for day in (part.due_on, part.acknowledged_on, part.answered_on, part.closed_on) if day]
        if min(days, default=after.raised_on) < after.raised_on:
            return [Problem("raised_on", f"By then something had followed from it, on {long_date(min(days))}.")]
        return []

    def _note_rewording(
        self, act: Act, before: Challenge | None, after: Challenge, on: date | None = None, why: str = ""
    ) -> None:
        """Keep both wordings, where the earlier one was put."""
        if before is None or not before.text or before.text == after.text or not self._was_put(before):
            return
        is_private = "text" in {*before.private, *after.private}
        act.put(Rewording(
            challenge_id=after.id, reworded_on=on or self.desk.today(), words_before=before.text,
            words_after=after.text, why=why, scrutineer_id=self.desk.me,
            private=("words_before", "words_after") if is_private else (),
        ))

    def _was_put(self, challenge: Challenge) -> bool:
        """Whether it is with its parties, or was before it was taken up to be worded again."""
        events = self._courses.events(challenge.id)
        return challenge.status is not Status.DRAFT or any(one.step is Step.PUT for one in events)

    def rewordings(self, challenge_id: str) -> list[Rewording]:
        """How a challenge was re-worded after it was put, in order."""
        return self.desk.reader.all(Rewording, challenge_id=challenge_id)

    def put_to(self, challenge: Challenge, parties: Sequence[Addressee]) -> Challenge:
        """Put a challenge to its parties. It takes the words, to whom, and the date.

        Due dates that are left out follow from the priority or the meeting. Raises Invalid.
        """
        before, raised_on = self.find(challenge.id), challenge.raised_on or self.desk.today()
        challenge, put_on = replace(challenge, raised_on=raised_on, status=Status.DRAFT).cleaned(), raised_on
        if before and before.raised_on and self._was_put(before):      # taken up: the day it was first put stands
            put_on = self.desk.today() if raised_on == before.raised_on else raised_on
            challenge = replace(challenge, raised_on=before.raised_on)
        problems = self._not_put_yet(challenge) + self._left_out(challenge, parties)
        if not parties:
            problems.append(Problem("parties", "Say to whom it is put."))
        known, ready = {part.id: part for part in self.parts(challenge.id)}, []
        for part in parties:
            due_on = part.due_on or self.due_date(put_on, challenge.priority, part.meeting_id)
            stored = known.get(part.id) or replace(part, status=Status.DRAFT)
            if stored.status.is_ended:
                sentence = f"{self.party_name(stored)}’s part has ended: take it up again first, or leave it out here."
                problems.append(Problem("parties", sentence))
                continue
            ready.append(replace(part, due_on=due_on, first_due_on=stored.first_due_on or due_on, status=stored.status))
            problems += missing_for(Step.PUT, stored.status, Facts(challenge=challenge, part=ready[-1]))
            problems += ready[-1].problems()
        if problems:
            raise Invalid(dict.fromkeys(problems))
        raised = [replace(part, status=Status.RAISED) for part in ready]
        with self.desk.act() as act:
            saved = act.put(replace(self._named(act, challenge), status=Status.RAISED))
            self._note_rewording(act, before, saved)
            for part, after in zip(ready, self._put_parties(act, saved, raised), strict=True):
                act.put(event_of(Step.PUT, part, after, put_on, self.desk.me))
        return saved

    def put_also_to(
        self, challenge_id: str, parties: Iterable[Addressee], on: date | None = None
    ) -> list[Addressee]:
        """Put a challenge that was put already to further parties. Raises Invalid."""
        challenge, known, parties = self.get(challenge_id), self.parts(challenge_id), list(parties)
        problems = []
        if not challenge.is_open:
            problems.append(Problem("status", "Only an open challenge is put to somebody else as well."))
        if not parties:
            problems.append(Problem("parties", "Say to whom it is put."))
        for part in filter(None, (self.desk.reader.find(Addressee, one.id) for one in parties)):
            problems.append(Problem("parties", f"{self.party_name(part)} was asked already."))
        if problems:
            raise Invalid(problems)
        day = on or self.desk.today()
        place = max((part.place for part in known), default=-1)
        found = []
        with self.desk.act() as act:
            for part in parties:
                place += 1
                due_on = part.due_on or self.due_date(day, challenge.priority, part.meeting_id)
                drafted = act.put(replace(
                    part, challenge_id=challenge_id, place=place, status=Status.DRAFT, due_on=due_on
                ))
                found.append(self._courses.put_part(drafted.id, due_on, day))
        return found

    def as_found(self, challenge: Challenge, parties: Iterable[Addressee]) -> Challenge:
        """Enter a challenge from an old log: any status, facts may be missing, no guard is asked.

        A party of which the log says nothing else stands where the challenge stands, also on the ladder.
        Raises Invalid when it is in the record already, and more than a log entry.
        """
        stored = self.find(challenge.id)
        if stored and (stored.origin is not Origin.AS_FOUND or self._courses.events(stored.id)):
            raise Invalid([Problem("status", "This challenge has a course of its own here: take its next step.")])
        stage = challenge.stage if challenge.stage is not Stage.DIRECT else None
        found = [
            replace(part, status=challenge.status if part.status is Status.DRAFT else part.status,
                    stage=part.stage or stage, origin=Origin.AS_FOUND)
            for part in parties
        ]
        with self.desk.act() as act:
            saved = act.put(replace(self._named(act, challenge), origin=Origin.AS_FOUND))
            self._put_parties(act, saved, found, as_found=True)
            self._courses.settle(act, saved.id)
        return self.get(saved.id)

    def _named(self, act: Act, challenge: Challenge) -> Challenge:
        if not challenge.title.strip() and not challenge.text.strip():
            raise Invalid([Problem("text", "Write the words of the challenge.")])
        return replace(
            challenge,
            title=challenge.title.strip() or opening(challenge.for_others().text),
            reference=challenge.reference or self.desk.next_reference(act, "C"),
            scrutineer_id=challenge.scrutineer_id or self.desk.me,
        )

    def _not_put_yet(self, challenge: Challenge) -> list[Problem]:
        stored = self.find(challenge.id) or Challenge(title="")
        if stored.status is Status.DRAFT:
            return []
        return [Problem("status", f"This challenge was put already: it is “{stored.status.label}”.")]

    def _left_out(self, challenge: Challenge, parties: Iterable[Addressee]) -> list[Problem]:
        """A party that was asked before it was taken up again is not just left out: what it said would go."""
        asked = {one.addressee_id for one in self._courses.events(challenge.id)}
        left_out = {part.id: part for part in self.parts(challenge.id) if part.status is Status.DRAFT}
        for part in parties:
            left_out.pop(part.id, None)
        return [
            Problem("parties", f"{self.party_name(part)} was asked before: withdraw its part, so that it is kept.")
            for part in left_out.values() if part.id in asked
        ]

    def _put_parties(
        self, act: Act, challenge: Challenge, parties: Iterable[Addressee], *, as_found: bool = False
    ) -> list[Addressee]:
        """Keep the parties as they are named, each with its first date.

        One whose part has ended here stays as it is, named or not.
        """
        known = {part.id: part for part in self.parts(challenge.id)}
        ended = {id_: part for id_, part in known.items() if part.status.is_ended and not as_found}
        asked = {one.addressee_id for one in self._courses.events(challenge.id)}
        kept = []
        for place, named in enumerate(parties):
            part = replace(ended.get(named.id, named), challenge_id=challenge.id, place=place)
            if part.id in asked:
                part = replace(part, first_due_on=known[part.id].first_due_on or part.first_due_on)
            kept.append(act.put(part))
        for former in known.values():
            if former.id not in {*ended, *(part.id for part in kept)}:
                act.remove(former)
        return kept

    def lines(self, ids: Iterable[str] | None = None) -> list[ChallengeLine]:
        """The list: every challenge, or those with the given ids."""
        return challenge_lines(self.desk.record.database, ids)

    def ids(self) -> list[str]:
        """The ids of every line, in the order of the list."""
        return order.challenges(self.desk.record.database)

    def count(self) -> int:
        """About how many there are, removed ones included: enough to know whether the record is a long one."""
        return count_all(self.desk.record.database)

    def count_open(self) -> int:
        """How many challenges were put and have not ended."""
        return count_open(self.desk.record.database)

    def reply_of(self, response: Response) -> Reply:
        """What came in, of which a response is a part."""
        return self.desk.reader.get(Reply, response.reply_id)
