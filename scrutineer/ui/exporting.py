"""A file that leaves: asked where, made beside the window, written whole or not at all.

What goes into it is handed in as a function that touches no record and no widget.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from scrutineer.domain.errors import ScrutineerError
from scrutineer.domain.progress import Progress
from scrutineer.reports import saving
from scrutineer.reports.saving import HeldElsewhere
from scrutineer.ui.tools import Tools

Make = Callable[[], bytes]


def ask(tools: Tools, title: str, name: str, kinds: str, make: Make) -> None:
    """Ask where to write a file; `kinds` as `Word document (*.docx)`, whose ending a name without it is given."""
    path = tools.messages.file_to_save(title, tools.preferences.last_folder / name, kinds)
    if path:
        tools.preferences.last_folder = path.parent
        ending = re.findall(r"\*(\.[\w-]+)", kinds)[0]
        _write(tools, title, path if path.suffix.lower() == ending else path.with_name(path.name + ending), make)


def dated(tools: Tools, what: str) -> str:
    """A name for the file: `2026-11-23 EX list for the business unit.docx`."""
    return f"{tools.register.today():%Y-%m-%d} {tools.register.partnership.short_code} {plain_name(what)}"


def plain_name(what: str) -> str:
    """Words as the name of a file: without what some system would not have in it."""
    return " ".join(re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", what).split())


def _write(tools: Tools, title: str, path: Path, make: Make) -> None:
    def work(progress: Progress) -> Path:
        progress(0.1, "Making the file")
        content = make()
        progress(0.7, "Writing the file")
        return saving.save(content, path)

    def done(written: Path) -> None:
        said = f"“{written.name}” was written to {written.parent}."
        tools.say(said, "Open the folder", lambda: tools.open_folder(written))

    def failed(error: ScrutineerError) -> None:
        if not isinstance(error, HeldElsewhere):
            tools.messages.show_error(error)
        elif tools.messages.ask(error.title, error.sentence, f"Save as “{error.free.name}”"):
            _write(tools, title, error.free, make)

    tools.jobs.run(work, done, failed, title=title)
