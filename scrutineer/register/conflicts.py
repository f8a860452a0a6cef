"""Independence: conflicts of interest that might be seen in it, and how each is handled."""

from __future__ import annotations

from dataclasses import replace

from scrutineer.domain.assurance import Conflict
from scrutineer.register.desk import Records


class Conflicts(Records[Conflict]):
    """Conflicts of interest, and how they are handled."""

    cls = Conflict

    def save(self, entity: Conflict, why: str = "") -> Conflict:
        """Note a conflict, or how it is handled now; a new one is mine."""
        return super().save(replace(entity, scrutineer_id=entity.scrutineer_id or self.desk.me), why)

    def standing(self, agency_id: str = "") -> list[Conflict]:
        """Those that have not ended, with one agency or with any, the latest first."""
        today = self.desk.today()
        found = self.all(agency_id=agency_id) if agency_id else self.all()
        open_now = [one for one in found if one.ended_on is None or one.ended_on > today]
        return sorted(open_now, key=lambda one: str(one.noted_on), reverse=True)
