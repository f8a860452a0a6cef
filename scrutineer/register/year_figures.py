"""Freezes what only the report of a year tells: each agency by itself, and what was counted for all of them.

Nothing is typed for it: it is read from activities, findings, challenges, recommendations and promises.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from scrutineer.domain.activity import Activity, AskedBy, Finding, FindingKind, LedBy
from scrutineer.domain.activity_form import Grading, Reading
from scrutineer.domain.agency_figures import PromiseFigure
from scrutineer.domain.challenge import Addressee, Challenge, Status
from scrutineer.domain.figures import ActivityFigure, FindingFigure, LetterPart
from scrutineer.domain.note import Undertaking
from scrutineer.domain.organisation import Agency, Appointment, PartnerStatus, Scrutineer
from scrutineer.domain.recommendation import Recommendation
from scrutineer.domain.reply import Reply, ReplyKind, Response
from scrutineer.domain.system_figures import RecommendationFigure, SystemFigures
from scrutineer.domain.year_figures import AgencyYear, ReadingFigure, TermFigure, YearFigures
from scrutineer.register.activity_figures import activity_figure
from scrutineer.register.agency_papers import concerns, part_figure, promise_figure
from scrutineer.register.challenge_figures import ChallengeFigures, is_told
from scrutineer.register.desk import Desk
from scrutineer.register.families import Families
from scrutineer.register.finding_figures import finding_figure

FEW = 5      # a number about people that is smaller is not printed, lest it tell who they are


class YearFreezer:
    """Reads the record for the report of a year, first and last day included; private text is left out."""

    def __init__(
        self, desk: Desk, telling: ChallengeFigures, done: Sequence[Activity], span: tuple[date, date]
    ) -> None:
        self._desk = desk
        self._telling = telling
        self._done = done      # what took place in the period, without private text
        self._starts_on, self._ends_on = span

    def figures(self, system: SystemFigures) -> YearFigures:
        """All of it; `system` is what the same paper tells of judgements and recommendations."""
        days = list(self._days_to_answer())
        families = Families(self._desk, self._ends_on)
        told = families.told(self._starts_on)
        return YearFigures(
            agencies=tuple(self._agency(one, name, families.whole(one.id), system) for one, name in told),
            answers=len(days), mean_days=sum(days) / len(days) if days else 0.0, gradings=self._gradings(),
            readings=tuple(self._readings()), terms=tuple(self._terms()), rungs=self._telling.rungs,
        )

    # Each agency by itself

    def _agency(self, agency: Agency, name: str, whole: Collection[str], system: SystemFigures) -> AgencyYear:
        names, shelves = self._telling.names, self._telling.shelves
        held = [one for one in self._done if not set(one.agency_ids).isdisjoint(whole)]
        alone = [one for one in held if set(one.agency_ids) <= set(whole)]
        parts = tuple(self._parts(whole))
        kept, promised = self._promises(whole)

        def told(some: Iterable[Activity]) -> tuple[ActivityFigure, ...]:
            return tuple(activity_figure(shelves, names, one) for one in some)

        return AgencyYear(
            name=name, called=agency.called, is_partner=agency.status is PartnerStatus.STATUTORY,
            services=tuple(one.called for one in shelves.of(Agency, "parent_id", agency.id)),
            view=next((one.bottom_line for one in system.assurance.judgements if one.agency_id in whole), ""),
            scrutiny=told(held), led=told(one for one in alone if one.led_by is LedBy.AGENCY),
            asked_for=told(one for one in alone if one.asked_by is AskedBy.AGENCY),
            strengths=tuple(self._strengths(whole)), parts=parts,
            actions=tuple(action for part in parts for action in part.party.actions),
            recommendations=self._recommendations(whole, system), kept=kept, promised=promised,
        )

    def _parts(self, whole: Collection[str]) -> Iterator[LetterPart]:
        """The parts that were put to them by the end, and open or ended in the period; the earliest put first."""
        for challenge in sorted(self._telling.shelves.all(Challenge), key=_put_on):
            if is_told(challenge) and _put_on(challenge)[0] <= self._ends_on:
                for part in self._telling.parts(challenge):
                    if concerns(self._telling, part, whole) and self._is_of_now(part):
                        yield part_figure(self._telling, part, challenge)

    def _is_of_now(self, part: Addressee) -> bool:
        """Whether a part was open or ended in the period; what was withdrawn asks nothing."""
        if part.status in {Status.DRAFT, Status.WITHDRAWN}:
            return False
        return not part.status.is_ended or (part.closed_on or date.min) >= self._starts_on

    def _strengths(self, whole: Collection[str]) -> Iterator[FindingFigure]:
        for activity in self._done:
            for raw in self._telling.shelves.of(Finding, "activity_id", activity.id):
                if raw.kind is FindingKind.STRENGTH and not set(raw.agency_ids).isdisjoint(whole):
                    one = finding_figure(self._telling.shelves, self._telling.names, raw, activity)
                    if one:
                        yield one

    def _recommendations(self, whole: Collection[str], system: SystemFigures) -> tuple[RecommendationFigure, ...]:
        theirs = {one.reference for one in self._telling.shelves.all(Recommendation)
                  if not set(one.agency_ids).isdisjoint(whole)}  # fmt: skip
        return tuple(one for one in (*system.earlier, *system.asked) if one.reference in theirs)

    def _promises(self, whole: Collection[str]) -> tuple[tuple[PromiseFigure, ...], tuple[PromiseFigure, ...]]:
        """Those to them that were kept in the period, and those that are open."""
        made = [one for one in self._telling.shelves.all(Undertaking) if one.agency_id in whole]
        told = [(one, promise_figure(one)) for one in made if one.for_others().text.strip()]
        kept = tuple(figure for one, figure in told
                     if one.done_on and self._starts_on <= one.done_on <= self._ends_on)  # fmt: skip
        return kept, tuple(figure for one, figure in told if one.done_on is None)

    # All of them together

    def _days_to_answer(self) -> Iterator[int]:
        """Working days from the question to the first answer, of each part first answered in the period.

        A holding reply is no answer; a part without the day on which it was put tells nothing.
        """
        shelves, calendar = self._telling.shelves, self._desk.calendar
        for challenge in filter(is_told, shelves.all(Challenge)):
            for part in self._telling.parts(challenge):
                replies = (shelves.one(Reply, one.reply_id) for one in shelves.of(Response, "addressee_id", part.id))
                days = [one.received_on for one in replies if one and one.kind is ReplyKind.ANSWER and one.received_on]
                first = min(days, default=None)
                asked = challenge.raised_on
                if first and asked and asked <= first and self._starts_on <= first <= self._ends_on:
                    yield calendar.between(asked, first)

    def _gradings(self) -> Mapping[str, int]:
        rows = (row for one in self._done for row in self._telling.shelves.of(Grading, "activity_id", one.id))
        return Counter(words for row in rows if (words := _moderated(row)))

    def _readings(self) -> Iterator[ReadingFigure]:
        """What was read; not what was read of several agencies, for then one would stand beside another."""
        rows = [row for one in self._done for row in self._telling.shelves.of(Reading, "activity_id", one.id)]
        whose: dict[str, set[str | None]] = defaultdict(set)
        for row in rows:
            whose[_indicator(row)].add(row.agency_id)
        for one in (row.for_others() for row in rows if len(whose[_indicator(row)]) == 1):
            yield ReadingFigure(indicator=one.indicator, period=one.period, value=_value(one.value),
                                source=one.source, read_on=one.read_on, question=one.question)  # fmt: skip

    def _terms(self) -> Iterator[TermFigure]:
        arranged = self._desk.partnership.model.label
        for raw in self._telling.shelves.all(Appointment):
            if (raw.starts_on or self._ends_on) <= self._ends_on and (raw.ends_on or date.max) >= self._starts_on:
                one, whose = raw.for_others(), self._telling.shelves.one(Scrutineer, raw.scrutineer_id)
                yield TermFigure(
                    title=whose.title if whose else "", arrangement=arranged, starts_on=one.starts_on,
                    ends_on=one.ends_on, days_per_year=one.days_per_year, independence=one.independence,
                )


def _put_on(challenge: Challenge) -> tuple[date, str]:
    return challenge.raised_on or date.min, challenge.reference


def _moderated(row: Grading) -> str:
    """`moderated lower`, without by how much: grades of different tools are not of one size."""
    if row.gap:
        return f"moderated {'lower' if row.gap < 0 else 'higher'}"
    return row.gap_in_words


def _indicator(row: Reading) -> str:
    return " ".join(row.indicator.split()).casefold()


def _value(value: str) -> str:
    number = value.strip()
    return f"fewer than {FEW}" if number.isdecimal() and 0 < int(number) < FEW else number
