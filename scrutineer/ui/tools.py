"""What every screen is handed: the register, and the window's own few services.

Made once by the window that opens a record; nothing here is looked up from anywhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from scrutineer import paths
from scrutineer.domain.errors import ScrutineerError
from scrutineer.exchange.opened import OpenedCopies
from scrutineer.register.register import Register
from scrutineer.reports.markdown import parse
from scrutineer.reports.preview import to_html
from scrutineer.ui.jobs import Jobs
from scrutineer.ui.messages import Messages
from scrutineer.ui.preferences import Preferences
from scrutineer.ui.widgets.field import Desk


class Look(NamedTuple):
    """A narrative as it will look; `note` says so when it is only shown as it was typed."""

    html: str
    note: str


def look_of(text: str) -> Look:
    """Read a narrative as Word will, and show it as HTML that loads nothing."""
    parsed = parse(text)
    note = "Shown as typed: it is too long, or too tangled, to be shown as it will look." if parsed.plain else ""
    return Look(to_html(parsed.blocks), note)


class Say(Protocol):
    """A quiet notice; with a button `action` that calls `then`."""

    def __call__(self, sentence: str, action: str = "", then: Callable[[], None] | None = None) -> None: ...


def _stay(_backup: Path) -> None:
    """For a screen that no window holds: there is nowhere to go."""


@dataclass(frozen=True)
class Tools:
    """The register of the open record, jobs, messages, preferences, and `say` for quiet notices.

    `restore(backup)` closes this record and brings a backup back in its place, by way of the entrance.
    `copies` holds attached files for as long as they are open in other programs.
    """

    register: Register
    jobs: Jobs
    messages: Messages
    preferences: Preferences
    say: Say
    restore: Callable[[Path], None] = _stay
    copies: OpenedCopies = field(default_factory=lambda: OpenedCopies(paths.opened()))

    @property
    def desk(self) -> Desk:
        """What fields of forms borrow."""
        return Desk(self.jobs, look_of, self.ask_to_open, self.register.today, self.register.working_days)

    def attempt(self, ask: Callable[[], str]) -> None:
        """Do something, and say quietly what was done; what went wrong is shown."""
        try:
            said = ask()
        except ScrutineerError as error:
            self.messages.show_error(error)
            return
        if said:
            self.say(said)

    def ask_to_open(self, address: str) -> bool:
        """Whether a link may be opened outside this program: the person says so."""
        return self.messages.ask("Open a link", f"Open {address} outside Scrutineer?", "Open")

    def open_copy(self, file_name: str, data: bytes) -> bool:
        """Open an attached file in the program that the system has for it, as a copy that does not stay.

        False when the system has none. Raises NotOpened for a kind of file that is not safe to open, DiskFull and
        CannotWrite.
        """
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.copies.copy(file_name, data))))

    def open_folder(self, of: Path) -> None:
        """Show the folder of a file in the system's own window."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(of.parent)))
