"""Where a record lives: shown in full, changed with a button, and never in a folder that is copied about."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer import paths
from scrutineer.ui.messages import Messages
from scrutineer.ui.theme import TINY
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.words import Words

ENDING = ".scrutiny"
KINDS = f"Scrutineer record (*{ENDING})"

ON_NETWORK = ("This place is on another machine. It works, but only one person at a time can have the record open, "
              "and a lost connection can interrupt you. A place on this computer is safer.")  # fmt: skip


def why_not(path: Path) -> str:
    """Why a record must not be worked in at this place; "" when it may."""
    by = paths.synced_by(path)
    if not by:
        return ""
    return (f"{by} copies this folder about while you work, and that can damage a record. Keep the record here on "
            f"this computer, and put its backups into {by}: there they are welcome.")  # fmt: skip


class PlaceField(QWidget):
    """The whole path of a record, and the button that changes it."""

    edited = Signal()

    def __init__(self, label: str, messages: Messages) -> None:
        super().__init__()
        self._messages = messages
        self._path = Path()
        self._shown = Words("", "strong")
        self._shown.setObjectName("place")
        self._problem = Words("", "problem", hides=True)
        self._note = Words("", "soft", hides=True)
        change = button("Choose another place", "choose-place")
        change.clicked.connect(self._choose)
        row = FlowRow()
        row.add(change)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(TINY)
        for widget in (Words(label, "label"), self._shown, row, self._problem, self._note):
            body.addWidget(widget)

    def path(self) -> Path:
        """The place that stands there."""
        return self._path

    def propose(self, path: Path) -> None:
        """Show a place."""
        self._path = path
        self._shown.say(str(path))
        self._note.say(ON_NETWORK if paths.is_on_network(path) else "")
        self.is_allowed()

    def is_allowed(self) -> bool:
        """Whether a record may live there; if not, the sentence stands beneath."""
        self._problem.say(why_not(self._path))
        return not self._problem.said()

    def show_problem(self, sentence: str) -> None:
        """Say what else is wrong with this place."""
        self._problem.say(sentence)

    def problem(self) -> str:
        """What stands there as wrong."""
        return self._problem.said()

    def _choose(self) -> None:
        chosen = self._messages.file_to_save("Where shall the record live?", self._path, KINDS)
        if chosen:
            self.propose(chosen if chosen.suffix == ENDING else chosen.with_name(chosen.name + ENDING))
            self.edited.emit()


class FolderField(QWidget):
    """The folder for backups; there may be none yet."""

    def __init__(self, messages: Messages, start: Path) -> None:
        super().__init__()
        self._messages = messages
        self._folder: Path | None = None
        self._start = start
        self._shown = Words("None chosen yet", "strong")
        self._shown.setObjectName("backup-folder")
        choose = button("Choose a folder", "choose-folder")
        choose.clicked.connect(self._choose)
        row = FlowRow()
        row.add(choose)
        why = ("A backup is made there at once. OneDrive or a network folder is welcome: each backup is one encrypted "
               "file, and this computer may be lost or taken back any day.")  # fmt: skip
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(TINY)
        for widget in (Words("Folder for backups", "label"), self._shown, row, Words(why, "soft")):
            body.addWidget(widget)

    def folder(self) -> Path | None:
        """The folder, when one was chosen."""
        return self._folder

    def propose(self, folder: Path | None) -> None:
        """Show a folder."""
        self._folder = folder
        self._shown.say(str(folder) if folder else "None chosen yet")

    def _choose(self) -> None:
        chosen = self._messages.folder("Where shall backups be put?", self._folder or self._start)
        if chosen:
            self.propose(chosen)
