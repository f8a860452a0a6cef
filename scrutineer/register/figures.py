"""Freezes what a paper may count or quote: read once, names resolved, private text left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date, timedelta

from scrutineer.domain.activity import Activity, Finding, FindingKind
from scrutineer.domain.agency_figures import AgencyFigures
from scrutineer.domain.assurance import Judgement
from scrutineer.domain.challenge_figures import ChallengeFigure
from scrutineer.domain.entity import Entity
from scrutineer.domain.figures import (
    ChallengeLog,
    Figures,
    FindingFigure,
    Letter,
    Masthead,
    WholeRecord,
)
from scrutineer.domain.organisation import Meeting, Partnership, Scrutineer, Serves
from scrutineer.domain.paper import Paper, PaperKind
from scrutineer.domain.records import ENTITIES
from scrutineer.domain.serving import label_for
from scrutineer.domain.told_figures import YouSaid
from scrutineer.domain.vocabulary import Term
from scrutineer.domain.year_figures import AnnualFigures
from scrutineer.register import agency_papers, counts, letters, scales, told
from scrutineer.register.activity_figures import activity_figure
from scrutineer.register.challenge_figures import ChallengeFigures
from scrutineer.register.challenges import Challenges
from scrutineer.register.days import spent
from scrutineer.register.desk import Desk
from scrutineer.register.finding_figures import finding_figure
from scrutineer.register.organisation import Appointments, Scrutineers
from scrutineer.register.papers import Papers
from scrutineer.register.parties import Party
from scrutineer.register.system_figures import SystemFreezer
from scrutineer.register.titles import Titles
from scrutineer.register.year_figures import YearFreezer

_YEAR = timedelta(days=365)


class Freezer:
    """Reads the record for one paper, and never hands out anything private."""

    def __init__(
        self, desk: Desk, challenges: Challenges, papers: Papers, appointments: Appointments, system: SystemFreezer
    ) -> None:
        self._desk = desk
        self._system = system
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
            business_unit=partnership.business_unit, serves=partnership.serves,
        )

    def figures(self, paper: Paper) -> Figures:
        """Everything for one paper, whether it has been saved or not; for the report of a year, `AnnualFigures`."""
        paper = paper.for_others()
        starts_on, ends_on = paper.starts_on or date.min, paper.ends_on or self._desk.today()
        written = self._papers.sections(paper.id)
        meeting = self._desk.reader.find(Meeting, paper.meeting_id)
        telling = ChallengeFigures(self._desk, self._challenges)
        tellable, names = telling.all(), telling.names
        done = self._activities(starts_on, ends_on)
        findings = self._findings(done, telling)
        system = self._system.figures(paper, starts_on, ends_on)
        shared = Figures(
            masthead=self.masthead(paper.mark), paper=paper, body=names.get(paper.body_id or "", ""),
            meeting_on=meeting.held_on if meeting else None, starts_on=starts_on, ends_on=ends_on,
            frozen_at=self._desk.record.now(),
            sections={code: one.for_others().text for code, one in written.items() if one.for_others().text.strip()},
            considered=frozenset(code for code, one in written.items() if one.considered),
            activities=tuple(activity_figure(telling.shelves, names, one) for one in done),
            days_spent=sum(row.days for row in spent(self._desk, starts_on, ends_on)),
            days_budget=self._appointments.budget(starts_on, ends_on),
            strengths=findings[FindingKind.STRENGTH], learning=findings[FindingKind.LEARNING],
            voices=findings[FindingKind.VOICE], counts=counts.of_period(tellable, starts_on, ends_on),
            challenges=tuple(one for one in tellable if _concerns(one, starts_on, ends_on)),
            actions=telling.actions(starts_on, ends_on), system=system,
        )
        if paper.kind is not PaperKind.ANNUAL:
            return shared
        year = YearFreezer(self._desk, telling, done, (starts_on, ends_on)).figures(system)
        return AnnualFigures(**{spec.name: getattr(shared, spec.name) for spec in fields(shared)}, year=year)

    def log(self) -> ChallengeLog:
        """Every challenge that was put, oldest first."""
        told = ChallengeFigures(self._desk, self._challenges).all()
        return ChallengeLog(masthead=self.masthead(), frozen_at=self._desk.record.now(), challenges=tuple(told))

    def letter(self, addressee_ids: Iterable[str], *, is_closing: bool = False) -> Letter:
        """A letter to one party about these parts of it: what is asked, or what came of it and thanks.

        Raises Invalid when there is none, they are not all of one party, one was never put or is for me alone,
        or, in a closing letter, one has not ended.
        """
        telling = ChallengeFigures(self._desk, self._challenges)
        return letters.letter(self._desk, telling, self.masthead(), addressee_ids, is_closing=is_closing)

    def recognition(self, party: Party) -> Letter:
        """A letter that says what was seen to work at a party, and asks nothing. Raises Invalid where nothing was."""
        return letters.recognition(self._desk, ChallengeFigures(self._desk, self._challenges), self.masthead(), party)

    def you_said(self, starts_on: date | None, ends_on: date | None, activity: Activity | None = None) -> YouSaid:
        """What goes back to those who were heard in one activity, or in a time: the year up to today unless given.

        Raises Invalid when the time ends before it begins, or nothing heard in it can be told.
        """
        last = ends_on or self._desk.today()
        return told.you_said(
            self._desk, self._challenges, self.masthead(), starts_on or last - _YEAR, last, activity
        )

    def agency_page(self, agency_id: str) -> AgencyFigures:
        """The page about one agency with its services, to be shown to it. Raises NotFound."""
        telling = ChallengeFigures(self._desk, self._challenges)
        return agency_papers.agency_page(self._desk, telling, self.masthead(), agency_id)

    def whole(self) -> WholeRecord:
        """Everything in the record, private text included."""
        names = self._desk.names()
        titles = Titles(self._desk, self._challenges, names)
        entities: list[Entity] = [one for cls in ENTITIES for one in self._desk.reader.all(cls)]
        for one in entities:      # what a title is made of comes before it
            names.setdefault(one.id, titles.of(one))
        names |= {ref: titles.of_item(ref) for one in entities for ref in _items_of(one)}
        serves = self._desk.partnership.serves
        names |= {f"{one.id}:{name}": words for one in entities for name, words in _in_words(one, serves)}
        return WholeRecord(
            masthead=self.masthead(), frozen_at=self._desk.record.now(), entities=tuple(entities), names=names
        )

    def title_of(self, entity: Entity, names: dict[str, str]) -> str:
        """A name for any record, so that no print and no list of what was found shows an id."""
        return Titles(self._desk, self._challenges, names).of(entity)

    def _activities(self, starts_on: date, ends_on: date) -> list[Activity]:
        found = [one.for_others() for one in self._desk.reader.all(Activity) if one.is_done]
        inside = [one for one in found if one.held_on and starts_on <= one.held_on <= ends_on]
        return sorted(inside, key=lambda one: one.held_on or date.min)

    def _findings(
        self, done: list[Activity], telling: ChallengeFigures
    ) -> dict[FindingKind, tuple[FindingFigure, ...]]:
        found: dict[FindingKind, list[FindingFigure]] = {kind: [] for kind in FindingKind}
        for activity in done:
            for raw in telling.shelves.of(Finding, "activity_id", activity.id):
                if one := finding_figure(telling.shelves, telling.names, raw, activity):
                    found[raw.kind].append(one)
        return {
            kind: tuple(sorted(figures, key=lambda one: one.found_on or date.min)) for kind, figures in found.items()
        }


def _items_of(entity: Entity) -> tuple[str, ...]:
    """The items of frameworks that a record names."""
    many: tuple[str, ...] = getattr(entity, "framework_items", ())
    return (*many, *filter(None, (getattr(entity, "framework_item", ""),)))


def _on_scales(entity: Entity) -> Iterable[tuple[str, str]]:
    """The words of those fields that hold the code of a scale, or of a rating on it."""
    if isinstance(entity, Judgement):
        scale = scales.scale(entity.scale)
        yield "scale", scale.title
        yield "rating", scale.rating(entity.rating).word
    elif isinstance(entity, Partnership):
        yield "rating_scale", scales.scale(entity.rating_scale).title


def _in_words(entity: Entity, serves: Serves) -> Iterable[tuple[str, str]]:
    """The words of those fields whose term is called otherwise here, or that hold the code of a scale."""
    yield from _on_scales(entity)
    for spec in fields(entity):
        value = getattr(entity, spec.name)
        if isinstance(value, Term) and (label := label_for(value, serves)) != value.label:
            yield spec.name, label


def _concerns(one: ChallengeFigure, starts_on: date, ends_on: date) -> bool:
    """Whether a challenge belongs in a paper over a period: it was put by its end, and open or ended in it."""
    ended_on = one.closed_on or (one.raised_on or date.min if one.status.is_ended else ends_on)
    return (one.raised_on or starts_on) <= ends_on and ended_on >= starts_on
