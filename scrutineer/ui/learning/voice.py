"""A voice: when and where it was heard, whose it was, their words where leave was given, and what I asked.

Most of it follows from the activity; roles and ages are asked for, never who it was.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scrutineer.domain.learning import VoiceEntry, own_words
from scrutineer.domain.serving import no_names, whose_for
from scrutineer.ui import serving, sheets
from scrutineer.ui.challenges.growing import grow
from scrutineer.ui.learning.words import words_over
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import TextField
from scrutineer.ui.widgets.form import Asked, Form
from scrutineer.ui.widgets.words import Words

_TOLD = ("happened", "told_on", "told_how")
_PLAIN = "In words that they would use: the page that goes back to them prints what stands here."


def ask(tools: Tools, parent: QWidget, finding_id: str) -> str:
    """Keep the voice of the finding with this id, or change what is kept of it."""
    register = tools.register
    finding = register.findings.get(finding_id)
    begun = register.voices.begin(finding_id)
    form = Form(VoiceEntry, _fields(tools, begun), tools.desk, privacy=True, preview=False)
    form.load(begun)
    leave, words = form.field("is_leave_given"), form.field("words")
    sheet = sheets.sheet(
        tools, parent, "When and where I heard it", words_over(finding.text), form,
        lambda: register.voices.keep(form.replace(begun)), save_words="Keep it", draft=f"voice:{finding_id}",
    )  # fmt: skip

    def arrange() -> None:
        """Their words are asked for once leave was given; what I wrote down of them stands there to begin with."""
        form.show_field("words", leave.value())
        if leave.value() and not words.value().strip():
            words.set_value(own_words(finding.text))
        elif not leave.value():
            words.set_value("")
        grow(sheet)

    leave.edited.connect(arrange)
    form.show_field("words", begun.is_leave_given)
    return "Kept. What was asked because of it, and what they are told, will stand with it." if sheet.ask() else ""


def _fields(tools: Tools, voice: VoiceEntry) -> list[Asked]:
    serves = tools.register.partnership.serves
    whose = serving.choice(tools, whose_for(serves), voice.whose)
    fields: list[Asked] = [
        ("whose", whose), "heard_on", "how_many", ("ages", TextField(digits=14)), "heard_at",
        Words(no_names(serves), "soft"), "is_leave_given", "words", Words(_PLAIN, "soft"), "asked", "tell_by_on",
    ]  # fmt: skip
    return [*fields, *_TOLD] if voice.told_on else fields
