"""What screens with a list do alike: filters above, the list on the left, the chosen record on the right.

A screen says what it lists, which lines a filter passes and how a record is shown. Selecting, reading
again and keeping one's place are done here; no kind of record is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from scrutineer.domain.dates import short_date
from scrutineer.ui.reading import Reading
from scrutineer.ui.screen import Screen
from scrutineer.ui.theme import SMALL
from scrutineer.ui.tools import Tools, look_of
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.detail import Detail, Event
from scrutineer.ui.widgets.empty import Empty
from scrutineer.ui.widgets.filter_bar import Choice, FilterBar
from scrutineer.ui.widgets.list_and_detail import ListAndDetail
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.steps import NextSteps, Step
from scrutineer.ui.widgets.table import RecordTable
from scrutineer.ui.widgets.words import Words

STILL_READING = "The list is still being read; what belongs here comes as it is found."
TAKE_OFF = Step("remove", "Take it off the list", quiet=True)
EVERY_CHANGE = Step("changes", "Every change", quiet=True)      # of the record that is shown, old and new


def edit(code: str = "edit") -> Step:
    """To mend what a record says: wanted at any time, and asking for no attention, it stands before every change."""
    return Step(code, "Edit", quiet=True)


class RecordDetail(Detail):
    """The right side: `write(id)` puts one record on the sheet; its buttons say what is wanted."""

    open_requested = Signal(str, str)      # kind, id
    acted = Signal(str, str)               # the code of a button, and the id of what it is about

    def __init__(self, tools: Tools, name: str) -> None:
        super().__init__(name, tools.ask_to_open)
        self.tools = tools
        self.register = tools.register
        self.shown = ""
        self.invite()

    def write(self, id_: str) -> None:
        """Put the record on an empty sheet."""
        raise NotImplementedError

    def show_record(self, id_: str) -> None:
        """Show a record; the one that is shown already is read again in its place. "" shows none."""
        if id_ and id_ == self.shown:
            self.rewrite(lambda: self.write(id_))
            return
        self.shown = id_
        if not id_:
            self.invite()
            return
        self.clear()
        self.write(id_)

    def link(self, kind: str, id_: str, words: str, icon: str) -> QPushButton:
        """A button that opens another record."""
        made = button(words, f"open-{id_}", small=True, icon=icon)
        made.clicked.connect(lambda: self.open_requested.emit(kind, id_))
        return made

    def steps(self, steps: Iterable[Step], id_: str) -> None:
        """The next steps of the record with this id, as buttons."""
        made = NextSteps(steps)
        made.taken.connect(lambda code: self.acted.emit(code, id_))
        self.add(made)

    def links(self, label: str, links: Sequence[tuple[QPushButton, str]]) -> None:
        """Some links under a label, each with what it leads to; nothing when there are none. "" is no label."""
        if links and label:
            self.section(label)
        for made, words in links:
            self.add(_beside(made, words))

    def notes(self, id_: str) -> None:
        """The dated lines on a record, the newest first."""
        notes = self.register.notes.of(id_)
        if notes:
            self.section("Story")
            self.story([Event(short_date(note.noted_on), f"{note.kind.label}: {note.text}") for note in notes[::-1]])

    def narrative(self, text: str) -> None:
        """A long text of the record, as it will look."""
        self.prose(look_of(text).html)


def _beside(made: QPushButton, words: str) -> QWidget:
    """A button and its words, which wrap beside it."""
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SMALL)
    row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Words(words), 1, Qt.AlignmentFlag.AlignVCenter)
    return held


class ListScreen(Screen):
    """A screen with a list. Its subclass fills in what is particular, from `filters` to `make_detail`."""

    filters: ClassVar[tuple[Choice, ...]]      # the last of them leaves nothing out
    at_first: ClassVar[str]                    # the filter in force when the screen is first seen
    nothing: ClassVar[Mapping[str, str]]       # for each filter, what to say when it passes no line
    of_their_own: ClassVar[frozenset[str]] = frozenset()      # filters of another kind of record, made by another deed
    whole: ClassVar[int] = 1_000               # so many lines, put together from whole records, are read in one step
    first: ClassVar[tuple[str, str]] = ("note", "Note what I saw")      # the deed that makes the first one, in words

    def columns(self) -> Sequence[Column]:
        """What the list shows."""
        raise NotImplementedError

    def ids(self) -> Sequence[str]:
        """The id of every line, in the order in which it is listed; none of a list that is always short.

        Such a list is read in one step, so that its order need not be asked for beforehand.
        """
        return ()

    def read(self, ids: Sequence[str] | None) -> Sequence[Any]:
        """The lines with these ids that are still there, or every line, in the order in which they are listed."""
        raise NotImplementedError

    def offer(self, lines: Iterable[Any]) -> None:
        """All lines are read: the menus, where there are any, offer what occurs in them."""

    def passes(self, line: Any, code: str) -> bool:
        """Whether a filter lists this line."""
        raise NotImplementedError

    def chosen_in_menus(self, _line: Any) -> bool:
        """Whether the menus, where there are any, leave this line in."""
        return True

    def make_detail(self) -> RecordDetail:
        """The right side."""
        raise NotImplementedError

    def make_left(self) -> QWidget:
        """The left side: the list, alone unless a screen has another way to show the same lines."""
        return self.table

    def first_deed(self) -> tuple[str, str]:
        """The deed that makes the first record, in words, where the list is empty."""
        return self.first

    def was_listed(self, _lines: Sequence[Any]) -> None:
        """These lines are listed now."""

    def act(self, code: str, id_: str) -> None:
        """A button of the detail was pressed: what is not the screen's own deed is asked of the window."""
        self.wanted.emit(code, id_)

    def build(self) -> None:
        """Filters, list and detail."""
        self.reading = Reading(self.ids, self.read, self.may_read, self.whole, self)
        self.reading.came.connect(self._list_further)
        self.reading.ended.connect(self._end)
        self.bar = FilterBar(self.filters)
        self.bar.choose(self.at_first)
        self.empty = Empty(self.nothing[self.at_first], self.first[1])
        self.table = RecordTable(self.columns(), self.title, empty=self.empty)
        self.detail = self.make_detail()
        preferences = self.tools.preferences
        self.both = ListAndDetail(self.make_left(), self.detail, preferences.splitter(self.title))
        self.add(self.bar)
        self.add(self.both, 1)
        self.bar.changed.connect(self._list)
        self.empty.wanted.connect(lambda: self.wanted.emit(self.first_deed()[0], ""))
        self.table.selected.connect(self.detail.show_record)
        self.table.opened.connect(self.enter)
        self.table.clicked.connect(lambda _index: self._open_detail())
        self.detail.open_requested.connect(self.open_requested)
        self.detail.acted.connect(self.act)
        self.step_aside(self.bar)
        self.both.covered.connect(self.make_room)
        self.both.moved.connect(lambda state: preferences.keep_splitter(self.title, state))

    def refresh(self, ids: frozenset[str]) -> None:
        """Read the list again, and the record that is shown: what belongs to it may have changed."""
        shown = self.detail.shown
        has_moved = self.reading.begin({*ids, shown})
        self._count()
        if has_moved:
            self._list()
        if shown and shown == self.detail.shown:
            self.detail.show_record(shown)

    def open(self, _kind: str, id_: str) -> None:
        """Show one record, if need be by widening what is listed."""
        self.reading.fetch(id_)
        if not self.table.select(id_):
            self.bar.widen(self.filters[-1].code)
            self.table.select(id_)
        self.detail.show_record(id_)
        self.enter()

    def ask_here(self, ask: Callable[[Tools, QWidget, str], str], id_: str) -> None:
        """Do a deed that belongs to this screen alone, and say what was done."""
        self.tools.attempt(lambda: ask(self.tools, self, id_))

    def _count(self) -> None:
        if self.reading.is_under_way:
            self.bar.count_later()
            return
        lines = self.reading.lines.values()
        self.offer(lines)
        self.bar.count({choice.code: sum(self.passes(line, choice.code) for line in lines) for choice in self.filters})

    def _list(self) -> None:
        """List what passes. When the selected line went, the one in its place is selected next."""
        code, row = self.bar.chosen, max(0, self.table.currentIndex().row())
        listed = self._passing(self.reading.lines.values())
        self.empty.say(self._why_empty(code), self.first_deed()[1])
        self.table.show_lines(listed)
        if not listed:
            self.detail.show_record("")
        elif not self.table.selected_id() and self.both.shows_both():
            self.table.select(self.table.lines.line(min(row, len(listed) - 1)).id)
        self.was_listed(listed)

    def _passing(self, lines: Iterable[Any]) -> list[Any]:
        code = self.bar.chosen
        return [line for line in lines if self.passes(line, code) and self.chosen_in_menus(line)]

    def _why_empty(self, code: str) -> str:
        if self.reading.is_under_way:
            return STILL_READING
        says_its_own = self.reading.lines or code in self.of_their_own
        return self.nothing[code if says_its_own else self.filters[-1].code]

    def _list_further(self, new: list[Any], changed: list[Any]) -> None:
        """A piece of a long list has come: what is new stands at the end."""
        self.table.append(self._passing(new))
        self.table.replace(changed)
        if not self.table.selected_id() and self.both.shows_both():
            self.table.select_first()

    def _end(self, has_moved: bool) -> None:
        """The last piece has come. A list whose lines have moved is put in order."""
        self._count()
        if has_moved or not self.table.lines.rowCount():
            self._list()

    def enter(self, _id: str = "") -> None:
        """Into the record, with the keyboard: Tab leads on to its steps, Escape back to the list."""
        self.both.open_detail()
        self.detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_detail(self) -> None:
        """What the mouse chose is read; only where it stands over the list does it take the keyboard from there."""
        if self.both.shows_both():
            self.both.open_detail()
        else:
            self.enter()
