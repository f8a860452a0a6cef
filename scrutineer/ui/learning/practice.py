"""“What changed in practice”: what people do otherwise because of a lesson, or of something that works."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from scrutineer.ui import sheets
from scrutineer.ui.activities.form import finding_form
from scrutineer.ui.learning.words import words_over
from scrutineer.ui.tools import Tools


def ask(tools: Tools, parent: QWidget, id_: str) -> str:
    """Note what changed in practice because of the finding with this id."""
    register = tools.register
    finding = register.findings.get(id_)
    form = finding_form(
        tools, replace(finding, practice_changed_on=finding.practice_changed_on or register.today()),
        ("practice_changed", "practice_changed_on"),
    )  # fmt: skip

    def save() -> None:
        typed = form.replace(finding)
        with register.desk.act():
            register.learning.note_practice(id_, typed.practice_changed, form.values()["practice_changed_on"])
            register.findings.save(replace(register.findings.get(id_), private=typed.private))

    sheet = sheets.sheet(
        tools, parent, "What changed in practice", words_over(finding.text), form, save,
        draft=f"practice:{id_}",
    )  # fmt: skip
    return "Noted in the learning log." if sheet.ask() else ""
