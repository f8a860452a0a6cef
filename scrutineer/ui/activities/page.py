"""The screen that answers: what have I looked at, and what did I find?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from scrutineer.domain.activity import Level
from scrutineer.domain.lines import ActivityLine
from scrutineer.register.desk import Records
from scrutineer.ui.activities import columns, edit, finding
from scrutineer.ui.activities.detail import ActivityDetail
from scrutineer.ui.list_screen import ListScreen, RecordDetail
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.filter_bar import Choice
from scrutineer.ui.widgets.parts import button


class ActivitiesScreen(ListScreen):
    """Activities done and ahead, each with what was found there."""

    title = "Activities"
    question = "What have I looked at, and what did I find?"
    shows = frozenset({
        "activity", "finding", "form_entry", "grading", "reading", "adoption", "method", "challenge", "agency", "note",
        "feedback", "partnership",
    })  # fmt: skip
    filters = columns.FILTERS
    at_first = "done"
    nothing = columns.NOTHING

    def build(self) -> None:
        """Three buttons, two menus, the list and its detail."""
        self._serves = self.register.partnership.serves
        super().build()
        plan, note = button("Plan an activity", "plan"), button("Note what I saw", "note", primary=True, icon="add")
        methods = button("Methods", "methods")
        methods.clicked.connect(lambda: self.wanted.emit("methods", ""))
        self.add_to_header(methods)
        plan.clicked.connect(lambda: self.ask_here(edit.plan, ""))
        note.clicked.connect(lambda: self.wanted.emit("note", ""))
        self.add_to_header(plan)
        self.add_to_header(note)
        self.bar.add_menu("agency", "Agency", [])
        self.bar.add_menu("level", "Level", [Choice(level.value, level.label) for level in Level])

    def columns(self) -> Sequence[Column]:
        """What, what was found, when."""
        return columns.columns(self.register.today, lambda: self._serves)

    def ids(self) -> Sequence[str]:
        """What is ahead, the nearest first; then the latest first."""
        return self.register.activities.ids()

    def read(self, ids: Sequence[str] | None) -> Sequence[ActivityLine]:
        """What is ahead, the nearest first; then the latest first."""
        self._serves = self.register.partnership.serves      # read once for all lines
        lines = self.register.activities.lines(ids)
        ahead = [line for line in lines if line.status.is_ahead]
        return [*sorted(ahead, key=lambda line: line.held_on or date.max),
                *(line for line in lines if not line.status.is_ahead)]  # fmt: skip

    def offer(self, lines: Iterable[ActivityLine]) -> None:
        """The agencies that were looked at."""
        names = self.register.desk.names()
        seen = {Choice(id_, names[id_]) for line in lines for id_ in line.agency_ids if id_ in names}
        self.bar.add_menu("agency", "Agency", sorted(seen, key=lambda choice: choice.label))

    def passes(self, line: Any, code: str) -> bool:
        """Whether a filter lists this activity."""
        return columns.passes(line, code)

    def chosen_in_menus(self, line: Any) -> bool:
        """Whether it is of the agency and the level that were chosen."""
        agency, level = self.bar.chosen_in("agency"), self.bar.chosen_in("level")
        return agency in {"", *line.agency_ids} and level in {"", line.level.value}

    def make_detail(self) -> RecordDetail:
        """One activity."""
        return ActivityDetail(self.tools, "Activity")

    def open(self, kind: str, id_: str) -> None:
        """Show one activity, or that of whose short form this is a part."""
        register = self.register
        parts: dict[str, Records[Any]] = {
            one.cls.KIND: one for one in (register.form_entries, register.gradings, register.readings)
        }
        if part := parts.get(kind):
            id_ = part.get(id_).activity_id or ""
        super().open(kind, id_)

    def act(self, code: str, id_: str) -> None:
        """Editing and adding are this screen's own; the rest is asked of the window."""
        own = {"edit": edit.ask, "add": finding.add, "edit_finding": finding.ask, "keep_question": finding.keep}
        if code in own:
            self.ask_here(own[code], id_)
        else:
            super().act(code, id_)
