"""A walk through the demonstration: every room, every sheet, by keyboard alone, and in a small window."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QListWidget,
    QScrollBar,
    QWidget,
)

from scrutineer.domain.records import BY_KIND
from scrutineer.storage import key, search
from scrutineer.ui import theme
from scrutineer.ui.deeds import DEEDS
from scrutineer.ui.help import Help
from scrutineer.ui.rooms import PLACES, SHEET_OF
from scrutineer.ui.widgets.table import RecordTable
from tests.journeys.person import Person

ROOMS = [place.code for place in PLACES]
FILES = ["list", "list_in_excel"]      # these ask for a place on the disk at once
PICKS = ["bring_in"]                   # and these for a file
SHEETS = [code for code, deed in DEEDS.items() if deed.words and code not in (*FILES, *PICKS)]


@pytest.fixture(scope="module")
def visitor(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    """Somebody who looks at the demonstration, and changes nothing."""
    theme.apply(qapp, "light")
    with pytest.MonkeyPatch.context() as quick:
        quick.setattr(key, "ROUNDS", 1)
        person = Person(tmp_path_factory.mktemp("visit"))
        person.start(demo=True)
        file = person.register.path
        yield person
        person.leave()
        assert not file.parent.exists()


@pytest.fixture
def wide(visitor: Person) -> Person:
    """In a window with room for list and detail."""
    visitor.window.resize(1360, 850)
    visitor.look()
    return visitor


@pytest.fixture
def cramped(visitor: Person, qapp: QApplication) -> Iterator[Person]:
    """In the smallest window, with letters twice as large."""
    usual, size = QFont(qapp.font()), visitor.window.size()
    larger = QFont(usual)
    larger.setPointSizeF(usual.pointSizeF() * 2)
    qapp.setFont(larger)
    theme.apply(qapp, "light")
    visitor.window.resize(800, 480)
    visitor.look()
    yield visitor
    qapp.setFont(usual)
    theme.apply(qapp, "light")
    visitor.window.resize(size)


def test_the_title_says_sample(wide):
    assert wide.window.windowTitle().startswith("SAMPLE · ")
    assert "SAMPLE" in wide.reads(wide.window.statusBar())


@pytest.mark.parametrize("code", SHEETS)
def test_the_sheet_of_a_deed_opens_and_escape_leaves_it(wide, code):
    before = wide.register.drafts.places()

    def escape() -> None:
        sheet = wide.front
        assert sheet is not wide.window
        wide.key(Qt.Key.Key_Escape)
        assert not sheet.isVisible()

    assert wide.on_sheet(lambda: wide.window.do(code, ""), escape) == ""
    assert wide.register.drafts.places() == before


@pytest.mark.parametrize("code", FILES)
def test_a_list_is_written_only_where_a_place_was_chosen(wide, code, tmp_path):
    wide.messages.chosen = []
    wide.window.do(code, "")
    wide.messages.chosen = [tmp_path / "list"]
    wide.window.do(code, "")
    [written] = tmp_path.iterdir()
    assert written.suffix == {"list": ".docx", "list_in_excel": ".xlsx"}[code]


@pytest.mark.parametrize("code", PICKS)
def test_nothing_is_brought_in_where_no_file_was_chosen(wide, code):
    wide.messages.chosen = []
    before = wide.register.frameworks.all()
    wide.window.do(code, "")
    assert wide.register.frameworks.all() == before


@pytest.mark.parametrize("code", ROOMS)
def test_a_figure_goes_to_a_room_with_the_keyboard_inside_it(wide, code):
    wide.to_room(code)
    screen, place = in_sight(wide), QApplication.focusWidget()
    assert screen is wide.window._screens[code]
    assert place is not None
    assert screen.isAncestorOf(place)


@pytest.mark.parametrize("code", ROOMS)
def test_help_explains_the_room(wide, code):
    wide.window.go(code)
    title = in_sight(wide).accessibleName()

    def read() -> None:
        assert isinstance(wide.front, Help)
        assert title in wide.reads()
        assert len(wide.reads()) > 300
        wide.key(Qt.Key.Key_Escape)

    wide.on_sheet(lambda: wide.key(Qt.Key.Key_F1), read)


def test_a_challenge_is_found_by_its_words_and_opened_without_the_mouse(wide):
    wide.to_room("today")
    challenge = wide.register.challenges.all()[7]

    def find() -> None:
        wide.type(challenge.title)
        wide.look()
        hits = wide.find(QListWidget, "find-list")
        shown = [hits.item(row).text() for row in range(hits.count())]
        for _ in range(shown.index(f"{challenge.reference} {challenge.title}\nChallenge")):
            wide.key(Qt.Key.Key_Down)
        wide.key(Qt.Key.Key_Return)

    wide.on_sheet(lambda: wide.control(Qt.Key.Key_K), find)
    assert in_sight(wide).accessibleName() == "Challenges"
    assert challenge.reference in wide.reads()
    assert wide.window.isAncestorOf(QApplication.focusWidget())


def test_every_record_that_can_be_found_can_be_opened(wide):
    for kind in BY_KIND:
        for record in wide.register.desk.reader.all(BY_KIND[kind])[:1]:
            words = max(search.words_of(record).split("\n"), key=len)
            for hit in wide.register.find(words)[:1]:
                opens = partial(wide.window.open, hit.kind, hit.id)
                if hit.kind in {"undertaking", *SHEET_OF}:      # a promise is read on a sheet too
                    wide.on_sheet(opens, lambda: wide.key(Qt.Key.Key_Escape))
                else:
                    opens()
                    wide.look()


@pytest.mark.parametrize("code", ROOMS)
def test_whatever_the_keyboard_reaches_has_a_name(wide, code):
    wide.window.go(code)
    wide.look()
    nameless = [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}"
        for widget in wide.window.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget, QScrollBar)
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]  # fmt: skip
    assert nameless == []


@pytest.mark.parametrize("code", ROOMS)
def test_tab_goes_through_a_room_as_it_is_read(wide, code):
    wide.to_room(code)
    screen, begins = in_sight(wide), wide.find(QAbstractButton, f"room-{code}")
    stops = round_from(wide, begins, Qt.Key.Key_Tab)
    assert round_from(wide, begins, Qt.Key.Key_Backtab) == stops[::-1]
    inside = [one for one in stops if screen.isAncestorOf(one)]
    assert stops[: len(inside)] == inside, "the room is left and come to again"
    assert inside
    for one, other in pairwise(inside):
        here, there = (QRect(each.mapTo(wide.window, QPoint()), each.size()) for each in (one, other))
        is_below, is_beside = there.top() >= here.bottom(), there.left() >= here.right()
        assert is_below or is_beside or here.contains(there), f"{named(one)} before {named(other)}"


def test_nothing_stands_beyond_the_right_edge_of_a_small_window_with_large_letters(cramped):
    for code in ROOMS:
        cramped.window.go(code)
        cramped.look()
        assert (code, beyond_the_edge(cramped)) == (code, [])
        if in_sight(cramped).findChild(RecordTable):
            cramped.key(Qt.Key.Key_Return)      # the record that is chosen, over its list
            cramped.look()
            assert (code, beyond_the_edge(cramped)) == (code, [])
            cramped.key(Qt.Key.Key_Escape)


def beyond_the_edge(person: Person) -> list[str]:
    """What would have to be scrolled sideways, or lies outside the window."""
    areas = [area for area in person.window.findChildren(QAbstractScrollArea) if area.isVisible()]
    found = [area for area in areas if area.horizontalScrollBar().maximum() > 0]
    assert person.window.width() == 800
    return [f"{type(one).__name__} {one.accessibleName()}" for one in found]


def round_from(person: Person, begins: QWidget, key: Qt.Key) -> list[QWidget]:
    """Where the keyboard comes to on its way round the window, until it is back."""
    begins.setFocus()
    stops: list[QWidget] = []
    for _ in range(200):
        person.key(key)
        place = QApplication.focusWidget()
        assert place is not None
        if place is begins:
            return stops
        stops.append(place)
    raise AssertionError(f"it never comes back to {named(begins)}: {[named(one) for one in stops[-5:]]}")


def named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()}"


def in_sight(person: Person) -> QWidget:
    """The room that is open."""
    screen = person.window._stack.currentWidget()
    assert screen is not None
    return screen
