"""What I did and what I found there; a strength's further life; a challenge out of a finding."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from scrutineer.domain.activity import Activity, ActivityStatus, Finding, FindingKind, LedBy
from scrutineer.domain.challenge import Challenge
from scrutineer.domain.errors import Invalid, NotFound, Problem
from scrutineer.domain.lines import ActivityLine
from scrutineer.domain.note import Note
from scrutineer.domain.reference import short
from scrutineer.domain.serving import served
from scrutineer.domain.text import opening
from scrutineer.register.desk import Records, only
from scrutineer.storage import finding_lines, order


class Activities(Records[Activity]):
    """Activities, each with its one note and its findings."""

    cls = Activity

    def save(self, entity: Activity, why: str = "") -> Activity:
        """Write an activity; a new one gets its reference, and is mine."""
        with self.desk.act(why) as act:
            if not entity.reference:
                reference = self.desk.next_reference(act, "A")
                entity = replace(entity, reference=reference, scrutineer_id=entity.scrutineer_id or self.desk.me)
            return act.put(entity)

    def note_what_i_saw(self, activity: Activity, findings: Iterable[Finding]) -> Activity:
        """Capture a visit in one step: what, when, where, who, and lines of strengths before concerns.

        Findings take over the agencies and themes of the activity where they name none.
        """
        with self.desk.act() as act:
            saved = self.save(activity)
            for finding in findings:
                if finding.text.strip():
                    act.put(replace(
                        finding, activity_id=saved.id, scrutineer_id=saved.scrutineer_id,
                        agency_ids=finding.agency_ids or saved.agency_ids, themes=finding.themes or saved.themes,
                    ))
        return saved

    def by_reference(self, reference: str) -> Activity:
        """The activity with this reference, whole (`EX-A-2026-014`) or short (`A-2026-014`). Raises NotFound."""
        wanted = reference.strip().casefold()
        for one in self.all():
            if wanted and wanted in {one.reference.casefold(), short(one.reference).casefold()}:
                return one
        raise NotFound(f"There is no activity “{reference}” in this record.", "Activities are called like A-2026-001.")

    def findings(self, activity_id: str) -> list[Finding]:
        """Its findings, strengths first."""
        order = list(FindingKind)
        found = self.desk.reader.all(Finding, activity_id=activity_id)
        return sorted(found, key=lambda one: order.index(one.kind))

    def expected(self, activity: Activity) -> Activity:
        """What follows from its form and its day where nobody says otherwise.

        A day to come makes it a plan. Whoever was visited is promised to hear what was seen, within the
        partnership's own number of working days, unless that day is past already.
        """
        today, held_on = self.desk.today(), activity.held_on
        if held_on and held_on > today:
            return replace(activity, status=ActivityStatus.PLANNED, feedback_due_on=None)
        days = self.desk.partnership.feedback_days
        promised = self.desk.calendar.after(held_on, days) if held_on and days and activity.type.is_visit else None
        due_on = promised if promised and promised >= today else None
        return replace(activity, status=ActivityStatus.CARRIED_OUT, feedback_due_on=due_on)

    def give_feedback(self, activity_id: str, on: date | None, words: str = "") -> Activity:
        """Note that what I saw was fed back to the people I visited, and in which words or how.

        Raises Invalid without a day.
        """
        if on is None:
            raise Invalid([Problem("feedback_sent_on", "Say on which day they heard it.")])
        with self.desk.act() as act:
            if words.strip():
                act.put(Note(subject_kind=Activity.KIND, subject_id=activity_id, noted_on=on,
                             text=f"Feedback given: {words.strip()}", scrutineer_id=self.desk.me))
            return self.save(replace(self.get(activity_id), feedback_sent_on=on))

    def ids(self) -> list[str]:
        """The ids of all activities: what is ahead, the nearest first; then the latest first."""
        return order.activities(self.desk.record.database)

    def lines(self, ids: Sequence[str] | None = None) -> list[ActivityLine]:
        """Every activity, or those with these ids, the latest first."""
        names = self.desk.names()
        kinds: dict[str, Counter[str]] = defaultdict(Counter)
        for (activity_id, kind), count in finding_lines.kinds(self.desk.record.database, ids).items():
            kinds[activity_id][kind] = count
        found = []
        every = self.all(**only(ids))
        for one in sorted(every, key=lambda one: one.held_on or date.min, reverse=True):
            mine = kinds[one.id]
            strengths, concerns = mine[FindingKind.STRENGTH.value], mine[FindingKind.CONCERN.value]
            agencies = ", ".join(names[id_] for id_ in one.agency_ids if id_ in names)
            found.append(ActivityLine(
                one.id, one.reference, one.title, one.type, one.status, one.held_on, agencies, one.agency_ids,
                one.level, one.asked_by, one.feedback_due_on, one.feedback_sent_on, strengths, concerns,
                mine.total() - strengths - concerns,
            ))
        return found


class Findings(Records[Finding]):
    """Findings, and what became of them."""

    cls = Finding

    def pass_on(self, finding_id: str, to: str, on: date | None) -> Finding:
        """Note that a strength was passed on, to whom and when. Raises Invalid when nobody or no day is named."""
        problems = []
        if not to.strip():
            problems.append(Problem("passed_on_to", "Say to whom it was passed on."))
        if on is None:
            problems.append(Problem("passed_on_on", "Say on which day."))
        if problems:
            raise Invalid(problems)
        return self.save(replace(self.get(finding_id), passed_on_to=to, passed_on_on=on))

    def thank(self, finding_id: str, on: date | None) -> Finding:
        """Note that the people were thanked. Raises Invalid without a day."""
        if on is None:
            raise Invalid([Problem("thanked_on", "Say on which day they were thanked.")])
        return self.save(replace(self.get(finding_id), thanked_on=on))

    def to_challenge(self, finding_id: str) -> Challenge:
        """A challenge drafted from a finding, with what it inherits; nothing is written yet."""
        finding = self.get(finding_id)
        activity = self.desk.reader.find(Activity, finding.activity_id)
        strengths = self.all(activity_id=activity.id, kind=FindingKind.STRENGTH) if activity else []
        works = [one.for_others().text for one in strengths if one.id != finding.id]
        return Challenge(
            title=opening(finding.text), text=finding.text, finding_id=finding.id, themes=finding.themes,
            activity_id=finding.activity_id, meeting_id=activity.meeting_id if activity else None,
            forum=activity.title if activity else "", what_works="\n\n".join(filter(None, works)),
            put_for=self._put_for(finding, activity),
        )

    def _put_for(self, finding: Finding, activity: Activity | None) -> str:
        """A question of those who lead an activity themselves is put on their behalf."""
        is_theirs = activity is not None and activity.led_by is LedBy.YOUNG_PEOPLE
        is_question = finding.kind is FindingKind.QUESTION
        return served(self.desk.partnership.serves).scrutineers if is_theirs and is_question else ""
