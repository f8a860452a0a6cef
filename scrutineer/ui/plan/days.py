"""My time: noted with one number, mended, and written as the statement that goes with the invoice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from scrutineer.domain.dates import quarter_of, short_date
from scrutineer.domain.days import TITLE, DaysStatement
from scrutineer.domain.entity import Entity, said
from scrutineer.domain.plan import TimeEntry
from scrutineer.domain.reference import short
from scrutineer.domain.year import in_days
from scrutineer.reports import days_statement
from scrutineer.reports.word import to_word
from scrutineer.ui import exporting, sheets
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import Option
from scrutineer.ui.widgets.form import Form

_FIELDS = ("days", "what", "spent_on", "activity_id")


def note(tools: Tools, parent: QWidget, id_: str = "") -> str:
    """Note time spent, for the activity with this id or for none; the number is all that must be typed."""
    register = tools.register
    activity = register.activities.find(id_)
    entry = TimeEntry(spent_on=register.today(), activity_id=activity.id if activity else None)
    form = _form(tools, entry)
    kept: list[TimeEntry] = []

    def save() -> None:
        typed = form.replace(entry)
        kept.append(register.time.note(typed.days, typed.what, typed.spent_on, typed.activity_id))

    shown = sheets.sheet(tools, parent, "Note time spent", "How many days, in halves?", form, save,
                         save_words="Note it", draft=f"time_entry:{id_ or 'new'}")  # fmt: skip
    if not shown.ask():
        return ""
    days = in_days(kept[-1].days)
    return f"{days[:1].upper()}{days[1:]} noted for {short_date(kept[-1].spent_on)}."


def edit(tools: Tools, parent: QWidget, id_: str) -> str:
    """Change what was noted."""
    time = tools.register.time
    entry = time.get(id_)
    form = _form(tools, entry)
    shown = sheets.sheet(tools, parent, "Edit this time", "How many days, in halves?", form,
                         lambda: time.save(form.replace(time.get(id_))), draft=f"time_entry:{id_}")  # fmt: skip
    return "Saved." if shown.ask() else ""


def _form(tools: Tools, entry: TimeEntry) -> Form:
    form = Form(TimeEntry, _FIELDS, tools.desk, preview=False)
    latest = sorted(tools.register.activities.all(), key=lambda one: one.held_on or date.min, reverse=True)
    sheets.offer(form, "activity_id", [Option(one.id, f"{short(one.reference)} {one.title}") for one in latest])
    form.load(entry)
    return form


@dataclass(frozen=True, kw_only=True)
class _Span(Entity):
    """From when to when; what is kept is a file."""

    starts_on: date | None = said("From", None)
    ends_on: date | None = said("To", None)


def statement(tools: Tools, parent: QWidget, _id: str = "") -> str:
    """Ask for a span, and where to write the statement of days over it; this quarter is proposed."""
    register = tools.register
    span = _Span(starts_on=quarter_of(register.today()).starts_on, ends_on=register.today())
    form = Form(_Span, ["starts_on", "ends_on"], tools.desk)
    form.load(span)
    made: list[DaysStatement] = []

    def save() -> None:
        typed = form.replace(span)
        made.append(register.time.statement(typed.starts_on, typed.ends_on, register.figures.masthead()))

    shown = sheets.sheet(tools, parent, TITLE, "Which days does the invoice cover?", form, save,
                         save_words="Write it in Word")  # fmt: skip
    if shown.ask():
        name = exporting.dated(tools, f"{TITLE.lower()}.docx")
        exporting.ask(tools, TITLE, name, exporting.WORD,
                      lambda: to_word(days_statement.document(made[-1])))  # fmt: skip
    return ""
