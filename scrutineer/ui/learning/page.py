"""The screen that answers: what works, and who could use it?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scrutineer.domain.activity import Finding
from scrutineer.domain.learning import Adoption, VoiceEntry
from scrutineer.domain.lines import FindingLine
from scrutineer.ui.activities import finding
from scrutineer.ui.learning import columns
from scrutineer.ui.learning.detail import FindingDetail
from scrutineer.ui.list_screen import ListScreen, RecordDetail
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.parts import button


class LearningScreen(ListScreen):
    """Strengths, voices, learning and questions, each with what became of it."""

    title = "Learning"
    question = "What works, and who could use it?"
    shows = frozenset({
        "finding", "activity", "challenge", "agency", "note", "adoption", "voice_entry", "evidence_link", "evidence",
        "partnership",
    })  # fmt: skip
    filters = columns.FILTERS
    at_first = "waiting"
    nothing = columns.NOTHING

    def build(self) -> None:
        """Two buttons, the list and its detail."""
        super().build()
        told = button("You said, we asked, they did", "you-said", icon="export")
        told.setAccessibleName("Write “You said, we asked, they did”, for those who were heard")
        told.clicked.connect(lambda: self.wanted.emit("you_said", ""))
        self.add_to_header(told)
        note = button("Note what I saw", "note", primary=True, icon="add")
        note.clicked.connect(lambda: self.wanted.emit("note", ""))
        self.add_to_header(note)

    def columns(self) -> Sequence[Column]:
        """What it says, and what became of it."""
        return columns.COLUMNS

    def ids(self) -> Sequence[str]:
        """The latest first."""
        return self.register.learning.ids(columns.KINDS)

    def read(self, ids: Sequence[str] | None) -> Sequence[FindingLine]:
        """The latest first."""
        return self.register.learning.lines(columns.KINDS, ids)

    def passes(self, line: Any, code: str) -> bool:
        """Whether a filter lists this finding."""
        return columns.passes(line, code)

    def make_detail(self) -> RecordDetail:
        """One finding."""
        return FindingDetail(self.tools, "What works")

    def act(self, code: str, id_: str) -> None:
        """Editing is this screen's own; the rest is asked of the window."""
        if code == "edit_finding":
            self.ask_here(finding.ask, id_)
        else:
            super().act(code, id_)

    def open(self, kind: str, id_: str) -> None:
        """Show one finding, or that to which a voice belongs or whoever took it up; a concern with its activity."""
        if kind == Adoption.KIND:
            kind, id_ = Finding.KIND, self.register.adoptions.get(id_).finding_id or ""
        elif kind == VoiceEntry.KIND:
            kind, id_ = Finding.KIND, self.register.voices.get(id_).finding_id or ""
        found = self.register.findings.get(id_)
        if found.kind not in columns.KINDS and found.activity_id:
            self.open_requested.emit("activity", found.activity_id)
            return
        super().open(kind, id_)
