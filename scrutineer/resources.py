"""Where the files that are not code live: icons, style sheet, Word styles, help.

Three homes: beside the package in a checkout, inside it in an installed wheel, and in the unpacked
folder of a frozen build. Nothing else in the program may work out such a path.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def folder() -> Path:
    """The folder `resources`. Raises FileNotFoundError when the program was installed without it."""
    homes = [_PACKAGE / "resources", _PACKAGE.parent / "resources"]
    unpacked = getattr(sys, "_MEIPASS", None)
    if unpacked:
        homes.insert(0, Path(unpacked) / "resources")
    for home in homes:
        if home.is_dir():
            return home
    raise FileNotFoundError("The program's own resources folder is missing; install it again.")


def path(*parts: str) -> Path:
    """A file in `resources`, named by its parts: `path("icons", "today.svg")`."""
    return folder().joinpath(*parts)
