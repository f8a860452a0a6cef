"""What I may say, and how I know: judgements period by period, and statutory confirmations.

A view is never written over: another one takes its place, and the earlier stays as it was. Which words there
are and what they ask for is told by the scale, what can be judged by the frameworks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from scrutineer.domain.assurance import Confirmation, ConfirmationState, Direction, JudgedKind, Judgement
from scrutineer.domain.entity import new_id
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.framework import Use
from scrutineer.domain.organisation import Agency, ReportingPeriod
from scrutineer.domain.plan import Priority
from scrutineer.domain.scale import Scale, kinds_missing
from scrutineer.register import scales
from scrutineer.register.desk import Desk, Records
from scrutineer.register.evidence import EvidenceKept
from scrutineer.register.frameworks import Frameworks

P = TypeVar("P", Judgement, Confirmation)
Subject = tuple[str, str]      # as `Judgement.subject`: a kind, and which one of it


def period_key(period: ReportingPeriod) -> tuple[str, int]:
    """Periods in order of time; of two that end on one day, the longer comes after."""
    starts_on = period.starts_on or date.min
    return str(period.ends_on or ""), -starts_on.toordinal()


def period_on(periods: Iterable[ReportingPeriod], day: date) -> ReportingPeriod | None:
    """The period to be judged on a day: the shortest that the day lies in, otherwise the last before it."""
    begun = [one for one in sorted(periods, key=period_key) if one.starts_on and one.starts_on <= day]
    running = [one for one in begun if one.ends_on and day <= one.ends_on]
    if running:
        return max(running, key=lambda one: one.starts_on or day)
    return begun[-1] if begun else None


class Judgements(Records[Judgement]):
    """Judgements, period by period."""

    cls = Judgement

    def __init__(self, desk: Desk, evidence: EvidenceKept, frameworks: Frameworks) -> None:
        super().__init__(desk)
        self._evidence = evidence
        self._frameworks = frameworks

    # What stands

    def standing(self, period_id: str | None) -> dict[Subject, Judgement]:
        """My view in a period of each subject that has one: the last that I gave."""
        return {one.subject: one for one in self.all(period_id=period_id)}

    def before(self, period: ReportingPeriod) -> dict[Subject, Judgement]:
        """The last view of each subject from the periods before this one."""
        return {one.subject: one for one in _earlier(self, period)}

    def course_of(self, subject: Subject) -> list[Judgement]:
        """Every view that was ever given of a subject, in the order in which they were given."""
        return [one for one in self.all(kind=JudgedKind(subject[0])) if one.subject == subject]

    def scale_of(self, period_id: str | None) -> Scale:
        """The scale of a period: that of the judgements that stand in it, otherwise the partnership's own."""
        used = next((one.scale for one in self.all(period_id=period_id)), "")
        return scales.scale(used or self.desk.partnership.rating_scale)

    def kinds_of(self, judgement_id: str) -> tuple[str, ...]:
        """The kinds of source that are linked to a judgement."""
        return self._evidence.kinds_among(link.source_id or "" for link in self._evidence.links_of(judgement_id))

    def called(self, judgement: Judgement) -> str:
        """What its subject is called today."""
        match judgement.kind:
            case JudgedKind.FRAMEWORK_ITEM:
                return self._frameworks.title_of(judgement.framework_item)
            case JudgedKind.PRIORITY:
                found: Priority | Agency | None = self.desk.reader.find(Priority, judgement.priority_id)
                return found.title if isinstance(found, Priority) else judgement.about
            case JudgedKind.AGENCY:
                found = self.desk.reader.find(Agency, judgement.agency_id)
                return found.name if isinstance(found, Agency) else judgement.about
        return judgement.kind.label

    # What is done

    def begin(self, period: ReportingPeriod, subject: Subject) -> Judgement:
        """A view to be given of a subject: as it stands, or as it was in the period before, or none yet. Not kept."""
        known = self.standing(period.id).get(subject) or self.before(period).get(subject)
        scale = self.scale_of(period.id)
        if known is None:
            kind = JudgedKind(subject[0])
            which = {JudgedKind.FRAMEWORK_ITEM: "framework_item", JudgedKind.PRIORITY: "priority_id",
                     JudgedKind.AGENCY: "agency_id"}.get(kind)  # fmt: skip
            blank = Judgement(period_id=period.id, kind=kind, scale=scale.code, rating="",
                              **({which: subject[1]} if which else {}))  # type: ignore[arg-type]
            return replace(blank, about=self.called(blank))
        direction = known.direction if known.period_id == period.id else Direction.STEADY
        return replace(
            known, id=new_id(), created_at=None, updated_at=None, period_id=period.id, scale=scale.code,
            rating=known.rating if scale.code == known.scale else "", direction=direction, supersedes_id=known.id,
            about=self.called(known), judged_on=None, scrutineer_id=None,
        )

    def judge(self, judgement: Judgement, shown_by: Mapping[str, str] | None = None) -> Judgement:
        """Give my view. `shown_by` are the ids of what shows it, each with what it shows.

        Without `shown_by` it keeps what shows the view that it takes the place of. Raises Invalid, with one sentence
        for each thing that is missing.
        """
        earlier = self.find(judgement.supersedes_id) if judgement.supersedes_id else None
        if shown_by is None:
            shown = self._evidence.shown(earlier.id) if earlier else []
            shown_by = {one.source.id: one.link.shows for one in shown}
        sources = {id_: self._evidence.linked(id_) for id_ in shown_by}
        if problems := self._missing(judgement, earlier, shown_by):
            raise Invalid(problems)
        with self.desk.act(judgement.rationale if _is_changed(judgement, earlier) else "") as act:
            kept = act.put(replace(
                judgement, about=self.called(judgement), judged_on=judgement.judged_on or self.desk.today(),
                scrutineer_id=judgement.scrutineer_id or self.desk.me,
            ))
            for id_, shows in shown_by.items():
                self._evidence.link(kept, sources[id_], shows)
        return kept

    def still(self, period: ReportingPeriod, subject: Subject) -> Judgement:
        """Still my view: last period's view, with what shows it, is this period's too; the direction is steady.

        Raises Invalid when there is none, when there is one in this period already, or when the scale is another.
        """
        earlier = self.before(period).get(subject)
        if earlier is None:
            raise Invalid([Problem("rating", "There is no earlier view of this; give the first one.")])
        if subject in self.standing(period.id):
            raise Invalid([Problem("rating", "You have given your view of this in this period already.")])
        if self.scale_of(period.id).code != earlier.scale:
            raise Invalid([Problem("rating", "The earlier view was given on another scale; choose the word on this.")])
        return self.judge(self.begin(period, subject))

    def _missing(self, judgement: Judgement, earlier: Judgement | None, shown_by: Iterable[str]) -> list[Problem]:
        found = judgement.problems()
        if judgement.period_id is None:
            found.append(Problem("period_id", "Choose the period for which this is your view."))
        scale = scales.scale(judgement.scale)
        if judgement.rating and not scale.has(judgement.rating):
            found.append(Problem("rating", "Choose a word of the scale that this period is judged on."))
        elif not judgement.stands_in.strip():
            asked = kinds_missing(scale.rating(judgement.rating), self._evidence.kinds_among(shown_by))
            found += [Problem("shown_by", asked)] if asked else []
        in_force = self.scale_of(judgement.period_id).code
        if judgement.period_id and judgement.scale != in_force:
            found.append(Problem("rating", "Judgements of this period stand on another scale, which it keeps."))
        before = earlier.rationale.strip() if earlier else ""
        if _is_changed(judgement, earlier) and judgement.rationale.strip() in {"", before}:
            found.append(Problem("rationale", "Say why your view has changed."))
        return found


