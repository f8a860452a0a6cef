"""What stands in for the world outside: dialogs that answer at once, jobs that run at once, one fixed day."""

from __future__ import annotations

from datetime import date
from html import escape
from pathlib import Path
from typing import NamedTuple

from scrutineer.domain.errors import ScrutineerError
from scrutineer.ui.jobs import InlineJobs
from scrutineer.ui.messages import Messages
from scrutineer.ui.widgets.field import Desk


class FakeMessages(Messages):
    """Answers what it is told to answer, and remembers what was said."""

    def __init__(self, *, yes: bool = True) -> None:
        self.yes = yes
        self.said: list[str] = []

    def tell(self, title: str, sentence: str, advice: str = "") -> None:
        self.said.append(sentence)

    def show_error(self, error: ScrutineerError) -> None:
        self.said.append(error.sentence)

    def ask(self, title: str, sentence: str, yes: str, no: str = "Cancel", advice: str = "") -> bool:
        self.said.append(sentence)
        return self.yes


class Look(NamedTuple):
    html: str
    note: str = ""


def render(text: str) -> Look:
    """Paragraphs and bold: enough to see that something was rendered."""
    parts = [f"<p>{escape(part)}</p>" for part in text.split("\n\n") if part]
    return Look("".join(parts).replace("**", ""))


def desk() -> Desk:
    return Desk(InlineJobs(FakeMessages()), render, lambda _address: True, lambda: date(2026, 11, 23))


class ChoosingMessages(FakeMessages):
    """Also answers which file or folder, in the order in which it was told; then nothing more is chosen."""

    def __init__(self, *chosen: Path, yes: bool = True) -> None:
        super().__init__(yes=yes)
        self.chosen = list(chosen)
        self.proposed: list[Path] = []
        self.advice: list[str] = []

    def tell(self, title: str, sentence: str, advice: str = "") -> None:
        super().tell(title, sentence, advice)
        self.advice.append(advice)

    def file_to_open(self, title: str, folder: Path, kinds: str) -> Path | None:
        return self._next(folder)

    def files_to_open(self, title: str, folder: Path, kinds: str) -> list[Path]:
        self.proposed.append(folder)
        chosen, self.chosen = self.chosen, []
        return chosen

    def file_to_save(self, title: str, proposed: Path, kinds: str) -> Path | None:
        return self._next(proposed)

    def folder(self, title: str, start: Path) -> Path | None:
        return self._next(start)

    def _next(self, proposed: Path) -> Path | None:
        self.proposed.append(proposed)
        return self.chosen.pop(0) if self.chosen else None
