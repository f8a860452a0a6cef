"""A form on a sheet of its own, over the window: saved with Ctrl+Enter, left with Escape.

What was typed and not saved is kept as a draft, and is there again the next time; nothing is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from scrutineer.domain.errors import ScrutineerError
from scrutineer.ui import theme
from scrutineer.ui.theme import LARGE, MEDIUM, SMALL, TINY
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.form import Form
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.sheet import Sheet
from scrutineer.ui.widgets.words import Words

_ENDLESS = 100_000      # pixels


class DraftPlace(Protocol):
    """Where one form's unsaved words are kept."""

    def kept(self) -> dict[str, str]:
        """What was kept; empty when nothing was."""

    def keep(self, words: dict[str, str]) -> None:
        """Keep these words in the place of what was kept."""

    def forget(self) -> None:
        """Let go of them."""


class FormSheet(Sheet):
    """Shows a loaded form; `save` is called when the person saves, and may raise Invalid.

    `show_error` is told of a failure that no field can mend; the sheet then stays open.
    """

    def __init__(
        self,
        title: str,
        question: str,
        form: Form,
        save: Callable[[], object],
        *,
        save_words: str = "Save",
        drafts: DraftPlace | None = None,
        show_error: Callable[[ScrutineerError], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.form = form
        self._save = save
        self._drafts = drafts
        self._show_error = show_error
        self._was_told = False      # that what is typed here cannot even be kept as a draft
        self._again = Words("What you typed last time is here again.", "soft")
        self._afresh = button("Start afresh", "afresh", small=True)
        self._keep = button(save_words, "save", primary=True)
        self._others = FlowRow()
        self._said = Words("", "soft", hides=True)
        self._build(title, question)
        form.submitted.connect(self.save)
        if drafts is not None:
            form.draft_changed.connect(self._keep_draft_meanwhile)

    def _build(self, title: str, question: str) -> None:
        head = _head(title, question)
        self._draft_row = FlowRow()
        self._draft_row.add(self._again)
        self._draft_row.add(self._afresh)
        self._draft_row.hide()
        self._afresh.clicked.connect(self._start_afresh)
        foot = FlowRow()
        self._others.hide()
        foot.add(self._others)
        leave = button("Cancel", "cancel")
        self._keep.clicked.connect(self.save)
        leave.clicked.connect(self.reject)
        self._keep.setToolTip("Ctrl+Enter")
        foot.add(leave, at_end=True)
        foot.add(self._keep, at_end=True)
        body = self._body = QVBoxLayout(self)
        body.setContentsMargins(LARGE - SMALL, MEDIUM, LARGE - MEDIUM, MEDIUM)      # the form brings the rest
        for row in (head, self._draft_row, self._said, foot):
            row.setContentsMargins(SMALL, 0, MEDIUM, 0)
        body.setSpacing(MEDIUM)
        body.addWidget(head)
        body.addWidget(self._draft_row)
        body.addWidget(self.form, 1)
        body.addWidget(self._said)
        body.addWidget(foot)

    def also(self, words: str, name: str, save: Callable[[], object]) -> QPushButton:
        """Offer another way to save, at the left of the foot; returns its button."""
        made = button(words, name)
        made.clicked.connect(lambda: self._save_by(save))
        self._others.add(made)
        self._others.show()
        return made

    def offer(self, words: str, name: str, act: Callable[[], str]) -> QPushButton:
        """Offer something to do with what stands in the form, at the left of the foot; the sheet stays.

        `act` gives a sentence to say, and may raise as `save` does.
        """
        made = button(words, name)
        made.clicked.connect(lambda: self._do(act))
        self._others.add(made)
        self._others.show()
        return made

    def _do(self, act: Callable[[], str]) -> None:
        try:
            self.form.attempt(lambda: self._said.say(act()))
        except ScrutineerError as error:
            self._show_error(error)

    def say_save(self, words: str) -> None:
        """Call the first way to save something else."""
        self._keep.setText(words)
        self._keep.setAccessibleName(words)

    def ask(self) -> bool:
        """Show the sheet, once; True when it was saved. Afterwards it goes, and its words with it."""
        kept = self._drafts.kept() if self._drafts else {}
        if kept:
            self.form.restore_draft(kept)
            self._draft_row.show()
        self.form.focus()
        saved = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return saved

    def save(self) -> None:
        """Save and close; what is missing stands beside its field, and the sheet stays."""
        self._save_by(self._save)

    def _save_by(self, save: Callable[[], object]) -> None:
        try:
            done = self.form.attempt(save)
        except ScrutineerError as error:
            self._show_error(error)
            return
        if done:
            self._forget_draft()
            self.accept()

    def reject(self) -> None:
        """Close without saving; what was typed is kept as a draft. If it cannot be, that is told before it is lost."""
        try:
            self._keep_draft()
        except ScrutineerError as error:
            if not self._was_told:
                self._was_told = True
                self._show_error(error)
                return
        super().reject()

    def _keep_draft_meanwhile(self) -> None:
        with suppress(ScrutineerError):      # tried again at the next pause, and when the sheet is left
            self._keep_draft()

    def _keep_draft(self) -> None:
        if not self._drafts:
            return
        words = self.form.as_draft()
        if any(text.strip() for text in words.values()):
            self._drafts.keep(words)
        elif self._drafts.kept():      # it was all taken out again
            self._drafts.forget()

    def _forget_draft(self) -> None:
        with suppress(ScrutineerError):      # what was saved is saved; at worst its words are offered once more
            if self._drafts:
                self._drafts.forget()

    def _start_afresh(self) -> None:
        self._forget_draft()
        self.form.start_afresh()
        self._draft_row.hide()
        self.form.focus()

    def sizeHint(self) -> QSize:
        """As wide as is comfortable to read and as high as its form, but never larger than the window below it."""
        over = self.parentWidget()
        most = over.window().size() * 0.94 if over else QSize(_ENDLESS, _ENDLESS)
        width = min(theme.characters(self, 92), most.width())
        across = width - (LARGE - SMALL) - (LARGE - MEDIUM)
        around = self._body.heightForWidth(width) - self.form.sizeHint().height()
        return QSize(width, around + self.form.full_height(across)).boundedTo(most)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that is there."""
        self.resize(self.sizeHint())
        super().showEvent(event)


def _head(title: str, question: str) -> QWidget:
    """The title with what is asked beside it, or beneath it where that needs several lines."""
    asked = Words(question, "soft", hides=True)
    if asked.sizeHint().height() < 2 * asked.fontMetrics().height():
        head = FlowRow(across=MEDIUM)
        head.add(Words(title, "heading"))
        head.add(asked)
        return head
    held = QWidget()
    body = QVBoxLayout(held)
    body.setContentsMargins(0, 0, 0, 0)
    body.setSpacing(TINY)
    body.addWidget(Words(title, "heading"))
    body.addWidget(asked)
    return held
