"""The facts of a paper's cover sheet, in a form that saves itself."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.domain.paper import Paper
from scrutineer.ui.papers import choices
from scrutineer.ui.papers.saving import SavesItself
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import TextField
from scrutineer.ui.widgets.form import Form

_SMALL = 20      # digits


class CoverSheet(QWidget):
    """Everything on the cover sheet that the scrutineer says; summary and implications have their own place."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._papers = tools.register.papers
        self._paper_id = ""
        agenda_item, mark = TextField(digits=_SMALL), TextField(digits=_SMALL)
        self._form = Form(
            Paper,
            ["title", "body_id", "meeting_id", "", "starts_on", "ends_on", "", "purpose", ("agenda_item", agenda_item),
             ("mark", mark), "sponsor", "previously", "accuracy", "numbered"],
            tools.desk,
        )  # fmt: skip
        self._saving = SavesItself(self._save, tools.messages.show_error, self)
        self._form.edited.connect(self._saving.touch)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._form)

    def show_paper(self, paper: Paper) -> None:
        """Show the facts of a paper; what is being typed stays."""
        if self._paper_id != paper.id or not self._form.is_changed():
            choices.offer(self._form, self._tools)
            self._form.load(paper)
        self._paper_id = paper.id

    def start(self) -> None:
        """Put the keyboard into the first field."""
        self._form.focus()

    def finish(self) -> None:
        """Save what has not been saved."""
        self._saving.finish()

    def _save(self) -> None:
        self._form.attempt(lambda: self._papers.save(self._form.replace(self._papers.get(self._paper_id))))
