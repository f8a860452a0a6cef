"""“Every change”: each old and new value of a record and of all that belongs to it, as a plain list to read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from html import escape
from itertools import groupby

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.domain.dates import month_of, parse_date, short_date
from scrutineer.domain.entity import label_of
from scrutineer.domain.plan import PlanItem
from scrutineer.register.changes import FieldChange
from scrutineer.ui import theme
from scrutineer.ui.theme import MEDIUM
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.prose import Prose
from scrutineer.ui.widgets.sheet import Sheet
from scrutineer.ui.widgets.words import Words, breakable

_NONE = "Nothing was ever written about it."
_MONTH = label_of(PlanItem, "planned_on")
_DAY = re.compile(r"\d\d? \w+ \d{4}")


def ask(tools: Tools, parent: QWidget, id_: str) -> str:
    """Show every change of a record of any kind; nothing is asked."""
    told = tools.register.every_change_of(id_)
    shown = Changes(told.title, told.changes, tools, parent)
    shown.exec()
    shown.deleteLater()
    return ""


class Changes(Sheet):
    """The newest change first."""

    def __init__(
        self, title: str, changes: Sequence[FieldChange], tools: Tools, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Every change")
        page = Prose(tools.ask_to_open)
        page.setObjectName("changes")
        page.setAccessibleName("Every change")
        page.say(_told(changes))
        close = button("Close", "close")
        close.clicked.connect(self.accept)
        body = QVBoxLayout(self)
        body.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        body.setSpacing(MEDIUM)
        body.addWidget(Words(title, "heading"))
        body.addWidget(page, 1)
        foot = FlowRow()
        foot.add(close, at_end=True)
        body.addWidget(foot)

    def sizeHint(self) -> QSize:
        """A page to read."""
        wanted = QSize(theme.characters(self, 84), theme.characters(self, 72))
        over = self.parentWidget()
        return wanted.boundedTo(over.window().size() * 0.94) if over else wanted

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that is there."""
        self.resize(self.sizeHint())
        super().showEvent(event)


def _told(changes: Sequence[FieldChange]) -> str:
    """One heading for what was written of one record at one moment, then its fields in the order of the form."""
    told = []
    for (at, about, who), some in groupby(changes, key=lambda one: (one.at, one.about, one.who)):
        by = f" · {escape(who)}" if who else ""
        told.append(f"<h4>{_moment(at)}{by}<br>{escape(about)}</h4>{''.join(map(_field, [*some][::-1]))}")
    return "".join(told) or f"<p>{_NONE}</p>"


def _moment(at: datetime) -> str:
    local = at.astimezone()
    return f"{short_date(local.date())}, {local:%H:%M}"


def _field(change: FieldChange) -> str:
    old, new = (_of_month(value) if change.label == _MONTH else value for value in (change.old, change.new))
    if old or not new:
        said = [f"<b>{escape(change.label)}</b>", f"before: {_lines(old)}" if old else ""]
        said.append(f"now: {_lines(new)}" if new else "now: nothing")
    else:
        said = [f"<b>{escape(change.label)}</b>: {_lines(new)}"]
    if change.why:
        said.append(f"why: {_lines(change.why)}")
    return f"<p style='margin: 0 0 4px 0'>{'<br>'.join(filter(None, said))}</p>"


def _of_month(text: str) -> str:
    """The month of a day, which is how a month is kept; struck out, it stays as it is."""
    return month_of(parse_date(text, date.min)) if _DAY.fullmatch(text) else text


def _lines(text: str) -> str:
    return escape(breakable(text)).replace("\n", "<br>")
