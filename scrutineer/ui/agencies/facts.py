"""The plain facts of a record, label above value, side by side as far as the width allows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.domain.dates import long_date
from scrutineer.domain.entity import Entity, label_of
from scrutineer.domain.vocabulary import Term
from scrutineer.ui.agencies.colour import COLOURS
from scrutineer.ui.theme import LARGE, MEDIUM
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.words import Words


class Facts(FlowRow):
    """Those of the named fields that say something."""

    def __init__(self, entity: Entity, fields: Iterable[str], names: Mapping[str, str]) -> None:
        super().__init__(across=LARGE, down=MEDIUM, top=True)
        for name in fields:
            if value := in_words(name, getattr(entity, name), names):
                self.add(_fact(label_of(type(entity), name), value))


def in_words(name: str, value: Any, names: Mapping[str, str]) -> str:
    """A value as people read it; "" for none. A clock of 0 is off."""
    if name.endswith("_days") and value == 0:
        return "off"
    if isinstance(value, Term):
        return value.label
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, int | float):
        return f"{value:g}"
    if name == "colour":
        return COLOURS.get(value, str(value))
    return names.get(value, str(value)) if value else ""


def _fact(label: str, value: str) -> QWidget:
    made = QWidget()
    body = QVBoxLayout(made)
    body.setContentsMargins(0, 0, 0, 0)
    body.setSpacing(0)
    body.addWidget(Words(label, "label"))
    body.addWidget(Words(value))
    return made
