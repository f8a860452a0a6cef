"""The further life of what was found: strengths taken up elsewhere, practice that changed, voices that were answered.

The words stay with their finding; here is only what became of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from scrutineer.domain.activity import Activity, ActivityType, Finding, FindingKind
from scrutineer.domain.dates import iso_date
from scrutineer.domain.entity import Entity
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.learning import Adoption, VoiceEntry, Whose
from scrutineer.domain.lines import FindingLine
from scrutineer.domain.serving import whose_for
from scrutineer.register.desk import Desk, Records, only
from scrutineer.register.evidence import EvidenceKept
from scrutineer.storage import finding_lines, order
from scrutineer.storage.finding_lines import Source

CAN_BE_TAKEN_UP = frozenset({FindingKind.STRENGTH, FindingKind.LEARNING})

# Whose voice is heard in a form of scrutiny, unless somebody says otherwise.
_HEARD_IN = {
    ActivityType.CHILDREN_ENGAGEMENT: Whose.YOUNG_PERSON, ActivityType.YOUNG_SCRUTINEER_ACTIVITY: Whose.YOUNG_PERSON,
    ActivityType.PARENT_CARER_ENGAGEMENT: Whose.PARENT_CARER,
    ActivityType.PRACTITIONER_FOCUS_GROUP: Whose.PRACTITIONER, ActivityType.FRONT_LINE_VISIT: Whose.PRACTITIONER,
}  # fmt: skip


class Adoptions(Records[Adoption]):
    """Where strengths were taken up, and what shows it."""

    cls = Adoption

    def __init__(self, desk: Desk, evidence: EvidenceKept) -> None:
        super().__init__(desk)
        self._evidence = evidence

    def adopt(self, adoption: Adoption, shown_by: Iterable[Entity] = ()) -> Adoption:
        """Note that a strength, or a lesson, was taken up: by whom, when, and what they do now; link what shows it.

        Raises Invalid without a day, or when it is about anything else.
        """
        finding = self.desk.reader.get(Finding, adoption.finding_id)
        problems = adoption.problems()
        if adoption.adopted_on is None:
            problems.append(Problem("adopted_on", "Say since which day."))
        if finding.kind not in CAN_BE_TAKEN_UP:
            problems.append(Problem("finding_id", "Only what works, or was learnt, can be taken up."))
        if problems:
            raise Invalid(problems)
        with self.desk.act():
            saved = self.save(replace(adoption, scrutineer_id=adoption.scrutineer_id or self.desk.me))
            for source in shown_by:
                self._evidence.link(saved, source)
        return saved

    def of(self, finding_id: str) -> list[Adoption]:
        """Who took one up, the first of them first."""
        return sorted(self.all(finding_id=finding_id), key=lambda one: one.adopted_on or date.max)


class Voices(Records[VoiceEntry]):
    """What was heard, asked and told: at most one entry for each voice."""

    cls = VoiceEntry

    def of(self, finding_id: str) -> VoiceEntry | None:
        """What is kept of one voice, or None."""
        return next(iter(self.all(finding_id=finding_id)), None)

    def begin(self, finding_id: str) -> VoiceEntry:
        """What is kept of a voice or, where nothing is, what follows from its activity; nothing is written yet."""
        finding = self.desk.reader.get(Finding, finding_id)
        activity = self.desk.reader.find(Activity, finding.activity_id)
        return self.of(finding_id) or VoiceEntry(
            finding_id=finding_id, whose=self._whose(activity), heard_on=activity.held_on if activity else None,
            heard_at=activity.place if activity else "", scrutineer_id=finding.scrutineer_id or self.desk.me,
        )

    def keep(self, voice: VoiceEntry) -> VoiceEntry:
        """Keep when and where it was heard, whose it was, and what they may be told by when. Raises Invalid."""
        finding = self.desk.reader.get(Finding, voice.finding_id)
        problems = voice.problems()
        if finding.kind is not FindingKind.VOICE:
            problems.append(Problem("finding_id", "Only what was heard from somebody has a voice."))
        if voice.heard_on is None:
            problems.append(Problem("heard_on", "Say on which day they were heard."))
        known = self.of(finding.id)
        if known is not None and known.id != voice.id:
            problems.append(Problem("finding_id", "This voice is kept already; change what is there."))
        if problems:
            raise Invalid(problems)
        return self.save(replace(voice, scrutineer_id=voice.scrutineer_id or self.desk.me))

    def tell(self, voice_id: str, on: date | None, how: str, happened: str = "") -> VoiceEntry:
        """Note that they were told: on which day, how and, if given, what happened. Raises Invalid without a day."""
        if on is None:
            raise Invalid([Problem("told_on", "Say on which day they were told.")])
        voice = self.get(voice_id)
        return self.save(replace(voice, told_on=on, told_how=how, happened=happened or voice.happened))

    def _whose(self, activity: Activity | None) -> Whose:
        """Whose voice it most likely is: as the form of scrutiny says, otherwise of those who are served."""
        offered = whose_for(self.desk.partnership.serves)
        heard = _HEARD_IN.get(activity.type) if activity else None
        if heard in offered:
            return heard
        return Whose.YOUNG_PERSON if Whose.YOUNG_PERSON in offered else Whose.ADULT


class Learning:
    """The list of what was found, with what became of it; and what changed in practice because of it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def note_practice(self, finding_id: str, words: str, on: date | None) -> Finding:
        """Note what changed in practice because of a lesson or a strength. Raises Invalid without words or a day."""
        problems = []
        if not words.strip():
            problems.append(Problem("practice_changed", "Say what people do otherwise now."))
        if on is None:
            problems.append(Problem("practice_changed_on", "Say since which day."))
        finding = self._desk.reader.get(Finding, finding_id)
        if finding.kind not in CAN_BE_TAKEN_UP:
            problems.append(Problem("practice_changed", "Practice changes because of what works or was learnt."))
        if problems:
            raise Invalid(problems)
        with self._desk.act() as act:
            return act.put(replace(finding, practice_changed=words, practice_changed_on=on))

    def ids(self, kinds: Iterable[FindingKind]) -> list[str]:
        """The ids of all findings of these kinds, the latest first."""
        return order.findings(self._desk.record.database, kinds)

    def lines(
        self, kinds: Iterable[FindingKind] = tuple(FindingKind), ids: Sequence[str] | None = None
    ) -> list[FindingLine]:
        """Findings of these kinds, all or those with these ids, the latest first, each with what became of it."""
        read, names, database = self._desk.reader.all, self._desk.names(), self._desk.record.database
        activities, challenges = finding_lines.activities(database, ids), finding_lines.challenges(database, ids)
        adoptions: dict[str | None, list[Adoption]] = defaultdict(list)
        for adoption in read(Adoption, **only(ids, "finding_id")):
            adoptions[adoption.finding_id].append(adoption)
        voices = {one.finding_id: one for one in read(VoiceEntry, **only(ids, "finding_id"))}
        found = []
        for one in read(Finding, kind=tuple(kinds), **only(ids)):
            activity, voice = activities.get(one.activity_id or "", Source()), voices.get(one.id)
            agencies = ", ".join(names[id_] for id_ in one.agency_ids if id_ in names)
            taken_up = sorted(adoptions[one.id], key=lambda each: each.adopted_on or date.max)
            found.append(FindingLine(
                one.id, one.kind, one.text, agencies, iso_date(activity.held_on) if activity.held_on else None,
                one.activity_id, activity.title, one.who_could_use, one.passed_on_on, one.passed_on_to,
                one.thanked_on, challenges.get(one.id),
                taken_up_by=tuple(dict.fromkeys(by_whom(each, names) for each in taken_up)),
                taken_up_on=max(filter(None, (each.adopted_on for each in taken_up)), default=None),
                has_changed_practice=bool(one.practice_changed.strip()), changed_on=one.practice_changed_on,
                is_kept=voice is not None, tell_by_on=voice.tell_by_on if voice else None,
                told_on=voice.told_on if voice else None,
            ))
        return sorted(found, key=lambda line: line.found_on or date.min, reverse=True)


def by_whom(adoption: Adoption, names: dict[str, str]) -> str:
    """Who took it up: `Police`, `Northmoor, the night team`, or where, when it is no agency of ours."""
    agency = names.get(adoption.agency_id or "", "")
    return ", ".join(filter(None, (agency, adoption.elsewhere.strip())))
