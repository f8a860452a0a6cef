"""A mark that a living program holds: the system lets go of it when the program ends, however it ends.

A number of a process would be a worse mark: another process may bear it later. Knows nothing of what is marked.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Hold:
    """A lock on one small file; `take` it, and `let_go` of it or simply end."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None

    def take(self) -> bool:
        """Whether it is ours now, or was already; False when it is held elsewhere. Raises OSError without the file."""
        if self._descriptor is not None:
            return True
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            _lock(descriptor)
        except OSError:      # Windows and others disagree about which
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def let_go(self) -> None:
        """Let go of it, and remove the file."""
        if self._descriptor is None:
            return
        _remove(self.path)      # while it is ours, nobody else can begin to hold what is about to go
        os.close(self._descriptor)
        self._descriptor = None
        _remove(self.path)      # Windows removes no file that is open


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
