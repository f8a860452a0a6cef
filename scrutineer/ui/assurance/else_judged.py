"""“Judge something else”: any item of another framework, a priority or an agency; offered, never expected."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from scrutineer.domain.entity import Entity, said
from scrutineer.domain.errors import Invalid
from scrutineer.domain.organisation import ReportingPeriod
from scrutineer.ui.assurance import judge
from scrutineer.ui.assurance.columns import place_of
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.form import Form


@dataclass(frozen=True, kw_only=True)
class SomethingElse(Entity):
    """What the sheet asks; it is never stored."""

    subject: str = said("What", required=True)


def ask(tools: Tools, parent: QWidget, period: ReportingPeriod) -> str:
    """Choose what, then give my view of it."""
    found = sorted(tools.register.judging.offered(period), key=lambda one: place_of(*one))
    offered = {":".join(subject): (subject, words) for subject, words in found}
    choice = ChoiceField([Option(id_, words) for id_, (_, words) in offered.items()])
    form = Form(SomethingElse, [("subject", choice)], tools.desk)
    form.load(SomethingElse(subject=""))

    def save() -> None:
        chosen = form.replace(SomethingElse(subject=""))
        if problems := chosen.problems():
            raise Invalid(problems)

    shown = sheet(
        tools, parent, "Judge something else", "Another framework’s item, a priority or an agency?", form, save,
        save_words="Give my view",
    )  # fmt: skip
    if not shown.ask():
        return ""
    return judge.ask(tools, parent, period, offered[choice.value()][0])
