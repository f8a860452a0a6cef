"""A sheet saves, refuses beside its fields, and never lets go of what was typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from scrutineer.domain.errors import DiskFull, Invalid, Problem, ScrutineerError
from scrutineer.domain.note import Undertaking
from scrutineer.ui.widgets.field import Desk
from scrutineer.ui.widgets.form import Form
from scrutineer.ui.widgets.form_sheet import FormSheet
from scrutineer.ui.widgets.words import Words
from tests.ui.window import key_in, on_sheet, part, press

FULL = DiskFull("There is no room.")


class Place:
    """Where one draft is kept; `is_full` when it cannot be."""

    def __init__(self, **words: str) -> None:
        self.words = words
        self.is_full = False

    def kept(self) -> dict[str, str]:
        return dict(self.words)

    def keep(self, words: dict[str, str]) -> None:
        self._write(words)

    def forget(self) -> None:
        self._write({})

    def _write(self, words: dict[str, str]) -> None:
        if self.is_full:
            raise FULL
        self.words = words


class Shown:
    """A sheet for a promise, and what came of it."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget) -> None:
        self.form = Form(Undertaking, ["text", "to_whom"], desk)
        self.form.load(Undertaking(to_whom="Police"))
        self.saved: list[Undertaking] = []
        self.refusal: ScrutineerError | None = None
        self.told: list[ScrutineerError] = []
        self.place = place
        self.sheet = FormSheet("A promise", "What, and to whom?", self.form, self._save, drafts=place,
                               show_error=self.told.append, parent=parent)  # fmt: skip

    def _save(self) -> None:
        if self.refusal:
            raise self.refusal
        self.saved.append(self.form.replace(Undertaking()))

    def ask(self, act: Callable[[FormSheet], object]) -> bool:
        on_sheet(act)
        return self.sheet.ask()

    def type(self, words: str) -> None:
        self.form.field("text").set_value(words)


@pytest.fixture
def place() -> Place:
    return Place()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def shown(desk: Desk, place: Place, parent: QWidget) -> Shown:
    return Shown(desk, place, parent)


def test_ctrl_enter_saves_and_closes(shown, place):
    place.words = {"text": "Typed last week"}

    def save(_sheet):
        shown.type("Send the tool")
        key_in(shown.form, Qt.Key.Key_Return, control=True)

    assert shown.ask(save)
    assert [one.text for one in shown.saved] == ["Send the tool"]
    assert place.words == {}


def test_escape_keeps_what_was_typed_and_the_next_time_it_is_there_again(shown, place, desk, parent):
    def leave(sheet):
        shown.type("Send the tool")
        key_in(sheet, Qt.Key.Key_Escape)

    assert not shown.ask(leave)
    assert place.words == {"text": "Send the tool"}
    again = Shown(desk, place, parent)

    def see(sheet):
        assert again.form.field("text").value() == "Send the tool"
        assert part(sheet, QWidget, "afresh").isVisible()
        press(sheet, "afresh")
        assert again.form.field("text").value() == ""
        assert place.words == {}
        assert not part(sheet, QWidget, "afresh").isVisible()

    assert not again.ask(see)
    assert place.words == {}


def test_what_was_all_taken_out_again_is_no_draft_any_more(shown, place):
    place.words = {"text": "Send the tool"}
    assert not shown.ask(lambda _sheet: shown.type(""))
    assert place.words == {}


def test_a_sheet_in_which_nothing_was_typed_leaves_no_draft(shown, place):
    assert not shown.ask(lambda sheet: press(sheet, "cancel"))
    assert place.words == {}


def test_a_pause_in_typing_keeps_a_draft(shown, place):
    def pause(_sheet):
        shown.type("Send the tool")
        shown.form.draft_changed.emit()
        assert place.words == {"text": "Send the tool"}

    shown.ask(pause)


def test_a_problem_stands_beside_its_field_and_the_sheet_stays(shown):
    shown.refusal = Invalid([Problem("to_whom", "To whom?")])

    def refused(sheet):
        press(sheet, "save")
        assert sheet.isVisible()
        assert part(sheet, QWidget, "to_whom").accessibleDescription() == "To whom?"

    assert not shown.ask(refused)
    assert shown.told == []


def test_a_failure_is_shown_in_words_and_saving_again_works(shown):
    shown.refusal = FULL

    def twice(sheet):
        press(sheet, "save")
        assert sheet.isVisible()
        shown.refusal = None
        press(sheet, "save")

    assert shown.ask(twice)
    assert shown.told == [FULL]
    assert len(shown.saved) == 1


