"""“Edit the words”: the words of a challenge, its title and circumstances, at any time; to whom stays as it is.

Words that were put already are re-worded in a dated step that keeps both, unless a slip of the pen is mended.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from PySide6.QtWidgets import QWidget

from scrutineer.domain.challenge import Challenge, Status
from scrutineer.domain.entity import said
from scrutineer.ui import classifying, serving
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Asked, Form

WORDS = ("what_works", "why_it_matters", "what_good_looks_like")
_OF_A_REWORDING = ("is_slip", "reworded_on", "why")


@dataclass(frozen=True, kw_only=True)
class Rewording(Challenge):
    """What the sheet asks: a challenge as it shall read, and what is said of its re-wording. It is never stored."""

    is_slip: bool = said("Only a slip of the pen", False)
    reworded_on: date | None = said("Re-worded on", None)
    why: str = said("Why it is re-worded")

    @property
    def challenge(self) -> Challenge:
        """The challenge alone."""
        return Challenge(**{spec.name: getattr(self, spec.name) for spec in fields(Challenge)})


def ask(tools: Tools, parent: QWidget, challenge_id: str) -> str:
    """Ask for the words as they shall read; once those that were put have changed, also why."""
    register, challenges = tools.register, tools.register.challenges
    before = challenges.get(challenge_id)
    asked: list[Asked] = [
        "text", *_OF_A_REWORDING, *WORDS, "title", "priority", "visibility", "forum", "put_for",
        *classifying.fields(register, before.framework_items), ("themes", serving.themes(tools)), "my_note",
    ]  # fmt: skip
    form = Form(Rewording, asked, tools.desk, privacy=True, preview=False)
    form.load(_begun(before, register.today()))
    text, slip = form.field("text"), form.field("is_slip")

    def is_reworded() -> bool:
        was_put = before.status is not Status.DRAFT and bool(before.text)
        return was_put and text.value().strip() != before.text.strip()

    def arrange() -> None:
        form.show_field("is_slip", is_reworded())
        for name in ("reworded_on", "why"):
            form.show_field(name, is_reworded() and not slip.value())

    def save() -> None:
        typed = form.replace(_begun(challenges.get(challenge_id), register.today()))
        challenges.reword(typed.challenge, on=typed.reworded_on, why=typed.why, is_slip=typed.is_slip)

    shown = sheet(
        tools, parent, "Edit the words", _question(before), form, save, draft=f"challenge-words:{challenge_id}",
    )  # fmt: skip
    for editor in (text, slip):
        editor.edited.connect(arrange)
    arrange()
    if not shown.ask():
        return ""
    kept = is_reworded() and not slip.value()
    return "Re-worded: both wordings stay on record." if kept else "The words are changed."


def _begun(challenge: Challenge, today: date) -> Rewording:
    values = {spec.name: getattr(challenge, spec.name) for spec in fields(Challenge)}
    return Rewording(**values, reworded_on=today)


def _question(before: Challenge) -> str:
    if before.status is Status.DRAFT:
        return "Earlier wordings stay under “Every change”."
    return "It was put already: letter and log print both wordings, unless only a slip of the pen is mended."
