"""What fields made of several rows have in common: the parties of a challenge, the answers in a reply, actions.

Such a field is one field of its form, whatever number of editors stand in its rows.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from scrutineer.domain.errors import Invalid, Problem
from scrutineer.ui.theme import SMALL, TINY
from scrutineer.ui.widgets.editors import is_short
from scrutineer.ui.widgets.field import Field, name_it
from scrutineer.ui.widgets.words import Words


class RowsField(QWidget):
    """The frame: rows one below the other, named as one field."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.label = ""
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SMALL)

    def call(self, name: str, label: str) -> None:
        """Name it."""
        self.label = label
        name_it(self, name, label)

    def mark(self, sentence: str) -> None:
        """Tell screen readers; the sentence beneath is enough for the eyes."""
        self.setAccessibleDescription(sentence)

    def say_edited(self) -> None:
        """Tell the form that the person has changed something."""
        self.edited.emit()

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll the form to a row that was added, once it has its place."""
        above: QWidget | None = self
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(area := above, QScrollArea):
            if inside := area.widget():
                inside.adjustSize()
            QTimer.singleShot(0, widget, lambda: area.ensureWidgetVisible(widget))


class Labelled(QWidget):
    """An editor with its label above, or `beside` it, small enough to stand among others."""

    def __init__(
        self, label: str, name: str, editor: Field, edited: Callable[[], None], *, beside: bool = False
    ) -> None:
        super().__init__()
        editor.call(name, label)
        editor.edited.connect(edited)
        words = Words(label, "label")
        words.setBuddy(cast(QWidget, editor))
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        body = QBoxLayout(way, self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(SMALL if beside else TINY)
        body.addWidget(words)
        if is_short(editor) and not beside:      # no wider than what is typed into it
            body.addWidget(cast(QWidget, editor), 0, Qt.AlignmentFlag.AlignLeft)
        else:
            body.addWidget(cast(QWidget, editor))


def first_problem(editors: Iterable[Field]) -> str:
    """What is typed in one of these editors and cannot be understood."""
    return next(filter(None, (editor.problem() for editor in editors)), "")


def beside(rows: str, fields: Collection[str], act: Callable[[], object]) -> None:
    """Do `act`; a problem of a field that this form does not have stands beside the field `rows`."""
    try:
        act()
    except Invalid as invalid:
        problems = [one if one.field in fields else Problem(rows, one.sentence) for one in invalid.problems]
        raise Invalid(dict.fromkeys(problems)) from invalid
