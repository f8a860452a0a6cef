from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from scrutineer.ui import theme
from scrutineer.ui.theme import DARK, LIGHT, Tokens

GROUNDS = ("ground", "paper", "selected", "hover", "chip")
INKS = ("ink", "ink_soft", "accent", "caution")
SIGNS = ("good", "fair", "caution", "serious", "ink_soft")


def luminance(colour: str) -> float:
    parts = [channel / 255 for channel in (QColor(colour).red(), QColor(colour).green(), QColor(colour).blue())]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_of_words_and_ground_can_be_read(tokens: Tokens) -> None:
    pairs = [(getattr(tokens, ink), getattr(tokens, ground)) for ink in INKS for ground in GROUNDS]
    pairs += [(getattr(tokens, sign), tokens.tint(sign)) for sign in SIGNS]
    pairs += [(tokens.ink_soft, tokens.tint("ink_soft", ground)) for ground in GROUNDS if ground != "chip"]
    pairs += [(tokens.on_accent, tokens.accent), (tokens.serious, tokens.paper), (tokens.serious, tokens.ground)]
    poor = [pair for pair in pairs if contrast(*pair) < 4.5]
    assert poor == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_borders_of_fields_and_the_ring_of_the_keyboard_stand_out(tokens: Tokens) -> None:
    for shape in (tokens.field_line, tokens.focus):
        assert min(contrast(shape, tokens.paper), contrast(shape, tokens.ground)) >= 3
    assert contrast(tokens.focus, tokens.selected) >= 3


def test_the_scheme_can_be_chosen_against_the_system(app: QApplication) -> None:
    theme.apply(app, "dark")
    assert theme.is_dark()
    assert app.palette().color(QPalette.ColorRole.Window) == QColor(DARK.ground)
    theme.apply(app, "light")
    assert theme.colour("ink") == QColor(LIGHT.ink)


def test_the_style_sheet_leaves_no_token_unfilled_and_no_size_in_pixels_of_type() -> None:
    sheet = theme.style_sheet(DARK, QFont())
    assert "$" not in sheet
    assert DARK.accent in sheet
    assert not re.search(r"font-size: [\d.]+px", sheet)


def test_titles_are_larger_than_the_systems_font_by_the_same_part_at_any_size() -> None:
    font = QFont()
    font.setPointSizeF(20)
    assert "font-size: 28.0pt" in theme.style_sheet(LIGHT, font)


def test_a_window_is_narrow_by_its_width_and_by_its_font() -> None:
    label = QLabel()
    label.resize(1300, 400)
    assert not theme.is_narrow(label)
    large = label.font()
    large.setPointSizeF(large.pointSizeF() * 2)
    label.setFont(large)
    assert theme.is_narrow(label)
