"""Today: Monday morning in one look. Six cards; good news has the same room as what needs me.

It shows what the register worked out, and asks the window for records and deeds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from itertools import islice

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, QTimer

from scrutineer.domain.records import BY_KIND
from scrutineer.register.desk import Changed
from scrutineer.register.today.page import concerned
from scrutineer.register.today.rows import HEADINGS, Rows
from scrutineer.ui.reading import AGAIN, WHOLE
from scrutineer.ui.screen import Screen
from scrutineer.ui.today import rows
from scrutineer.ui.today.find_box import FindBox
from scrutineer.ui.widgets.card import Card, Cards
from scrutineer.ui.widgets.card_row import CardRow
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
        self._due: list[str] = []      # the codes of the cards that are still to be read, in a long record
        self._parts: Iterator[dict[str, Rows]] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read_on)
        find = FindBox()
        find.wanted.connect(lambda words: self.wanted.emit("find", words), Qt.ConnectionType.QueuedConnection)
        note = button("Note what I saw", "note", primary=True, icon="add")
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
        self.add(Cards(list(self._cards.values()), parent=self), 1, to_edge=True)

    def note_change(self, changed: Changed) -> None:
        """Something was written: if the page is seen, the cards that it concerns are read again."""
        if not self.isVisible() or self._is_stale or self._day != self.register.today():
            super().note_change(changed)
        elif self._is_long():
            self._read_in_parts({*self._due, *concerned(changed.kinds)})
        else:
            self._show(self.register.today_cards(changed.kinds))

    def refresh(self, _ids: frozenset[str]) -> None:
        """Read the whole page."""
        self._day = self.register.today()
        self.ask(f"{_in_full(self._day)}. {self.question}")
        if self._is_long():
            for code in self._cards.keys() - self._read:
                self._cards[code].wait()
            self._read_in_parts(set(self._cards))
        else:
            self._show(self.register.today_page()._asdict())

    @property
    def is_reading(self) -> bool:
        """Whether cards are still to come."""
        return bool(self._due)

    def _is_long(self) -> bool:
        """Whether to read the whole page would hold the window longer than goes unnoticed."""
        return self.register.challenges.count() > WHOLE

    def _read_in_parts(self, codes: set[str]) -> None:
        """Read these cards one after the other, and between two parts of it let the window answer."""
        self._due = [code for code in self._cards if code in codes]
        self._parts = self.register.today_in_parts(tuple(self._due))
        self._timer.start(0)

    def _read_on(self) -> None:
        if not self.may_read():
            self._timer.start(AGAIN)
            return
        for found in islice(self._parts, 1):
            self._due = [code for code in self._due if code not in found]
            self._show(found)
        if self._due:
            self._timer.start(0)

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
