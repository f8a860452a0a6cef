"""Day one: the three statutory safeguarding partners on one sheet, so that there is somebody to write about."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from scrutineer.domain.entity import Entity, said
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.organisation import Agency, AgencyKind, PartnerStatus
from scrutineer.domain.text import counted
from scrutineer.ui import sheets
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form


@dataclass(frozen=True, kw_only=True)
class _Partners(Entity):
    """The sheet's own fields; what is kept are three agencies."""

    local_authority: str = said("Local authority: its name")
    local_authority_short: str = said("Local authority: short name for lists", "LA")
    police: str = said("Police: the name of the force")
    police_short: str = said("Police: short name for lists", "Police")
    icb: str = said("Integrated care board: its name")
    icb_short: str = said("Integrated care board: short name for lists", "ICB")

    def agencies(self) -> list[Agency]:
        """Those that were named."""
        named = (
            (AgencyKind.LOCAL_AUTHORITY, self.local_authority, self.local_authority_short),
            (AgencyKind.POLICE, self.police, self.police_short),
            (AgencyKind.ICB, self.icb, self.icb_short),
        )
        return [
            Agency(name=name, short_name=short, kind=kind, status=PartnerStatus.STATUTORY)
            for kind, name, short in named if name.strip()
        ]


def ask(tools: Tools, parent: QWidget, _id: str = "") -> str:
    """Add those of the three partners that are named."""
    form = Form(_Partners, list(_Partners.__annotations__), tools.desk)
    form.load(_Partners())
    added: list[Agency] = []

    def save() -> None:
        agencies = form.replace(_Partners()).agencies()
        if not agencies:
            raise Invalid([Problem("local_authority", "Name at least one of the three.")])
        added.extend(tools.register.agencies.add(agencies))

    sheet = sheets.sheet(
        tools, parent, "The three statutory partners", "What are they called here?", form, save,
        save_words="Add them", draft="agency:partners",
    )
    if not sheet.ask():
        return ""
    return f"{counted(len(added), 'agency', 'agencies')} added. Next: a person to write to in each, or what you saw."
