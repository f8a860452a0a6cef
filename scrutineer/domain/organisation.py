"""The partnership, its people and its agencies: who is scrutinised, by whom, under which name when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from scrutineer.domain.dates import quarter_in_words
from scrutineer.domain.entity import Entity, link, narrative, said
from scrutineer.domain.errors import Problem
from scrutineer.domain.vocabulary import Term


class Serves(Term):
    """Whom the partnership serves; labels, themes and checks follow."""

    CHILDREN = "children", "Children and families"
    ADULTS = "adults", "Adults with care and support needs"
    ALL_AGES = "all_ages", "All ages"


class AppointmentModel(Term):
    """How independent scrutiny is arranged (after the models of the Wood Review, 2021)."""

    SINGLE_SCRUTINEER = "single_scrutineer", "A single scrutineer"
    CHAIR_AND_SCRUTINEER = "chair_and_scrutineer", "Chair and scrutineer in one"
    COMMISSIONED_FIRM = "commissioned_firm", "A commissioned firm"
    PEER = "peer", "A peer from another area"
    PANEL = "panel", "A panel or group"
    OTHER = "other", "Another arrangement"


class AgencyKind(Term):
    """What kind of agency it is."""

    LOCAL_AUTHORITY = "local_authority", "Local authority"
    POLICE = "police", "Police"
    ICB = "icb", "Integrated care board"
    NHS_PROVIDER = "nhs_provider", "NHS trust or provider"
    PRIMARY_CARE = "primary_care", "Primary care"
    EARLY_YEARS = "education_early_years", "Early years"
    SCHOOL = "education_school", "School or trust of schools"
    COLLEGE = "education_college", "College"
    PROBATION = "probation", "Probation"
    YOUTH_JUSTICE = "youth_justice", "Youth justice"
    CAFCASS = "cafcass", "Cafcass"
    DISTRICT_COUNCIL = "district_council", "District council"
    HOUSING = "housing", "Housing"
    FIRE = "fire", "Fire and rescue"
    AMBULANCE = "ambulance", "Ambulance"
    VOLUNTARY = "voluntary_community", "Voluntary and community"
    FAITH = "faith", "Faith"
    SECURE = "secure_setting", "Secure setting"
    CHILDRENS_HOME = "childrens_home", "Children’s home"
    OTHER = "other", "Other"


class PartnerStatus(Term):
    """The agency's standing in the published arrangements (Children Act 2004, section 16E and following)."""

    STATUTORY = "statutory_partner", "Statutory safeguarding partner"
    RELEVANT = "relevant_agency", "Relevant agency"
    OTHER = "other", "Other"


class Change(Term):
    """How one agency came to follow another."""

    RENAMED = "renamed", "Renamed"
    MERGED = "merged", "Merged"
    SPLIT = "split", "Split"
    ABSORBED = "absorbed", "Absorbed"


class PeriodKind(Term):
    """How long a reporting period is."""

    QUARTER = "quarter", "Quarter"
    HALF_YEAR = "half_year", "Half year"
    YEAR = "year", "Year"
    CUSTOM = "custom", "Other dates"


@dataclass(frozen=True, kw_only=True)
class Partnership(Entity):
    """The partnership and its own rules. Clocks are in working days; 0 switches a clock off."""

    name: str = said("Name of the partnership", required=True)
    short_code: str = said("Letters for references", "SP", required=True)
    area: str = said("Area")
    serves: Serves = said("Whom it serves", Serves.CHILDREN)
    model: AppointmentModel = said("How scrutiny is arranged", AppointmentModel.SINGLE_SCRUTINEER)
    mark: str = said("Protective mark on papers")
    colour: str = said("Colour of the record", "#2b7396")
    acknowledge_days: int = said("Working days to acknowledge", 0)
    urgent_days: int = said("Working days to answer: urgent", 5)
    important_days: int = said("Working days to answer: important", 10)
    routine_days: int = said("Working days to answer: routine", 20)
    feedback_days: int = said("Working days to give feedback after a visit", 10)
    business_unit: str = said("Business unit: whom to ring")
    rating_scale: str = said("Scale for judgements")
    framework: str = said("Framework for judgements")
    is_sample: bool = said("This is the demonstration", False)

    def problems(self) -> list[Problem]:
        """Also: the letters must fit a reference, and clocks count forwards."""
        found = super().problems()
        for clock in ("acknowledge_days", "urgent_days", "important_days", "routine_days", "feedback_days"):
            if not 0 <= getattr(self, clock) <= 366:
                found.append(Problem(clock, "Count from 0 to 366 working days; 0 switches the clock off."))
        if not re.fullmatch(r"[A-Z0-9]{2,8}", self.short_code):
            found.append(Problem("short_code", "Use two to eight capital letters or digits, such as EX."))
        return found


