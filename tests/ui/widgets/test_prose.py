from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QFontInfo, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scrutineer.ui import theme
from scrutineer.ui.widgets.prose import Prose
from scrutineer.ui.widgets.words import Words


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    addresses: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: addresses.append(url.toString()))
    return addresses


def test_nothing_is_loaded_from_anywhere(qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    image.save(str(picture))
    prose = Prose(lambda _: True)
    qtbot.addWidget(prose)
    prose.resize(200, 200)
    prose.say(f'<p><img src="{picture.as_uri()}"><img src="{picture}"></p>')
    seen = prose.grab().toImage()
    assert "#ff0000" not in {seen.pixelColor(x, y).name() for x in range(0, 200, 2) for y in range(0, 200, 2)}


def test_a_link_is_opened_outside_only_after_asking(qtbot: QtBot, opened: list[str]) -> None:
    asked: list[str] = []
    prose = Prose(lambda address: asked.append(address) or len(asked) > 1)
    qtbot.addWidget(prose)
    prose.anchorClicked.emit(QUrl("https://example.org/"))
    assert (asked, opened) == (["https://example.org/"], [])
    prose.anchorClicked.emit(QUrl("https://example.org/"))
    assert opened == ["https://example.org/"]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "smb://host/share", "notes.html"])
def test_other_addresses_are_not_even_asked_about(qtbot: QtBot, opened: list[str], address: str) -> None:
    asked: list[str] = []
    prose = Prose(lambda address: bool(asked.append(address)) or True)
    qtbot.addWidget(prose)
    prose.anchorClicked.emit(QUrl(address))
    assert asked == opened == []


def test_it_is_as_high_as_its_text(qtbot: QtBot) -> None:
    prose = Prose(lambda _: True, fits=True)
    qtbot.addWidget(prose)
    prose.show()
    prose.resize(400, 30)
    prose.say("<p>" + "Of 22 plans I read, 5 showed the interview. " * 20 + "</p>")
    assert prose.height() >= prose.document().size().height()
    assert prose.verticalScrollBar().maximum() == 0
    wide = prose.height()
    prose.resize(200, prose.height())
    assert prose.height() > wide


def test_other_words_keep_the_place_of_the_reader(qtbot: QtBot) -> None:
    prose = Prose(lambda _: True)
    qtbot.addWidget(prose)
    prose.resize(200, 100)
    prose.show()
    prose.say("<p>words</p>" * 100)
    prose.verticalScrollBar().setValue(300)
    prose.say("<p>words</p>" * 101)
    assert prose.verticalScrollBar().value() == 300


def test_links_follow_the_scheme(qtbot: QtBot, app: QApplication) -> None:
    prose = Prose(lambda _: True)
    qtbot.addWidget(prose)
    prose.say('<a href="https://example.org">link</a>')
    theme.apply(app, "dark")
    assert theme.DARK.accent in prose.toHtml()


def test_a_heading_on_a_sheet_with_a_title_is_smaller_than_the_title(qtbot: QtBot) -> None:
    title = Words("Plan 2026–27, version 1", "heading")
    prose, alone = Prose(lambda _: True, fits=True), Prose(lambda _: True)
    sizes = []
    for widget in (title, prose, alone):
        qtbot.addWidget(widget)
        widget.show()
    for one in (prose, alone):
        one.say("<h1>April 2026</h1><p>Neglect</p>")
        heading = one.document().firstBlock().begin().fragment().charFormat()
        sizes.append(heading.font().pointSizeF())      # as it is drawn: Qt enlarges headings by itself
    assert sizes[0] < QFontInfo(title.font()).pointSizeF() < sizes[1]
