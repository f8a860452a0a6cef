"""Agencies that are not on the list yet: the name and the short name of each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scrutineer.domain.entity import new_id
from scrutineer.ui.challenges.rows import Labelled, RowsField
from scrutineer.ui.theme import MEDIUM
from scrutineer.ui.widgets.fields import TextField
from scrutineer.ui.widgets.parts import button


class NewName(NamedTuple):
    """One agency that begins: the id that it will have, its name, and its short name for lists."""

    id: str
    name: str
    short_name: str

    @property
    def called(self) -> str:
        """The name that lists use."""
        return self.short_name.strip() or self.name.strip()


class NamesField(RowsField):
    """A tuple of new names; rows without a name do not count."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_Row] = []
        self._more = button("Another one", "another-name", small=True)
        self._more.clicked.connect(self._another)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._show([])

    def value(self) -> Any:
        """Those that have a name."""
        return tuple(row.typed() for row in self._rows if row.typed().name.strip())

    def set_value(self, value: Any) -> None:
        """Show these, or one empty row."""
        self._show(list(value or ()))

    def problem(self) -> str:
        """Any name is a name."""
        return ""

    def draft(self) -> str:
        """What is typed, row by row."""
        return json.dumps([list(row.typed()) for row in self._rows])

    def restore(self, draft: str) -> None:
        """Type it again."""
        self._show([NewName(*typed) for typed in json.loads(draft)])
        self.say_edited()

    def let_several(self, wanted: bool) -> None:
        """Whether more than one can be named."""
        self._more.setVisible(wanted)
        for row in self._rows[1:]:
            row.setVisible(wanted)

    def _show(self, names: Sequence[NewName]) -> None:
        while self._rows:
            self._rows.pop().deleteLater()
        for name in names or [NewName(new_id(), "", "")]:
            self._add(name)

    def _add(self, name: NewName) -> None:
        row = _Row(name, len(self._rows) + 1, self)
        self._rows.append(row)
        self.body.insertWidget(self.body.count() - 1, row)
        self.setFocusProxy(self._rows[0].name)

    def _another(self) -> None:
        self._add(NewName(new_id(), "", ""))
        self._rows[-1].name.setFocus()
        self.bring_into_sight(self._rows[-1])
        self.say_edited()


class _Row(QWidget):
    def __init__(self, name: NewName, number: int, field: NamesField) -> None:
        super().__init__()
        self._id = name.id
        self.name, self._short = TextField(), TextField()
        self.name.set_value(name.name)
        self._short.set_value(name.short_name)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(MEDIUM)
        body.addWidget(Labelled("Name", f"name-{number}", self.name, field.say_edited), 2)
        body.addWidget(Labelled("Short name", f"short_name-{number}", self._short, field.say_edited), 1)

    def typed(self) -> NewName:
        """What is typed."""
        return NewName(self._id, self.name.value(), self._short.value())
