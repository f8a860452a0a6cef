"""The further life of what works: passed on to whoever could use it, and thanks to those who do it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from scrutineer.domain.text import opening
from scrutineer.reports.markdown import plain
from scrutineer.ui import sheets
from scrutineer.ui.activities.form import finding_form
from scrutineer.ui.tools import Tools

_LONGEST = 200


def ask(tools: Tools, parent: QWidget, id_: str) -> str:
    """Pass on the finding with this id: to whom, and when."""
    register = tools.register
    finding = register.findings.get(id_)
    offered = replace(
        finding, passed_on_to=finding.passed_on_to or finding.who_could_use,
        passed_on_on=finding.passed_on_on or register.today(),
    )
    form = finding_form(tools, offered, ("passed_on_to", "passed_on_on"))

    def save() -> None:
        values = form.values()
        register.findings.pass_on(id_, values["passed_on_to"], values["passed_on_on"])

    sheet = sheets.sheet(
        tools, parent, "Pass on", opening(plain(finding.text), _LONGEST), form, save,
        save_words="Passed on", draft=f"pass_on:{id_}",
    )
    return f"Passed on to {register.findings.get(id_).passed_on_to}." if sheet.ask() else ""


def thank(tools: Tools, parent: QWidget, id_: str) -> str:
    """Note that the people of the finding with this id were thanked."""
    register = tools.register
    finding = register.findings.get(id_)
    names = register.desk.names()
    whom = ", ".join(names[one] for one in finding.agency_ids if one in names) or "them"
    form = finding_form(tools, replace(finding, thanked_on=finding.thanked_on or register.today()), ("thanked_on",))
    sheet = sheets.sheet(
        tools, parent, f"Thank {whom}", opening(plain(finding.text), _LONGEST), form,
        lambda: register.findings.thank(id_, form.values()["thanked_on"]), save_words="Thanked", draft=f"thank:{id_}",
    )
    return f"Thanks to {whom} noted." if sheet.ask() else ""
