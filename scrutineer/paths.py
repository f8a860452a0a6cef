"""Where this program keeps its own files on this computer.

Per user and never roaming: a live record in a folder that is copied about behind our back can be
damaged. What is inside those folders is the business of whoever asks.
"""

from __future__ import annotations

from pathlib import Path

NAME = "Scrutineer"


def home() -> Path:
    """The folder for records that were given no other place; made when it is not there."""
    from platformdirs import user_data_dir

    return _made(Path(user_data_dir(NAME, appauthor=False, roaming=False)))


def logs() -> Path:
    """The folder for the log and for reports of failures."""
    return _made(home() / "logs")


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
