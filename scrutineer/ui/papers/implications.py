"""The implications of a paper: a few words for each, or the tick that it was considered and nothing found.

A blank is never a statement: what is neither written nor ticked prints “To be completed”.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.domain.paper import Paper, SectionCode
from scrutineer.domain.serving import label_for
from scrutineer.domain.text import clean
from scrutineer.ui.papers.saving import SavesItself
from scrutineer.ui.papers.sections import IMPLIED, Write, Written
from scrutineer.ui.theme import LARGE, TINY
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import TickField
from scrutineer.ui.widgets.markdown_field import MarkdownField
from scrutineer.ui.widgets.scrolling import scrolling
from scrutineer.ui.widgets.words import Words


class Implications(QWidget):
    """All of them, one below the other."""

    def __init__(self, tools: Tools, write: Write) -> None:
        super().__init__()
        self._each = [_Implication(tools, write, code) for code in IMPLIED]
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(scrolling(*self._each, spacing=LARGE))
        self.setFocusProxy(self._each[0])

    def show_paper(self, paper: Paper, written: Written) -> None:
        """Show what was written or ticked; what is being typed stays."""
        for one in self._each:
            one.show_paper(paper, written)

    def finish(self) -> None:
        """Save what has not been saved."""
        for one in self._each:
            one.finish()


class _Implication(QWidget):
    def __init__(self, tools: Tools, write: Write, code: SectionCode) -> None:
        super().__init__()
        self._write = write
        self._code = code
        self._paper_id = ""
        self._kept = ("", False)
        self._field = MarkdownField(tools.desk, preview=False)
        label = label_for(code, tools.register.partnership.serves)
        self._field.call(code, label)
        self._tick = TickField("Considered, none identified")
        self._tick.setObjectName(f"{code}-considered")
        self._tick.setAccessibleName(f"{label}: considered, none identified")
        self._saving = SavesItself(self._save, tools.messages.show_error, self)
        self._field.edited.connect(self._saving.touch)
        self._tick.edited.connect(self._ticked)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(TINY)
        for widget in (Words(label, "label"), self._tick, self._field):
            body.addWidget(widget)
        self.setFocusProxy(self._tick)

    def show_paper(self, paper: Paper, written: Written) -> None:
        section = written.get(self._code)
        kept = (section.text, section.considered) if section else ("", False)
        if (paper.id, kept) == (self._paper_id, self._kept):
            return
        self._paper_id, self._kept = paper.id, kept
        self._field.set_value(kept[0])
        self._tick.set_value(kept[1])

    def finish(self) -> None:
        self._saving.finish()

    def _ticked(self) -> None:
        self._saving.touch()
        self._saving.finish()

    def _save(self) -> None:
        text, considered = self._field.value(), self._tick.value()
        self._kept = (clean(text), considered)
        self._write(self._paper_id, self._code, text, considered)
