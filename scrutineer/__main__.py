"""The door: the window for nothing, a FILE or `--demo`; the command line for everything else.

A single argument that has an ending or a folder is a FILE, a bare word a command, so that a file called
`demo` opens as `./demo`. What lies behind the door is imported only when it is opened.
"""

from __future__ import annotations

import ctypes
import gc
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

NO_SCREEN = (
    "There is no screen here for the window: neither DISPLAY nor WAYLAND_DISPLAY is set. "
    "Every other command works without one; see scrutineer --help."
)
# The libraries that Qt loads by name, and the Debian or Ubuntu packages that bring them.
PACKAGES = {
    "libEGL.so.1": "libegl1", "libGL.so.1": "libgl1", "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1", "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0", "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
}  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Start the program with these arguments, those of the process unless given; returns its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if not words:
        return _window(None)
    if words == ["--demo"]:
        return _window(None, demo=True)
    if len(words) == 1 and _names_a_file(words[0]):
        return _window(Path(words[0]))
    from scrutineer import cli

    return cli.main(words)


def _names_a_file(word: str) -> bool:
    path = Path(word)
    return not word.startswith("-") and (bool(path.suffix) or path.name != word)


def _window(path: Path | None, *, demo: bool = False) -> int:
    if path and not path.is_file():
        return _refused(f"There is no file “{path}”.")
    if missing := _missing_for_a_window():
        return _refused(missing)
    gc.disable()      # nothing is thrown away while modules are loaded; the window turns it on again
    try:
        from scrutineer import app
    except ImportError as error:
        library = re.search(r"lib[\w.+-]+\.so[.\d]*", str(error))
        if not library:
            raise
        return _refused(_without(library.group()))
    return app.run(path, demo=demo)


def _missing_for_a_window() -> str:
    """What Qt would abort for, in a sentence: a screen, or the one library that its X11 part loads late."""
    if not sys.platform.startswith("linux"):
        return ""
    chosen = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if not chosen:
        if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
            return NO_SCREEN
        chosen = "wayland" if os.environ.get("WAYLAND_DISPLAY") else "xcb"
    if chosen == "xcb" and not _loads("libxcb-cursor.so.0"):
        return _without("libxcb-cursor.so.0")
    return ""


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _without(library: str) -> str:
    package = PACKAGES.get(library)
    advice = f" On Debian or Ubuntu: sudo apt-get install {package}" if package else ""
    return f"The window needs {library}, which is not installed.{advice}"


def _refused(sentence: str) -> int:
    if sys.stderr:      # a program without a console has none
        sys.stderr.write(f"{sentence}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
