from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton

from scrutineer import resources
from scrutineer.ui import icons, theme

NAMES = sorted(file.stem for file in resources.path("icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_alike_and_shows_something(name: str) -> None:
    drawing = ElementTree.parse(resources.path("icons", f"{name}.svg")).getroot()
    assert drawing.get("viewBox") == "0 0 24 24"
    assert drawing.get("stroke") == "currentColor"
    assert (drawing.get("stroke-width"), drawing.get("stroke-linecap")) == ("1.75", "round")
    picture = icons.pixmap(name, "#1d5b79", 24).toImage()
    inked = [1 for x in range(24) for y in range(24) if picture.pixelColor(x, y).alpha() > 100]
    assert 4 < len(inked) < 300


def test_an_icon_takes_the_colour_it_is_given() -> None:
    picture = icons.pixmap("close", "#ff0000", 24).toImage()
    assert picture.pixelColor(12, 12) == QColor("#ff0000")


def test_at_double_density_an_icon_has_four_times_the_dots() -> None:
    assert icons.pixmap("add", "#000000", 20, 2.0).width() == 40


def test_a_button_wears_its_icon_in_the_colours_of_the_scheme(app: QApplication) -> None:
    button = QPushButton("Close")
    icons.dress(button, "close")

    def inks() -> set[str]:
        picture = button.icon().pixmap(button.iconSize()).toImage()
        colours = (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height()))
        return {colour.name() for colour in colours if colour.alpha() == 255}

    assert theme.LIGHT.ink in inks()
    theme.apply(app, "dark")
    assert theme.DARK.ink in inks()


def test_all_the_icons_that_the_code_names_are_there() -> None:
    package = resources.folder().parent / "scrutineer" / "ui"
    named = {
        name
        for file in package.rglob("*.py")
        for name in re.findall(r'icon="(\w+)"|icons\.paint\([^"]*"(\w+)"', file.read_text(encoding="utf-8"))
    }
    assert {one or other for one, other in named} <= set(NAMES)
