"""Which parts a reply answers: ticks that are found by typing, and what is said of each."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from scrutineer.domain.challenge import Position
from scrutineer.register.replies import Answer, Awaiting
from scrutineer.ui.challenges.answers import AnswersField
from scrutineer.ui.widgets.field import Desk
from tests.ui.challenges.room import press, read

MANY = [Awaiting(f"p{n}", f"EX-C-2026-{n:03d} Question {n}", f"Agency {n % 3}", date(2026, 12, 1)) for n in range(40)]


def a_field(desk: Desk, qtbot: QtBot, awaiting: list[Awaiting], first: str = "") -> AnswersField:
    field = AnswersField(desk, awaiting, first)
    field.call("answers", "It answers")
    qtbot.addWidget(field)
    field.show()
    return field


def shown(field: AnswersField) -> list[str]:
    return [tick.accessibleName() for tick in field.findChildren(QCheckBox) if tick.isVisible()]


def test_the_part_that_was_asked_for_comes_first_then_others_of_that_party(desk: Desk, qtbot: QtBot):
    field = a_field(desk, qtbot, MANY, "p7")
    names = shown(field)
    assert names[0] == "Agency 1: EX-C-2026-007 Question 7"
    assert {name.partition(":")[0] for name in names} == {"Agency 1"}
    assert "28 more: type to find them." in read(field)


def test_typing_finds_the_rest_and_what_is_ticked_stays(desk: Desk, qtbot: QtBot):
    field = a_field(desk, qtbot, MANY)
    press(field, "answers-1")
    field.findChild(QLineEdit, "answers-search").setText("question 39")
    assert shown(field) == ["Agency 0: EX-C-2026-000 Question 0", "Agency 0: EX-C-2026-039 Question 39"]
    assert set(field.value()) == {"p0"}


def test_the_next_tick_takes_the_position_of_the_one_before(desk: Desk, qtbot: QtBot):
    field = a_field(desk, qtbot, MANY[:3])
    press(field, "answers-1")
    field.findChild(object, "position-1").restore("noted")
    press(field, "answers-2")
    assert [answer.position for answer in field.value().values()] == [Position.NOTED] * 2


def test_its_own_words_are_asked_for_only_when_wanted_and_survive(desk: Desk, qtbot: QtBot):
    field = a_field(desk, qtbot, MANY[:2])
    press(field, "answers-1")
    words = field.findChild(object, "own-text-1")
    assert not words.isVisible()
    press(field, "own-1")
    assert words.isVisible()
    words.setPlainText("For our part:\n\nyes.")
    again = a_field(desk, qtbot, MANY[:2])
    again.restore(field.draft())
    assert again.value() == {"p0": Answer(None, "For our part:\n\nyes.", "")}
    assert again.findChild(object, "own-text-1").isVisible()
    again.set_value({})
    assert again.value() == {}


def test_when_nobody_owes_an_answer_it_says_so(desk: Desk, qtbot: QtBot):
    assert "No answer is awaited from anybody." in read(a_field(desk, qtbot, []))
