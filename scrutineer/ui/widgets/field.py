"""What every field of a form can do, whatever it looks like, and what fields borrow from the window.

A field holds one value of a record. It neither knows the record nor saves anything.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from scrutineer.domain.dates import WorkingDays
from scrutineer.ui.jobs import Jobs


class Rendered(Protocol):
    """A text as it will look: HTML that loads nothing, and a note when it is not shown as it will look."""

    @property
    def html(self) -> str: ...
    @property
    def note(self) -> str: ...


@dataclass(frozen=True)
class Desk:
    """What fields borrow: the jobs and the renderer for previews, today and the working days for dates.

    `ask_to_open(address)` says whether a link in a preview may be opened outside this program.
    """

    jobs: Jobs
    render: Callable[[str], Rendered]
    ask_to_open: Callable[[str], bool]
    today: Callable[[], date] = date.today
    working_days: Callable[[], WorkingDays] = WorkingDays


@runtime_checkable
class Field(Protocol):
    """Every editor. `edited` is emitted when the person, not the program, has changed it."""

    edited: SignalInstance

    def call(self, name: str, label: str) -> None:
        """Name the part that has the keyboard: objectName for tests, accessible name for people."""

    def value(self) -> Any:
        """What is typed, as a value of the record; meaningless while there is a `problem`."""

    def set_value(self, value: Any) -> None:
        """Show a value of the record; not an edit."""

    def problem(self) -> str:
        """A sentence when what is typed cannot be understood, otherwise ""."""

    def draft(self) -> str:
        """What is typed, as text, so that it survives even where it is no value yet."""

    def restore(self, draft: str) -> None:
        """Put a draft back; it counts as an edit."""

    def mark(self, sentence: str) -> None:
        """Show that something is wrong here, or with "" that nothing is."""


def mark(widget: QWidget, sentence: str) -> None:
    """Give a widget the border of a wrong field, and tell screen readers why."""
    widget.setProperty("wrong", bool(sentence))
    widget.setAccessibleDescription(sentence)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def name_it(widget: QWidget, name: str, label: str) -> None:
    """objectName for tests, accessible name for people."""
    widget.setObjectName(name)
    widget.setAccessibleName(label)
