"""What a paper asks its meeting to do: its recommendations, written, put in order and taken out.

Each is a record of its own with a life after the paper; here is only where it stands in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.domain.paper import Paper
from scrutineer.domain.recommendation import Decision, Recommendation
from scrutineer.domain.reference import short
from scrutineer.domain.text import opening
from scrutineer.reports.markdown import plain
from scrutineer.ui import late
from scrutineer.ui.theme import SMALL
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.card import Card
from scrutineer.ui.widgets.card_row import CardRow
from scrutineer.ui.widgets.chip import Chip
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.scrolling import scrolling
from scrutineer.ui.widgets.words import Words

_NONE = "This paper asks for nothing yet. What the meeting is asked to do stands on its first page."
_LONGEST = 300      # characters
_WRITE = "meetings.sheets:write"


class Recommended(QWidget):
    """The recommendations of one paper, in order. `do(act)` does something and shows a failure."""

    def __init__(self, tools: Tools, do: Callable[[Callable[[str], None]], None]) -> None:
        super().__init__()
        self._tools = tools
        self._do = do
        self._card = Card("The meeting is asked to", _NONE)
        # Queued, because the row whose button was pressed goes when the card is filled anew.
        self._card.acted.connect(self._act, Qt.ConnectionType.QueuedConnection)
        self._card.opened.connect(self._edit, Qt.ConnectionType.QueuedConnection)
        add = button("Add a recommendation", "add-recommendation", icon="add")
        add.clicked.connect(lambda: do(self._write))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(SMALL)
        body.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(scrolling(self._card, Words("They are printed on the first page of the paper.", "small")), 1)
        self.setFocusProxy(add)

    def show_paper(self, paper: Paper) -> None:
        """Show what a paper asks for."""
        found = self._tools.register.recommendations.of_paper(paper.id)
        self._card.show_rows([self._row(one, number, len(found)) for number, one in enumerate(found, start=1)])

    def finish(self) -> None:
        """Each was saved on its own sheet."""

    @staticmethod
    def _row(one: Recommendation, number: int, last: int) -> CardRow:
        up = (("up", "Up"),) if number > 1 else ()
        down = (("down", "Down"),) if number < last else ()
        chip = None if one.decision is Decision.AWAITED else Chip(one.decision.label)
        return CardRow(one.KIND, one.id, f"{number}  {opening(plain(one.text), _LONGEST)}", short(one.reference),
                       chip=chip, actions=(*up, *down, ("take_out", "Take out")))  # fmt: skip

    def _write(self, id_: str) -> None:
        if said := str(late.found(_WRITE)(self._tools, self, id_)):
            self._tools.say(said)

    def _edit(self, _kind: str, id_: str) -> None:
        self._do(lambda _paper_id: self._write(id_))

    def _act(self, code: str, _kind: str, id_: str) -> None:
        recommendations = self._tools.register.recommendations
        if code == "take_out":
            self._do(lambda _paper_id: self._take_out(recommendations.get(id_)))
        else:
            self._do(lambda _paper_id: recommendations.move(id_, -1 if code == "up" else 1))

    def _take_out(self, one: Recommendation) -> None:
        """It stays among the recommendations; only this paper no longer asks for it."""
        recommendations = self._tools.register.recommendations
        recommendations.save(replace(one, paper_id=None))
        said = f"{short(one.reference)} is no longer in this paper; it stays among the recommendations."

        def again() -> None:
            recommendations.save(replace(recommendations.get(one.id), paper_id=one.paper_id))

        self._tools.say(said, "Put it back", again)
