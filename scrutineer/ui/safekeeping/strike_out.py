"""Strike words out of the whole record, its history included: every place is shown before anything goes.

The one act that cannot be undone. What it does is the register's; here it is asked, twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.domain.entity import Entity, label_of, said
from scrutineer.domain.errors import Invalid, ScrutineerError
from scrutineer.domain.records import BY_KIND
from scrutineer.domain.text import counted
from scrutineer.register.safekeeping import Place, Struck
from scrutineer.ui import theme
from scrutineer.ui.busy import busy
from scrutineer.ui.theme import LARGE, MEDIUM, SMALL
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.card import Card
from scrutineer.ui.widgets.card_row import CardRow
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.form import Form
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.scrolling import scrolling
from scrutineer.ui.widgets.sheet import Sheet
from scrutineer.ui.widgets.words import Words

_WHAT = (
    "For a child’s details entered by mistake, or an erasure that the law requires. The words go from the record, "
    "from its history and from the search; that they went, when and why, stays."
)
_SURE = "The words will be gone for good. Nothing can bring them back but a backup that still holds them."
_EXCERPT = 160      # characters of a text around what was found


@dataclass(frozen=True, kw_only=True)
class _Asked(Entity):
    words: str = said("The words that are to go", required=True)
    reason: str = said("Why, without repeating them", required=True)


def ask(tools: Tools, parent: QWidget, _id: str) -> str:
    """Ask on a sheet; answers with what was struck out, or "" when nothing was."""
    sheet = StrikeOut(tools, parent)
    sheet.exec()
    sheet.deleteLater()      # the words that went stand nowhere, not even in a closed sheet
    return sheet.outcome


class StrikeOut(Sheet):
    """The words, where they stand, the reason, and one last question."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Strike out")
        self.outcome = ""
        self._looked_for = ""
        self._tools = tools
        self._safekeeping = tools.register.safekeeping
        self._form = Form(_Asked, ["words", "reason"], tools.desk)
        self._form.load(_Asked())
        self._places = Card("Where they stand now", "Look for the words first.")
        self._find = button("Find every place", "find-places")
        self._strike = button("Strike out", "strike", primary=True)
        self._strike.setEnabled(False)
        self._build()

    def _build(self) -> None:
        cancel = button("Cancel", "cancel")
        foot = FlowRow()
        foot.add(self._find)
        foot.add(cancel, at_end=True)
        foot.add(self._strike, at_end=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(LARGE - SMALL, MEDIUM, LARGE - MEDIUM, MEDIUM)      # what scrolls brings the rest
        body.setSpacing(MEDIUM)
        heading = Words("Strike out", "heading")
        for row in (heading, foot):
            row.setContentsMargins(SMALL, 0, MEDIUM, 0)
        body.addWidget(heading)
        body.addWidget(self._form)
        body.addWidget(scrolling(Words(_WHAT, "soft"), self._places), 1)
        body.addWidget(foot)
        self._find.clicked.connect(lambda _checked=False: self._look())
        self._strike.clicked.connect(lambda _checked=False: self._strike_out())
        cancel.clicked.connect(self.reject)
        self._form.edited.connect(self._typed)
        self._form.submitted.connect(self._look)
        self._form.focus()

    def _typed(self) -> None:
        """Other words stand in other places."""
        words = self._form.field("words").value()
        if words != self._looked_for:
            self._strike.setEnabled(False)

    def _look(self) -> None:
        words = self._form.field("words").value()
        self._form.attempt(lambda: self._show_places(words))

    def _show_places(self, words: str) -> None:
        with busy():
            found = self._safekeeping.places_of(words)
            rows = [self._row(place, words) for place in found]
        self._looked_for = words
        self._places.show_rows(rows, counted(len(found), "place") if found else "nowhere now; perhaps in the history")
        self._strike.setEnabled(True)

    def _row(self, place: Place, words: str) -> CardRow:
        register, cls = self._tools.register, BY_KIND[place.kind]
        entity = register.desk.reader.get(cls, place.id)
        title = register.figures.title_of(entity, register.desk.names())
        kind = place.kind.replace("_", " ").capitalize()
        at = max(0, place.text.casefold().find(words.strip().casefold()) - _EXCERPT // 3)
        excerpt = " ".join(place.text[at : at + _EXCERPT].split())
        return CardRow(place.kind, f"{place.id}-{place.field}", f"{kind}: {title}",
                       f"{label_of(cls, place.field)}: {'…' if at else ''}{excerpt}")  # fmt: skip

    def _strike_out(self) -> None:
        if not self._tools.messages.ask("Strike out", _SURE, "Strike out"):
            return
        words, reason = self._form.field("words").value(), self._form.field("reason").value()
        try:
            with busy():
                struck = self._safekeeping.strike_out(words, reason)
        except Invalid as invalid:
            self._form.show_problems(invalid.problems)
            return
        except ScrutineerError as error:
            self._tools.messages.show_error(error)
            return
        self._tell(struck)
        self.accept()

    def _tell(self, struck: Struck) -> None:
        self.outcome = (f"Struck out of {counted(struck.fields, 'place')}, and of "
                        f"{counted(struck.lines, 'line')} of the history.")  # fmt: skip
        if struck.backups:
            names = "\n".join(Path(file).name for file in struck.backups)
            advice = f"Delete them, and any copies of them, when the words must be gone everywhere:\n{names}"
            self._tools.messages.tell("Older backups still hold the words", self.outcome, advice)

    def sizeHint(self) -> QSize:
        """Room for the places, but never more than the window has."""
        wanted = QSize(theme.characters(self, 92), theme.characters(self, 80))
        over = self.parentWidget()
        return wanted.boundedTo(over.window().size() * 0.94) if over else wanted

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that is there."""
        self.resize(self.sizeHint())
        super().showEvent(event)
