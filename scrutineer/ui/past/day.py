"""Which past day: a date as it is typed everywhere, and the days that are asked for most, each with one key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from scrutineer.domain.dates import quarter_of, short_date
from scrutineer.register.register import Register
from scrutineer.ui.theme import SMALL, TINY
from scrutineer.ui.widgets.date_field import DateField
from scrutineer.ui.widgets.field import Desk
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.words import Words

_QUARTERS = 4


class Offer(NamedTuple):
    """A day, and what it is."""

    day: date
    words: str


def begun_on(register: Register) -> date:
    """The first day of the record, before which there is nothing to see."""
    made = register.partnership.created_at
    return made.astimezone().date() if made else register.today()


def offers(register: Register) -> list[Offer]:
    """The day of the last paper issued, and the ends of the last quarters, as far back as the record goes."""
    found: dict[date, str] = {}
    for offer in (*_of_papers(register), *_of_quarters(register.today())):
        if begun_on(register) <= offer.day < register.today():
            found.setdefault(offer.day, offer.words)
    return [Offer(day, words) for day, words in found.items()]


def _of_papers(register: Register) -> list[Offer]:
    issued = [line.issued_on for line in register.papers.lines() if line.issued_on]
    return [Offer(max(issued), "last paper issued")] if issued else []


def _of_quarters(today: date) -> Iterator[Offer]:
    day = today
    for _ in range(_QUARTERS):
        day = quarter_of(day).starts_on - timedelta(days=1)
        yield Offer(day, f"end of {quarter_of(day).words}")


class DayField(QWidget):
    """A date, and beneath it the days on offer; `chosen` when Enter or one of them settles it."""

    edited = Signal()
    chosen = Signal()

    def __init__(self, desk: Desk, offered: Sequence[Offer]) -> None:
        super().__init__()
        self._date = DateField(desk)
        self._date.suggest("31 Mar 2026 or -10")
        self._date.edited.connect(self.edited)
        self.setFocusProxy(self._date)
        row = FlowRow()
        row.add(self._date)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(TINY)
        body.addWidget(row)
        if offered:
            body.addSpacing(SMALL)
            body.addWidget(Words("Or with one key", "label"))
        for number, offer in enumerate(offered, start=1):
            made = button(f"&{number}  {short_date(offer.day)}, {offer.words}", f"offer-{number}", quiet=True)
            made.setAccessibleName(f"{short_date(offer.day)}, {offer.words}")
            made.setToolTip(f"Alt+{number}")
            made.clicked.connect(lambda _checked=False, day=offer.day: self._take(day))
            body.addWidget(made)

    def call(self, name: str, label: str) -> None:
        """Name it; Enter in its line settles it."""
        self._date.call(name, label)
        line = self._date.findChild(QLineEdit, name)
        if isinstance(line, QLineEdit):
            line.returnPressed.connect(self.chosen)

    def value(self) -> Any:
        """The date, or None."""
        return self._date.value()

    def set_value(self, value: Any) -> None:
        """Show a date."""
        self._date.set_value(value)

    def problem(self) -> str:
        """Why what is typed is no date."""
        return self._date.problem()

    def draft(self) -> str:
        """What is typed."""
        return self._date.draft()

    def restore(self, draft: str) -> None:
        """Type it again."""
        self._date.restore(draft)

    def mark(self, sentence: str) -> None:
        """Show that something is wrong."""
        self._date.mark(sentence)

    def _take(self, day: date) -> None:
        self._date.set_value(day)
        self.chosen.emit()
