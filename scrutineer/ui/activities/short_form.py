"""The short form of its own that each form of scrutiny asks for: its prompts, and rows of grades or figures.

It shows what the chosen form asks, and whatever holds words already: changing the form loses nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.domain.activity import ActivityType
from scrutineer.domain.activity_form import (
    Family,
    FormEntry,
    Grading,
    Prompt,
    Reading,
    ShortForm,
    aspects_of,
    family_of,
    is_graded,
    is_read,
    prompts_of,
)
from scrutineer.domain.entity import Entity
from scrutineer.ui.activities.rows import GradingRow, Known, ReadingRow
from scrutineer.ui.theme import MEDIUM
from scrutineer.ui.widgets.field import Desk
from scrutineer.ui.widgets.fields import Option
from scrutineer.ui.widgets.form_block import Block
from scrutineer.ui.widgets.markdown_field import MarkdownField
from scrutineer.ui.widgets.rows import Row, Rows
from scrutineer.ui.widgets.words import Words

E = TypeVar("E", bound=Entity)

_HINTS = {
    Family.DISAGREEMENT: "The parties are the agencies above. You advise; what they agree is theirs, and no verdict "
                         "is kept.",
    Family.APPRECIATIVE: "What was taken up where stands with each strength, under Learning.",
}  # fmt: skip
_FRAMEWORK_OF = {ActivityType.SECTION_11_REVIEW: "S11_8@", ActivityType.SECTION_175_REVIEW: "S175_"}
_OF_A_GRADING = ("agency_id", "aspect", "framework_item", "own", "moderated", "comment")
_OF_A_READING = ("agency_id", "indicator", "period", "value", "source", "question")
_ENTER = "Enter goes down the column, and adds a row after the last; Up goes up."


class ShortFormField(QWidget):
    """A `ShortForm`. `standards` are items of frameworks with their words; `chosen()` the agencies of the activity."""

    edited = Signal()

    def __init__(
        self, desk: Desk, begun: ShortForm, agencies: Sequence[Option], standards: Sequence[tuple[str, str]],
        chosen: Callable[[], Sequence[str]],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._begun = begun
        self._agencies = agencies
        self._standards = {words: ref for ref, words in standards}
        self._chosen = chosen
        self._form = ActivityType.OTHER
        self._blocks: dict[Prompt, Block] = {}
        self._gradings = self._rows_of_gradings()
        self._readings = Rows(
            lambda one: ReadingRow(one, agencies), self._next_reading, "Add a figure", "reading"
        )  # fmt: skip
        self._hint = Words("", "small", hides=True)
        self._enter = Words(_ENTER, "small")
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(MEDIUM)
        for widget in (self._hint, self._gradings, self._readings, self._enter):
            self._body.addWidget(widget)
        for rows in (self._gradings, self._readings):
            rows.edited.connect(self.edited)
            rows.arranged.connect(self._put_in_order)
        self.set_value(None)

    def _rows_of_gradings(self) -> Rows:
        rows = Rows(lambda one: GradingRow(one, self._agencies, self._known()), _next_grading, "Add a row", "grading")
        rows.offer("A row for each agency", "row-each-agency", self._add_agencies)
        rows.offer("A row for each standard", "row-each-standard", self._add_standards)
        return rows

    def ask_for(self, form: ActivityType) -> None:
        """Show what this form of scrutiny asks; what holds words already stays in sight."""
        self._form = form
        answered = {prompt for prompt, block in self._blocks.items() if block.field.value().strip()}
        wanted = {*prompts_of(form), *answered}
        for prompt in Prompt:
            if prompt in wanted and prompt not in self._blocks:
                self._blocks[prompt] = self._block(prompt)
            if prompt in self._blocks:
                self._blocks[prompt].setVisible(prompt in wanted)
        for place, prompt in enumerate(one for one in Prompt if one in self._blocks):
            self._body.insertWidget(place + 1, self._blocks[prompt])
        self._gradings.setVisible(is_graded(form) or bool(self._gradings.rows))
        self._readings.setVisible(is_read(form) or bool(self._readings.rows))
        self._enter.setVisible(not (self._gradings.isHidden() and self._readings.isHidden()))
        self._hint.say(_HINTS.get(family_of(form), ""))
        self._put_in_order()

    def call(self, name: str, label: str) -> None:
        """Prompts are called after themselves: `prompt-sample`."""
        self.setObjectName(name)
        self.setAccessibleName(label)

    def value(self) -> ShortForm:
        """All that is typed, in sight or not; rows and answers without a word are left out."""
        answers = {prompt: block.field.value() for prompt, block in self._blocks.items()}
        return ShortForm(
            {prompt: answers[prompt] for prompt in Prompt if answers.get(prompt, "").strip()},
            tuple(one for one in self._gradings.values() if not one.is_blank),
            tuple(one for one in self._readings.values() if not one.is_blank),
            frozenset(one for one, block in self._blocks.items() if block.is_private() and answers[one].strip()),
        )

    def set_value(self, value: Any) -> None:
        """Show a short form; None is that with which the sheet was begun."""
        shown: ShortForm = self._begun if value is None else value
        for prompt in {*self._blocks, *shown.answers}:
            block = self._blocks.setdefault(prompt, self._blocks.get(prompt) or self._block(prompt))
            block.field.set_value(shown.answers.get(prompt, ""))
            block.set_private(prompt in shown.private)
        self._gradings.show_rows(shown.gradings)
        self._readings.show_rows(shown.readings)
        self.ask_for(self._form)

    def begin(self, begun: ShortForm) -> None:
        """Another short form to begin with, which `set_value(None)` shows."""
        self._begun = begun

    def problem(self) -> str:
        """Any words are words."""
        return ""

    def draft(self) -> str:
        """All of it as JSON."""
        typed = self.value()
        return json.dumps({
            "answers": typed.answers, "private": sorted(typed.private),
            "gradings": [_texts(one) for one in typed.gradings],
            "readings": [_texts(one) for one in typed.readings],
        })  # fmt: skip

    def restore(self, draft: str) -> None:
        """Type it again."""
        kept = json.loads(draft)
        self.set_value(ShortForm(
            {Prompt(one): text for one, text in kept["answers"].items()},
            tuple(_again(Grading, self._begun.gradings, one) for one in kept["gradings"]),
            tuple(_again(Reading, self._begun.readings, one) for one in kept["readings"]),
            frozenset(map(Prompt, kept["private"])),
        ))  # fmt: skip
        self.edited.emit()

    def mark(self, sentence: str) -> None:
        """Tell screen readers; the sentence beside it is enough for the eyes."""
        self.setAccessibleDescription(sentence)

    def _block(self, prompt: Prompt) -> Block:
        editor = MarkdownField(self._desk, preview=False)
        called = f"prompt-{prompt.value}"
        block = Block(FormEntry, "text", editor, privacy=True, label=prompt.label, called=called)
        block.setParent(self)
        block.edited.connect(self.edited)
        return block

    # Rows

    def _known(self) -> Known:
        """What may be graded: the standards of its framework, otherwise the usual aspects."""
        return self._standards_asked() or dict.fromkeys(aspects_of(self._form), "")

    def _standards_asked(self) -> Known:
        """Of a review under section 11 or 175, the standards of that framework, if it is there."""
        wanted = _FRAMEWORK_OF.get(self._form)
        return {words: ref for words, ref in self._standards.items() if wanted and ref.startswith(wanted)}

    def _add_agencies(self) -> None:
        """A row for each agency of the activity that has none yet, about what the last row is about."""
        last: Grading = self._gradings.rows[-1].value() if self._gradings.rows else Grading()
        here = {one.agency_id for one in self._gradings.values() if one.aspect == last.aspect}
        wanted = self._chosen() or [one.id for one in self._agencies]
        self._gradings.extend(
            Grading(agency_id=id_, aspect=last.aspect, framework_item=last.framework_item)
            for id_ in wanted if id_ not in here
        )  # fmt: skip

    def _add_standards(self) -> None:
        """A row for each standard or aspect that has none yet, for the agency of the last row or the only one."""
        chosen = self._chosen()
        last = self._gradings.rows[-1].value().agency_id if self._gradings.rows else None
        agency = last or (chosen[0] if len(chosen) == 1 else None)
        here = {one.aspect for one in self._gradings.values() if one.agency_id == agency}
        known = self._known()
        self._gradings.extend(
            Grading(agency_id=agency, aspect=words, framework_item=ref)
            for words, ref in known.items() if words not in here
        )  # fmt: skip

    def _next_reading(self, before: Row | None) -> Reading:
        """The next figure is mostly of the same period and from the same source."""
        last: Reading = before.value() if before else Reading()
        return Reading(period=last.period, source=last.source, agency_id=last.agency_id)

    # The keyboard

    def _put_in_order(self) -> None:
        """Tab goes as the eye does: Qt would come to what was added later at the very end."""
        before: QWidget | None = self.previousInFocusChain()
        while before is not None and before is not self and (self.isAncestorOf(before) or not _takes_tab(before)):
            before = before.previousInFocusChain()
        if before is None or before is self:
            return
        shown = [block for prompt in Prompt if (block := self._blocks.get(prompt))]
        parts = [*map(_within, shown), self._gradings.in_order(), self._readings.in_order()]
        for part in parts:
            for one in part:
                if one.focusPolicy() == Qt.FocusPolicy.NoFocus:
                    one.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                QWidget.setTabOrder(before, one)
                before = one


def _within(outer: QWidget) -> list[QWidget]:
    """What Tab comes to within a widget, in the order that it has there; an editor of several parts is moved whole."""
    found, one = list[QWidget](), outer.nextInFocusChain()
    while one is not None and one is not outer:
        proxy = one.focusProxy()
        is_whole = proxy is not None and one.isAncestorOf(proxy)
        is_within = outer.isAncestorOf(one) and not any(whole.isAncestorOf(one) for whole in found)
        if is_within and (is_whole or _takes_tab(one)):
            found.append(one)
        one = one.nextInFocusChain()
    return found


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _next_grading(before: Row | None) -> Grading:
    """The next row is about the same, of another agency."""
    last: Grading = before.value() if before else Grading()
    return Grading(aspect=last.aspect, framework_item=last.framework_item)


def _texts(row: Grading | Reading) -> dict[str, str]:
    """A row as its draft keeps it."""
    names = _OF_A_GRADING if isinstance(row, Grading) else _OF_A_READING
    return {name: getattr(row, name) or "" for name in ("id", *names)}


def _again(cls: type[E], begun: Iterable[E], texts: dict[str, str]) -> E:
    """A row from its draft, over the one that it was when the sheet was opened."""
    before = next((one for one in begun if one.id == texts["id"]), None) or cls(id=texts["id"])
    return replace(before, **{**texts, "agency_id": texts["agency_id"] or None})      # type: ignore[arg-type]
