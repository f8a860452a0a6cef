"""“Taken up by…”: who does now what was seen to work elsewhere, since when, and what shows it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from PySide6.QtWidgets import QWidget

from scrutineer.domain.learning import Adoption
from scrutineer.register.learning import by_whom
from scrutineer.ui import sheets
from scrutineer.ui.evidence.linking import sources
from scrutineer.ui.evidence.picking import PickField
from scrutineer.ui.learning.words import words_over
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form

_FIELDS = ("agency_id", "elsewhere", "adopted_on", "text")
_NOTHING = "Nothing that could show it is in the record yet; it can be linked later."


@dataclass(frozen=True, kw_only=True)
class TakingUp(Adoption):
    """What the sheet asks: who took it up, and what shows it. It is never stored as such."""

    shown_by: dict[str, str] = field(default_factory=dict, metadata={"label": "What shows it"})

    @property
    def adoption(self) -> Adoption:
        """The adoption alone."""
        return Adoption(**{spec.name: getattr(self, spec.name) for spec in fields(Adoption)})


def ask(tools: Tools, parent: QWidget, finding_id: str) -> str:
    """Note that somebody took up the finding with this id."""
    register = tools.register
    finding = register.findings.get(finding_id)
    begun = Adoption(finding_id=finding.id, adopted_on=register.today())
    return _asked(tools, parent, begun, finding.text, f"adopt:{finding_id}")


def change(tools: Tools, parent: QWidget, adoption_id: str) -> str:
    """Change what is noted of somebody who took one up, or link more that shows it."""
    adoption = tools.register.adoptions.get(adoption_id)
    text = tools.register.findings.get(adoption.finding_id).text
    return _asked(tools, parent, adoption, text, f"adoption:{adoption_id}")


def _asked(tools: Tools, parent: QWidget, adoption: Adoption, text: str, draft: str) -> str:
    register = tools.register
    begun = TakingUp(**{spec.name: getattr(adoption, spec.name) for spec in fields(Adoption)})
    offered = [one for one in sources(tools, adoption) if one.id != adoption.finding_id]      # it cannot show itself
    picks = PickField(offered, _NOTHING)
    form = Form(TakingUp, [*_FIELDS, ("shown_by", picks)], tools.desk, privacy=True, preview=False)
    sheets.offer(form, "agency_id", sheets.agencies(tools))
    form.load(begun)
    saved: list[Adoption] = []

    def save() -> None:
        typed = form.replace(begun)
        shown_by = [register.evidence.linked(one) for one in typed.shown_by]
        saved.append(register.adoptions.adopt(typed.adoption, shown_by))

    sheet = sheets.sheet(
        tools, parent, "Taken up by…", words_over(text), form, save, save_words="Taken up", draft=draft
    )
    return f"Taken up by {by_whom(saved[0], register.desk.names())}." if sheet.ask() else ""
