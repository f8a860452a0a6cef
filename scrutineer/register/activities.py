"""What I did and what I found there; a strength's further life; a challenge out of a finding."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from scrutineer.domain.activity import Activity, ActivityStatus, Finding, FindingKind, LedBy
from scrutineer.domain.activity_form import ShortForm
from scrutineer.domain.challenge import Challenge
from scrutineer.domain.errors import Invalid, NotFound, Problem
from scrutineer.domain.inheritance import follow, inherit
from scrutineer.domain.lines import ActivityLine
from scrutineer.domain.note import Note
from scrutineer.domain.organisation import Meeting
from scrutineer.domain.plan import PlanItem
from scrutineer.domain.reference import short
from scrutineer.domain.serving import served
from scrutineer.domain.text import opening
from scrutineer.register.desk import Desk, Records, only
from scrutineer.register.forms import Forms
from scrutineer.storage import finding_lines, order


class Activities(Records[Activity]):
    """Activities, each with its one note, its short form and its findings."""

    cls = Activity

    def __init__(self, desk: Desk, forms: Forms) -> None:
        super().__init__(desk)
        self._forms = forms

    def save(self, entity: Activity, why: str = "") -> Activity:
        """Write an activity; a new one gets its reference, is mine. From a plan item it takes over what it leaves open.

        What its findings had taken over from it follows a change; their exceptions stay.
        """
        with self.desk.act(why) as act:
            before = self.find(entity.id)
            if entity.plan_item_id != (before.plan_item_id if before else None):
                entity = inherit(entity, self.desk.reader.find(PlanItem, entity.plan_item_id))
            if not entity.reference:
                reference = self.desk.next_reference(act, "A")
                entity = replace(entity, reference=reference, scrutineer_id=entity.scrutineer_id or self.desk.me)
            saved = act.put(entity)
            if before is not None:
                for finding in self.desk.reader.all(Finding, activity_id=saved.id):
                    act.put(follow(finding, before, saved))
            return saved

    def save_with_form(self, activity: Activity, form: ShortForm) -> Activity:
        """Write an activity and its short form in one act. Raises Invalid; then neither is written."""
        with self.desk.act():
            saved = self.save(activity)
            self._forms.save(saved.id, form)
        return saved

    def note_what_i_saw(
        self, activity: Activity, findings: Iterable[Finding], form: ShortForm | None = None
    ) -> Activity:
        """Capture a visit in one step: what, when, where, who, its short form, and lines of strengths before concerns.

        Findings take over the agencies, priorities, framework items and themes of the activity where they name none.
        """
        with self.desk.act() as act:
            saved = self.save_with_form(activity, form) if form else self.save(activity)
            for finding in findings:
                if finding.text.strip():
                    begun = replace(finding, activity_id=saved.id, scrutineer_id=saved.scrutineer_id)
                    act.put(inherit(begun, saved))
        return saved

    def of_today(self) -> list[Activity]:
        """What takes place or took place today, the latest noted first."""
        cancelled = {ActivityStatus.CANCELLED, ActivityStatus.POSTPONED}
        return [one for one in reversed(self.all(held_on=self.desk.today())) if one.status not in cancelled]

    def meetings_of_today(self) -> list[Meeting]:
        """Meetings of today that are no activity yet."""
        noted = {one.meeting_id for one in self.of_today()}
        return [one for one in self.desk.reader.all(Meeting, held_on=self.desk.today()) if one.id not in noted]

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
        begun = Challenge(
            title=opening(finding.text), text=finding.text, finding_id=finding.id,
            activity_id=finding.activity_id, meeting_id=activity.meeting_id if activity else None,
            forum=activity.title if activity else "", what_works="\n\n".join(filter(None, works)),
            put_for=self._put_for(finding, activity),
        )
        return inherit(begun, finding)

    def _put_for(self, finding: Finding, activity: Activity | None) -> str:
        """A question of those who lead an activity themselves is put on their behalf."""
        is_theirs = activity is not None and activity.led_by is LedBy.YOUNG_PEOPLE
        is_question = finding.kind is FindingKind.QUESTION
        return served(self.desk.partnership.serves).scrutineers if is_theirs and is_question else ""
