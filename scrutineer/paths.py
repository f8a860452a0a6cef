"""Where this program keeps its own files on this computer, and which folders are not only this computer's.

Per user and never roaming: a live record in a folder that is copied about behind our back can be
damaged. What is inside those folders is the business of whoever asks.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

NAME = "Scrutineer"

_SYNCED = {
    "onedrive": "OneDrive", "dropbox": "Dropbox", "google drive": "Google Drive", "googledrive": "Google Drive",
    "my drive": "Google Drive", "icloud": "iCloud", "mobile documents": "iCloud", "nextcloud": "Nextcloud",
    "owncloud": "ownCloud", "pcloud": "pCloud", "megasync": "MEGA", "box sync": "Box", "sharepoint": "SharePoint",
}  # fmt: skip
_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")  # where Windows says that it is
_OVER_THE_NETWORK = {"cifs", "smb3", "smbfs", "nfs", "nfs4", "fuse.sshfs", "fuse.rclone", "9p", "afs", "davfs"}
_MOUNTS = Path("/proc/mounts")


def home() -> Path:
    """The folder for records that were given no other place; made when it is not there."""
    from platformdirs import user_data_dir

    return _made(Path(user_data_dir(NAME, appauthor=False, roaming=False)))


def logs() -> Path:
    """The folder for the log and for reports of failures."""
    return _made(home() / "logs")


def opened() -> Path:
    """The folder for copies of attached files while they are open in other programs; it need not be there yet."""
    from platformdirs import user_cache_dir

    return Path(user_cache_dir(NAME, appauthor=False)) / "opened"


def synced_by(path: Path) -> str:
    """The program that copies this place about behind our back, such as `OneDrive`; "" for none known."""
    whole = path.absolute()
    for variable in _ONEDRIVE:
        folder = os.environ.get(variable, "")
        if folder and whole.is_relative_to(folder):
            return "OneDrive"
    for part in whole.parts:
        words = re.split(r" - |[-_(]", part.lower())[0].strip()  # `OneDrive - Exampleshire Council`
        if words in _SYNCED:
            return _SYNCED[words]
    return ""


def is_on_network(path: Path) -> bool:
    """Whether this place lies on another machine, so that two may open the same file at once."""
    whole = str(path.absolute())
    if whole.startswith(("\\\\", "//")):
        return True
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    mounts = [(fields[1].replace("\\040", " "), fields[2]) for fields in map(str.split, lines) if len(fields) > 2]
    around = [(folder, kind) for folder, kind in mounts if path.absolute().is_relative_to(folder)]
    return max(around, key=lambda one: len(one[0]), default=("", ""))[1] in _OVER_THE_NETWORK


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
