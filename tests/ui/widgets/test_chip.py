from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scrutineer.ui import theme
from scrutineer.ui.widgets.chip import Chip, ChipLabel, Sign, chip_size, paint_chip


def colours(label: ChipLabel) -> set[str]:
    picture = label.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


@pytest.mark.parametrize("sign", list(Sign))
def test_every_chip_has_a_word_and_every_judgement_a_shape(qtbot: QtBot, sign: Sign) -> None:
    label = ChipLabel(Chip("Words", sign))
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    assert theme.colour(sign.token).name() in colours(label)
    assert label.accessibleName().endswith("Words")
    if sign is not Sign.STEP:
        assert chip_size(Chip("Words", sign), QFont()).width() > chip_size(Chip("Words"), QFont()).width()
        assert sign.character in label.accessibleName()


def test_the_six_signs_differ_in_shape_and_not_only_in_colour(qtbot: QtBot) -> None:
    pictures = []
    for sign in Sign:
        label = ChipLabel(Chip("", sign))
        qtbot.addWidget(label)
        label.resize(40, 24)
        picture = label.grab().toImage()
        ground = picture.pixelColor(20, 2)
        pictures.append(
            tuple(
                abs(picture.pixelColor(x, y).lightness() - ground.lightness()) > 40
                for x in range(3, 30)
                for y in range(3, 21)
            )
        )
    assert len(set(pictures)) == len(Sign)


def test_a_status_is_neutral_whatever_it_says(qtbot: QtBot) -> None:
    label = ChipLabel(Chip("Raised · 2 of 3"))
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    assert not colours(label) & {theme.colour(name).name() for name in ("good", "caution", "serious")}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "selected", "hover"])
def test_a_status_is_seen_as_a_chip_on_every_ground(app: QApplication, scheme: str, ground: str) -> None:
    theme.apply(app, scheme)
    picture = QImage(120, 40, QImage.Format.Format_RGB32)
    picture.fill(theme.colour(ground))
    painter = QPainter(picture)
    paint_chip(painter, QRect(10, 5, 100, 30), Chip(""), QFont())
    painter.end()
    inside, outside = picture.pixelColor(60, 20), picture.pixelColor(2, 20)
    assert abs(inside.lightness() - outside.lightness()) >= 10
    theme.apply(app, "light")


def test_long_words_wrap_in_a_narrow_place(qtbot: QtBot) -> None:
    chip = Chip("Partly accepted, with a date still to be agreed")
    wide, narrow = chip_size(chip, QFont()), chip_size(chip, QFont(), 120)
    assert narrow.width() <= 121
    assert narrow.height() > wide.height()


def test_a_chip_can_say_something_else(qtbot: QtBot) -> None:
    label = ChipLabel(Chip("Raised"))
    qtbot.addWidget(label)
    before = label.sizeHint().width()
    label.show_chip(Chip("Testing impact", Sign.FAIR))
    assert label.sizeHint().width() > before
    assert label.accessibleName() == "◐ Testing impact"
