"""How a reply comes in: an e-mail pasted from the clipboard or into the words, or a file, fills the sheet.

What was typed stays: only fields that are still empty take what the e-mail says of itself.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from scrutineer.domain.reply import Channel
from scrutineer.exchange import mail
from scrutineer.exchange.dropped import Dropped
from scrutineer.exchange.mail import Mail
from scrutineer.ui.evidence.files_field import FilesField
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form
from scrutineer.ui.widgets.parts import button

_AT_ONCE = 20      # characters: more than anybody types at one stroke, so they were pasted
_NO_MAIL = (
    "The clipboard holds no e-mail. In the e-mail choose Reply or Forward, so that From, Sent and Subject stand "
    "above its words, copy all of it, and press this again."
)


class CameIn:
    """The ways in. `fill(form, prefer)` tells where what comes in goes; `prefer(sender)` whose it may be."""

    def __init__(self, tools: Tools) -> None:
        self._today = tools.register.today
        self._paste = button("Paste an e-mail", "paste-mail", small=True, icon="send")
        self._paste.clicked.connect(self._paste_mail)
        self.files = FilesField(tools, self._paste)
        self.files.came.connect(self._file_came)
        self._before = ""
        self._taken = ""      # what was taken for an e-mail: undone, it is left as it is
        if mail.pasted(_clipboard()):
            self.files.setFocusProxy(self._paste)

    def fill(self, form: Form, prefer: Callable[[str], object]) -> None:
        """From now on, fill this form; the keyboard begins at the e-mail that waits to be pasted, or at the date."""
        self._form, self._prefer = form, prefer
        words = self._field("text")
        self._before = words.value()
        words.edited.connect(self._words_came)
        if self.files.focusProxy() is not self._paste:
            self.files.setFocusProxy(self._field("received_on"))

    def _field(self, name: str) -> Any:
        return self._form.field(name)

    def _paste_mail(self) -> None:
        found = mail.pasted(_clipboard())
        if found is None:
            self.files.say(_NO_MAIL)
            return
        self.files.say("")
        self._take(found)
        self._put_words("\n\n".join(filter(None, (self._field("text").value().strip(), found.text))))
        self._field("text").setFocus()

    def _words_came(self) -> None:
        """What is pasted into the words may be an e-mail with its heading."""
        words = self._field("text").value()
        grown, self._before = len(words) - len(self._before), words
        if grown < _AT_ONCE or words == self._taken:
            return
        found = mail.pasted(words)
        if found:
            self._taken = words
            self._take(found)
            self._put_words(found.text)

    def _file_came(self, file: Dropped) -> None:
        if file.mail:
            self._take(file.mail)
            if not self._field("text").value().strip():
                self._put_words(file.mail.text)
        elif not self._field("text").value().strip():
            self._put("channel", Channel.LETTER)

    def _take(self, found: Mail) -> None:
        """From, the day, the subject and how it came, where nothing else was typed."""
        if not self._field("sender").value().strip():
            self._put("sender", found.sender)
            self._prefer(found.sender)
        if not self._field("subject").value().strip():
            self._put("subject", found.subject)
        if found.sent_on and found.sent_on <= self._today() and self._day() in {None, self._today()}:
            self._put("received_on", found.sent_on)
        self._put("channel", Channel.EMAIL)

    def _day(self) -> date | None:
        day = self._field("received_on").value()
        return day if isinstance(day, date) else None

    def _put(self, name: str, value: Any) -> None:
        self._field(name).set_value(value)
        self._field(name).edited.emit()

    def _put_words(self, words: str) -> None:
        """In one stroke, which one Ctrl+Z takes back."""
        editor: QWidget = self._field("text").focusProxy()
        self._before = words
        if isinstance(editor, QPlainTextEdit):
            cursor = QTextCursor(editor.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(words)


def _clipboard() -> str:
    return QApplication.clipboard().text()
