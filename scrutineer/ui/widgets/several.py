"""Several out of a list: ticks that flow like words, found by typing when there are many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from scrutineer.ui import theme
from scrutineer.ui.theme import MEDIUM, SMALL, TINY
from scrutineer.ui.widgets import field
from scrutineer.ui.widgets.fields import Option, TickField
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.words import Words

_AT_ONCE = 24  # ticks shown without typing; the rest is found by typing


class SeveralField(QWidget):
    """A tuple of ids, in the order of the list. With `may_add`, Enter adds what was typed as a new one; with
    `only_found` the list is too long to be read each time, and shows what is chosen until something is typed.

    Tab comes in once; arrow keys go from tick to tick, Space ticks.
    """

    edited = Signal()

    def __init__(
        self, options: Sequence[Option] = (), *, may_add: bool = False, only_found: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._only_found = only_found
        self._options = list(options)
        self._chosen: set[str] = set()
        self._may_add = may_add
        self._label = ""
        self._ticks: list[TickField] = []
        self._search = _Search()
        self._search.textChanged.connect(self._show)
        self._search.entered.connect(self._enter)
        apart = max(MEDIUM, theme.characters(self, 2))      # so that a box is nearest to its own words
        self._row = FlowRow(across=apart, down=TINY)
        self._more = Words("", "small", hides=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(SMALL)
        for widget in (self._search, self._row, self._more):
            body.addWidget(widget)
        self._show()

    def offer(self, options: Sequence[Option]) -> None:
        """Offer these instead; what was chosen stays chosen."""
        self._options = list(options)
        self._show()

    def call(self, name: str, label: str) -> None:
        """Name it; the ticks are called after the field and their option."""
        self.setObjectName(name)
        self._label = label
        field.name_it(self._search, f"{name}-search", f"{label}: type to find")
        self._show()

    def value(self) -> Any:
        """The chosen ids in the order of the list; unknown ones come last and are kept."""
        listed = [option.id for option in self._options if option.id in self._chosen]
        return (*listed, *sorted(self._chosen - set(listed)))

    def set_value(self, value: Any) -> None:
        """Choose these."""
        self._choose(value or ())

    def problem(self) -> str:
        """Ticks are always understood."""
        return ""

    def draft(self) -> str:
        """The ids, one a line."""
        return "\n".join(self.value())

    def restore(self, draft: str) -> None:
        """Choose them again."""
        self._choose(draft.split("\n") if draft else ())
        self.edited.emit()

    def mark(self, sentence: str) -> None:
        """Tell screen readers; the sentence beside it is enough for the eyes."""
        self.setAccessibleDescription(sentence)

    def _choose(self, ids: Iterable[str]) -> None:
        self._chosen = set(ids)
        known = {option.id for option in self._options}
        unknown = sorted(self._chosen - known)
        self._options += [Option(new, new if self._may_add else "Not on this list") for new in unknown]
        self._show()

    def _show(self) -> None:
        """Show the chosen ones, then as many of those that match as there is room for."""
        wanted = self._search.text().strip().casefold()
        matching = [option for option in self._options if wanted in option.label.casefold()]
        found = matching[:_AT_ONCE] if wanted or not self._only_found else []
        shown = [option for option in self._options if option.id in self._chosen and option not in found] + found
        self._row.clear()
        self._ticks = [self._tick(option) for option in shown]
        before: QWidget = self._search
        for number, tick in enumerate(self._ticks):
            tick.setFocusPolicy(Qt.FocusPolicy.ClickFocus if number else Qt.FocusPolicy.StrongFocus)
            self._row.add(tick)
            QWidget.setTabOrder(before, tick)      # a new widget would come last of the whole window
            before = tick
            tick.show()  # at once: Qt would wait, and the keyboard cannot enter what is not shown
        searches = self._may_add or self._only_found
        self.setFocusProxy(self._ticks[0] if self._ticks and not searches else self._search)
        self._search.setVisible(searches or len(self._options) > _AT_ONCE)
        self._search.setPlaceholderText("Type to find or add" if self._may_add else "Type to find")
        left = len({option.id for option in matching} - {option.id for option in shown})
        more = "more: type" if shown else "to choose from: type part of a word"
        self._more.say(f"{left} {more} to find them." if left > 0 else "")

    def _tick(self, option: Option) -> TickField:
        tick = TickField(option.label)
        tick.setObjectName(f"{self.objectName()}-{option.id}")
        tick.setAccessibleName(f"{self._label}: {option.label}" if self._label else option.label)
        tick.setChecked(option.id in self._chosen)
        tick.toggled.connect(lambda on, chosen=option.id: self._toggle(chosen, on=on))
        tick.stepped.connect(lambda step, tick=tick: self._step(tick, step))
        return tick

    def _toggle(self, option_id: str, *, on: bool) -> None:
        (self._chosen.add if on else self._chosen.discard)(option_id)
        self.edited.emit()

    def _step(self, tick: TickField, step: int) -> None:
        """Move the keyboard to the next tick, which is then the one that Tab comes to."""
        here = self._ticks.index(tick)
        there = self._ticks[(here + step) % len(self._ticks)]
        self._ticks[here].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        there.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        there.setFocus(Qt.FocusReason.TabFocusReason)

    def _enter(self) -> None:
        """Tick what was typed, or the one that it finds; add it when that is allowed."""
        typed = self._search.text().strip()
        found = [option for option in self._options if typed.casefold() in option.label.casefold()]
        exact = [option for option in found if option.label.casefold() == typed.casefold()]
        if not typed or not (exact or found or self._may_add):
            return
        if self._may_add and not exact:
            self._options.append(Option(typed, typed))
            exact = self._options[-1:]
        self._chosen.add((exact or found)[0].id)
        self._search.clear()
        self.edited.emit()


class _Search(QLineEdit):
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to this field while something is typed, not to the form."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.text().strip():
            self.entered.emit()
            return
        super().keyPressEvent(event)
