"""“Can it be confirmed?”: the state of one statutory item, since when, in words, and what shows it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from PySide6.QtWidgets import QWidget

from scrutineer.domain.assurance import Confirmation
from scrutineer.domain.organisation import ReportingPeriod
from scrutineer.domain.text import opening
from scrutineer.ui.assurance import sources
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form

_LONGEST = 90      # characters of the item, in the sheet's title


@dataclass(frozen=True, kw_only=True)
class Confirming(Confirmation):
    """What the sheet asks: a confirmation and what shows it. It is never stored as such."""

    shown_by: dict[str, str] = field(default_factory=dict, metadata={"label": "What shows it"})

    @property
    def confirmation(self) -> Confirmation:
        """The confirmation alone."""
        return Confirmation(**{spec.name: getattr(self, spec.name) for spec in fields(Confirmation)})


def ask(tools: Tools, parent: QWidget, period: ReportingPeriod, ref: str) -> str:
    """Ask whether the item with this reference could be confirmed in a period."""
    confirmations = tools.register.confirmations
    known, last = confirmations.begin(period, ref), confirmations.before(period).get(ref)
    began = Confirming(
        **{spec.name: getattr(known, spec.name) for spec in fields(Confirmation)},
        shown_by=sources.of(tools, known.id if known.created_at else last.id if last else None),
    )
    form = Form(
        Confirming, ["state", "confirmed_on", "text", ("shown_by", sources.field(tools, began.shown_by))], tools.desk,
        privacy=True, preview=False,
    )  # fmt: skip
    form.load(began)

    def save() -> None:
        typed = form.replace(began)
        confirmations.confirm(typed.confirmation, typed.shown_by)

    title = opening(known.about, _LONGEST)
    shown = sheet(
        tools, parent, title, f"Can it be confirmed for {period.words}?", form, save, draft=f"confirm:{period.id}:{ref}"
    )
    if not shown.ask():
        return ""
    return f"{title}: {confirmations.standing(period.id)[ref].state.label.lower()}."
