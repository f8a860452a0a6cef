"""A long text in Markdown: typed on the left, as it will look on the right.

The look is made beside the window, after a pause, by a function that is handed in; only the newest is
ever shown. Plain typing always works. What is done with the text is not known here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from scrutineer.ui import theme
from scrutineer.ui.theme import SMALL, TINY
from scrutineer.ui.widgets import field, markdown_marks
from scrutineer.ui.widgets.field import Desk, Rendered
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.markdown_marks import Change, Stretch
from scrutineer.ui.widgets.parts import icon_button
from scrutineer.ui.widgets.prose import Prose
from scrutineer.ui.widgets.words import Words

_PAUSE = 300  # milliseconds without a key before the preview is made
_BESIDE = 76  # digits from which on there is room for the preview beside the text
_FEWEST, _MOST = 4, 16  # lines of text that are shown at least and at most

_TOOLS: tuple[tuple[str, str, Change, str], ...] = (
    ("bold", "Bold", markdown_marks.bold, "Ctrl+B"),
    ("italic", "Italic", markdown_marks.italic, "Ctrl+I"),
    ("bullets", "Bullets", markdown_marks.bullets, "Ctrl+Shift+8"),
    ("numbers", "Numbers", markdown_marks.numbers, "Ctrl+Shift+7"),
    ("heading", "Heading", markdown_marks.heading, "Ctrl+Shift+H"),
    ("link", "Link", markdown_marks.link, "Ctrl+Shift+L"),
    ("table", "Table", markdown_marks.table, "Ctrl+Shift+T"),
    ("quote", "Quotation", markdown_marks.quote, "Ctrl+Shift+9"),
)


class MarkdownField(QWidget):
    """A field of a form; `tall` lets it take all the room there is, as for a section of a paper."""

    edited = Signal()

    def __init__(self, desk: Desk, *, preview: bool = True, tall: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tall = tall
        self._asked = 0  # the number of the newest preview that was asked for
        self._loading = False
        self._text = _Text(self._apply)
        self._look = Prose(desk.ask_to_open)
        self._look.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._note = Words("", "small", hides=True)
        self._tools = _Tools(self._apply)
        self._toggle = self._tools.preview
        self._toggle.setChecked(preview)
        self._toggle.toggled.connect(self._show_preview)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._render)
        self._text.textChanged.connect(self._changed)
        self._build()
        self.setFocusProxy(self._text)
        self._show_preview()

    def _build(self) -> None:
        self._panes = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._panes.setSpacing(SMALL)
        self._panes.addWidget(self._text, 1)
        self._panes.addWidget(self._look, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(TINY)
        body.addWidget(self._tools)
        body.addLayout(self._panes, 1)
        body.addWidget(self._note)

    def call(self, name: str, label: str) -> None:
        """Name it and its parts."""
        field.name_it(self._text, name, label)
        field.name_it(self._look, f"{name}-preview", f"{label}: as it will look")
        self._tools.call(label)

    def value(self) -> Any:
        """The text."""
        return self._text.toPlainText()

    def set_value(self, value: Any) -> None:
        """Show a text; what was undone before cannot be redone into it."""
        self._loading = True
        self._text.setPlainText(value or "")
        self._loading = False
        self._render()

    def problem(self) -> str:
        """Any text is a text."""
        return ""

    def draft(self) -> str:
        """The text."""
        return self._text.toPlainText()

    def restore(self, draft: str) -> None:
        """Type it again."""
        self._text.setPlainText(draft)

    def mark(self, sentence: str) -> None:
        """Show that something is wrong."""
        field.mark(self._text, sentence)

    def changeEvent(self, event: QEvent) -> None:
        """What is only read needs no toolbar."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._tools.setVisible(self.isEnabled())

    def _changed(self) -> None:
        if not self._tall:
            self._fit()
        if not self._loading:
            self._timer.start()
            self.edited.emit()

    def _apply(self, change: Change) -> None:
        """One press of a button, which one Ctrl+Z undoes."""
        cursor = self._text.textCursor()
        before = self._text.toPlainText()
        made = change(Stretch(before, cursor.selectionStart(), cursor.selectionEnd()))
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(made.text)
        cursor.endEditBlock()
        cursor.setPosition(made.start)
        cursor.setPosition(made.end, QTextCursor.MoveMode.KeepAnchor)
        self._text.setTextCursor(cursor)
        self._text.setFocus()

    def _show_preview(self) -> None:
        self._look.setVisible(self._toggle.isChecked())
        self._note.say("")
        self._arrange()
        self._render()

    def _render(self) -> None:
        """Ask for the look of the text as it is now."""
        self._timer.stop()
        self._asked += 1
        if not self._toggle.isChecked():
            return
        text, number = self._text.toPlainText(), self._asked
        render = self._desk.render
        self._desk.jobs.run(lambda _progress: (number, render(text)), self._rendered)

    def _rendered(self, answer: tuple[int, Rendered]) -> None:
        number, rendered = answer
        if number == self._asked and self._toggle.isChecked():
            self._look.say(rendered.html)
            self._note.say(rendered.note)

    def _arrange(self) -> None:
        wide = self.width() >= theme.characters(self, _BESIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._panes.direction() != way:
            self._panes.setDirection(way)
        if not self._tall:
            self._fit()

    def _fit(self) -> None:
        """As high as the text, within bounds; beyond them it scrolls."""
        spacing = self._text.fontMetrics().lineSpacing()
        lines = min(max(round(self._text.document().size().height()) + 1, _FEWEST), _MOST)
        height = lines * spacing + 2 * SMALL + 2
        if self._text.height() != height:
            self._text.setFixedHeight(height)
            self._look.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside the text when there is room, under it when there is not."""
        super().resizeEvent(event)
        self._arrange()


class _Text(QPlainTextEdit):
    """Where the text is typed; Tab goes on to the next field."""

    def __init__(self, apply: Callable[[Change], None]) -> None:
        super().__init__()
        self._apply = apply
        self._shortcuts = [(QKeySequence(keys), change) for _, _, change, keys in _TOOLS]
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The buttons' shortcuts work while this has the keyboard, and nowhere else."""
        pressed = QKeySequence(event.keyCombination())
        for keys, change in self._shortcuts:
            if pressed == keys:
                self._apply(change)
                return
        super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(theme.characters(self, 10), super().minimumSizeHint().height())


class _Tools(FlowRow):
    """The row of buttons. Tab comes in once; arrow keys go from button to button."""

    def __init__(self, apply: Callable[[Change], None]) -> None:
        super().__init__(across=TINY, down=TINY)
        self._buttons: list[QToolButton] = []
        self._says: list[str] = []
        for icon, says, change, keys in _TOOLS:
            made = self._add(icon, says)
            made.setToolTip(f"{says} ({keys})")
            made.clicked.connect(lambda _checked=False, change=change: apply(change))
        self.preview = self._add("preview", "Show as it will look", at_end=True)
        self.preview.setCheckable(True)
        self._buttons[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def call(self, label: str) -> None:
        for made, says in zip(self._buttons, self._says, strict=True):
            made.setAccessibleName(f"{label}: {says}")

    def _add(self, icon: str, says: str, *, at_end: bool = False) -> QToolButton:
        made = icon_button(icon, says, f"tool-{icon}")
        made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        made.installEventFilter(self)
        self.add(made, at_end=at_end)
        self._buttons.append(made)
        self._says.append(says)
        return made

    def eventFilter(self, watched: Any, event: Any) -> bool:
        step = 0
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if not step:
            return False
        here = self._buttons.index(watched)
        there = self._buttons[(here + step) % len(self._buttons)]
        self._buttons[here].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        there.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        there.setFocus(Qt.FocusReason.TabFocusReason)
        return True
