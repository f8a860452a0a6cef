"""“Note a chase”: that somebody was reminded, which changes no status and shows in the story."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scrutineer.domain.note import NoteKind
from scrutineer.ui.challenges import note
from scrutineer.ui.tools import Tools


def ask(tools: Tools, parent: QWidget, id_: str) -> str:
    """Ask when and how a party was chased; with the id of a challenge, all of its parties at once."""
    challenges = tools.register.challenges
    challenge = challenges.find(id_)
    if challenge:
        return note.about(tools, parent, challenge, challenge.title, NoteKind.CHASED)
    part = challenges.part(id_)
    return note.about(tools, parent, part, challenges.party_name(part), NoteKind.CHASED)
