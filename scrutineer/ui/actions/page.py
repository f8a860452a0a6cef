"""The screen that answers: who does what, by when, and have I seen it?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scrutineer.domain.lines import ActionLine
from scrutineer.ui.actions import columns, moving
from scrutineer.ui.actions.detail import ActionDetail
from scrutineer.ui.challenges import actions
from scrutineer.ui.list_screen import ListScreen, RecordDetail
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.parts import button

_PROMISE = ("promise", "Note a promise")
_HERE = {"change_action": actions.change, "drop": actions.drop, "move_action": moving.ask}


class ActionsScreen(ListScreen):
    """Every agreed action, with what is reported and what I have seen; and my own promises."""

    title = "Actions"
    question = "Who does what by when, and have I seen it?"
    shows = frozenset({
        "action", "progress_update", "extension", "undertaking", "challenge", "addressee", "agency", "agency_group",
        "body", "evidence_link", "evidence", "note", "recommendation",
    })  # fmt: skip
    filters = columns.FILTERS
    at_first = "open"
    nothing = columns.NOTHING
    of_their_own = frozenset({"promises"})
    first = ("reply", "Record an answer")

    def build(self) -> None:
        """One button, the list and its detail."""
        super().build()
        deed, words = _PROMISE
        promise = button(words, "note-promise", primary=True, icon="add")
        promise.clicked.connect(lambda: self.wanted.emit(deed, ""))
        self.add_to_header(promise)

    def columns(self) -> Sequence[Column]:
        """What and who, by when, reported and seen."""
        return columns.columns(self.register.today, self.register.working_days)

    def ids(self) -> Sequence[str]:
        """What is still to be done first, the earliest on top; then promises; then what is settled."""
        return self.register.actions.ids_with_promises()

    def read(self, ids: Sequence[str] | None) -> Sequence[ActionLine]:
        """Agreed actions and promises, in that order."""
        found = self.register.actions.lines(ids)
        promises = self.register.undertakings.lines(ids)
        return sorted([*found, *promises], key=lambda line: not line.is_open)

    def passes(self, line: Any, code: str) -> bool:
        """Whether a filter lists this line."""
        return columns.passes(line, code, self.register.today())

    def first_deed(self) -> tuple[str, str]:
        """An action begins with an answer, a promise by itself."""
        return _PROMISE if self.bar.chosen in self.of_their_own else self.first

    def make_detail(self) -> RecordDetail:
        """One action or promise."""
        return ActionDetail(self.tools, "The action")

    def act(self, code: str, id_: str) -> None:
        """What belongs to an action alone is done here; the rest is asked of the window."""
        if code in _HERE:
            self.ask_here(_HERE[code], id_)
        else:
            super().act(code, id_)

    def open(self, kind: str, id_: str) -> None:
        """Show one action; for a line of progress, what it is about."""
        if kind != "progress_update":
            super().open(kind, id_)
            return
        update = self.register.updates.get(id_)
        if update.action_id:
            super().open("action", update.action_id)
        else:
            self.open_requested.emit("response", update.response_id or "")