@dataclass(frozen=True, kw_only=True)
class Scrutineer(Entity):
    """A person who scrutinises; when there are several, one is chosen at unlock."""

    name: str = said("Name", required=True)
    title: str = said("Title", "Independent Scrutineer")
    starts_on: date | None = said("From", None)
    ends_on: date | None = said("Until", None)

    def problems(self) -> list[Problem]:
        """Also: the end may not lie before the beginning."""
        return super().problems() + in_order(self.starts_on, self.ends_on)


@dataclass(frozen=True, kw_only=True)
class Appointment(Entity):
    """The terms on which a scrutineer serves."""

    scrutineer_id: str | None = link("Scrutineer", "scrutineer")
    starts_on: date | None = said("From", None)
    ends_on: date | None = said("Until", None)
    days_per_year: float = said("Days a year", 20.0)
    independence: str = narrative("Statement of independence")
    conflicts: str = narrative("Conflicts of interest and how they are handled")

    def problems(self) -> list[Problem]:
        """Also: the end may not lie before the beginning; a year has no more days than it has."""
        found = super().problems() + in_order(self.starts_on, self.ends_on)
        if not 0 <= self.days_per_year <= 366:
            found.append(Problem("days_per_year", "Give the days a year, from 0 to 366."))
        return found


@dataclass(frozen=True, kw_only=True)
class ReportingPeriod(Entity):
    """A span that papers report on; its label sorts, like `2026-27-Q2`, and people read `words`."""

    label: str = said("Label", required=True)
    kind: PeriodKind = said("How long", PeriodKind.QUARTER)
    starts_on: date | None = said("From", None, required=True)
    ends_on: date | None = said("Until", None, required=True)

    @property
    def words(self) -> str:
        """`2026–27, quarter 2`, as it is said on screens and in papers."""
        return quarter_in_words(self.label)

    def problems(self) -> list[Problem]:
        """Also: the end may not lie before the beginning."""
        return super().problems() + in_order(self.starts_on, self.ends_on)


@dataclass(frozen=True, kw_only=True)
class ClosedDays(Entity):
    """Days on which the partnership's own offices are closed, first and last included."""

    starts_on: date | None = said("First day", None, required=True)
    ends_on: date | None = said("Last day", None, required=True)
    reason: str = said("Why")

    def problems(self) -> list[Problem]:
        """Also: in order, and no longer than a year."""
        found = super().problems() + in_order(self.starts_on, self.ends_on)
        if self.starts_on and self.ends_on and (self.ends_on - self.starts_on).days > 366:
            found.append(Problem("ends_on", "Closed days may not last longer than a year."))
        return found

    def days(self) -> frozenset[date]:
        """Every day of the span."""
        if not self.starts_on or not self.ends_on:
            return frozenset()
        length = (self.ends_on - self.starts_on).days + 1
        return frozenset(self.starts_on + timedelta(days=n) for n in range(length))


