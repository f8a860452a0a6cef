"""Every screen with the demonstration record as a picture: `python tests/screenshots.py FOLDER`.

Light and dark, at 100 % and 200 % text size, wide and narrow, drawn without a screen.
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
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from scrutineer import demonstration
from scrutineer.app import application
from scrutineer.register.register import Register
from scrutineer.ui import theme
from scrutineer.ui.deeds import DEEDS
from scrutineer.ui.entrance.page import Entrance
from scrutineer.ui.jobs import InlineJobs
from scrutineer.ui.main_window import MainWindow
from scrutineer.ui.messages import Messages
from scrutineer.ui.preferences import Preferences
from scrutineer.ui.rooms import PLACES
from scrutineer.ui.widgets.table import RecordTable

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


def rooms(app: QApplication, window: MainWindow, named: Callable[[str], Path]) -> None:
    """Every room, with its first record chosen where it has a list."""
    for place in PLACES:
        screen = window.go(place.code)
        settle(app)
        for table in screen.findChildren(RecordTable):
            if table.isVisible():
                table.select_first()
                break
        keep(app, window, named(place.code))


def sheets(app: QApplication, window: MainWindow, named: Callable[[str], Path]) -> None:
    """Every deed of the menu, as its sheet opens."""
    for code, deed in DEEDS.items():
        if deed.words:
            def draw(code: str = code) -> None:
                sheet = app.activeModalWidget()
                if isinstance(sheet, QDialog):
                    keep(app, sheet, named(f"sheet-{code}"))
                    sheet.close()

            QTimer.singleShot(0, draw)
            window.do(code, "")


def entrance(app: QApplication, preferences: Preferences, record: Path, named: Callable[[str], Path]) -> None:
    """The doors, and the question for a passphrase."""
    def nothing() -> Register:
        raise NotImplementedError

    way_in = Entrance(preferences, Messages(), nothing)
    way_in.resize(1100, 760)
    way_in.show()
    keep(app, way_in, named("doors"))
    way_in.unlock(record)
    keep(app, way_in, named("unlock"))
    way_in.close()


def main(folder: Path) -> None:
    """Write the demonstration, then every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    app = application()
    font = QFont(app.font())
    with tempfile.TemporaryDirectory() as name:
        record = Path(name) / "demonstration.scrutiny"
        preferences = Preferences(QSettings(f"{name}/settings.ini", QSettings.Format.IniFormat))
        messages = Messages()
        register = demonstration.write(record)
        for look, scheme, size in looks():
            dress(app, font, scheme, size)
            for width, pixels in SIZES.items():
                window = MainWindow(register, InlineJobs(messages), messages, preferences)
                window.resize(*pixels)
                window.show()
                rooms(app, window, lambda code, end=f"{look}-{width}": folder / f"{code}-{end}.png")
                if width == "wide":
                    sheets(app, window, lambda code, end=look: folder / f"{code}-{end}.png")
                window.hide()
            entrance(app, preferences, record, lambda code, end=look: folder / f"{code}-{end}.png")
        register.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots"))
