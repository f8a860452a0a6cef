"""Files that came with something: chosen or dropped, read at once, and kept in the record only when it is saved.

Neither the reply nor the entry that they will belong to is known here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from scrutineer.domain.errors import ScrutineerError
from scrutineer.domain.evidence import in_megabytes
from scrutineer.exchange import dropped
from scrutineer.exchange.dropped import KINDS, Dropped
from scrutineer.ui.challenges.rows import RowsField
from scrutineer.ui.theme import TINY
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button, icon_button
from scrutineer.ui.widgets.words import Words

_KINDS = f"Files to keep ({' '.join(f'*{kind}' for kind in KINDS)});;All files (*)"
_MAY_BE_DROPPED = "or drop it anywhere on this sheet"


class _Taken(NamedTuple):
    path: Path | None      # where it came from, if that is known: a draft remembers it
    file: Dropped


class FilesField(RowsField):
    """A tuple of Dropped; other ways in may stand `beside` its button.

    `came` with each file that the person added: an e-mail may fill other fields.
    """

    came = Signal(object)

    def __init__(self, tools: Tools, *beside: QWidget, one_only: bool = False) -> None:
        super().__init__()
        self._tools = tools
        self._one_only = one_only
        self._taken: list[_Taken] = []
        self._rows: list[QWidget] = []
        self._add = button("Choose the file" if one_only else "Add a file", "add-file", small=True, icon="attach")
        self._add.clicked.connect(self._choose)
        head = FlowRow()
        for widget in (*beside, self._add, Words(_MAY_BE_DROPPED, "small")):
            head.add(widget)
        self._note = Words("", "small", hides=True)
        self.body.setSpacing(TINY)
        for widget in (head, self._note):
            self.body.addWidget(widget)
        self.setFocusProxy(self._add)

    def value(self) -> Any:
        """The files, as they were read."""
        return tuple(one.file for one in self._taken)

    def set_value(self, value: Any) -> None:
        """Show these."""
        self._show([_Taken(None, file) for file in value or ()])

    def problem(self) -> str:
        """What could not be kept was refused when it was added."""
        return ""

    def draft(self) -> str:
        """Where the files lie: they are read again from there."""
        return json.dumps([str(one.path) for one in self._taken if one.path])

    def restore(self, draft: str) -> None:
        """Read the files again; what is no longer where it was is said."""
        found, gone = [], []
        for name in json.loads(draft or "[]"):
            try:
                found.append(_Taken(Path(name), dropped.read(Path(name))))
            except ScrutineerError:
                gone.append(f"“{Path(name).name}”")
        self._show([*(one for one in self._taken if one.path is None), *found])
        if gone:
            self._note.say(f"No longer where it was, so please add it again: {', '.join(gone)}.")
        self.say_edited()

    def take(self, paths: Iterable[Path]) -> None:
        """Add files that were chosen or dropped; what cannot be kept is shown with its reason."""
        for path in paths:
            try:
                file = dropped.read(path)
            except ScrutineerError as error:
                self._tools.messages.show_error(error)
                continue
            known = [one for one in self._taken if (one.file.file_name, one.file.data) != (file.file_name, file.data)]
            self._show([*([] if self._one_only else known), _Taken(path, file)])
            self.say_edited()
            self.came.emit(file)

    def say(self, sentence: str) -> None:
        """Say something of what comes in; "" takes it back."""
        self._note.say(sentence)

    def _choose(self) -> None:
        ask, preferences = self._tools.messages, self._tools.preferences
        title = "Choose a file" if self._one_only else "Add files"
        chosen = ask.files_to_open(title, preferences.last_folder, _KINDS)
        if chosen:
            preferences.last_folder = chosen[0].parent
        self.take(chosen[:1] if self._one_only else chosen)

    def _show(self, taken: list[_Taken]) -> None:
        while self._rows:
            old = self._rows.pop()
            old.hide()
            old.deleteLater()
        self._taken = taken
        self._note.say("")
        before: QWidget = self._add
        for number, one in enumerate(taken, start=1):
            away = icon_button("close", f"Leave out {one.file.file_name}", f"leave-out-{number}")
            # Queued, because the button that was pressed goes with its row.
            away.clicked.connect(partial(self._leave_out, one), Qt.ConnectionType.QueuedConnection)
            row = FlowRow()
            row.add(Words(f"{one.file.file_name} · {in_megabytes(len(one.file.data))}"))
            row.add(away)
            self._rows.append(row)
            self.body.insertWidget(self.body.count() - 1, row)
            QWidget.setTabOrder(before, away)
            before = away
            row.show()      # at once: Qt would wait, and the keyboard cannot enter what is not shown

    def _leave_out(self, one: _Taken, _checked: bool = False) -> None:
        self._show([other for other in self._taken if other is not one])
        self._add.setFocus()
        self.say_edited()
