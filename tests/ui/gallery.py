"""Paints every widget, light and dark, at the usual and at a doubled font, wide and narrow, to look at.

python tests/ui/gallery.py FOLDER
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from scrutineer.ui import theme
from tests.ui import examples

SCREENS = {
    "today": examples.today_page,
    "challenges": examples.challenges_page,
    "form": examples.form_page,
    "pieces": examples.pieces,
}
SIZES = {"wide": (1280, 800), "narrow": (800, 480)}


def main(folder: Path) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    folder.mkdir(parents=True, exist_ok=True)
    usual = QFont(app.font())
    for times in (1, 2):
        font = QFont(usual)
        font.setPointSizeF(usual.pointSizeF() * times)
        app.setFont(font)
        for scheme in ("light", "dark"):
            theme.apply(app, scheme)
            for name, make in SCREENS.items():
                for size, (width, height) in SIZES.items():
                    _paint(app, make(), width, height, folder / f"{name}-{size}-{times}00-{scheme}.png")
    app.setFont(usual)


def _paint(app: QApplication, screen: QWidget, width: int, height: int, target: Path) -> None:
    frame = examples.window(screen)
    frame.resize(width, height)
    frame.show()
    for _ in range(5):
        app.processEvents()
    frame.grab().save(str(target))
    frame.close()
    frame.deleteLater()
    app.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
