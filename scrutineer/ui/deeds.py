"""What can be done from anywhere: each deed asks on a sheet of its own, and writes through the register.

The window offers them in its menus; screens ask for them by their code.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from scrutineer.ui import late
from scrutineer.ui.tools import Tools


class Deed(NamedTuple):
    """`where` names the function that asks; deeds with `words` stand in the menu, with their shortcut."""

    where: str
    words: str = ""
    shortcut: str = ""

    def ask(self, tools: Tools, parent: QWidget, id_: str) -> str:
        """Ask, and write; the answer is a sentence to say, "" when nothing was done."""
        return str(late.found(self.where)(tools, parent, id_))


DEEDS: dict[str, Deed] = {
    "note": Deed("activities.capture:ask", "Note what I saw", "Ctrl+N"),
    "put": Deed("challenges.put:ask", "Put a challenge", "Ctrl+Shift+N"),
    "reply": Deed("challenges.reply:ask", "Record an answer", "Ctrl+R"),
    "promise": Deed("today.promise:ask", "Note a promise of mine", "Ctrl+Shift+P"),
    "write": Deed("papers.begin:ask", "Begin a paper", "Ctrl+Shift+W"),
    "chase": Deed("challenges.chase:ask"),
    "move_date": Deed("challenges.move_date:ask"),
    "feedback": Deed("activities.feedback:ask"),
    "keep": Deed("today.promise:keep"),
    "pass_on": Deed("learning.passing_on:ask"),
    "back_up": Deed("safekeeping.back_up:ask"),
    "thank": Deed("learning.passing_on:thank"),
}
