"""A long list comes in pieces: nothing is lost, nothing is there twice, whatever is written between two of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from scrutineer.ui import reading as reading_module
from scrutineer.ui.reading import Reading


class OneLine(NamedTuple):
    id: str
    words: str


class Book:
    """Lines in an order, as a record would hand them out; it notes what it was asked."""

    def __init__(self, count: int) -> None:
        self.lines = [OneLine(f"{n:03}", "as it was") for n in range(count)]
        self.asked: list[Sequence[str] | None] = []
        self.is_free = True

    def ids(self) -> list[str]:
        return [line.id for line in self.lines]

    def read(self, ids: Sequence[str] | None) -> Iterator[OneLine]:
        self.asked.append(ids)
        return (line for line in list(self.lines) if ids is None or line.id in ids)

    def change(self, id_: str, words: str) -> None:
        self.lines = [line._replace(words=words) if line.id == id_ else line for line in self.lines]

    def remove(self, id_: str) -> None:
        self.lines = [line for line in self.lines if line.id != id_]


class Reader:
    """Reads a book, and shows what a list would show that appends and replaces as it is told."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.owner = QObject()
        self.reading = Reading(book.ids, book.read, lambda: book.is_free, 10, self.owner)
        self.shown: list[OneLine] = []
        self.reading.came.connect(self._further)
        self.reading.ended.connect(self._end)

    def begin(self, first: Sequence[str] = ()) -> None:
        if self.reading.begin(first):
            self.shown = list(self.reading.lines.values())

    def _further(self, new: list[OneLine], changed: list[OneLine]) -> None:
        self.shown += new
        fresh = {line.id: line for line in changed}
        self.shown = [fresh.get(line.id, line) for line in self.shown]

    def _end(self, has_moved: bool) -> None:
        if has_moved:
            self.shown = list(self.reading.lines.values())

    def turn(self) -> None:
        """One turn of the event loop: a piece."""
        self.reading._timer.stop()
        self.reading._turn()

    def to_the_end(self) -> None:
        while self.reading.is_under_way:
            self.turn()


@pytest.fixture(autouse=True)
def in_small_pieces(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    monkeypatch.setattr(reading_module, "FIRST", 3)
    monkeypatch.setattr(reading_module, "PIECE", 5)


@pytest.fixture
def reader() -> Callable[[int], Reader]:
    return lambda count: Reader(Book(count))


def test_a_short_list_is_read_in_one_step_and_no_id_is_named(reader):
    short = reader(10)
    short.begin()
    assert not short.reading.is_under_way
    assert short.shown == short.book.lines
    assert short.book.asked == [None]


def test_a_long_list_comes_in_pieces_in_its_order_between_which_the_window_answers(reader, qtbot: QtBot):
    long = reader(23)
    long.begin()
    assert long.shown == []
    with qtbot.waitSignal(long.reading.ended):
        long.turn()
        assert [line.id for line in long.shown] == ["000", "001", "002"]
    assert long.shown == long.book.lines
    assert list(map(len, long.book.asked)) == [3, 5, 5, 5, 5]


def test_what_is_asked_for_is_read_ahead_of_its_turn_and_stands_in_its_place_at_the_end(reader):
    long = reader(23)
    long.begin()
    long.turn()
    assert long.reading.fetch("020")
    assert not long.reading.fetch("020")
    assert not long.reading.fetch("nobody")
    assert [line.id for line in long.shown] == ["000", "001", "002", "020"]
    long.to_the_end()
    assert long.shown == long.book.lines


def test_read_again_what_was_written_comes_first_and_the_others_stand_meanwhile(reader):
    long = reader(23)
    long.begin()
    long.to_the_end()
    long.book.change("017", "as it is")
    long.begin(["017"])
    assert long.reading.is_under_way
    assert long.shown == long.book.lines
    long.to_the_end()
    assert long.shown == long.book.lines


def test_while_the_record_is_lent_or_the_list_not_seen_nothing_is_asked(reader, monkeypatch, qtbot: QtBot):
    monkeypatch.setattr(reading_module, "AGAIN", 1)
    long = reader(23)
    long.begin()
    long.book.is_free = False
    qtbot.wait(20)
    assert long.book.asked == []
    long.book.is_free = True
    with qtbot.waitSignal(long.reading.ended):
        pass
    assert long.shown == long.book.lines


@given(st.lists(st.tuples(st.sampled_from(["turn", "change", "remove", "add", "fetch"]), st.integers(0, 29))))
def test_whatever_is_written_between_two_pieces_the_list_is_the_record_in_the_end(steps):
    reader = Reader(Book(29))
    reader.begin()
    for number, (what, place) in enumerate(steps):
        id_ = f"{place:03}"
        if what == "turn":
            if reader.reading.is_under_way:
                reader.turn()
        elif what == "fetch":
            reader.reading.fetch(id_)
        elif what == "change":
            reader.book.change(id_, f"as it is after {number}")
            reader.begin([id_])
        elif what == "remove":
            reader.book.remove(id_)
            reader.begin([id_])
        else:
            reader.book.lines.insert(place % (len(reader.book.lines) + 1), OneLine(f"new {number}", "new"))
            reader.begin([f"new {number}"])
        ids = [line.id for line in reader.shown]
        assert len(ids) == len(set(ids))
        assert what in {"turn", "fetch"} or not (set(ids) - set(reader.book.ids()))
    reader.to_the_end()
    assert reader.shown == reader.book.lines
