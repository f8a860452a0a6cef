"""The foot of the page: what is asked follows from what the line is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from scrutineer.domain.challenge import Position
from scrutineer.domain.errors import Problem
from scrutineer.domain.meeting_page import LineKind, MeetingLine, Subject, Told
from scrutineer.domain.recommendation import Decision
from scrutineer.ui.meetings.composer import Composer
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.folded_pill import FoldedPill
from scrutineer.ui.widgets.words import Words
from tests.ui.window import part, press

SUBJECTS = [
    Subject("challenge", "c", "C-2026-001 Interviews", ("i",)), Subject("recommendation", "r", "R-2026-001 Name"),
]
AGENCIES = [Option("p", "Police"), Option("i", "ICB · Integrated Care Board")]
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def composer(desk, qtbot):
    made = Composer(desk)
    made.offer(SUBJECTS, AGENCIES)
    qtbot.addWidget(made)
    made.resize(1000, 200)
    made.show()
    return made


@pytest.fixture
def kept(composer):
    found: list[tuple[MeetingLine, Told]] = []
    composer.kept.connect(lambda line, told: found.append((line, told)))
    return found


def typed(composer, words, kind, times=1):
    QTest.keyClicks(composer.editor, words)
    for _ in range(times):
        QTest.keyClick(composer.editor, kind, ALT)
    QTest.keyClick(composer.editor, Qt.Key.Key_Return)


def test_an_answer_is_kept_with_who_what_and_how(composer, kept):
    for letters in ("#int", "@integ"):
        QTest.keyClicks(composer.editor, letters)
        QTest.keyClick(composer.editor, Qt.Key.Key_Return)
    typed(composer, "We do.", Qt.Key.Key_A, times=2)
    ((line, told),) = kept
    assert (line.kind, line.text, line.agency_id) == (LineKind.ANSWER, "We do.", "i")
    assert (line.subject_kind, line.subject_id, told) == ("challenge", "c", Told(Position.ACCEPTED))


def test_the_next_line_is_about_the_same_but_from_nobody_and_as_nothing_yet(composer, kept):
    part(composer, ChoiceField, "about").set_value("c")
    part(composer, ChoiceField, "who").set_value("p")
    typed(composer, "We do.", Qt.Key.Key_A, times=3)
    composer.begin()
    typed(composer, "So do we.", Qt.Key.Key_A)
    line, told = kept[1]
    assert (line.subject_id, line.agency_id, told.position) == ("c", None, Position.NOTED)
    composer.let_go("c")
    assert composer.line().subject_id is None


def test_a_decision_steps_through_what_was_decided(composer, kept):
    part(composer, ChoiceField, "about").set_value("r")
    typed(composer, "Too early.", Qt.Key.Key_D, times=3)
    assert kept[0][1] == Told(decision=Decision.DECLINED)


def test_only_what_matters_is_asked(composer):
    about = part(composer, ChoiceField, "about")
    as_, by = part(composer, ChoiceField, "as"), part(composer, QWidget, "by")
    shown = {}
    for kind in LineKind:
        press(composer, f"kind-{kind.value}")
        shown[kind] = (as_.isVisible(), by.isVisible())
    assert [kind for kind, (is_as, _) in shown.items() if is_as] == [LineKind.ANSWER]
    assert [kind for kind, (_, is_by) in shown.items() if is_by] == [LineKind.PROMISE]
    about.set_value("r")
    press(composer, "kind-decision")
    assert as_.isVisible()


def test_those_who_were_asked_are_offered_first(composer):
    about, who = part(composer, ChoiceField, "about"), part(composer, ChoiceField, "who")
    assert who.itemText(1) == "Police"
    about.set_value("c")
    about.edited.emit()
    assert who.itemText(1) == "ICB"


def test_what_is_missing_is_said_and_the_keyboard_goes_there(composer):
    composer.activateWindow()
    composer.show_problems([Problem("agency_id", "Say who said it.")])
    assert any(words.said() == "Say who said it." for words in composer.findChildren(Words))
    assert part(composer, ChoiceField, "who").property("wrong")
    composer.begin()
    assert not part(composer, ChoiceField, "who").property("wrong")


def test_a_name_that_is_on_no_list_is_not_kept(composer, kept):
    composer.offer(SUBJECTS, [Option(str(number), f"Agency {number}") for number in range(12)])
    part(composer, ChoiceField, "who").setEditText("Nobody")
    typed(composer, "We do.", Qt.Key.Key_S)
    assert kept == []


def test_an_empty_line_is_none(composer, kept):
    composer.keep()
    assert kept == []


def test_a_draft_is_typed_again(composer):
    assert composer.draft() == {}
    part(composer, ChoiceField, "about").set_value("c")
    QTest.keyClicks(composer.editor, "We heard")
    QTest.keyClick(composer.editor, Qt.Key.Key_A, ALT)
    draft = composer.draft()
    composer.begin()
    composer.restore(draft, None)
    assert composer.draft() == draft
    assert composer.changes == ""


def middle(within, widget):
    return widget.mapTo(within, widget.rect().center()).y()


def test_in_a_low_window_the_kinds_are_one_menu_beside_who_said_it(composer, kept, qtbot):
    composer.offer([Subject("challenge", "c", "C-2026-001 " + "Interviews " * 12, ("i",))], AGENCIES)
    kinds, chip = part(composer, FoldedPill, "kinds"), part(composer, QPushButton, "kind-concern")
    composer.resize(1000, 30 * composer.fontMetrics().height())
    qtbot.waitUntil(chip.isVisible)
    assert not kinds.isVisible()
    composer.resize(520, 14 * composer.fontMetrics().height())
    qtbot.waitUntil(kinds.isVisible)
    assert not chip.isVisible()
    who = part(composer, ChoiceField, "who")
    qtbot.waitUntil(lambda: abs(middle(composer, who) - middle(composer, kinds)) <= 2)
    kinds.menu().aboutToShow.emit()
    next(action for action in kinds.menu().actions() if action.text().startswith("Concern")).trigger()
    assert kinds.text().startswith("Concern")
    QTest.keyClicks(composer.editor, "Nobody rang back.")
    composer.keep()
    assert kept[0][0].kind is LineKind.CONCERN
