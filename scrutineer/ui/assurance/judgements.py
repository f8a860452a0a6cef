"""The part that answers: what is my view, how sure am I, and on which evidence?"""

from __future__ import annotations

from scrutineer.ui.assurance.part import Part
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.empty import Empty
from scrutineer.ui.widgets.table import RecordTable

COLUMNS = (
    Column("About", lambda one: one.about or one.kind.label, second=lambda one: one.bottom_line, stretch=True),
    Column("Direction", lambda one: one.direction.label, width=16),
    Column("Confidence", lambda one: one.confidence.label, width=18),
)


class JudgementsPart(Part):
    """The judgements of a period."""

    shows = frozenset({"judgement", "reporting_period", "partnership", "local_framework", "local_wording"})

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._empty = Empty("No judgement has been made yet.", "")
        self.table = RecordTable(COLUMNS, "Judgements", empty=self._empty)
        self.body.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def refresh(self, _ids: frozenset[str]) -> None:
        """Every judgement, in the order in which it was made."""
        self.table.show_lines(self.register.judgements.all())

    def open(self, _kind: str, id_: str) -> None:
        """Show one judgement."""
        self.table.select(id_)
