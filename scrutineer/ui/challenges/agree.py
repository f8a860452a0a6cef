"""“Agree the action”: what a party will do, who, by when, and how it will be known; one or several at once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from scrutineer.domain.action import Action
from scrutineer.domain.entity import Entity, label_of, new_id, said
from scrutineer.domain.text import counted
from scrutineer.ui.challenges.rows import Labelled, RowsField, beside, first_problem
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.date_field import DateField
from scrutineer.ui.widgets.field import Desk, Field
from scrutineer.ui.widgets.fields import TextField
from scrutineer.ui.widgets.form import Form
from scrutineer.ui.widgets.parts import Panel, button


@dataclass(frozen=True, kw_only=True)
class Agreeing(Entity):
    """What the sheet asks; it is never stored as such."""

    actions: tuple[Action, ...] = said("Actions", ())
    on: date | None = said("Agreed on", None)


def ask(tools: Tools, parent: QWidget, addressee_id: str) -> str:
    """Ask for the actions that a party agrees to."""
    challenges = tools.register.challenges
    name = challenges.party_name(challenges.part(addressee_id))
    form = Form(Agreeing, [("actions", ActionsField(tools.desk)), "on"], tools.desk)
    began = Agreeing(on=tools.register.today())
    form.load(began)

    def save() -> None:
        typed = form.replace(began)
        courses = tools.register.courses
        beside("actions", {"actions", "on"}, lambda: courses.agree_action(addressee_id, typed.actions, typed.on))

    shown = sheet(
        tools, parent, f"Agree the action: {name}", "Who and by when may follow.", form, save,
        draft=f"agree_action:{addressee_id}",
    )  # fmt: skip
    if not shown.ask():
        return ""
    return f"{counted(len(form.values()['actions']), 'action')} agreed with {name}."


class ActionsField(RowsField):
    """A tuple of actions; rows without words do not count."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: list[_Row] = []
        self._more = button("Another action", "another-action", small=True)
        self._more.clicked.connect(self._another)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> Any:
        """The actions that have words."""
        return tuple(row.action() for row in self._rows if row.typed["text"].value().strip())

    def set_value(self, value: Any) -> None:
        """Show these, or one empty row."""
        self._show([[one.text, one.owner_role, "", one.measure] for one in value] or [[""] * 4])

    def problem(self) -> str:
        """Whether a date cannot be understood."""
        return first_problem(row.typed["due_on"] for row in self._rows)

    def draft(self) -> str:
        """What is typed, row by row."""
        return json.dumps([[editor.draft() for editor in row.typed.values()] for row in self._rows])

    def restore(self, draft: str) -> None:
        """Type it again."""
        self._show(json.loads(draft))
        self.say_edited()

    def _show(self, rows: list[list[str]]) -> None:
        while self._rows:
            self._rows.pop().deleteLater()
        for typed in rows:
            self._add(typed)

    def _add(self, typed: list[str]) -> None:
        row = _Row(self._desk, len(self._rows) + 1, self)
        for editor, words in zip(row.typed.values(), typed, strict=True):
            editor.restore(words)
        self._rows.append(row)
        self.body.insertWidget(self.body.count() - 1, row)
        self.setFocusProxy(self._rows[0].first)

    def _another(self) -> None:
        self._add([""] * 4)
        self._rows[-1].first.setFocus()
        self.bring_into_sight(self._rows[-1])
        self.say_edited()


class _Row(Panel):
    def __init__(self, desk: Desk, number: int, field: ActionsField) -> None:
        super().__init__()
        self._id = new_id()
        self.first = TextField()
        self.typed: dict[str, Field] = {
            "text": self.first, "owner_role": TextField(), "due_on": DateField(desk), "measure": TextField(),
        }  # fmt: skip
        for name, editor in self.typed.items():
            self.body.addWidget(Labelled(label_of(Action, name), f"{name}-{number}", editor, field.say_edited))

    def action(self) -> Action:
        """What is typed."""
        return Action(id=self._id, **{name: editor.value() for name, editor in self.typed.items()})
