"""The log: what the program did and when, in a small rotating file, never what a record says.

Only messages written by us reach it, and of an exception only its type and the lines it passed
through: what an exception says may quote a record.
"""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

FILE = "scrutineer.log"
LARGEST = 500_000  # bytes, then the next file
KEPT = 3

Caught = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Discreet(logging.Formatter):
    """Formats a record of the log with where an exception passed, without what it says."""

    def formatException(self, ei: Caught) -> str:
        """The exception's type, and file, line and function of each step, the innermost last."""
        kind, _, trail = ei
        name = kind.__name__ if kind else "nothing"
        return "\n".join([name, *where(trail)])


def where(trail: TracebackType | None) -> list[str]:
    """`page.py:120 in save`, one for each step; no source lines and no values."""
    steps = traceback.extract_tb(trail, limit=None)
    return [f"{Path(step.filename).name}:{step.lineno} in {step.name}" for step in steps]


def start(folder: Path, level: int = logging.INFO) -> logging.Handler:
    """Write the log of `scrutineer` into `folder` from now on; returns the handler, to be closed."""
    handler = RotatingFileHandler(folder / FILE, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    ours = logging.getLogger("scrutineer")
    ours.setLevel(level)
    ours.addHandler(handler)
    return handler


def stop(handler: logging.Handler) -> None:
    """Close what `start` returned."""
    logging.getLogger("scrutineer").removeHandler(handler)
    handler.close()
