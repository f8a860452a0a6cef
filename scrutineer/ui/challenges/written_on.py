"""What the parts of a challenge are written on, and what those who write are told beside the records themselves.

The detail is such a sheet; each of its writers puts one kind of fact on it and knows no other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from scrutineer.domain.challenge import Stage
from scrutineer.domain.dates import WorkingDays
from scrutineer.domain.entity import Entity
from scrutineer.domain.escalation import Rung
from scrutineer.domain.organisation import Serves
from scrutineer.ui.theme import SMALL, TINY
from scrutineer.ui.widgets.chip import Chip
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.steps import NextSteps, Step


class Sheet(Protocol):
    """What a part is written on, from top to bottom."""

    asked: SignalInstance

    def party(self, name: str, chips: Sequence[Chip], aside: str = "") -> None: ...
    def section(self, label: str) -> None: ...
    def chips(self, chips: Sequence[Chip], aside: str = "") -> None: ...
    def words(self, text: str, role: str = "") -> None: ...
    def quote(self, html: str) -> None: ...
    def labelled(self, label: str, text: str, *, is_private: bool = False) -> None: ...
    def narrative(self, text: str) -> None: ...
    def formatted(self, text: str) -> QWidget: ...
    def add(self, widget: QWidget) -> None: ...


@dataclass(frozen=True)
class Around:
    """What stands around the parts: the day, working days, the ladder, and what other records are called."""

    today: date
    calendar: WorkingDays
    rungs: Mapping[Stage, Rung]
    called: Callable[[Entity], str]
    reference: Callable[[str | None], str]      # of a challenge by its id, with its title
    serves: Serves

    def rung(self, stage: Stage) -> str:
        """What a rung is called in this partnership."""
        return self.rungs[stage].called


def offer(sheet: Sheet, id_: str, steps: Sequence[Step]) -> None:
    """Some steps as buttons, the quiet ones close together beneath; each is asked for with the id it is about."""
    plain = [step for step in steps if not step.quiet]
    if plain:
        row = NextSteps(plain)
        row.taken.connect(lambda code: sheet.asked.emit(code, id_))
        row.setContentsMargins(0, TINY, 0, 0)
        sheet.add(row)
    quiet = [step for step in steps if step.quiet]
    if quiet:
        sheet.add(quiet_row(quiet, lambda code: sheet.asked.emit(code, id_)))


def quiet_row(steps: Sequence[Step], ask: Callable[[str], object], prefix: str = "step") -> FlowRow:
    """What may be done at any time: words to press, which ask for no attention; `ask(code)` when one is."""
    row = FlowRow(across=SMALL, down=0)
    for step in steps:
        made = button(step.words, f"{prefix}-{step.code}", quiet=True)
        made.clicked.connect(lambda _checked=False, code=step.code: ask(code))
        row.add(made)
    return row
