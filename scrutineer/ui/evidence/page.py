"""The screen that answers: how do I know?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scrutineer.domain.entity import Entity
from scrutineer.domain.lines import EvidenceLine
from scrutineer.ui.evidence import columns, entry
from scrutineer.ui.evidence.detail import EvidenceDetail
from scrutineer.ui.list_screen import ListScreen, RecordDetail
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.parts import button


class EvidenceScreen(ListScreen):
    """Every entry of the register and every record that is linked as evidence, with what it shows."""

    title = "Evidence"
    question = "How do I know?"
    shows = frozenset({
        "evidence", "evidence_link", "attachment", "activity", "finding", "meeting", "reply", "progress_update",
        "challenge", "addressee", "action", "response", "body", "partnership",
    })  # fmt: skip
    filters = columns.FILTERS
    at_first = "all"
    nothing = columns.NOTHING
    first = ("new_entry", "Enter evidence")
    takes_files = "evidence.entry:of_files"

    def build(self) -> None:
        """One button, the list and its detail."""
        self._serves = self.register.partnership.serves
        super().build()
        enter = button("Enter evidence", "enter-evidence", primary=True, icon="add")
        enter.clicked.connect(lambda: self.wanted.emit("new_entry", ""))
        self.add_to_header(enter)

    def columns(self) -> Sequence[Column]:
        """What it is, its kind, and what it shows."""
        return columns.columns(lambda: self._serves)

    def ids(self) -> Sequence[str]:
        """The latest first."""
        return self.register.evidence.ids()

    def read(self, ids: Sequence[str] | None) -> Sequence[EvidenceLine]:
        """The latest first."""
        self._serves = self.register.partnership.serves      # read once for all lines
        return self.register.evidence.lines(ids)

    def passes(self, line: Any, code: str) -> bool:
        """Whether a filter lists this line."""
        return columns.passes(line, code)

    def make_detail(self) -> RecordDetail:
        """One piece of evidence."""
        return EvidenceDetail(self.tools, "Evidence")

    def act(self, code: str, id_: str) -> None:
        """Opening and editing are done here; the rest is asked of the window."""
        if code == "open":
            found = self.register.evidence.linked(id_)
            self.open_requested.emit(found.KIND, found.id)
        elif code == "edit_entry":
            self.ask_here(entry.edit, id_)
        else:
            super().act(code, id_)

    def open(self, kind: str, id_: str) -> None:
        """Show one source; for a link or a file, the one that it belongs to."""
        owner: str | None = id_
        if kind == "evidence_link":
            owner = self.register.evidence.link_of(id_).source_id
        elif kind == "attachment":
            owner = self.register.attachments.get(id_).subject_id
        source: Entity = self.register.evidence.linked(owner or "")
        super().open(source.KIND, source.id)