@dataclass(frozen=True, kw_only=True)
class Agency(Entity):
    """An agency, or a service or team within one (`parent_id`)."""

    name: str = said("Name", required=True)
    short_name: str = said("Short name")
    kind: AgencyKind = said("Kind", AgencyKind.OTHER)
    status: PartnerStatus = said("Standing", PartnerStatus.RELEVANT)
    parent_id: str | None = link("Service within", "agency")
    starts_on: date | None = said("From", None)
    ends_on: date | None = said("Until", None)
    note: str = narrative("Note")

    @property
    def called(self) -> str:
        """The name that lists use."""
        return self.short_name or self.name

    def problems(self) -> list[Problem]:
        """Also: nothing is a service within itself; the end may not lie before the beginning."""
        found = super().problems() + in_order(self.starts_on, self.ends_on)
        if self.parent_id == self.id:
            found.append(Problem("parent_id", "An agency cannot be a service within itself."))
        return found


@dataclass(frozen=True, kw_only=True)
class AgencyGroup(Entity):
    """Agencies that may be addressed as one, such as the districts or the schools."""

    name: str = said("Name", required=True)
    short_name: str = said("Short name")
    agency_ids: tuple[str, ...] = link("Members", "agency", ())
    lead_id: str | None = link("Answers for the group", "agency")

    @property
    def called(self) -> str:
        """The name that lists use."""
        return self.short_name or self.name

    def problems(self) -> list[Problem]:
        """Also: whoever answers for the group belongs to it."""
        found = super().problems()
        if self.lead_id and self.lead_id not in self.agency_ids:
            found.append(Problem("lead_id", "Whoever answers for the group must be one of its members."))
        return found


@dataclass(frozen=True, kw_only=True)
class AgencySuccession(Entity):
    """One agency followed another on a day; the record of the first stays as it was."""

    predecessor_id: str | None = link("Before", "agency")
    successor_id: str | None = link("After", "agency")
    how: Change = said("What happened", Change.RENAMED)
    changed_on: date | None = said("On", None)

    def problems(self) -> list[Problem]:
        """Also: both agencies, and two different ones."""
        found = super().problems()
        if not self.predecessor_id or not self.successor_id or self.predecessor_id == self.successor_id:
            found.append(Problem("successor_id", "Choose two different agencies: before and after."))
        return found


@dataclass(frozen=True, kw_only=True)
class Contact(Entity):
    """A professional whom one writes to or rings, in their role."""

    agency_id: str | None = link("Agency", "agency")
    name: str = said("Name", required=True)
    role: str = said("Role")
    is_lsp: bool = said("Lead safeguarding partner", False)
    is_dsp: bool = said("Delegated safeguarding partner", False)
    email: str = said("Work e-mail")
    phone: str = said("Telephone")
    starts_on: date | None = said("From", None)
    ends_on: date | None = said("Until", None)
    note: str = narrative("Note")

    def problems(self) -> list[Problem]:
        """Also: the end may not lie before the beginning."""
        return super().problems() + in_order(self.starts_on, self.ends_on)


@dataclass(frozen=True, kw_only=True)
class Body(Entity):
    """A board or group of the partnership: it meets, receives papers, and may be put a challenge."""

    name: str = said("Name", required=True)
    short_name: str = said("Short name")
    note: str = narrative("Note")

    @property
    def called(self) -> str:
        """The name that lists use."""
        return self.short_name or self.name


@dataclass(frozen=True, kw_only=True)
class Meeting(Entity):
    """One meeting of a body, and the day by which papers must be in."""

    body_id: str | None = link("Body", "body")
    held_on: date | None = said("On", None, required=True)
    papers_due_on: date | None = said("Papers due", None)
    place: str = said("Where")
    minute_ref: str = said("Minute reference")
    note: str = narrative("Note")

    def problems(self) -> list[Problem]:
        """Also: papers are due before the meeting."""
        found = super().problems()
        if self.held_on and self.papers_due_on and self.papers_due_on > self.held_on:
            found.append(Problem("papers_due_on", "The papers deadline lies after the meeting."))
        return found


def in_order(starts_on: date | None, ends_on: date | None) -> list[Problem]:
    """A problem when an end lies before its beginning."""
    if starts_on and ends_on and ends_on < starts_on:
        return [Problem("ends_on", "The end lies before the beginning.")]
    return []
