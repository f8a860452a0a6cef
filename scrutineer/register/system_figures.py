"""Freezes what a paper tells of the system and the culture of scrutiny, as of the last day that it covers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from scrutineer.domain.action import Action
from scrutineer.domain.assurance import Conflict, JudgedKind
from scrutineer.domain.coverage import Side
from scrutineer.domain.organisation import ReportingPeriod
from scrutineer.domain.paper import Paper, PaperKind
from scrutineer.domain.plan import Standing
from scrutineer.domain.recommendation import Decision, Embedded, Recommendation
from scrutineer.domain.system_figures import (
    AssuranceFigures,
    ConfirmationFigure,
    CoverageFigures,
    FeelingFigures,
    JudgementFigure,
    PlannedFigure,
    PrincipleFigure,
    RecommendationFigure,
    SystemFigures,
)
from scrutineer.register.coverage import Coverage
from scrutineer.register.culture import CultureRounds, FeedbackKept, tally
from scrutineer.register.desk import Desk
from scrutineer.register.frameworks import Frameworks
from scrutineer.register.judgements import Judgements, period_key, period_on
from scrutineer.register.judging import JudgedLine, Judging
from scrutineer.register.plans import PlanItems
from scrutineer.register.principles import PrincipleExamples, Principles
from scrutineer.register.recommendations import Recommendations

MONTHS_AHEAD = {PaperKind.ASSURANCE: 3, PaperKind.ANNUAL: 12}      # how far after its last day a paper looks
_MONTH = timedelta(days=92) / 3
_YEAR = timedelta(days=365)


class Nouns(NamedTuple):
    """Where the figures come from."""

    judgements: Judgements
    judging: Judging
    frameworks: Frameworks
    recommendations: Recommendations
    plan_items: PlanItems
    coverage: Coverage
    rounds: CultureRounds
    feedback: FeedbackKept
    principles: Principles
    examples: PrincipleExamples


class SystemFreezer:
    """Reads the record for one paper, and never hands out anything private."""

    def __init__(self, desk: Desk, nouns: Nouns) -> None:
        self._desk = desk
        self._by = nouns

    def figures(self, paper: Paper, starts_on: date, ends_on: date) -> SystemFigures:
        """All of it for one paper over one period."""
        names, months = self._desk.names(), MONTHS_AHEAD[paper.kind]
        return SystemFigures(
            assurance=self._assurance(ends_on), months_ahead=months, coverage=self._coverage(ends_on),
            asked=tuple(self._recommendation(one, names) for one in self._by.recommendations.of_paper(paper.id)),
            earlier=self._earlier(paper, starts_on, ends_on, names), ahead=self._ahead(ends_on, months, names),
            feeling=self._feeling(starts_on, ends_on), principles=self._principles(starts_on, ends_on),
            conflicts=tuple(
                (told.text, told.handled) for one in self._desk.reader.all(Conflict)
                if (one.ended_on or date.max) >= starts_on and (told := one.for_others()).text.strip()
            ),
        )

    # What may be said, and how sure

    def _assurance(self, ends_on: date) -> AssuranceFigures:
        period = self._judged_period(ends_on)
        if period is None:
            return AssuranceFigures()
        scale, chosen = self._by.judgements.scale_of(period.id), self._by.frameworks.chosen()
        lines = [line for line in self._by.judging.lines(period) if line.now]
        before, opinion = self._year_before(ends_on)
        return AssuranceFigures(
            period=period.words, scale=scale.title, definitions=scale.ratings,
            framework=f"{chosen.title} ({chosen.edition})" if chosen else "",
            judgements=tuple(map(_judgement, lines)),
            confirmations=tuple(
                ConfirmationFigure(about=line.title, state=line.state, confirmed_on=told.confirmed_on, text=told.text)
                for line in self._by.judging.confirmed(period)
                if line.confirmation and (told := line.confirmation.for_others())
            ),
            year_before=opinion, year_before_period=before,
        )  # fmt: skip

    def _year_before(self, ends_on: date) -> tuple[str, str]:
        """The period a year before a day, and the word of the overall opinion in it; empty where there was none."""
        period = period_on(self._desk.reader.all(ReportingPeriod), ends_on - _YEAR)
        lines = self._by.judging.lines(period) if period else []
        said = next((one.rating for one in lines if one.now and one.now.kind is JudgedKind.OVERALL), None)
        return (period.words, said.word) if period and said else ("", "")

    def _judged_period(self, ends_on: date) -> ReportingPeriod | None:
        """The period of the paper's last day; where nothing is judged in it yet, the last before that has views."""
        judged = {one.period_id for one in self._by.judgements.all()}
        periods = self._desk.reader.all(ReportingPeriod)
        now = period_on(periods, ends_on)
        if now is None or now.id in judged:
            return now
        earlier = [one for one in periods if one.id in judged and period_key(one) < period_key(now)]
        return max(earlier, key=period_key, default=now)

    # What was recommended, and what comes next

    def _earlier(
        self, paper: Paper, starts_on: date, ends_on: date, names: dict[str, str]
    ) -> tuple[RecommendationFigure, ...]:
        """Those made before the paper that are not settled, or were settled in the period."""
        found = []
        for one in self._by.recommendations.all():
            settled_on = _settled_on(one)
            is_of_now = settled_on is None or starts_on <= settled_on <= ends_on
            if one.paper_id != paper.id and (one.made_on or date.min) <= ends_on and is_of_now:
                found.append(self._recommendation(one, names))
        return tuple(sorted(found, key=lambda one: one.reference))

    def _recommendation(self, raw: Recommendation, names: dict[str, str]) -> RecommendationFigure:
        one = raw.for_others()
        actions = self._desk.reader.all(Action, recommendation_id=one.id)
        return RecommendationFigure(
            reference=one.reference, text=one.wording, source=one.source, source_title=one.source_title,
            agencies=tuple(names[id_] for id_ in one.agency_ids if id_ in names), decision=one.decision,
            decided=self._by.recommendations.meeting_called(one.meeting_id), reason=one.reason,
            minute_ref=one.minute_ref, due_on=one.due_on, actions=len(actions),
            actions_open=sum(not action.status.is_settled for action in actions), embedded=one.embedded,
            embedded_on=one.embedded_on, seen=one.seen,
        )

    def _ahead(self, ends_on: date, months: int, names: dict[str, str]) -> tuple[PlannedFigure, ...]:
        """What the plan holds for the months after the paper's last day, and what is under way."""
        found = [
            PlannedFigure(title=line.item.title, form=line.item.type, planned_on=line.item.planned_on,
                          agencies=tuple(names[id_] for id_ in line.item.agency_ids if id_ in names))
            for line in self._by.plan_items.lines()
            if line.standing in {Standing.PLANNED, Standing.BEGUN} and line.item.planned_on
            and ends_on.replace(day=1) <= line.item.planned_on <= ends_on + months * _MONTH
        ]  # fmt: skip
        return tuple(found)

    # What was looked at, and how it feels

    def _coverage(self, ends_on: date) -> CoverageFigures:
        picture = self._by.coverage.coverage(Side.AGENCY, Side.FAMILY, ends_on)
        grid = picture.grid
        return CoverageFigures(
            since=picture.since.words, columns=tuple(one.label for one in grid.columns),
            rows=tuple((row.label, tuple(grid.number(row.id, column.id) for column in grid.columns))
                       for row in grid.rows),
            blind_spots=tuple(one.sentence for one in picture.blind_spots),
        )  # fmt: skip

    def _feeling(self, starts_on: date, ends_on: date) -> FeelingFigures:
        asked = next((one for one in self._by.rounds.latest() if (one.asked_on or date.max) <= ends_on), None)
        came = [one for one in self._by.feedback.answered() if starts_on <= (one.answered_on or date.min) <= ends_on]
        told = [(self._by.feedback.about(one), one.for_others().shaped) for one in came]
        results = self._by.rounds.results(asked.id) if asked else []
        return FeelingFigures(
            asked=asked.title if asked else "", asked_on=asked.asked_on if asked else None,
            note=asked.for_others().note if asked else "",
            answers=tuple((one.statement.aspect.label, one.statement.text, one.partnership.words)
                          for one in results if one.partnership),
            tally=tally(came), shaped=tuple((about, words) for about, words in told if words.strip()),
        )  # fmt: skip

    def _principles(self, starts_on: date, ends_on: date) -> tuple[PrincipleFigure, ...]:
        return tuple(
            PrincipleFigure(title=one.title, text=one.for_others().text, examples=tuple(
                (each.happened_on, each.for_others().text) for each in reversed(self._by.examples.of(one.id))
                if starts_on <= (each.happened_on or date.min) <= ends_on and each.for_others().text.strip()
            )) for one in self._by.principles.current()
        )  # fmt: skip


def _judgement(line: JudgedLine) -> JudgementFigure:
    assert line.now is not None
    assert line.rating is not None
    one = line.now.for_others()
    return JudgementFigure(
        kind=one.kind, about=one.about or line.title, group=line.group, rating=line.rating,
        before=line.last_rating.word if line.last_rating else "", direction=one.direction, confidence=one.confidence,
        bottom_line=one.bottom_line, rationale=one.rationale, kinds=line.kinds, stands_in=one.stands_in,
        keeps_reason=bool(line.now.stands_in.strip()) and not one.stands_in, agency_id=one.agency_id or "",
    )


def _settled_on(one: Recommendation) -> date | None:
    """The day on which nothing more was expected of it: declined, or found to be what people do."""
    if one.decision is Decision.DECLINED:
        return one.decided_on or date.min
    return (one.embedded_on or date.min) if one.embedded is Embedded.EMBEDDED else None
