"""This computer's habits: where the window stood, light or dark, the last files.

What belongs to a partnership is in its record; nothing is in both.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QSettings, QSize

from scrutineer.ui.theme import Scheme

_KEPT_FILES = 8


class Preferences:
    """Typed properties over the settings of this user on this computer."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings("Scrutineer", "Scrutineer")

    @property
    def theme(self) -> Scheme:
        """Light, dark, or as the system is."""
        kept = str(self._settings.value("theme", "system"))
        return cast(Scheme, kept) if kept in {"system", "light", "dark"} else "system"

    @theme.setter
    def theme(self, scheme: Scheme) -> None:
        self._settings.setValue("theme", scheme)

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size as Qt packs them; empty at the first start."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, packed: QByteArray) -> None:
        self._settings.setValue("window/geometry", packed)

    @property
    def size(self) -> QSize:
        """The window's size at the first start."""
        return QSize(1360, 850)

    @property
    def remembers_files(self) -> bool:
        """Whether names of files are remembered: a name alone can say too much."""
        return bool(self._settings.value("files/remember", True, type=bool))

    @remembers_files.setter
    def remembers_files(self, wanted: bool) -> None:
        self._settings.setValue("files/remember", wanted)
        if not wanted:
            self._settings.remove("files/last")

    @property
    def last_files(self) -> list[Path]:
        """The records opened last, the newest first."""
        kept = self._settings.value("files/last", [])
        names = [kept] if isinstance(kept, str) else list(cast("list[str]", kept or []))
        return [Path(name) for name in names if name]

    def opened(self, file: Path) -> None:
        """Remember that this record was opened."""
        if self.remembers_files:
            files = [file, *(other for other in self.last_files if other != file)]
            self._settings.setValue("files/last", [str(path) for path in files[:_KEPT_FILES]])

    def forget(self, file: Path) -> None:
        """Take a record that is gone off the list."""
        left = [str(other) for other in self.last_files if other != file]
        self._settings.setValue("files/last", left)

    @property
    def last_folder(self) -> Path:
        """Where a file was last read or written."""
        return Path(str(self._settings.value("files/folder", str(Path.home()))))

    @last_folder.setter
    def last_folder(self, folder: Path) -> None:
        self._settings.setValue("files/folder", str(folder))

    @property
    def backup_folder(self) -> Path | None:
        """Where backups are put on this computer; None until one was chosen."""
        kept = str(self._settings.value("files/backups", ""))
        return Path(kept) if kept else None

    @backup_folder.setter
    def backup_folder(self, folder: Path) -> None:
        self._settings.setValue("files/backups", str(folder))

    def splitter(self, name: str) -> QByteArray:
        """How the splitter called `name` was left; empty when it never was moved."""
        return self._bytes(f"splitter/{name}")

    def keep_splitter(self, name: str, state: QByteArray) -> None:
        """Remember how the splitter called `name` stands."""
        self._settings.setValue(f"splitter/{name}", state)

    def _bytes(self, key: str) -> QByteArray:
        kept = self._settings.value(key, QByteArray())
        return kept if isinstance(kept, QByteArray) else QByteArray()
