"""The small things of which screens are made: our buttons, and a sheet of paper to put things on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from scrutineer.ui import icons, theme
from scrutineer.ui.theme import LARGE, MEDIUM, SMALL


def button(
    words: str,
    name: str = "",
    *,
    primary: bool = False,
    small: bool = False,
    quiet: bool = False,
    icon: str = "",
) -> QPushButton:
    """A button with words; `name` is its objectName, by which tests find it."""
    made = QPushButton(words)
    made.setObjectName(name)
    made.setAccessibleName(words)
    for manner, wanted in {"primary": primary, "small": small, "quiet": quiet}.items():
        if wanted:
            made.setProperty(manner, wanted)
    made.setAutoDefault(False)
    if icon:
        icons.dress(made, icon, "on_accent" if primary else "accent" if quiet else "ink")
    return made


def icon_button(icon: str, says: str, name: str = "") -> QToolButton:
    """A button with an icon alone; `says` is what it does, for the tooltip and for screen readers."""
    made = QToolButton()
    made.setObjectName(name)
    made.setAccessibleName(says)
    made.setToolTip(says)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    icons.dress(made, icon)
    return made


class SearchBox(QLineEdit):
    """Where words to look for are typed; it says so, and with which keys it is reached."""

    def __init__(self, says: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setPlaceholderText(says)
        self.setClearButtonEnabled(True)

    def sizeHint(self) -> QSize:
        """Room for what it says, and for a few words."""
        hint = super().sizeHint()
        says = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(max(says + LARGE, theme.characters(self, 24)) + LARGE, hint.height())


class Panel(QFrame):
    """A sheet of paper with a thin border; widgets stand on it one below the other."""

    def __init__(self, *widgets: QWidget, margin: int = MEDIUM, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(SMALL)
        for widget in widgets:
            self.body.addWidget(widget)
