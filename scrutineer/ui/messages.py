"""The one place that puts a question or a message in the way, so that tests can answer in its stead.

Only what needs an answer comes here; what merely happened is a quiet notice. It knows no record.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from scrutineer.domain.errors import ScrutineerError


class Messages:
    """Dialogs over the window that is in front."""

    def tell(self, title: str, sentence: str, advice: str = "") -> None:
        """Say something that has to be read before going on."""
        box = self._box(QMessageBox.Icon.Information, title, sentence, advice)
        box.addButton("OK", QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def show_error(self, error: ScrutineerError) -> None:
        """What happened, what is safe and what to do next."""
        box = self._box(QMessageBox.Icon.Warning, error.title, error.sentence, error.advice)
        box.addButton("OK", QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def ask(self, title: str, sentence: str, yes: str, no: str = "Cancel", advice: str = "") -> bool:
        """A question; `yes` names what will be done ("Strike out"). Escape and Enter mean no."""
        box = self._box(QMessageBox.Icon.Question, title, sentence, advice)
        agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        declined = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(declined)
        box.setEscapeButton(declined)
        box.exec()
        return box.clickedButton() is agreed

    def file_to_open(self, title: str, folder: Path, kinds: str) -> Path | None:
        """Ask for a file that is there; `kinds` as `Record (*.scrutiny)`."""
        chosen, _ = QFileDialog.getOpenFileName(self._front(), title, str(folder), kinds)
        return Path(chosen) if chosen else None

    def files_to_open(self, title: str, folder: Path, kinds: str) -> list[Path]:
        """Ask for one file or several that are there."""
        chosen, _ = QFileDialog.getOpenFileNames(self._front(), title, str(folder), kinds)
        return [Path(one) for one in chosen]

    def file_to_save(self, title: str, proposed: Path, kinds: str) -> Path | None:
        """Ask where to write; the system asks before a file is replaced."""
        chosen, _ = QFileDialog.getSaveFileName(self._front(), title, str(proposed), kinds)
        return Path(chosen) if chosen else None

    def folder(self, title: str, start: Path) -> Path | None:
        """Ask for a folder."""
        chosen = QFileDialog.getExistingDirectory(self._front(), title, str(start))
        return Path(chosen) if chosen else None

    def _box(self, sign: QMessageBox.Icon, title: str, sentence: str, advice: str) -> QMessageBox:
        box = QMessageBox(self._front())
        box.setIcon(sign)
        box.setWindowTitle(title)
        box.setText(sentence)
        box.setInformativeText(advice)
        return box

    @staticmethod
    def _front() -> QWidget | None:
        return QApplication.activeModalWidget() or QApplication.activeWindow()
