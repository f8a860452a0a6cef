"""Where what was seen is typed: a line for each thing, kind by kind, what works first and concerns last.

A field of a form. Its value is plain lines; what a finding is beyond its kind and words, it does not know.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from scrutineer.domain.activity import FindingKind
from scrutineer.ui import theme
from scrutineer.ui.activities.line import PADDING, Line
from scrutineer.ui.activities.words import HEADINGS, INVITES
from scrutineer.ui.theme import SMALL, TINY
from scrutineer.ui.widgets.words import Words

_KEYS = "Enter: the next line, or the next kind. Ctrl+1 to Ctrl+5: make it another kind."
_BESIDE = 60        # digits from which on the headings stand beside their lines
_HEADING = 17       # digits that the longest heading takes


class Noted(NamedTuple):
    """One thing that was found."""

    kind: FindingKind
    text: str


class LinesField(QWidget):
    """A tuple of `Noted`. Enter goes to the next line, and from an empty line on to the next kind."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loading = False
        self._sections = {kind: _Section(kind) for kind in FindingKind}
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(SMALL)
        for section in self._sections.values():
            body.addWidget(section)
        body.addWidget(Words(_KEYS, "small"))
        for section in self._sections.values():
            self._add(section)
        self._take_keyboard_first()

    def call(self, name: str, label: str) -> None:
        """Lines are called after their kind: `strength-1`, `What works, line 1`."""
        self.setObjectName(name)
        self.setAccessibleName(label)

    def value(self) -> Any:
        """What is typed, in the order of the kinds; empty lines are left out."""
        return tuple(Noted(section.kind, line.text())
                     for section in self._sections.values() for line in section.lines if line.text())

    def set_value(self, value: Any) -> None:
        """Show these lines, and an empty one of every kind that has none."""
        self._loading = True
        for kind, section in self._sections.items():
            first, *others = [noted.text for noted in value or () if noted.kind is kind] or [""]
            for line in section.lines[1:]:
                section.take_out(line)
            section.lines[0].say(first)      # it stays where it is, so that Tab still comes to it in its turn
            for text in others:
                self._add(section, text)
        self._take_keyboard_first()
        self._loading = False

    def problem(self) -> str:
        """Any words are words."""
        return ""

    def draft(self) -> str:
        """`strength: the words`, one a line."""
        return "\n".join(f"{kind.value}: {text}" for kind, text in self.value())

    def restore(self, draft: str) -> None:
        """Type it again."""
        pairs = (line.split(": ", 1) for line in draft.split("\n") if ": " in line)
        self.set_value(tuple(Noted(FindingKind(kind), text) for kind, text in pairs))
        self.edited.emit()

    def mark(self, sentence: str) -> None:
        """Tell screen readers; the sentence beside it is enough for the eyes."""
        self.setAccessibleDescription(sentence)

    # What the keys ask for

    def _add(self, section: _Section, text: str = "", after: Line | None = None) -> Line:
        line = section.add(text, after)
        line.edited.connect(self._say_edited)
        line.entered.connect(lambda: self._enter(section, line))
        line.rubbed_out.connect(lambda: self._rub_out(section, line))
        line.stepped.connect(lambda step: self._step(line, step))
        line.turned.connect(lambda code: self._turn(section, line, FindingKind(code)))
        line.pasted.connect(lambda texts: self._paste(section, line, texts))
        before, here = None, list(self._lines())
        for one in here:
            if before is not None:
                one.come_after(before)
            before = one
        return line

    def _lines(self) -> Iterator[Line]:
        for section in self._sections.values():
            yield from section.lines

    def _enter(self, section: _Section, line: Line) -> None:
        here = section.lines.index(line)
        if line.text():
            following = section.lines[here + 1 : here + 2]
            is_free = bool(following) and not following[0].text()
            self._go_to(following[0] if is_free else self._add(section, after=line))
            return
        kinds = list(self._sections)
        onwards = kinds[kinds.index(section.kind) + 1 :]
        if onwards:
            self._go_to(self._sections[onwards[0]].lines[-1])
        else:
            self.focusNextChild()
        if len(section.lines) > 1:
            self._take_out(section, line)

    def _rub_out(self, section: _Section, line: Line) -> None:
        self._step(line, -1)
        if len(section.lines) > 1:
            self._take_out(section, line)

    def _take_out(self, section: _Section, line: Line) -> None:
        section.take_out(line)
        self._take_keyboard_first()

    def _step(self, line: Line, step: int) -> None:
        lines = list(self._lines())
        there = lines.index(line) + step
        if 0 <= there < len(lines):
            self._go_to(lines[there])

    def _turn(self, section: _Section, line: Line, kind: FindingKind) -> None:
        """Make the line another kind: its words go there, and the keyboard with them."""
        if kind is section.kind:
            return
        there, text = self._sections[kind], line.text()
        free = next((one for one in there.lines if not one.text()), None) or self._add(there)
        free.say(text)
        self._go_to(free)
        if len(section.lines) > 1:
            self._take_out(section, line)
        else:
            line.say("")

    def _paste(self, section: _Section, line: Line, texts: Iterable[str]) -> None:
        for text in texts:
            line = self._add(section, text, after=line)
        self._go_to(line)
        self._say_edited()

    def _go_to(self, line: Line) -> None:
        line.editor.setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, line, lambda: _bring_into_sight(line))

    def _take_keyboard_first(self) -> None:
        self.setFocusProxy(next(self._lines()).editor)

    def _say_edited(self) -> None:
        if not self._loading:
            self.edited.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Headings stand beside their lines when there is room, above them when there is not."""
        super().resizeEvent(event)
        beside = self.width() >= theme.characters(self, _BESIDE)
        for section in self._sections.values():
            section.arrange(beside=beside)


class _Section(QWidget):
    """The lines of one kind under its heading."""

    def __init__(self, kind: FindingKind) -> None:
        super().__init__()
        self.kind = kind
        self.lines: list[Line] = []
        self._heading = Words(HEADINGS[kind], "strong" if kind is FindingKind.STRENGTH else "")
        self._heading.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(TINY)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(TINY)
        self._both.addWidget(self._heading)
        self._both.addLayout(self._column, 1)

    def add(self, text: str, after: Line | None) -> Line:
        """A new line, the last unless it comes after another."""
        line = Line("" if self.lines else INVITES[self.kind])
        line.say(text)
        place = self.lines.index(after) + 1 if after else len(self.lines)
        self.lines.insert(place, line)
        self._column.insertWidget(place, line)
        self._call_all()
        return line

    def take_out(self, line: Line) -> None:
        """Let a line go."""
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._call_all()

    def arrange(self, *, beside: bool) -> None:
        """The heading beside its lines or above them."""
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._heading.setFixedWidth(theme.characters(self, _HEADING) if beside else self.width())
        self._heading.setContentsMargins(0, PADDING if beside else 0, 0, 0)      # on a line with the words beside it

    def _call_all(self) -> None:
        for number, line in enumerate(self.lines, start=1):
            line.call(f"{self.kind.value}-{number}", f"{HEADINGS[self.kind]}, line {number}")


def _bring_into_sight(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(widget)
