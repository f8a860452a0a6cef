"""The part that answers: what can the yearly report confirm, and what not?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scrutineer.domain.organisation import ReportingPeriod
from scrutineer.register.judging import ConfirmedLine
from scrutineer.ui.assurance import columns, confirm, sources
from scrutineer.ui.assurance.columns import said_on, state_chip
from scrutineer.ui.assurance.period_part import PeriodPart
from scrutineer.ui.list_screen import EVERY_CHANGE, RecordDetail
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.steps import Step

_OF_THE_RECORD = frozenset({"changes", "link_evidence"})      # deeds about the confirmation itself, not its item


class ConfirmedDetail(RecordDetail):
    """Written from the lines that `tell` was told last."""

    def __init__(self, tools: Tools, name: str) -> None:
        super().__init__(tools, name)
        self._lines: dict[str, ConfirmedLine] = {}

    def tell(self, lines: Iterable[ConfirmedLine]) -> None:
        """What can be shown."""
        self._lines = {line.id: line for line in lines}

    def write(self, id_: str) -> None:
        """One item, and what was found."""
        line = self._lines.get(id_)
        if line is None:
            return
        said = line.confirmation
        self.title(line.title)
        self.chips([state_chip(line.state)], said_on(line))
        words = "Change what I said" if said else "Say whether it is so"
        steps = [Step("confirm", words, primary=said is None)]
        self.steps([*steps, Step("link_evidence", "Link evidence"), EVERY_CHANGE] if said else steps, id_)
        if (placed := self.register.frameworks.item(id_)) and placed.item.question:
            self.section("What to ask")
            self.words(placed.item.question)
        if said:
            if said.text:
                self.section("In words" + (" · private to me" if "text" in said.private else ""))
                self.narrative(said.text)
            sources.write(self, said.id)


class ConfirmationsPart(PeriodPart):
    """What the yearly report must be able to confirm: its state, since when, and what shows it."""

    name = "Confirmations"
    columns = columns.CONFIRMED
    shows = frozenset({
        "confirmation", "reporting_period", "local_framework", "local_wording", "evidence_link", "evidence",
        "activity", "finding",
    })  # fmt: skip

    def make_detail(self) -> RecordDetail:
        """One confirmation."""
        self._confirmed = ConfirmedDetail(self.tools, "Confirmation")
        return self._confirmed

    def read(self, period: ReportingPeriod) -> Sequence[ConfirmedLine]:
        """In the order of the framework."""
        lines = self.register.judging.confirmed(period)
        self._confirmed.tell(lines)
        return lines

    def ask(self, id_: str) -> None:
        """Whether it is so, on its sheet."""
        if self.period:
            period = self.period
            self.tools.attempt(lambda: confirm.ask(self.tools, self.window(), period, id_))

    def act(self, code: str, id_: str) -> None:
        """Confirming is done here."""
        if code == "confirm":
            self.ask(id_)
        elif code in _OF_THE_RECORD and self.period:
            super().act(code, self.register.confirmations.standing(self.period.id)[id_].id)
        else:
            super().act(code, id_)

    def open(self, kind: str, id_: str) -> None:
        """Show one confirmation in its period."""
        if kind == "confirmation":
            found = self.register.confirmations.get(id_)
            self.turn_to(found.period_id)
            self.table.select(found.framework_item)
            self.open_detail()
