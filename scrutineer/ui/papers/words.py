"""The scrutineer's own words for one section of a paper."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.domain.paper import Paper, SectionCode
from scrutineer.domain.text import clean
from scrutineer.ui.papers.saving import SavesItself
from scrutineer.ui.papers.sections import Write, Written
from scrutineer.ui.theme import SMALL
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.markdown_field import MarkdownField
from scrutineer.ui.widgets.words import Words

WHAT_FOLLOWS = {
    SectionCode.SUMMARY: "Stands on the cover sheet: what a member reads who reads nothing else.",
    SectionCode.BOTTOM_LINE: "How safe the arrangements keep children, in your judgement, and why.",
    SectionCode.WHAT_I_DID: "Your words come first; the record adds what was done, and the days it took.",
    SectionCode.WHAT_WORKS: "Your words come first; the record adds the strengths and the learning you saw.",
    SectionCode.WHAT_I_HEARD: "Your words come first; the record adds what children, families and staff said.",
    SectionCode.ASSURANCE: "Your words come first; the record adds your judgements, and where scrutiny has been.",
    SectionCode.LEADERSHIP: "Your words come first; the record adds each agency: what it led, answered and changed.",
    SectionCode.QUALITY: "Your words come first; the record adds audits, self-assessments and the data you read.",
    SectionCode.LEARNING: "Your words come first; the record adds workshops, what was learnt, and what reviews taught.",
    SectionCode.CHALLENGES: "Your words come first; the record adds the counts and the challenges themselves.",
    SectionCode.ACTIONS: "Your words come first; the record adds each action that was agreed.",
    SectionCode.NEXT: "Your words come first; the record adds what the plan holds for the months to come.",
    SectionCode.FEELING: "Your words come first; the record adds what people answered, and what you changed.",
    SectionCode.PRINCIPLES: "Your words come first; the record adds an example of each principle, and conflicts.",
}


class SectionWords(QWidget):
    """One Markdown field, which saves itself through `write`."""

    def __init__(self, tools: Tools, write: Write) -> None:
        super().__init__()
        self._write = write
        self._paper_id = ""
        self._code = SectionCode.BOTTOM_LINE
        self._kept = ""      # what the record held when this was last in step with it
        self._considered = False
        self._field = MarkdownField(tools.desk, preview=False, tall=True)
        self._field.call("words", "My words")
        self._follows = Words("", "small")
        self._saving = SavesItself(self._save, tools.messages.show_error, self)
        self._field.edited.connect(self._saving.touch)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(SMALL)
        body.addWidget(self._follows)
        body.addWidget(self._field, 1)
        self.setFocusProxy(self._field)

    def show_section(self, paper: Paper, code: SectionCode, written: Written) -> None:
        """Show the words of a section; those being typed stay, unless the record holds others meanwhile."""
        text = written[code].text if code in written else ""
        if (paper.id, code) == (self._paper_id, self._code) and text == self._kept:
            return
        self._paper_id, self._code, self._kept = paper.id, code, text
        self._considered = code in written and written[code].considered
        self._follows.say(WHAT_FOLLOWS[code])
        self._field.set_value(text)

    def finish(self) -> None:
        """Save what has not been saved."""
        self._saving.finish()

    def _save(self) -> None:
        text = self._field.value()
        self._kept = clean(text)
        self._write(self._paper_id, self._code, text, self._considered)
