"""“Back up now”, from wherever one is: into the folder for backups, which is asked for when there is none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from scrutineer.domain.text import counted
from scrutineer.register.safekeeping import Backup
from scrutineer.ui.safekeeping.borrowing import borrow
from scrutineer.ui.tools import Tools


def ask(tools: Tools, parent: QWidget, _id: str = "") -> str:
    """Make a backup beside the window; what came of it is said when it has ended."""
    folder = tools.preferences.backup_folder or choose_folder(tools)
    if folder:
        make = tools.register.safekeeping.back_up
        borrow(tools, parent, "Backing up", lambda progress: make(folder, progress), lambda made: _tell(tools, made))
    return ""


def choose_folder(tools: Tools) -> Path | None:
    """Ask for the folder for backups, and remember it; None when none was chosen."""
    habits = tools.preferences
    folder = tools.messages.folder("Where shall backups be put?", habits.backup_folder or habits.last_folder)
    if folder:
        habits.backup_folder = folder
    return folder


def _tell(tools: Tools, made: Backup) -> None:
    tools.register.announce("backup")
    said = f"Backed up and checked: {counted(made.records, 'entry', 'entries')} in “{made.path.name}”."
    tools.say(said, "Open the folder", lambda: tools.open_folder(made.path))
