"""“Edit the ladder”: what each rung of escalation is called here, to whom it goes, and how long a reply may take."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from scrutineer.domain.challenge import Stage
from scrutineer.domain.entity import Entity, label_of, said
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.escalation import Rung
from scrutineer.ui.challenges.rows import Labelled, RowsField, first_problem
from scrutineer.ui.sheets import sheet
from scrutineer.ui.theme import MEDIUM
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.field import Field
from scrutineer.ui.widgets.fields import NumberField, TextField, TickField
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.form import Form
from scrutineer.ui.widgets.parts import Panel
from scrutineer.ui.widgets.words import Words

_QUESTION = (
    "Every challenge begins by being put directly; nothing is shown before stage 1. With 0 days a rung has no clock."
)


@dataclass(frozen=True, kw_only=True)
class Ladder(Entity):
    """What the sheet asks; each rung of it is stored by itself."""

    rungs: tuple[Rung, ...] = said("Rungs", ())


def ask(tools: Tools, parent: QWidget, id_: str = "") -> str:
    """Ask how the rungs shall be, beginning at one of them; the lowest, where challenges begin, stays as it is."""
    escalations = tools.register.escalations
    began = Ladder(rungs=tuple(rung for rung in escalations.ladder() if rung.stage is not Stage.DIRECT))
    rungs_field = RungsField(began.rungs)
    form = Form(Ladder, [("rungs", rungs_field)], tools.desk)
    form.load(began)
    rungs_field.begin_at(id_)

    def save() -> None:
        rungs: tuple[Rung, ...] = form.replace(began).rungs
        problems = [problem.sentence for rung in rungs for problem in rung.problems()]
        if all(rung.is_left_out for rung in rungs):
            problems.append("Use one rung at least.")
        if problems:
            raise Invalid([Problem("rungs", " ".join(dict.fromkeys(problems)))])
        with tools.register.desk.act():
            for rung, before in zip(rungs, began.rungs, strict=True):
                if rung != before:
                    escalations.save_rung(rung)

    shown = sheet(tools, parent, "The ladder of escalation", _QUESTION, form, save, draft="ladder")
    return "The ladder of escalation is changed." if shown.ask() else ""


class RungsField(RowsField):
    """A tuple of rungs, one panel each."""

    def __init__(self, rungs: Sequence[Rung]) -> None:
        super().__init__()
        self._rows = [_Row(rung, self) for rung in rungs]
        for row in self._rows:
            self.body.addWidget(row)
        self.setFocusProxy(self._rows[0].first)

    def begin_at(self, rung_id: str) -> None:
        """Put the cursor into one rung; into the first when it is none of these."""
        row = next((row for row in self._rows if row.rung().id == rung_id), self._rows[0])
        self.setFocusProxy(row.first)
        self.bring_into_sight(row)

    def value(self) -> Any:
        """The rungs as they stand here."""
        return tuple(row.rung() for row in self._rows)

    def set_value(self, value: Any) -> None:
        """Show these, in the order of the rows."""
        for row, rung in zip(self._rows, value, strict=True):
            row.show_rung(rung)

    def problem(self) -> str:
        """Whether the days cannot be understood."""
        return first_problem(editor for row in self._rows for editor in row.typed.values())

    def draft(self) -> str:
        """What is typed, row by row."""
        return json.dumps([[editor.draft() for editor in row.typed.values()] for row in self._rows])

    def restore(self, draft: str) -> None:
        """Type it again."""
        for row, typed in zip(self._rows, json.loads(draft), strict=False):
            for editor, words in zip(row.typed.values(), typed, strict=True):
                editor.restore(words)
        self.say_edited()


class _Row(Panel):
    def __init__(self, rung: Rung, field: RungsField) -> None:
        super().__init__()
        self._rung = rung
        number, usual = rung.stage.rung, rung.stage.label.partition(" · ")[2]
        self.first = TextField()
        self.first.setPlaceholderText(usual)
        days, left_out = NumberField(whole=True), TickField()
        self.typed: dict[str, Field] = {"title": self.first, "to_whom": TextField(), "days": days,
                                        "is_left_out": left_out}  # fmt: skip
        head = FlowRow(across=MEDIUM)
        head.add(Words(f"Stage {number}", "strong"))
        head.add(Labelled(label_of(Rung, "days"), f"days-{number}", days, field.say_edited, beside=True), at_end=True)
        left_out.call(f"is_left_out-{number}", label_of(Rung, "is_left_out"))
        left_out.setAccessibleName(f"Stage {number}: {label_of(Rung, 'is_left_out')}")
        left_out.edited.connect(field.say_edited)
        head.add(left_out)
        self.body.addWidget(head)
        for name in ("title", "to_whom"):
            self.body.addWidget(Labelled(label_of(Rung, name), f"{name}-{number}", self.typed[name], field.say_edited))

    def rung(self) -> Rung:
        """What is typed."""
        return replace(self._rung, **{name: editor.value() for name, editor in self.typed.items()})

    def show_rung(self, rung: Rung) -> None:
        """Show one."""
        for name, editor in self.typed.items():
            editor.set_value(getattr(rung, name))
