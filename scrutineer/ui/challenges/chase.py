"""“Note a chase”: that somebody was reminded, which changes no status and shows in the story."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scrutineer.domain.note import NoteKind
from scrutineer.ui.challenges import note
from scrutineer.ui.tools import Tools


def ask(tools: Tools, parent: QWidget, id_: str) -> str:
    """Ask when and how a party was chased; with the id of a challenge, all of its parties at once."""
    return note.ask(tools, parent, id_, NoteKind.CHASED)
