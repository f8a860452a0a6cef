"""“Bring in a framework”: one file is read, kept with the record, and its items can be judged at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from scrutineer.domain.errors import ScrutineerError
from scrutineer.domain.text import counted
from scrutineer.domain.toml_file import LARGEST
from scrutineer.ui.tools import Tools


def ask(tools: Tools, _parent: QWidget, _id: str = "") -> str:
    """Ask for the file. Raises MalformedFramework, and Invalid when the edition is here already."""
    path = tools.messages.file_to_open("Bring in a framework", Path.home(), "Framework (*.toml)")
    if path is None:
        return ""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise ScrutineerError(f"“{path.name}” could not be opened.", "Nothing was brought in.") from error
    framework = tools.register.frameworks.bring_in(data, path.name)
    items = counted(len(framework.items), "item")
    return f"“{framework.title}” ({framework.edition}) is here: {items} to judge, under “Something else”."
