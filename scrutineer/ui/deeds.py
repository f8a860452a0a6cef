"""What can be done from anywhere: each deed asks on a sheet of its own, and writes through the register.

The window offers them in its menus; screens ask for them by their code.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from scrutineer.ui.activities import capture, feedback
from scrutineer.ui.challenges import chase, move_date, put, reply
from scrutineer.ui.learning import passing_on
from scrutineer.ui.papers import begin
from scrutineer.ui.today import promise
from scrutineer.ui.tools import Tools


class Deed(NamedTuple):
    """`ask(tools, parent, id)` asks and writes; it answers with a sentence to say, "" when nothing was done.

    Deeds with `words` stand in the menu, with their shortcut.
    """

    ask: Callable[[Tools, QWidget, str], str]
    words: str = ""
    shortcut: str = ""


DEEDS: dict[str, Deed] = {
    "note": Deed(capture.ask, "Note what I saw", "Ctrl+N"),
    "put": Deed(put.ask, "Put a challenge", "Ctrl+Shift+N"),
    "reply": Deed(reply.ask, "Record an answer", "Ctrl+R"),
    "promise": Deed(promise.ask, "Note a promise of mine", "Ctrl+Shift+P"),
    "write": Deed(begin.ask, "Begin a paper", "Ctrl+Shift+W"),
    "chase": Deed(chase.ask),
    "move_date": Deed(move_date.ask),
    "feedback": Deed(feedback.ask),
    "keep": Deed(promise.keep),
    "pass_on": Deed(passing_on.ask),
    "thank": Deed(passing_on.thank),
}
