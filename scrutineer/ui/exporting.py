"""A file that leaves: asked where, made beside the window, written whole or not at all.

What goes into it is handed in as a function that touches no record and no widget.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from scrutineer.domain.errors import ScrutineerError
from scrutineer.domain.progress import Progress
from scrutineer.reports import saving
from scrutineer.reports.saving import HeldElsewhere
from scrutineer.ui.tools import Tools

WORD = "Word document (*.docx)"

Make = Callable[[], bytes]


class Written(NamedTuple):
    """A file that was written, and what it holds."""

    path: Path
    content: bytes


Then = Callable[[Written], None]


def ask(tools: Tools, title: str, name: str, kinds: str, make: Make, then: Then | None = None) -> None:
    """Ask where to write a file; `kinds` as `WORD`, whose ending a name without it is given.

    `then` is told of the file that was written.
    """
    path = tools.messages.file_to_save(title, tools.preferences.last_folder / name, kinds)
    if path:
        tools.preferences.last_folder = path.parent
        ending = re.findall(r"\*(\.[\w-]+)", kinds)[0]
        path = path if path.suffix.lower() == ending else path.with_name(path.name + ending)
        _write(tools, title, path, make, then)


def dated(tools: Tools, what: str) -> str:
    """A name for the file: `2026-11-23 EX list for the business unit.docx`."""
    return f"{tools.register.today():%Y-%m-%d} {tools.register.partnership.short_code} {plain_name(what)}"


def plain_name(what: str) -> str:
    """Words as the name of a file: without what some system would not have in it."""
    return " ".join(re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", what).split())


def _write(tools: Tools, title: str, path: Path, make: Make, then: Then | None) -> None:
    def work(progress: Progress) -> Written:
        progress(0.1, "Making the file")
        content = make()
        progress(0.7, "Writing the file")
        return Written(saving.save(content, path), content)

    def done(written: Written) -> None:
        said = f"“{written.path.name}” was written to {written.path.parent}."
        tools.say(said, "Open the folder", lambda: tools.open_folder(written.path))
        if then:
            then(written)

    def failed(error: ScrutineerError) -> None:
        if not isinstance(error, HeldElsewhere):
            tools.messages.show_error(error)
        elif tools.messages.ask(error.title, error.sentence, f"Save as “{error.free.name}”"):
            _write(tools, title, error.free, make, then)

    tools.jobs.run(work, done, failed, title=title)
