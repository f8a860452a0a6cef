"""The chips of a group as one menu, for a window without room for them all."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton


class FoldedPill(QPushButton):
    """Stands under the words of the chip that is chosen: `Open  12 ▾`; the menu presses the chips themselves."""

    def __init__(self, chips: QButtonGroup, name: str, what: str) -> None:
        """`what` is said before the words, to those who hear them: `Shown: Open, 12`."""
        super().__init__()
        self._chips, self._what = chips, what
        self.setObjectName(name)
        self.setProperty("pill", True)
        self.setProperty("chosen", True)
        self.setAutoDefault(False)
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self.setMenu(menu)

    def say(self) -> None:
        """Show what is chosen."""
        if chosen := self._chips.checkedButton():
            self.setText(f"{chosen.text()} ▾")
            self.setAccessibleName(f"{self._what}: {chosen.accessibleName()}")

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for chip in self._chips.buttons():
            action = menu.addAction(chip.text())
            action.setCheckable(True)
            action.setChecked(chip.isChecked())
            action.triggered.connect(chip.click)
