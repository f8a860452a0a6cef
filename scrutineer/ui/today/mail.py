"""“Draft the e-mail”: one courteous mail about all that a party owes, changed here and sent by another program.

Nothing is sent from here: the words and the addresses are copied, or kept as a file that an e-mail program opens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from scrutineer.domain.entity import Entity, said
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.text import counted, listed
from scrutineer.exchange import mail
from scrutineer.ui import exporting
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Asked, Form
from scrutineer.ui.widgets.plain_field import PlainField
from scrutineer.ui.widgets.words import Words

_NOBODY = "No e-mail address of theirs is on record: type one, or add a contact under Agencies."
_PRIVATE = "It names a challenge that is for you alone to read: look twice to whom it goes."
_KINDS = "E-mail (*.eml)"


@dataclass(frozen=True, kw_only=True)
class Mailing(Entity):
    """What the sheet asks; it is never stored as such."""

    to: str = said("To")
    subject: str = said("Subject")
    text: str = said("The words")
    is_chase: bool = said("Note this as a chase, today", True)


def ask(tools: Tools, parent: QWidget, id_: str) -> str:
    """Offer the mail to the party of the part or the action with this id; answers with what was noted."""
    return _Mail(tools, parent, id_).ask()


class _Mail:
    """The sheet while it is open."""

    def __init__(self, tools: Tools, parent: QWidget, id_: str) -> None:
        self._tools = tools
        self._reminder = reminder = tools.register.reminders.draft(id_)
        about: list[Asked] = [Words(_PRIVATE, "problem")] if reminder.is_private else []
        if not reminder.to:
            about.append(Words(_NOBODY, "soft"))
        self._form = Form(
            Mailing, ["to", *about, "subject", "is_chase", ("text", PlainField())], tools.desk,
        )
        self._form.load(Mailing(to="; ".join(reminder.to), subject=reminder.subject, text=reminder.text))
        self._sheet = sheet(
            tools, parent, f"Draft the e-mail: {reminder.party}", listed(reminder.people), self._form, self._done,
            save_words="Done", draft=f"mail:{id_}:{tools.register.today()}",      # tomorrow it would say other days
        )  # fmt: skip
        for words, name, act in (
            ("Copy the text", "copy-text", self._copy_text),
            ("Copy the addresses", "copy-addresses", self._copy_addresses),
            ("Save as an e-mail file", "save-mail", self._save_file),
        ):
            self._sheet.offer(words, name, act)

    def ask(self) -> str:
        """Show it."""
        if not self._sheet.ask() or not self._form.values()["is_chase"]:
            return ""
        return f"Noted as a chase, for {counted(len(self._reminder.part_ids), 'part')}."

    def _addresses(self) -> list[str]:
        return [one for one in re.split(r"[;,\n]\s*", self._form.values()["to"].strip()) if one.strip()]

    def _copy_text(self) -> str:
        QGuiApplication.clipboard().setText(self._form.values()["text"])
        return "The text can be pasted now."

    def _copy_addresses(self) -> str:
        found = self._addresses()
        if not found:
            raise Invalid([Problem("to", "There is no address to copy.")])
        QGuiApplication.clipboard().setText("; ".join(found))
        return f"{counted(len(found), 'address', 'addresses')} can be pasted now."

    def _save_file(self) -> str:
        values = self._form.values()
        content = mail.draft(self._addresses(), values["subject"], values["text"])
        name = exporting.dated(self._tools, f"e-mail to {self._reminder.party}.eml")
        exporting.ask(self._tools, "Save as an e-mail file", name, _KINDS, lambda: content)
        return ""

    def _done(self) -> None:
        if self._form.values()["is_chase"]:
            self._tools.register.reminders.note_chased(self._reminder)
