"""The plan of a year: priorities, what is planned, what was agreed when, and where my days go."""

from __future__ import annotations

from scrutineer.domain.plan import PlanItem, PlanVersion, Priority, TimeEntry
from scrutineer.register.desk import Records


class Priorities(Records[Priority]):
    """What the Partnership has set itself to make better."""

    cls = Priority


class PlanItems(Records[PlanItem]):
    """What is planned to be looked at."""

    cls = PlanItem


class PlanVersions(Records[PlanVersion]):
    """Plans as they were agreed."""

    cls = PlanVersion


class Time(Records[TimeEntry]):
    """Days of mine beside those of activities."""

    cls = TimeEntry
