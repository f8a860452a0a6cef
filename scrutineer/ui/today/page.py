"""Today: Monday morning in one look. Six cards; good news has the same room as what needs me.

It shows what the register worked out, and asks the window for records and deeds.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QEvent, QLocale, Qt

from scrutineer.domain.records import BY_KIND
from scrutineer.register.desk import Changed
from scrutineer.register.today.rows import HEADINGS, Rows
from scrutineer.ui.screen import Screen
from scrutineer.ui.today import rows
from scrutineer.ui.today.find_box import FindBox
from scrutineer.ui.widgets.card import Card, CardRow, Cards
from scrutineer.ui.widgets.parts import button

_GOOD_NEWS = "strengths, changes seen, feedback, thanks"


class TodayScreen(Screen):
    """What needs me, what is worth passing on, who owes an answer, what comes next, what hangs loose."""

    title = "Today"
    question = "What needs me, and what is worth passing on?"
    shows = frozenset(BY_KIND)

    def build(self) -> None:
        """A place to find things, one button, six cards."""
        self._day = self.register.today()
        self._read: dict[str, Rows] = {}
        find = FindBox()
        find.wanted.connect(lambda words: self.wanted.emit("find", words), Qt.ConnectionType.QueuedConnection)
        note = button("Note what I saw", "note", primary=True)
        note.clicked.connect(lambda: self.wanted.emit("note", ""))
        self.add_to_header(find)
        self.add_to_header(note)
        self._cards = {code: Card(*heading) for code, heading in HEADINGS.items()}
        self._most = dict.fromkeys(self._cards, rows.MOST)
        self._several = button("Several…", "several", small=True)
        self._several.setAccessibleName("Several at once: note a chase, move the date, or record one reply")
        self._several.clicked.connect(lambda: self.wanted.emit("several", ""), Qt.ConnectionType.QueuedConnection)
        self._cards["awaited"].add_to_head(self._several)
        for code, card in self._cards.items():
            # Queued: a deed may refresh the card while the row that asked for it is still busy.
            card.opened.connect(partial(self._open, code), Qt.ConnectionType.QueuedConnection)
            card.acted.connect(self._act, Qt.ConnectionType.QueuedConnection)
        self.add(Cards(list(self._cards.values())), 1, to_edge=True)

    def note_change(self, changed: Changed) -> None:
        """Something was written: if the page is seen, the cards that it concerns are read again."""
        if self.isVisible() and not self._is_stale and self._day == self.register.today():
            self._show(self.register.today_cards(changed.kinds))
        else:
            super().note_change(changed)

    def refresh(self, _ids: frozenset[str]) -> None:
        """Read the whole page."""
        self._day = self.register.today()
        self.ask(f"{_in_full(self._day)}. {self.question}")
        self._show(self.register.today_page()._asdict())

    def _show(self, read: Mapping[str, Rows]) -> None:
        """Show what was read; what was not stays as it is."""
        for code, found in read.items():
            self._read[code] = found
            shown = rows.shown(found, by_day=code == "fortnight", most=self._most[code])
            if code == "needs_me":
                shown = [*self._first_steps(), *shown]
            self._cards[code].show_rows(shown, self._aside(code, found))
        if "awaited" in read:
            self._several.setVisible(len(read["awaited"]) > 1)

    def _aside(self, code: str, found: Rows) -> str:
        """The soft words beside a title: how many hang loose, how many days looking again takes."""
        if code == "loose_ends":
            return f"{len(found):,}" if found else ""
        return _GOOD_NEWS if code == "worth_passing_on" else found.aside

    def _first_steps(self) -> list[CardRow]:
        is_begun = self.register.is_begun
        return rows.first_steps(has_agencies=is_begun("agency"), has_activities=is_begun("activity"))

    def open(self, kind: str, id_: str) -> None:
        """A promise is read and changed on a sheet of its own."""
        if kind == "undertaking":
            self.wanted.emit("promise", id_)

    def changeEvent(self, event: QEvent) -> None:
        """The window may have been left open overnight: today is another day then."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and self._day != self.register.today():
            self.refresh(frozenset())

    def _open(self, code: str, kind: str, id_: str) -> None:
        if kind == rows.FOLD:
            self._most[code] = rows.MOST if id_ == rows.LESS else self._most[code] + rows.FURTHER
            self._show({code: self._read[code]})
        else:
            self.open_requested.emit(kind, id_)

    def _act(self, code: str, kind: str, id_: str) -> None:
        if code == rows.OPEN:
            self.open_requested.emit(kind, id_)
        else:
            self.wanted.emit(code, id_)


def _in_full(day: date) -> str:
    """`Monday 23 November 2026`."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy")
