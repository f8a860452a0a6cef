"""Which parts a reply answers: ticks that are found by typing, and what is said of each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from scrutineer.domain.challenge import Position
from scrutineer.register.replies import Answer, Awaiting
from scrutineer.ui.challenges.answers import AnswersField
from scrutineer.ui.widgets.field import Desk
from tests.ui.challenges.room import press, read
from tests.ui.window import key_in

MANY = [Awaiting(f"p{n}", f"EX-C-2026-{n:03d} Question {n}", f"Agency {n % 3}", date(2026, 12, 1)) for n in range(40)]


def a_field(
    desk: Desk, qtbot: QtBot, awaiting: list[Awaiting], first: str = "", answered: Sequence[Awaiting] = ()
) -> AnswersField:
    field = AnswersField(desk, awaiting, first, lambda: answered)
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


ANSWERED = [
    Awaiting("q1", "EX-C-2026-101 Earlier", "ICB", None, ("icb",), date(2026, 11, 2), Position.NOTED),
    Awaiting("q2", "EX-C-2026-102 Earlier still", "LA", None, ("la",), date(2026, 11, 1)),
]


def position(field: AnswersField, number: int):
    return field.findChild(QWidget, f"position-{number}")


def positions(field: AnswersField) -> list[Position | None]:
    return [answer.position for answer in field.value().values()]


def leave(widget: QWidget, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
    QApplication.sendEvent(widget, QFocusEvent(QEvent.Type.FocusOut, reason))


def test_a_position_goes_to_every_ticked_part_that_has_none(desk: Desk, qtbot: QtBot):
    field = a_field(desk, qtbot, MANY[:4])
    for number in (1, 2, 3):
        press(field, f"answers-{number}")
    position(field, 2).restore("accepted")
    assert positions(field) == [Position.ACCEPTED] * 3
    press(field, "answers-4")
    assert positions(field) == [Position.ACCEPTED] * 4


def test_while_one_goes_through_the_list_the_others_follow_and_afterwards_they_stay(desk: Desk, qtbot: QtBot):
    field = a_field(desk, qtbot, MANY[:3])
    for number in (1, 2):
        press(field, f"answers-{number}")
    position(field, 1).restore("accepted")
    leave(position(field, 1), Qt.FocusReason.PopupFocusReason)      # the list of the choice drops down
    position(field, 1).restore("noted")
    assert positions(field) == [Position.NOTED] * 2
    leave(position(field, 1))
    position(field, 1).restore("not_accepted")
    assert positions(field) == [Position.NOT_ACCEPTED, Position.NOTED]


def test_a_position_that_was_chosen_for_one_is_not_overridden_by_another(desk: Desk, qtbot: QtBot):
    field = a_field(desk, qtbot, MANY[:3])
    field.set_value({"p0": Answer(Position.NOTED), "p1": Answer(), "p2": Answer()})
    position(field, 2).restore("accepted")
    assert positions(field) == [Position.NOTED, Position.ACCEPTED, Position.ACCEPTED]


def test_what_no_party_says_is_not_offered_as_its_position(desk: Desk, qtbot: QtBot):
    field = a_field(desk, qtbot, MANY[:1])
    press(field, "answers-1")
    choice = position(field, 1)
    offered = {choice.itemData(row) for row in range(choice.count())}
    assert offered == {"", *(one.value for one in Position if one.is_said)}


def test_those_who_have_answered_are_shown_when_asked_for_with_what_they_said(desk: Desk, qtbot: QtBot):
    field = a_field(desk, qtbot, MANY[:1], answered=ANSWERED)
    assert len(shown(field)) == 1
    press(field, "show-answered")
    assert shown(field)[1:] == ["ICB: EX-C-2026-101 Earlier", "LA: EX-C-2026-102 Earlier still"]
    assert "ICB · answered 2 Nov 2026" in [tick.text() for tick in field.findChildren(QCheckBox)]
    press(field, "answers-2")
    assert field.value() == {"q1": Answer(Position.NOTED)}
    assert not field.findChild(QWidget, "show-answered").isVisible()


def test_when_nobody_has_answered_it_says_so(desk: Desk, qtbot: QtBot):
    field = a_field(desk, qtbot, MANY[:1])
    press(field, "show-answered")
    assert "Nobody has answered yet." in read(field)


def test_a_further_word_asked_of_one_who_has_answered_is_ticked_at_once(desk: Desk, qtbot: QtBot):
    field = a_field(desk, qtbot, MANY[:2], "q1", ANSWERED)
    field.set_value({"q1": Answer()})
    assert shown(field)[-2:] == ["ICB: EX-C-2026-101 Earlier", "LA: EX-C-2026-102 Earlier still"]
    assert set(field.value()) == {"q1"}


def test_the_parts_of_those_who_wrote_come_first_and_what_is_ticked_stays_ticked(desk: Desk, qtbot: QtBot):
    field = a_field(desk, qtbot, [*MANY[:3], Awaiting("px", "EX-C-2026-099 Theirs", "ICB", None, ("icb",))])
    press(field, "answers-1")
    position(field, 1).restore("accepted")
    field.prefer({"icb"})
    assert shown(field)[0] == "ICB: EX-C-2026-099 Theirs"
    assert field.value() == {"p0": Answer(Position.ACCEPTED)}
    field.prefer(())
    assert shown(field)[0] == "ICB: EX-C-2026-099 Theirs"


def test_tab_goes_through_the_parts_in_the_order_in_which_they_stand(desk: Desk, qtbot: QtBot):
    field = a_field(desk, qtbot, [*MANY[:2], Awaiting("px", "EX-C-2026-099 Theirs", "ICB", None, ("icb",))])
    field.prefer({"icb"})
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.setFocus()
    passed = []
    for _ in range(4):
        passed.append(QApplication.focusWidget().accessibleName())
        key_in(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert passed == [*shown(field), "Show those who have answered"]
