"""What is behind a cell of the coverage grid, span by span; and the blind spots in words while none is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from scrutineer.domain.activity import Activity, ActivityType, AskedBy, MyPart
from scrutineer.domain.coverage import Grid, Piece
from scrutineer.domain.dates import iso_date, short_date
from scrutineer.register.coverage import Picture
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.detail import Detail
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.words import Words

_AGO = ("In the last twelve months", "In the twelve months before", "Two years before", "Three years before")


class Behind(Detail):
    """The right side of the grid; `open_requested(kind, id)` asks for a record."""

    open_requested = Signal(str, str)

    def __init__(self, tools: Tools) -> None:
        super().__init__("What is behind a cell", tools.ask_to_open)

    def show_words(self, picture: Picture) -> None:
        """Where scrutiny has not been, sentence by sentence, and how much of it was invited."""
        self.clear()
        self.title("Where scrutiny has not been")
        self.words(picture.invited, "soft")
        if not picture.blind_spots and any(picture.grid.cells):
            self.words("There is no blind spot to name.")
        for spot in picture.blind_spots:
            row = FlowRow()
            row.add(Words(spot.sentence))
            if spot.kind == "agency":
                row.add(self._link("agency", spot.id, "See the agency", "agencies"))
            self.add(row)

    def show_cell(self, grid: Grid, row: str, column: str) -> None:
        """Every piece of scrutiny of one cell, the latest first."""
        self.clear()
        names = {one.id: one.label for one in (*grid.rows, *grid.columns)}
        self.kicker(names.get(column, ""))
        self.title(names.get(row, ""))
        for place, span in enumerate(grid.spans):
            pieces = grid.pieces(row, column, place)
            self.section(f"{_AGO[place]} · {span.words}")
            if not pieces:
                self.words("Nothing.", "soft")
            self._list(pieces)

    def _list(self, pieces: Sequence[Piece]) -> None:
        for one in pieces:
            line = FlowRow()
            line.add(self._link(Activity.KIND, one.id, short_date(iso_date(one.held_on)), "activities"))
            line.add(Words(one.title))
            line.add(Words(_about(one), "small"))
            self.add(line)

    def _link(self, kind: str, id_: str, words: str, icon: str) -> FlowRow:
        made = button(words, f"open-{id_}", small=True, icon=icon)
        made.clicked.connect(lambda: self.open_requested.emit(kind, id_))
        held = FlowRow()
        held.add(made)
        return held


def _about(piece: Piece) -> str:
    """`Visit to the front line · I oversaw it · asked for by the Board`."""
    asked = AskedBy(piece.asked_by)
    invited = f"asked for by: {asked.label.lower()}" if piece.is_invited else ""
    return " · ".join(filter(None, (ActivityType(piece.form).label, MyPart(piece.my_part).label, invited)))
