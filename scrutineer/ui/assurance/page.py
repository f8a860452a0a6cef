"""The screen that answers: what may I say, and how do I know? Its parts stand behind chips, one seen at a time.

Each part is loaded when it is first wanted, and read when it is seen; what a part shows is its own business.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from scrutineer.register.desk import Changed
from scrutineer.ui import late, theme
from scrutineer.ui.assurance.part import Part
from scrutineer.ui.screen import Screen
from scrutineer.ui.widgets.filter_bar import Choice, FilterBar


class PartPlace(NamedTuple):
    """A part: its code, the word on its chip, where it is found, and the kinds of record that it shows one of."""

    code: str
    label: str
    where: str
    kinds: frozenset[str]


PARTS = (
    PartPlace("judgements", "Judgements", "assurance.judgements:JudgementsPart",
              frozenset({"judgement", "local_framework", "local_wording"})),
    PartPlace("confirmations", "Confirmations", "assurance.confirmations:ConfirmationsPart",
              frozenset({"confirmation"})),
    PartPlace("coverage", "What was looked at", "assurance.coverage:CoveragePart", frozenset()),
    PartPlace("feeling", "How scrutiny feels", "assurance.feeling:FeelingPart",
              frozenset({"culture_statement", "culture_round", "culture_answer", "feedback"})),
)  # fmt: skip


class AssuranceScreen(Screen):
    """Judgements, confirmations, what was looked at and what not, and how scrutiny feels."""

    title = "Assurance"
    question = "What may I say, and how do I know?"

    def build(self) -> None:
        """The chips, and room for one part."""
        self._parts: dict[str, Part] = {}
        self._stale: set[str] = set()
        self._bar = FilterBar([Choice(one.code, one.label) for one in PARTS])
        self._bar.changed.connect(self._turn)
        self._stack = QStackedWidget()
        self._below_title = QWidget()
        self._line = QVBoxLayout(self._below_title)
        self._line.setContentsMargins(0, 0, 0, 0)
        self.step_aside(self._bar)
        self.add(self._below_title)
        self.add(self._stack, 1)
        self._place_bar()

    def note_change(self, changed: Changed) -> None:
        """Parts that it concerns read it when they are seen; the one in sight does at once."""
        self._stale |= {code for code, part in self._parts.items() if part.shows & changed.kinds}
        if self.isVisible():
            self._read(changed.ids)

    def read_now(self) -> None:
        """Read the part in sight, if anything that it shows has changed."""
        self._read(frozenset())

    def refresh(self, ids: frozenset[str]) -> None:
        """Read the part in sight again."""
        self._stale.add(self._bar.chosen)
        self._read(ids)

    def open(self, kind: str, id_: str) -> None:
        """Show one record in the part where it stands; of other kinds, the screen alone."""
        place = next((one for one in PARTS if kind in one.kinds), None)
        if place is None:
            return
        if self._bar.chosen != place.code:
            self._bar.choose(place.code)
        self._read(frozenset())
        self._parts[place.code].open(kind, id_)

    def take_keyboard(self) -> None:
        """Typing begins in the part in sight."""
        self._part().setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window may have become low or high."""
        super().resizeEvent(event)
        self._place_bar()

    def _place_bar(self) -> None:
        """Below the title, or beside it in a low window, which needs the line for what is judged or was looked at."""
        is_low = theme.is_low(self)
        if self._bar.parent() and is_low == self._below_title.isHidden():
            return
        if is_low:
            self.add_to_header(self._bar)
        else:
            self._line.addWidget(self._bar)
        self._below_title.setVisible(not is_low)

    def _turn(self) -> None:
        """Show the chosen part."""
        self._read(frozenset())

    def _read(self, ids: frozenset[str]) -> None:
        part = self._part()
        self._stack.setCurrentWidget(part)
        self.make_room(part.is_covered)
        if self._bar.chosen in self._stale:
            self._stale.discard(self._bar.chosen)
            part.refresh(ids)

    def _cover(self, part: Part) -> None:
        """The part in sight alone says whether the room is needed."""
        if part is self._stack.currentWidget():
            self.make_room(part.is_covered)

    def _part(self) -> Part:
        """The chosen part, made now if it was never wanted before."""
        code = self._bar.chosen
        if code not in self._parts:
            part: Part = late.found(next(one.where for one in PARTS if one.code == code))(self.tools)
            part.open_requested.connect(self.open_requested)
            part.wanted.connect(self.wanted)
            part.covered.connect(lambda part=part: self._cover(part))
            self._stack.addWidget(part)
            self._parts[code] = part
            self._stale.add(code)
        return self._parts[code]
