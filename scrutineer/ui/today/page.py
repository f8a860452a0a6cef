"""Today: Monday morning in one look. Four cards; good news has the same room as what needs me.

It shows what the register worked out, and asks the window for records and deeds.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QEvent, QLocale, Qt

from scrutineer.domain.records import BY_KIND
from scrutineer.register.today import Row
from scrutineer.ui.screen import Screen
from scrutineer.ui.today import rows
from scrutineer.ui.today.find_box import FindBox
from scrutineer.ui.widgets.card import Card, CardRow, Cards
from scrutineer.ui.widgets.parts import button


class TodayScreen(Screen):
    """What needs me, what is worth passing on, who owes an answer, what comes next."""

    title = "Today"
    question = "What needs me, and what is worth passing on?"
    shows = frozenset(BY_KIND)

    def build(self) -> None:
        """A place to find things, one button, four cards."""
        self._day = self.register.today()
        self._unfolded: set[Card] = set()
        find = FindBox()
        find.wanted.connect(lambda words: self.wanted.emit("find", words), Qt.ConnectionType.QueuedConnection)
        note = button("Note what I saw", "note", primary=True)
        note.clicked.connect(lambda: self.wanted.emit("note", ""))
        self.add_to_header(find)
        self.add_to_header(note)
        self._needs_me = Card(
            "What needs me", "Nothing waits for you. Answers to judge, changes to test and your promises come here.",
        )
        self._good = Card(
            "Worth passing on", "Strengths you note, changes you see and feedback you owe wait here to be passed on.",
        )
        self._awaited = Card(
            "Answers awaited", "Nobody owes you an answer. Challenges you put stand here until they are answered.",
        )
        self._fortnight = Card(
            "My next fortnight", "Nothing is planned for fourteen days. Visits, meetings and papers due come here.",
        )
        cards = [self._needs_me, self._good, self._awaited, self._fortnight]
        for card in cards:
            # Queued: a deed may refresh the card while the row that asked for it is still busy.
            card.opened.connect(partial(self._open, card), Qt.ConnectionType.QueuedConnection)
            card.acted.connect(self._act, Qt.ConnectionType.QueuedConnection)
        self.add(Cards(cards), 1, to_edge=True)

    def refresh(self, _ids: frozenset[str]) -> None:
        """Read the whole page: one change moves several cards."""
        self._day = self.register.today()
        page = self.register.today_page()
        self.ask(f"{_in_full(self._day)}. {self.question}")
        steps = rows.first_steps(
            has_agencies=bool(self.register.agencies.all()), has_activities=bool(self.register.activities.all())
        )
        self._needs_me.show_rows([*steps, *self._shown(self._needs_me, page.needs_me)])
        good = self._shown(self._good, page.worth_passing_on)
        self._good.show_rows(good, "strengths, changes seen, feedback, thanks")
        self._awaited.show_rows(self._shown(self._awaited, page.awaited))
        self._fortnight.show_rows(rows.shown(page.fortnight, by_day=True, unfolded=self._fortnight in self._unfolded))

    def _shown(self, card: Card, found: Sequence[Row]) -> list[CardRow]:
        return rows.shown(found, unfolded=card in self._unfolded)

    def open(self, kind: str, id_: str) -> None:
        """A promise is read and changed on a sheet of its own."""
        if kind == "undertaking":
            self.wanted.emit("promise", id_)

    def changeEvent(self, event: QEvent) -> None:
        """The window may have been left open overnight: today is another day then."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and self._day != self.register.today():
            self.refresh(frozenset())

    def _open(self, card: Card, kind: str, id_: str) -> None:
        if kind == rows.FOLD:
            self._unfolded ^= {card}
            self.refresh(frozenset())
        else:
            self.open_requested.emit(kind, id_)

    def _act(self, code: str, _kind: str, id_: str) -> None:
        self.wanted.emit(code, id_)


def _in_full(day: date) -> str:
    """`Monday 23 November 2026`."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy")
