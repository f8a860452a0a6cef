"""The principles of scrutiny that a partnership has agreed, and the examples of living by them.

Principles are not tags: nothing is classified by them. Once a year each asks for one example.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scrutineer.domain.entity import Entity, link, narrative, said


@dataclass(frozen=True, kw_only=True)
class Principle(Entity):
    """One principle of a version of the set; a new version is a new set of records, the old one stays."""

    title: str = said("Principle", required=True)
    text: str = narrative("What it means here")
    place: int = said("Order", 0)
    version: int = said("Version", 1)
    agreed_on: date | None = said("Agreed on", None)
    agreed_by: str = said("Agreed by")


@dataclass(frozen=True, kw_only=True)
class PrincipleExample(Entity):
    """One example of living by a principle."""

    principle_id: str | None = link("Principle", "principle")
    happened_on: date | None = said("When", None, required=True)
    text: str = narrative("What happened", required=True)
    activity_id: str | None = link("Seen in", "activity")
    scrutineer_id: str | None = link("Whose", "scrutineer")
