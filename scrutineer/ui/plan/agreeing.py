"""The plan is agreed: on a day, by whom; what it said then is kept, and what has changed since is told."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scrutineer.domain.dates import short_date
from scrutineer.domain.plan import PlanVersion
from scrutineer.domain.year import Year, year_of
from scrutineer.ui import sheets
from scrutineer.ui.plan.columns import called
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.form import Asked, Form
from scrutineer.ui.widgets.words import Words


def ask(tools: Tools, parent: QWidget, _id: str = "") -> str:
    """Note that the plan was agreed as it stands."""
    register = tools.register
    versions, year = register.plan_versions, year_of(register.today())
    options = [Option(str(one.begins_in), one.label) for one in (year, year.next)]
    blank = PlanVersion(year=year.begins_in, agreed_on=register.today())
    changed = Words("", "soft")
    asked: list[Asked] = [
        ("year", ChoiceField(options, optional=False, convert=int)), "agreed_on", "agreed_by",
        changed, "note",
    ]  # fmt: skip
    form = Form(PlanVersion, asked, tools.desk, preview=False)
    form.load(blank)
    made: list[PlanVersion] = []

    def tell() -> None:
        chosen = Year(form.field("year").value())
        changed.say(_told(versions.of_year(chosen), versions.changes(chosen)))

    def save() -> None:
        typed = form.replace(blank)
        made.append(versions.agree(Year(typed.year), typed.agreed_on, typed.agreed_by, typed.note))

    form.field("year").edited.connect(tell)
    tell()
    shown = sheets.sheet(tools, parent, "Agree the plan", "When was it agreed, and by whom?", form, save,
                         save_words="Agree it", draft="plan_version:new")  # fmt: skip
    return f"{called(made[-1])}, is kept as it was agreed on {short_date(made[-1].agreed_on)}." if shown.ask() else ""


def edit(tools: Tools, parent: QWidget, id_: str) -> str:
    """Mend the day, by whom, and what was said of the changes; the plan itself stays as it was agreed."""
    versions = tools.register.plan_versions
    version = versions.get(id_)
    form = Form(PlanVersion, ["agreed_on", "agreed_by", "note"], tools.desk, preview=False)
    form.load(version)
    shown = sheets.sheet(tools, parent, called(version), "When was it agreed, and by whom?", form,
                         lambda: versions.save(form.replace(versions.get(id_))),
                         draft=f"plan_version:{id_}")  # fmt: skip
    return "Saved." if shown.ask() else ""


def _told(agreed: list[PlanVersion], changes: list[str]) -> str:
    if not agreed:
        return "It has not been agreed before."
    since = f"Since version {agreed[-1].version}, agreed on {short_date(agreed[-1].agreed_on)}"
    return f"{since}, nothing has changed." if not changes else "\n".join([f"{since}:", *changes])
