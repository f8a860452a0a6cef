"""The partnership, its people, agencies and meetings, as a scrutineer keeps them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from scrutineer.domain.dates import iso_date, quarter_of
from scrutineer.domain.lines import AgencyLine
from scrutineer.domain.organisation import (
    Agency,
    AgencyGroup,
    AgencySuccession,
    Appointment,
    Body,
    ClosedDays,
    Contact,
    Meeting,
    Partnership,
    PeriodKind,
    ReportingPeriod,
    Scrutineer,
)
from scrutineer.register.desk import Records
from scrutineer.storage import agency_lines
from scrutineer.storage.agency_lines import Between


class Partnerships(Records[Partnership]):
    """The one partnership whose record this is."""

    cls = Partnership

    def current(self) -> Partnership:
        """The partnership. Raises NotFound when the record was never begun."""
        return self.desk.partnership


class Scrutineers(Records[Scrutineer]):
    """The people who scrutinise."""

    cls = Scrutineer

    def serving(self) -> list[Scrutineer]:
        """Those whose time has begun and not ended; all of them when none serves today."""
        today = self.desk.today()
        everyone = self.all()
        serving = [one for one in everyone if (one.starts_on or today) <= today <= (one.ends_on or today)]
        return serving or everyone


class Appointments(Records[Appointment]):
    """The terms on which they serve."""

    cls = Appointment

    def budget(self, starts_on: date, ends_on: date) -> float:
        """Days of mine that fall into a period, pro rata from the first day, in halves."""
        total = 0.0
        for one in self.all():
            first = max(starts_on, one.starts_on or starts_on)
            last = min(ends_on, one.ends_on or ends_on)
            if first <= last:
                total += one.days_per_year * ((last - first).days + 1) / 365
        return round(total * 2) / 2


class Periods(Records[ReportingPeriod]):
    """The periods that papers report on."""

    cls = ReportingPeriod

    def labelled(self, label: str) -> ReportingPeriod | None:
        """The period with this label, as stored."""
        return next(iter(self.all(label=label)), None)

    def ensure_quarters(self, year_of: date) -> None:
        """See that the four quarters of the financial year in which a day lies are there."""
        quarter = quarter_of(date(year_of.year if year_of.month >= 4 else year_of.year - 1, 4, 1))
        known = {one.label for one in self.all()}
        with self.desk.act() as act:
            for _ in range(4):
                if quarter.label not in known:
                    act.put(ReportingPeriod(
                        label=quarter.label, kind=PeriodKind.QUARTER,
                        starts_on=quarter.starts_on, ends_on=quarter.ends_on,
                    ))
                quarter = quarter_of(quarter.ends_on + timedelta(days=1))


class ClosedDaysKept(Records[ClosedDays]):
    """The partnership's own closed days."""

    cls = ClosedDays


class Agencies(Records[Agency]):
    """The agencies, their services, and what follows whom."""

    cls = Agency

    def current(self) -> list[Agency]:
        """Agencies that exist today, by name; services after the agency they belong to."""
        today = self.desk.today()
        everyone = [one for one in self.all() if (one.ends_on or today) >= today]
        names = {one.id: one.name for one in everyone}

        def place(one: Agency) -> tuple[str, bool, str]:
            return names.get(one.parent_id or one.id, one.name), bool(one.parent_id), one.name

        return sorted(everyone, key=place)

    def add(self, agencies: Iterable[Agency]) -> list[Agency]:
        """Several at once, or none. Raises Invalid."""
        with self.desk.act() as act:
            return [act.put(agency) for agency in agencies]

    def known_as(self, agency: Agency) -> str:
        """`X (formerly Y)`, as papers print it."""
        rows = self.desk.reader.all(AgencySuccession, successor_id=agency.id)
        former = [self.get(row.predecessor_id).called for row in rows]
        return f"{agency.called} (formerly {', '.join(former)})" if former else agency.called

    def lines(self) -> list[AgencyLine]:
        """Every agency with what stands between us, by name."""
        today, names = self.desk.today(), self.desk.names()
        between = agency_lines.between(self.desk.record.database)
        found = []
        for agency in sorted(self.all(), key=lambda one: one.name.casefold()):
            open_challenges, awaited, strengths, seen_on = between.get(agency.id, Between())
            found.append(AgencyLine(
                agency.id, agency.name, agency.short_name, agency.kind, agency.status,
                names.get(agency.parent_id or "", ""), open_challenges, awaited, strengths,
                iso_date(seen_on) if seen_on else None, bool(agency.ends_on and agency.ends_on < today),
            ))
        return found


class Groups(Records[AgencyGroup]):
    """Agencies that are addressed as one."""

    cls = AgencyGroup


class Contacts(Records[Contact]):
    """Whom to write to or ring."""

    cls = Contact


class Bodies(Records[Body]):
    """Boards and groups that meet."""

    cls = Body


class Meetings(Records[Meeting]):
    """Their meetings."""

    cls = Meeting

    def coming(self) -> list[Meeting]:
        """Meetings from today on, the next first."""
        today = self.desk.today()
        return sorted((one for one in self.all() if one.held_on and one.held_on >= today), key=_held)

    def called(self, meeting: Meeting) -> str:
        """The name of the body that meets, to stand beside the date."""
        body = self.desk.reader.find(Body, meeting.body_id)
        return body.name if body else "Meeting"


def _held(meeting: Meeting) -> date:
    return meeting.held_on or date.max