def _earlier(records: Records[P], period: ReportingPeriod) -> list[P]:
    """The records of the periods before this one, in the order of those."""
    keys = {one.id: period_key(one) for one in records.desk.reader.all(ReportingPeriod)}
    limit = period_key(period)
    found = [one for one in records.all() if (key := keys.get(one.period_id or "")) and key < limit]
    return sorted(found, key=lambda one: keys[one.period_id or ""])


def _is_changed(judgement: Judgement, earlier: Judgement | None) -> bool:
    return earlier is not None and earlier.scale == judgement.scale and earlier.rating != judgement.rating


class Confirmations(Records[Confirmation]):
    """Whether statutory items could be confirmed."""

    cls = Confirmation

    def __init__(self, desk: Desk, evidence: EvidenceKept, frameworks: Frameworks) -> None:
        super().__init__(desk)
        self._evidence = evidence
        self._frameworks = frameworks

    def items(self) -> list[str]:
        """The references of what the yearly report must be able to confirm, in order."""
        return [one.ref(item) for one in self._frameworks.newest(Use.CONFIRMATION) for item in one.items]

    def standing(self, period_id: str | None) -> dict[str, Confirmation]:
        """What was found in a period, by the reference of the item: the last time that I said."""
        return {one.framework_item: one for one in self.all(period_id=period_id)}

    def before(self, period: ReportingPeriod) -> dict[str, Confirmation]:
        """What was last found of each item in the periods before this one."""
        return {one.framework_item: one for one in _earlier(self, period)}

    def begin(self, period: ReportingPeriod, ref: str) -> Confirmation:
        """A confirmation to be given or changed: as it stands, or as it was in the period before, or none yet."""
        about = self._frameworks.title_of(ref)
        if known := self.standing(period.id).get(ref):
            return known
        blank = Confirmation(period_id=period.id, framework_item=ref, about=about)
        last = self.before(period).get(ref)
        return replace(blank, state=last.state, text=last.text, private=last.private) if last else blank

    def confirm(self, confirmation: Confirmation, shown_by: Mapping[str, str]) -> Confirmation:
        """Say whether an item was found to be so. Raises Invalid: what is confirmed, in whole or in part, has
        something that shows it, or words that say how I know.
        """
        is_said = confirmation.state in {ConfirmationState.CONFIRMED, ConfirmationState.PARTLY}
        problems = confirmation.problems()
        if is_said and not shown_by and not confirmation.text.strip():
            problems.append(Problem("shown_by", "Link what shows it, or say in words how you know."))
        if problems:
            raise Invalid(problems)
        sources = {id_: self._evidence.linked(id_) for id_ in shown_by}
        is_tested = confirmation.state is not ConfirmationState.NOT_TESTED
        with self.desk.act() as act:
            kept = act.put(replace(
                confirmation, about=self._frameworks.title_of(confirmation.framework_item),
                confirmed_on=confirmation.confirmed_on or self.desk.today() if is_tested else None,
                scrutineer_id=confirmation.scrutineer_id or self.desk.me,
            ))
            for link in self._evidence.links_of(kept.id):
                if link.source_id not in sources:
                    act.remove(link)
            for id_, source in sources.items():
                self._evidence.link(kept, source, shown_by[id_])
        return kept
