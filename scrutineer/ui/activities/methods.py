"""“Methods”: ways of looking that are kept for use again, own ones and those of other scrutineers.

A sheet that can be reached from anywhere; each method has its next steps beneath it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.domain.errors import ScrutineerError
from scrutineer.domain.method import Method
from scrutineer.domain.serving import label_for
from scrutineer.domain.text import counted, opening
from scrutineer.ui import theme
from scrutineer.ui.activities import edit, method
from scrutineer.ui.theme import MEDIUM, SMALL
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import Panel, button
from scrutineer.ui.widgets.scrolling import scrolling
from scrutineer.ui.widgets.sheet import Sheet
from scrutineer.ui.widgets.words import Words

_QUESTION = "How do I look, and what do I ask?"
_NOTHING = (
    "A method holds lines of enquiry, appreciative questions, an audit tool and wording, to be used again. It holds "
    "nothing of the record, so it can be given to another scrutineer as one small file."
)
Ask = Callable[[Tools, QWidget, str], str]


def ask(tools: Tools, parent: QWidget, _id: str = "") -> str:
    """Show the methods until the sheet is closed, or an activity was planned with one."""
    sheet = MethodsSheet(tools, parent)
    sheet.exec()
    sheet.deleteLater()
    return sheet.said


class MethodsSheet(Sheet):
    """`said` is the sentence about the last thing that was done."""

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Methods")
        self._tools = tools
        self.said = ""
        self._told = Words("", "soft", hides=True)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        self._body.setSpacing(MEDIUM)
        head = FlowRow(across=MEDIUM)
        head.add(Words("Methods", "heading"))
        head.add(Words(_QUESTION, "soft"))
        self._body.addWidget(head)
        self._list = QWidget()
        self._body.addWidget(self._list, 1)
        self._body.addWidget(self._told)
        self._body.addWidget(self._foot())
        self._read()

    def _foot(self) -> QWidget:
        foot = FlowRow()
        for words, name, act in (("Write a method", "write-method", method.write),
                                 ("Open a method from a file", "open-method", method.open_file)):  # fmt: skip
            made = button(words, name)
            made.clicked.connect(partial(self._do, act, ""))
            foot.add(made)
        close = button("Close", "close")
        close.clicked.connect(self.accept)
        foot.add(close, at_end=True)
        return foot

    def _read(self) -> None:
        """Every method anew."""
        kept = self._tools.register.methods.listed()
        panels: list[QWidget] = [self._panel(one, number) for number, one in enumerate(kept, start=1)]
        shown = scrolling(*(panels or [Words(_NOTHING)]))
        self._body.replaceWidget(self._list, shown)
        self._list.hide()
        self._list.deleteLater()
        self._list = shown

    def _panel(self, one: Method, number: int) -> Panel:
        form = label_for(one.type, self._tools.register.partnership.serves)
        about = " · ".join(filter(None, (form, one.source, self._framework(one), _holds(one))))
        panel = Panel(Words(one.title, "strong"), Words(about, "small"), margin=SMALL)
        if one.purpose:
            panel.body.addWidget(Words(opening(one.purpose, 200)))
        steps = FlowRow()
        for words, name, act in (
            ("Plan with it", "plan-with", edit.plan_with), ("Edit", "edit-method", method.edit),
            ("Save as a file", "save-method", method.save_file), ("Remove", "remove-method", _remove),
        ):  # fmt: skip
            made = button(words, f"{name}-{number}", small=True)
            made.setAccessibleName(f"{words}: {one.title}")
            made.clicked.connect(partial(self._do, act, one.id))
            steps.add(made)
        panel.body.addWidget(steps)
        return panel

    def _framework(self, one: Method) -> str:
        """The framework that it was made for, by its title; one that is not here by the name it is kept under."""
        found = self._tools.register.frameworks.find_framework(one.framework)
        return found.title if found else one.framework

    def _do(self, act: Ask, id_: str, _checked: bool = False) -> None:
        try:
            said = act(self._tools, self, id_)
        except ScrutineerError as error:
            self._tools.messages.show_error(error)
            return
        if not said:
            return
        self.said = said
        if act is edit.plan_with:
            self.accept()
            return
        self._told.say(said)
        self._read()

    def sizeHint(self) -> QSize:
        """As wide as is comfortable to read, but never larger than the window below it."""
        over = self.parentWidget()
        most = over.window().size() * 0.94 if over else super().sizeHint()
        return QSize(theme.characters(self, 84), theme.characters(self, 70)).boundedTo(most)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that is there."""
        self.resize(self.sizeHint())
        super().showEvent(event)


def _holds(one: Method) -> str:
    """`6 lines to ask about`, counted as they are typed."""
    lines = [line for text in (one.lines_of_enquiry, one.appreciative) for line in text.splitlines() if line.strip()]
    return counted(len(lines), "line to ask about", "lines to ask about") if lines else ""


def _remove(tools: Tools, _parent: QWidget, id_: str) -> str:
    """Take a method out of the list; what was begun with it keeps its lines of enquiry."""
    one = tools.register.methods.get(id_)
    if not tools.messages.ask("Remove a method", f"Take “{one.title}” out of your methods?", "Remove"):
        return ""
    tools.register.methods.remove(one)
    return f"“{one.title}” is no longer among your methods."
