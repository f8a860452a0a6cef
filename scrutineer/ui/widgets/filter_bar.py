"""Chips that choose what a list shows, each with its count, and menus that narrow it further.

In a narrow window where they would take more than one line, the chips become one menu. It tells which one
is chosen; what that means is known by the screen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QWidget

from scrutineer.ui import theme
from scrutineer.ui.theme import SMALL
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.folded_pill import FoldedPill


class Choice(NamedTuple):
    """Something to choose: a code and what people read."""

    code: str
    label: str


class FilterBar(FlowRow):
    """Exactly one filter is chosen at a time: `chosen`; each menu has "all" (code "") and its choices."""

    changed = Signal()

    def __init__(self, filters: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent, across=SMALL, down=SMALL)
        self._group = QButtonGroup(self)
        self._chips: dict[str, QPushButton] = {}
        self._labels = {choice.code: choice.label for choice in filters}
        self._menus: dict[str, _MenuChip] = {}
        self._folded = FoldedPill(self._group, "filters", "Shown")
        self.add(self._folded)
        for choice in filters:
            chip = pill(choice.label, f"filter-{choice.code}")
            chip.setCheckable(True)
            self._group.addButton(chip)
            self._chips[choice.code] = chip
            self.add(chip)
        if filters:
            self._chips[filters[0].code].setChecked(True)
        self._group.buttonClicked.connect(self._say_changed)
        self._arrange()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all filters."""
        return tuple(self._chips)

    @property
    def chosen(self) -> str:
        """The code of the filter in force."""
        return next((code for code, chip in self._chips.items() if chip.isChecked()), "")

    def choose(self, code: str) -> None:
        """Put another filter in force."""
        self._chips[code].setChecked(True)
        self._say_changed()

    def turn(self, step: int) -> None:
        """Put the filter that stands so many places further on in force; after the last comes the first."""
        codes = self.codes
        self.choose(codes[(codes.index(self.chosen) + step) % len(codes)])

    def widen(self, code: str) -> None:
        """Put a filter in force and every menu back to "all", so that what is looked for is not left out."""
        for menu in self._menus.values():
            menu.clear()
        self.choose(code)

    def count(self, counts: Mapping[str, int]) -> None:
        """Show how many lines each filter would list."""
        for code, number in counts.items():
            self._name(code, f"{self._labels[code]}  {number:,}", f"{self._labels[code]}: {number:,}")
        self._arrange()

    def count_later(self) -> None:
        """Show no number: a count that still grows would be taken for the count."""
        for code, label in self._labels.items():
            self._name(code, label, label)
        self._arrange()

    def _name(self, code: str, words: str, said: str) -> None:
        self._chips[code].setText(words)
        self._chips[code].setAccessibleName(said)

    def add_menu(self, name: str, label: str, choices: Sequence[Choice]) -> None:
        """Add a menu such as "Agency: all ▾" at the right end, or give an existing one other choices."""
        if name not in self._menus:
            self._menus[name] = _MenuChip(label, f"menu-{name}", self)
            self._menus[name].changed.connect(self.changed)
            self.add(self._menus[name], at_end=True)
        self._menus[name].offer(choices)
        self._arrange()

    def _say_changed(self) -> None:
        self._arrange()
        self.changed.emit()

    def _arrange(self) -> None:
        """All chips, or the one menu; it says what is chosen."""
        self._folded.say()
        across = [chip.sizeHint().width() for chip in (*self._chips.values(), *self._menus.values())]
        fold = theme.is_narrow(self) and sum(across) + SMALL * (len(across) - 1) > self.width()
        for chip in self._chips.values():
            chip.setVisible(not fold)
        self._folded.setVisible(fold)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window may have become narrow or wide."""
        super().resizeEvent(event)
        self._arrange()

    def chosen_in(self, name: str) -> str:
        """The code chosen in a menu, "" for all."""
        return self._menus[name].code


class _MenuChip(QPushButton):
    changed = Signal()

    def __init__(self, label: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = label
        self.code = ""
        self.setObjectName(name)
        self.setProperty("pill", True)
        self._menu = QMenu(self)
        self._actions = QActionGroup(self)
        self._actions.triggered.connect(self._choose)
        self.setMenu(self._menu)

    def offer(self, choices: Sequence[Choice]) -> None:
        self._menu.clear()
        if self.code not in {choice.code for choice in choices}:
            self.code = ""
        for choice in (Choice("", "All"), *choices):
            action = QAction(choice.label.replace("&", "&&"), self._menu)
            action.setData(choice.code)
            action.setCheckable(True)
            action.setChecked(choice.code == self.code)
            self._actions.addAction(action)
            self._menu.addAction(action)
        self._show([choice.label for choice in choices if choice.code == self.code])

    def clear(self) -> None:
        """All again; whoever clears tells of it."""
        self.code = ""
        self._menu.actions()[0].setChecked(True)
        self._show([])

    def _choose(self, action: QAction) -> None:
        self.code = action.data()
        self._show([action.text().replace("&&", "&")] if self.code else [])
        self.changed.emit()

    def _show(self, labels: list[str]) -> None:
        words = f"{self._label}: {labels[0] if labels else 'all'}"
        self.setText(f"{words.replace('&', '&&')} ▾")
        self.setAccessibleName(words)


class _Pill(QPushButton):
    """A button with round ends, wide enough for its words in semi-bold, as they are when it is chosen."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        strong = QFontMetrics(theme.strong_font(self.font())).horizontalAdvance(self.text())
        return QSize(hint.width() + max(0, strong - self.fontMetrics().horizontalAdvance(self.text())), hint.height())


def pill(words: str, name: str) -> QPushButton:
    """A button with round ends; `name` is its objectName."""
    made = _Pill(words)
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setProperty("pill", True)
    made.setAutoDefault(False)
    return made
