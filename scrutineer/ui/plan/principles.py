"""The principles of scrutiny on one sheet, written as a whole, and one example of living by one of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from scrutineer.domain.entity import Entity, said
from scrutineer.domain.principle import Principle, PrincipleExample
from scrutineer.domain.reference import short
from scrutineer.register.principles import Worded
from scrutineer.ui import sheets
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import Option
from scrutineer.ui.widgets.form import Form
from scrutineer.ui.widgets.plain_field import PlainField

_BLANK_LINE = re.compile(r"\n\s*\n")
_HOW = "The principle on a line, below it what it means here; an empty line before the next."


@dataclass(frozen=True, kw_only=True)
class _Set(Entity):
    """What the sheet asks; what is kept is a principle for each."""

    words: str = said("The principles")
    agreed_on: date | None = said("Agreed on", None)
    agreed_by: str = said("Agreed by")


def ask(tools: Tools, parent: QWidget, _id: str = "") -> str:
    """Write the set, or its next version."""
    principles = tools.register.principles
    before = principles.current()
    is_agreed = any(one.agreed_on for one in before)
    agreed_by = before[0].agreed_by if before and not is_agreed else ""
    begun = _Set(words=as_text(before), agreed_by=agreed_by)
    form = Form(_Set, [("words", PlainField()), "agreed_on", "agreed_by"], tools.desk)
    form.load(begun)
    made: list[Principle] = []

    def save() -> None:
        typed = form.replace(begun)
        made.extend(principles.write(as_worded(typed.words), typed.agreed_on, typed.agreed_by))

    version = before[0].version + is_agreed if before else 1
    shown = sheets.sheet(tools, parent, f"Principles of scrutiny, version {version}", _HOW, form, save,
                         draft="principle:set")  # fmt: skip
    if not shown.ask():
        return ""
    kept = f"Version {made[0].version} of the principles is kept"
    return f"{kept}; what was agreed before stays as it was." if is_agreed else f"{kept}."


def as_text(principles: Iterable[Principle]) -> str:
    """The set as it is typed: each principle on a line with what it means below, an empty line between two."""
    return "\n\n".join("\n".join([one.title, *_BLANK_LINE.sub("\n", one.text).splitlines()]) for one in principles)


def as_worded(text: str) -> list[Worded]:
    """What was typed, principle by principle. Where there is no empty line, each line is a principle."""
    blocks = [block.strip() for block in _BLANK_LINE.split(text.strip()) if block.strip()]
    if len(blocks) == 1:
        return [Worded(line.strip()) for line in blocks[0].splitlines() if line.strip()]
    return [Worded(title.strip(), meaning.strip()) for title, _, meaning in (one.partition("\n") for one in blocks)]


def example(tools: Tools, parent: QWidget, principle_id: str) -> str:
    """Note one example of living by a principle."""
    register = tools.register
    principle = register.principles.get(principle_id)
    blank = PrincipleExample(happened_on=register.today())

    def save(typed: PrincipleExample) -> None:
        register.principle_examples.note(principle_id, typed.text, typed.happened_on, typed.activity_id)

    return "Noted. The annual report can tell it." if _ask_example(tools, parent, principle, blank, save) else ""


def edit_example(tools: Tools, parent: QWidget, id_: str) -> str:
    """Change what was noted as an example."""
    examples = tools.register.principle_examples
    known = examples.get(id_)
    principle = tools.register.principles.get(known.principle_id)
    return "Saved." if _ask_example(tools, parent, principle, known, examples.save) else ""


def _ask_example(
    tools: Tools, parent: QWidget, principle: Principle, began: PrincipleExample,
    save: Callable[[PrincipleExample], object],
) -> bool:
    form = Form(PrincipleExample, ["text", "happened_on", "activity_id"], tools.desk, preview=False)
    latest = sorted(tools.register.activities.all(), key=lambda one: one.held_on or date.min, reverse=True)
    sheets.offer(form, "activity_id", [Option(one.id, f"{short(one.reference)} {one.title}") for one in latest])
    form.load(began)
    return sheets.sheet(
        tools, parent, "One example of living by it", principle.title, form, lambda: save(form.replace(began)),
        draft=f"principle_example:{began.id if began.principle_id else principle.id}",
    ).ask()
