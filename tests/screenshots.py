"""Every screen as a picture, drawn without a screen: `python tests/screenshots.py FOLDER [LOOK]`.

With the demonstration record and with an empty one; light and dark, at 100 % and 200 % text size, wide and
narrow. A look, such as `light-100`, draws that one alone.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QWidget

from scrutineer import demonstration
from scrutineer.app import application
from scrutineer.domain.organisation import Partnership, Scrutineer
from scrutineer.register.register import Register
from scrutineer.ui import theme
from scrutineer.ui.deeds import DEEDS
from scrutineer.ui.entrance.page import Entrance
from scrutineer.ui.jobs import InlineJobs
from scrutineer.ui.main_window import MainWindow
from scrutineer.ui.messages import Messages
from scrutineer.ui.preferences import Preferences
from scrutineer.ui.rooms import PLACES
from scrutineer.ui.widgets.filter_bar import FilterBar
from scrutineer.ui.widgets.table import RecordTable

_ALL_FILTERS = {"plan", "learning", "actions", "agencies", "assurance"}      # their lists are of different kinds
SIZES = {"wide": (1360, 850), "narrow": (800, 480)}


def looks() -> Iterator[tuple[str, str, float]]:
    """Scheme and text size: light and dark, 100 % and 200 %."""
    for scheme in ("light", "dark"):
        for size in (1.0, 2.0):
            yield f"{scheme}-{size * 100:.0f}", scheme, size


def dress(app: QApplication, font: QFont, scheme: str, size: float) -> None:
    """The whole program in one scheme and text size."""
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * size)
    app.setFont(larger)
    theme.apply(app, scheme)


def settle(app: QApplication) -> None:
    """Let layouts and previews come to rest."""
    for _ in range(6):
        app.processEvents()


def keep(app: QApplication, widget: QWidget, path: Path) -> None:
    """Draw one widget into a file."""
    settle(app)
    widget.grab().save(str(path))


def lists(window: MainWindow) -> list[RecordTable]:
    """The lists in sight."""
    return [table for table in window.findChildren(RecordTable) if table.isVisible()]


def rooms(app: QApplication, window: MainWindow, named: Callable[[str], Path]) -> None:
    """Every room, with its first record chosen where it has a list, and each of its filters."""
    for place in PLACES:
        screen = window.go(place.code)
        settle(app)
        for table in lists(window):
            table.select_first()
        keep(app, window, named(place.code))
        for bar in screen.findChildren(FilterBar):
            at_first = bar.chosen
            for code in bar.codes if place.code in _ALL_FILTERS else ():
                bar.choose(code)
                keep(app, window, named(f"{place.code}-{code}"))
            bar.choose(at_first)


def sections(app: QApplication, window: MainWindow, named: Callable[[str], Path]) -> None:
    """The paper with each of its parts chosen."""
    window.go("papers")
    settle(app)
    for row in range(1, lists(window)[0].lines.rowCount()):
        lists(window)[0].selectRow(row)
        keep(app, window, named(f"papers-{row}"))


def during(app: QApplication, act: Callable[[], object], path: Path) -> None:
    """Draw the sheet that an act opens, and close it."""
    def draw() -> None:
        sheet = app.activeModalWidget()
        if isinstance(sheet, QDialog):
            keep(app, sheet, path)
            sheet.reject()

    waiting = QTimer()      # some sheets open a moment later
    waiting.timeout.connect(draw)
    waiting.start(0)
    act()
    settle(app)
    waiting.stop()


def sheets(app: QApplication, window: MainWindow, named: Callable[[str], Path]) -> None:
    """Every deed of the menu, Find and Help, and each step that some record offers."""
    for code, deed in DEEDS.items():
        if deed.words:
            during(app, lambda code=code: window.do(code, ""), named(f"sheet-{code}"))
    during(app, lambda: window.find_anything("plan"), named("sheet-find"))
    during(app, window.help, named("sheet-help"))
    during(app, window.go("safekeeping").strike_out, named("sheet-strike-out"))
    drawn = {"step-chase"}      # it asks nothing
    for code in ("plan", "challenges", "activities", "learning", "actions", "agencies"):
        screen = window.go(code)
        screen.findChild(FilterBar).choose("agencies" if code == "agencies" else "all")
        settle(app)
        for row in range(lists(window)[0].lines.rowCount()):
            lists(window)[0].selectRow(row)
            settle(app)
            for button in screen.findChildren(QPushButton):
                step = button.objectName()
                if step.startswith("step-") and button.isEnabled() and step not in drawn:
                    drawn.add(step)
                    during(app, button.click, named(f"{code}-{step}"))
                    break


def entrance(app: QApplication, preferences: Preferences, record: Path, named: Callable[[str], Path]) -> None:
    """The doors, the question for a passphrase, and the steps of starting a record."""
    def nothing() -> Register:
        raise NotImplementedError

    way_in = Entrance(preferences, Messages(), nothing)
    way_in.resize(1100, 760)
    way_in.show()
    keep(app, way_in, named("doors"))
    way_in.unlock(record)
    keep(app, way_in, named("unlock"))
    way_in.restore(record)
    keep(app, way_in, named("restore"))
    way_in.findChild(QPushButton, "door-begin").click()
    typed = {"name": "Exampleshire SCP", "short_code": "EX", "passphrase": "quiet harbour seven lanterns",
             "passphrase-again": "quiet harbour seven lanterns"}  # fmt: skip
    for number in range(1, 5):
        for box in way_in.findChildren(QLineEdit):
            if box.isVisible() and box.objectName() in typed:
                box.setText(typed[box.objectName()])
        keep(app, way_in, named(f"begin-{number}"))
        way_in.findChild(QPushButton, "next").click() if number < 4 else way_in.close()


def main(folder: Path, only: str = "") -> None:
    """Write the demonstration and an empty record, then every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    app = application()
    font = QFont(app.font())
    with tempfile.TemporaryDirectory() as name:
        record = Path(name) / "demonstration.scrutiny"
        preferences = Preferences(QSettings(f"{name}/settings.ini", QSettings.Format.IniFormat))
        messages = Messages()
        register = demonstration.write(record)
        empty = Register.begin(Path(name) / "empty.scrutiny", "quiet harbour seven lanterns",
                               Partnership(name="Exampleshire SCP", short_code="EX"), Scrutineer(name="Scrutineer"))
        for look, scheme, size in looks():
            if only not in {"", look}:
                continue
            dress(app, font, scheme, size)
            for width, pixels in SIZES.items():
                for kind, shown in (("", register), ("empty-", empty)):
                    window = MainWindow(shown, InlineJobs(messages), messages, preferences)
                    window.resize(*pixels)
                    window.show()
                    end = f"{look}-{width}.png"
                    rooms(app, window, lambda code, kind=kind, end=end: folder / f"{kind}{code}-{end}")
                    if not kind and width == "wide":
                        sections(app, window, lambda code, end=look: folder / f"{code}-{end}.png")
                        sheets(app, window, lambda code, end=look: folder / f"{code}-{end}.png")
                    window.hide()
            entrance(app, preferences, record, lambda code, end=look: folder / f"{code}-{end}.png")
        register.close()
        empty.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots"), *sys.argv[2:3])
