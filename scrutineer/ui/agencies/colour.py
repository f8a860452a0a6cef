"""The colour of a record, by which partnerships are told apart: a few, each with a name.

Every one stands out from the window's ground, light and dark, by at least three to one.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap

from scrutineer.ui.widgets.fields import ChoiceField, Option

COLOURS = {
    "#2b7396": "Petrol",
    "#2f7fb5": "Blue",
    "#6a6fc9": "Violet",
    "#a65da8": "Plum",
    "#c4557d": "Raspberry",
    "#c2602f": "Rust",
    "#94741a": "Ochre",
    "#4f8a3d": "Leaf",
    "#1f8f83": "Teal",
    "#757f8c": "Slate",
}


class ColourField(ChoiceField):
    """A choice among named colours, each shown beside its name."""

    def __init__(self) -> None:
        super().__init__([Option(code, name) for code, name in COLOURS.items()], optional=False)
        side = self.fontMetrics().ascent()
        self.setIconSize(QSize(side, side))
        for place, code in enumerate(COLOURS):
            swatch = QPixmap(side, side)
            swatch.fill(QColor(code))
            self.setItemIcon(place, QIcon(swatch))
