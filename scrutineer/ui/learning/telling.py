"""Telling those who were heard what happened: on which day and how, in words that they would use."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from scrutineer.domain.learning import VoiceEntry
from scrutineer.ui import sheets
from scrutineer.ui.learning.words import words_over
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form


def ask(tools: Tools, parent: QWidget, voice_id: str) -> str:
    """Note that those of the voice with this id were told."""
    register = tools.register
    voice = register.voices.get(voice_id)
    text = register.findings.get(voice.finding_id).text
    form = Form(VoiceEntry, ["happened", "told_on", "told_how"], tools.desk, preview=False)
    form.load(replace(voice, told_on=voice.told_on or register.today()))

    def save() -> None:
        values = form.values()
        register.voices.tell(voice_id, values["told_on"], values["told_how"], values["happened"])

    sheet = sheets.sheet(
        tools, parent, "They were told", words_over(text), form, save, save_words="They were told",
        draft=f"tell:{voice_id}",
    )  # fmt: skip
    return "Noted: they know what happened." if sheet.ask() else ""
