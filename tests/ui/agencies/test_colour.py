from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from scrutineer.domain.organisation import Partnership
from scrutineer.ui.agencies.colour import COLOURS, ColourField
from scrutineer.ui.theme import DARK, LIGHT


def light_of(name: str) -> float:
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
             for part in QColor(name).getRgbF()[:3]]  # fmt: skip
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("colour", COLOURS)
def test_every_colour_stands_out_light_and_dark(colour: str) -> None:
    for ground in (LIGHT.ground, LIGHT.paper, DARK.ground, DARK.paper):
        darker, lighter = sorted((light_of(colour), light_of(ground)))
        assert (lighter + 0.05) / (darker + 0.05) >= 3, f"{colour} on {ground}"


def test_a_new_record_has_one_of_them_and_each_has_a_name(qtbot: QtBot) -> None:
    field = ColourField()
    qtbot.addWidget(field)
    field.set_value(Partnership(name="X").colour)
    assert field.currentText() == "Petrol"
    assert len(set(COLOURS.values())) == len(COLOURS)
    assert not field.itemIcon(0).isNull()
