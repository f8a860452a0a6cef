"""“You said, we asked, they did”: over which time or of which activity, then a Word file of one side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import Entity, link, said
from scrutineer.domain.told_figures import YouSaid
from scrutineer.reports import you_said
from scrutineer.reports.word import to_word
from scrutineer.ui import exporting
from scrutineer.ui.exporting import WORD
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.form import Form

_QUESTION = "One side for those who were heard: voices whose day is kept, and their words only where leave was given."
_YEAR = timedelta(days=365)


@dataclass(frozen=True, kw_only=True)
class Writing(Entity):
    """What the sheet asks; it is never stored."""

    activity_id: str | None = link("Only what was heard at", "activity")
    starts_on: date | None = said("Heard from", None)
    ends_on: date | None = said("Heard until", None)


def ask(tools: Tools, parent: QWidget, activity_id: str) -> str:
    """Ask for the time or the activity, and where to write the page."""
    register = tools.register
    with_voices = {one.activity_id for one in register.findings.all(id=[
        voice.finding_id or "" for voice in register.voices.all()
    ])}  # fmt: skip
    held = [one for one in reversed(register.activities.all()) if one.id in with_voices]
    activities = ChoiceField([Option(one.id, f"{one.title}, {short_date(one.held_on)}") for one in held])
    form = Form(Writing, [("activity_id", activities), "", "starts_on", "ends_on"], tools.desk)
    today = register.today()
    form.load(Writing(activity_id=activity_id or None, starts_on=today - _YEAR, ends_on=today))
    written: list[YouSaid] = []

    def freeze() -> None:
        values = form.values()
        activity = register.activities.find(values["activity_id"])
        written.append(register.figures.you_said(values["starts_on"], values["ends_on"], activity))

    def arrange() -> None:
        for name in ("starts_on", "ends_on"):
            form.show_field(name, not activities.value())

    shown = sheet(tools, parent, you_said.TITLE, _QUESTION, form, freeze, save_words="Write it…")
    activities.edited.connect(arrange)
    arrange()
    if shown.ask():
        name = exporting.dated(tools, f"{you_said.TITLE.lower()}.docx")
        exporting.ask(tools, "Write the page", name, WORD, lambda: to_word(you_said.document(written[-1])))
    return ""
