"""“Edit the words”: the words of a challenge, its title and circumstances, at any time; to whom stays as it is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scrutineer.domain.activity import THEMES
from scrutineer.domain.challenge import Challenge
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import Option
from scrutineer.ui.widgets.form import Asked, Form
from scrutineer.ui.widgets.several import SeveralField

WORDS = ("what_works", "why_it_matters", "what_good_looks_like")


def ask(tools: Tools, parent: QWidget, challenge_id: str) -> str:
    """Ask for the words as they shall read."""
    challenges = tools.register.challenges
    fields: list[Asked] = [
        "text", *WORDS, "title", "priority", "visibility", "forum", ("themes", themes()), "my_note",
    ]  # fmt: skip
    form = Form(Challenge, fields, tools.desk, privacy=True, preview=False)
    form.load(challenges.get(challenge_id))

    def save() -> None:
        challenges.reword(form.replace(challenges.get(challenge_id)))

    shown = sheet(
        tools, parent, "Edit the words", "Earlier wordings stay under “Every change”.", form, save,
        draft=f"challenge-words:{challenge_id}",
    )  # fmt: skip
    return "The words are changed." if shown.ask() else ""


def themes() -> SeveralField:
    """The usual themes; others may be added."""
    return SeveralField([Option(theme, theme) for theme in THEMES], may_add=True)
