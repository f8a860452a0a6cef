"""A long list is read in pieces, and between two of them the window answers; a short one is read in one step.

The order of the list is asked first, in one question; then its lines, by their ids, so that each is as the
record is when it is read: what is written meanwhile is neither lost nor there twice. No question stays open
between two pieces. What the lines mean is known by the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import islice
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

WHOLE = 10_000      # so many lines, from columns alone, are read in one step: about 0.15 s, which nobody minds
FIRST = 200         # lines in the first piece: more than a window shows
PIECE = 1_000       # lines in one piece after that, about 0.04 s
AGAIN = 100        # ms until the next look, while the list is not seen or the record is lent to a job

_Read = Callable[[Sequence[str] | None], Iterable[Any]]


class Reading(QObject):
    """`lines` are those that are known, by their ids, in the order of the list.

    `ids()` are those of all lines in their order, `read(ids)` the lines that are still there, in that order too;
    of None, all of them. Up to `whole` lines come in one step, and only between pieces is `may_read` asked.
    """

    came = Signal(list, list)      # lines that are new at the end of the list, and known ones that have changed
    ended = Signal(bool)           # all is read; whether lines were found to have moved, changed or gone

    def __init__(
        self, ids: Callable[[], Sequence[str]], read: _Read, may_read: Callable[[], bool], whole: int, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ids = ids
        self._read = read
        self._may_read = may_read
        self._whole = whole
        self._order: list[str] = []
        self._due: dict[str, None] = {}      # the ids still to be read, those that are wanted first in front
        self._has_moved = False
        self.lines: dict[str, Any] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._turn)

    @property
    def is_under_way(self) -> bool:
        """Whether lines are still to come."""
        return bool(self._due)

    def begin(self, first: Collection[str] = ()) -> bool:
        """Read the list, or only its order: then the ids in `first` are read, what is not known yet, and the rest.

        Meanwhile a known line stands as it was, unless it is no longer listed. False where the very lines that were
        known are listed still, in their order: what has changed in them is then told as it comes.
        """
        order = list(self._ids())
        if len(order) <= self._whole:
            self.stop()
            self.lines = {line.id: line for line in self._read(None)}
            return True
        wanted, stands = set(first).intersection(order), order == list(self.lines)
        self._order = order
        self._due = dict.fromkeys([*wanted, *(id_ for id_ in order if id_ not in self.lines), *order])
        self._has_moved = not stands and bool(self.lines or wanted)
        if stands:
            self._take(self._piece(FIRST).values())
        elif self.lines:      # of a list that is new nothing is wanted before the others
            self.lines |= self._piece(FIRST)
            self._put_in_order()
        self._timer.start(0)
        return not stands

    def stop(self) -> None:
        """Leave it: nobody looks at the list, or it was read otherwise."""
        self._timer.stop()
        self._due.clear()

    def fetch(self, id_: str) -> bool:
        """Read one line now, ahead of its turn; False where it does not wait for one."""
        if id_ not in self._due or id_ in self.lines:
            return False
        self._take(self._read([id_]))
        self._has_moved = True
        return True

    def put_first(self, lines: dict[str, Any]) -> None:
        """Lines that are new in the record stand at the top."""
        self.lines = {**lines, **self.lines}
        self._order = [*lines, *self._order]

    def awaits(self, id_: str) -> bool:
        """Whether this line is not known yet, and will be read in its turn."""
        return id_ in self._due and id_ not in self.lines

    def _turn(self) -> None:
        if not self._may_read():
            self._timer.start(AGAIN)
            return
        self._take(self._piece(PIECE if self.lines else FIRST).values())
        if self._due:
            self._timer.start(0)
        else:
            self._put_in_order()
            self.ended.emit(self._has_moved)

    def _piece(self, most: int) -> dict[str, Any]:
        ids = list(islice(self._due, most))
        found = {line.id: line for line in self._read(ids)}
        for id_ in ids:
            del self._due[id_]
            if id_ not in found and self.lines.pop(id_, None):
                self._has_moved = True
        return found

    def _take(self, found: Iterable[Any]) -> None:
        new, changed = [], []
        for line in found:
            known = self.lines.get(line.id)
            if known is None:
                new.append(line)
            elif known != line:
                changed.append(line)
                self._has_moved = True
            self.lines[line.id] = line
        self.came.emit(new, changed)

    def _put_in_order(self) -> None:
        if list(self.lines) == self._order:      # as nearly always, and sooner said than done
            return
        self.lines = {id_: self.lines[id_] for id_ in self._order if id_ in self.lines}
