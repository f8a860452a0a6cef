"""“Give my view”: whether what came in is an answer, and what I think of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.reply import Response
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form


def ask(tools: Tools, parent: QWidget, addressee_id: str) -> str:
    """Ask for my view of a party's last answer."""
    register = tools.register
    part = register.challenges.part(addressee_id)
    name = register.challenges.party_name(part)
    answers = register.challenges.responses(addressee_id)
    if not answers:
        raise Invalid([Problem("text", f"There is no answer of {name} on record yet.")])
    response_id, judged_on = answers[-1].id, answers[-1].judged_on or register.today()
    form = Form(Response, ["quality", "judged_on", "my_view", "short_form"], tools.desk, privacy=True, preview=False)
    form.load(replace(answers[-1], judged_on=judged_on))

    def save() -> None:
        now = replace(register.replies.response(response_id), judged_on=judged_on)
        register.replies.give_view(form.replace(now))

    shown = sheet(
        tools, parent, f"My view: {name}", "Is it an answer, and does it assure you?", form, save,
        draft=f"view:{response_id}",
    )  # fmt: skip
    return f"Your view of the answer from {name} is kept." if shown.ask() else ""
