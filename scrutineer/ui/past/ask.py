"""“See the record as it stood on…”: asks for the day, rebuilds the record beside the window, and shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from scrutineer.domain.dates import long_date
from scrutineer.domain.entity import Entity, said
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.ui.main_window import MainWindow
from scrutineer.ui.past.day import DayField, begun_on, offers
from scrutineer.ui.past.window import PastWindow
from scrutineer.ui.safekeeping.borrowing import borrow
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form

TITLE = "See the record as it stood on…"
_QUESTION = (
    "It is shown as it was at the end of that day, to be read and not changed: what a paper issued then could say."
)


@dataclass(frozen=True, kw_only=True)
class Going(Entity):
    """What the sheet asks; it is never stored as such."""

    on: date | None = said("The end of which day?", None)


def ask(tools: Tools, parent: QWidget, _id: str = "") -> str:
    """Ask for a day, and show the record as it stood then in the place of the window that `parent` is in."""
    day = _day(tools, parent)
    window = parent.window()
    if day and isinstance(window, MainWindow):
        go_back = tools.register.as_at
        borrow(
            tools, parent, f"Going back to {long_date(day)}", lambda progress: go_back(day, progress),
            lambda past: PastWindow.show_in_place_of(window, past),
        )  # fmt: skip
    return ""


def _day(tools: Tools, parent: QWidget) -> date | None:
    """The day, asked on a sheet that has the likeliest in it; None when it was left."""
    register = tools.register
    begun, offered = begun_on(register), offers(register)
    field = DayField(tools.desk, offered)
    form = Form(Going, [("on", field)], tools.desk)
    form.load(Going(on=offered[0].day if offered else None))

    def check() -> None:
        day = form.values()["on"]
        if day is None:
            raise Invalid([Problem("on", "Give a day, such as 31 Mar 2026.")])
        if day > register.today():
            raise Invalid([Problem("on", "That day has not come yet.")])
        if day < begun:
            raise Invalid([Problem("on", f"The record was begun on {long_date(begun)}; it held nothing before.")])

    asked = sheet(tools, parent, TITLE, _QUESTION, form, check, save_words="See it")
    field.chosen.connect(asked.save)
    return form.values()["on"] if asked.ask() else None