def test_words_that_cannot_even_be_kept_are_told_before_they_are_let_go(shown, place):
    def leave(sheet):
        shown.type("Send the tool")
        place.is_full = True
        shown.form.draft_changed.emit()
        assert shown.told == []
        press(sheet, "cancel")
        assert sheet.isVisible()
        assert shown.told == [FULL]
        press(sheet, "cancel")
        assert not sheet.isVisible()

    assert not shown.ask(leave)


def test_what_was_saved_stays_saved_when_its_draft_cannot_be_let_go(shown, place):
    place.words = {"text": "Send the tool"}
    place.is_full = True
    assert shown.ask(lambda sheet: press(sheet, "save"))
    assert len(shown.saved) == 1
    assert shown.told == []


def test_another_way_to_save_stands_at_the_left(shown):
    kept: list[str] = []
    shown.sheet.also("Keep as a draft", "keep-draft", lambda: kept.append(shown.form.values()["text"]))
    shown.sheet.say_save("Put it")

    def keep(sheet):
        assert part(sheet, QWidget, "save").accessibleName() == "Put it"
        assert part(sheet, QWidget, "keep-draft").x() < part(sheet, QWidget, "save").x()
        shown.type("Send the tool")
        press(sheet, "keep-draft")

    assert shown.ask(keep)
    assert kept == ["Send the tool"]
    assert shown.saved == []


def test_a_sheet_goes_once_it_is_closed(shown, qtbot):
    shown.ask(lambda sheet: press(sheet, "cancel"))
    qtbot.waitUntil(lambda: not isValid(shown.sheet))


def test_a_sheet_is_never_larger_than_the_window_below_it(shown, parent):
    parent.resize(400, 300)
    hint = shown.sheet.sizeHint()
    assert hint.boundedTo(QSize(400, 300)) == hint


def test_a_long_question_is_read_whole_in_a_narrow_window(desk, qtbot):
    under = QWidget()
    qtbot.addWidget(under)
    under.resize(480, 600)
    form = Form(Undertaking, ["to_whom"], desk)
    sheet = FormSheet("Take it out", "A question of many words. " * 12, form, lambda: None, show_error=print,
                      parent=under)  # fmt: skip
    seen: list[tuple[int, int]] = []
    on_sheet(lambda _sheet: seen.extend(
        (words.height(), words.heightForWidth(words.width()))
        for words in sheet.findChildren(Words) if words.isVisible()
    ))  # fmt: skip
    sheet.ask()
    assert seen
    assert all(height >= needed for height, needed in seen)


def test_something_else_is_offered_that_leaves_the_sheet_open(shown, place):
    done: list[str] = []

    def act() -> str:
        if not shown.form.values()["text"]:
            raise Invalid([Problem("text", "There are no words.")])
        if shown.form.values()["text"] == "full":
            raise FULL
        done.append(shown.form.values()["text"])
        return "It can be pasted now."

    def see(sheet):
        shown.sheet.offer("Copy it", "copy", act)
        for words in ("", "full", "Send the tool"):
            shown.type(words)
            press(sheet, "copy")
        assert sheet.isVisible()
        assert "It can be pasted now." in [label.said() for label in sheet.findChildren(Words) if label.isVisible()]
        press(sheet, "cancel")

    assert not shown.ask(see)
    assert done == ["Send the tool"]
    assert shown.told == [FULL]


@pytest.mark.parametrize(("question", "is_beside"), [("When, and how?", True), ("Children wait outside. " * 6, False)])
def test_what_is_asked_stands_beside_the_title_or_beneath_it_when_it_is_long(desk, qtbot, question, is_beside):
    sheet = FormSheet("A promise", question, Form(Undertaking, ["text"], desk), lambda: None, show_error=print)
    qtbot.addWidget(sheet)
    sheet.show()
    title, asked = (one for one in sheet.findChildren(Words) if one.said() in {"A promise", question})
    right_of_title = title.mapTo(sheet, title.rect().topRight()).x()
    assert (asked.mapTo(sheet, QPoint()).x() > right_of_title) == is_beside
    assert asked.height() >= asked.heightForWidth(asked.width())
    label = next(one for one in sheet.form.findChildren(Words) if one.property("role") == "label")
    assert title.mapTo(sheet, QPoint()).x() == label.mapTo(sheet, QPoint()).x()
