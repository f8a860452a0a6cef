"""“Every change”: each old and new value of a challenge and all that hangs on it, as a plain list to read."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from scrutineer.domain.dates import short_date
from scrutineer.register.story import FieldChange
from scrutineer.ui import theme
from scrutineer.ui.theme import MEDIUM
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.prose import Prose
from scrutineer.ui.widgets.words import Words


def ask(tools: Tools, parent: QWidget, challenge_id: str) -> str:
    """Show every change of a challenge; nothing is asked."""
    dossier = tools.register.dossier_of(challenge_id)
    shown = Changes(dossier.challenge.title, tools.register.changes_of(*dossier.records), tools, parent)
    shown.exec()
    shown.deleteLater()
    return ""


class Changes(QDialog):
    """The newest change first."""

    def __init__(self, title: str, changes: list[FieldChange], tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Every change")
        page = Prose(tools.ask_to_open)
        page.setObjectName("changes")
        page.setAccessibleName("Every change")
        page.say("".join(map(_told, changes)))
        close = button("Close", "close")
        close.clicked.connect(self.accept)
        body = QVBoxLayout(self)
        body.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        body.setSpacing(MEDIUM)
        body.addWidget(Words(title, "heading"))
        body.addWidget(page, 1)
        foot = FlowRow()
        foot.add(close, at_end=True)
        body.addWidget(foot)

    def sizeHint(self) -> QSize:
        """A page to read."""
        wanted = QSize(theme.characters(self, 84), theme.characters(self, 72))
        over = self.parentWidget()
        return wanted.boundedTo(over.window().size() * 0.94) if over else wanted


def _told(change: FieldChange) -> str:
    when = f"{short_date(change.at.astimezone().date())}, {change.at.astimezone():%H:%M}"
    said = [f"<b>{escape(change.label)}</b> · {when}"]
    if change.old:
        said.append(f"before: {_lines(change.old)}")
    said.append(f"now: {_lines(change.new)}" if change.new else "now: nothing")
    if change.why:
        said.append(f"why: {_lines(change.why)}")
    return f"<p>{'<br>'.join(said)}</p>"


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
