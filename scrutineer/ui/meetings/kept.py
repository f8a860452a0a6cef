"""The lines of a meeting that were kept, one below the other, each with what it is and what became of it.

Every line is reached by the keyboard; what its keys and its menu ask for is done by whoever shows them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from scrutineer.domain.meeting_page import LineKind, LineShown
from scrutineer.ui import theme
from scrutineer.ui.meetings.editor import kind_of_key
from scrutineer.ui.meetings.words import keys_of
from scrutineer.ui.theme import LARGE, MEDIUM, SMALL
from scrutineer.ui.widgets.chip import Chip, ChipLabel
from scrutineer.ui.widgets.parts import icon_button
from scrutineer.ui.widgets.ruled_row import RuledRow
from scrutineer.ui.widgets.scrolling import hold_edge
from scrutineer.ui.widgets.words import Words

_CHIP = 11      # digits that the longest kind takes


class Wish(NamedTuple):
    """Something that can be done with a line: its code, its words, its keys."""

    code: str
    words: str
    keys: str = ""


CHANGE, TAKE_OUT, OPEN = Wish("change", "Change it", "Enter"), Wish("take_out", "Take it out", "Del"), Wish(
    "open", "Open what it became"
)
UP, DOWN = Wish("up", "Move it up", "Alt+Up"), Wish("down", "Move it down", "Alt+Down")
PUT, MINUTE = Wish("put", "Put it as a challenge"), Wish("minute", "Its minute reference")


class KeptLines(QScrollArea):
    """`wished(code, id)`: a kind's code, or that of a wish; `left` when the keyboard goes down out of the last line."""

    wished = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("kept")
        self.setAccessibleName("Lines of the meeting")
        self.setProperty("panel", True)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows: list[_Row] = []
        inside = QWidget()
        inside.setProperty("plain", True)
        self._body = QVBoxLayout(inside)
        self._body.setContentsMargins(SMALL, SMALL, LARGE, SMALL)
        self._body.setSpacing(0)
        hold_edge(self, self._body, LARGE)
        self._none = Words("What is said stands here, line by line, as you keep it below.", "soft")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._body.addWidget(self._none)
        self._body.addStretch(1)
        self.setWidget(inside)

    def show_lines(self, lines: Sequence[LineShown]) -> None:
        """Show these; the keyboard stays on the line where it was, and a line that is new comes into sight."""
        before, held = len(self._rows), next((row for row in self._rows if row.hasFocus()), None)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [_Row(shown, self) for shown in lines]
        for place, row in enumerate(self._rows):
            self._body.insertWidget(place, row)
            row.show()
        self._none.setVisible(not self._rows)
        if held is not None:
            self.go_to(held.line_id)
        if len(lines) > before:
            QTimer.singleShot(0, self, self._to_the_end)

    def go_to(self, line_id: str = "") -> None:
        """Put the keyboard into a line, the last one unless named."""
        row = next((one for one in self._rows if one.line_id == line_id), self._rows[-1] if self._rows else None)
        if row:
            row.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(row, 0, MEDIUM)

    def step(self, row: _Row, by: int) -> None:
        """From one line to the next; below the last one, out of them."""
        place = self._rows.index(row) + by
        if place >= len(self._rows):
            self.left.emit()
        elif place >= 0:
            self.go_to(self._rows[place].line_id)

    def _to_the_end(self) -> None:
        for _ in range(3):      # a text tells its height once it has been given its width
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())


class _Row(RuledRow):
    def __init__(self, shown: LineShown, lines: KeptLines) -> None:
        super().__init__(f"line-{shown.line.place}")
        self._shown = shown
        self._lines = lines
        line = shown.line
        self.line_id = line.id
        minute = f"minute {line.minute_ref}" if line.minute_ref else ""
        detail = " · ".join(filter(None, (shown.who, shown.about, shown.became, minute)))
        self.setAccessibleName(", ".join(filter(None, (line.kind.label, line.text, detail))))
        chip = QWidget()
        chip.setMinimumWidth(theme.characters(self, _CHIP))
        held = QHBoxLayout(chip)
        held.setContentsMargins(0, 0, 0, 0)
        if line.kind is not LineKind.NOTE:
            held.addWidget(ChipLabel(Chip(line.kind.label)), 0, Qt.AlignmentFlag.AlignTop)
        held.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(line.text))
        if detail:
            words.addWidget(Words(detail, "small"))
        more = icon_button("more", f"What can be done with line {line.place}", f"more-{line.place}")
        more.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        more.clicked.connect(lambda: self._offer(more.mapToGlobal(QPoint(0, more.height()))))
        row = QHBoxLayout(self)
        row.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)

    def wishes(self) -> list[Wish]:
        """What can be done with this line."""
        line = self._shown.line
        opens = [OPEN] if line.made_id else []
        put = [PUT] if line.kind in {LineKind.QUESTION, LineKind.CONCERN} else []
        return [CHANGE, *put, MINUTE, *opens, UP, DOWN, TAKE_OUT]

    def _offer(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in LineKind:
            words = "Back to a note" if kind is LineKind.NOTE else kind.label
            if kind is not self._shown.line.kind:
                self._add(menu, Wish(kind.value, words, keys_of(kind)))
        menu.addSeparator()
        for wish in self.wishes():
            self._add(menu, wish)
        menu.popup(where)

    def _add(self, menu: QMenu, wish: Wish) -> None:
        action = menu.addAction(f"{wish.words}\t{wish.keys}" if wish.keys else wish.words)
        action.triggered.connect(lambda _checked=False: self._lines.wished.emit(wish.code, self.line_id))

    def event(self, event: QEvent) -> bool:
        """Alt with our letters means the line here, not the menus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and kind_of_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from line to line, with Alt they take the line along; Enter changes it, Delete takes it out."""
        key, step = event.key(), {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if step and is_alt:
            self._lines.wished.emit(UP.code if step < 0 else DOWN.code, self.line_id)
        elif step:
            self._lines.step(self, step)
        elif code := kind_of_key(event):
            self._lines.wished.emit(code, self.line_id)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self._lines.wished.emit(CHANGE.code, self.line_id)
        elif key == Qt.Key.Key_Delete:
            self._lines.wished.emit(TAKE_OUT.code, self.line_id)
        elif key == Qt.Key.Key_Escape:
            self._lines.left.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu, where it is asked for."""
        self._offer(event.globalPos())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks change it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._lines.wished.emit(CHANGE.code, self.line_id)
