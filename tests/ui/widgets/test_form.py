from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from scrutineer.domain.challenge import Challenge, Priority
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.note import Undertaking
from scrutineer.domain.organisation import Contact
from scrutineer.ui.widgets import form as form_module
from scrutineer.ui.widgets.field import Desk
from scrutineer.ui.widgets.fields import Option, TextField
from scrutineer.ui.widgets.form import Beside, Form
from scrutineer.ui.widgets.several import SeveralField
from scrutineer.ui.widgets.words import Words

FIELDS = ["title", "raised_on", "priority", "text", "my_note"]
CHALLENGE = Challenge(
    title="How do fathers reach the plan?",
    text="Of 22 plans, 5 named one.",
    raised_on=date(2026, 10, 29),
    private=("my_note", "why_it_matters"),
    my_note="Ask kindly.",
)


@pytest.fixture
def form(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Form:
    monkeypatch.setattr(form_module, "_PAUSE", 20)
    made = Form(Challenge, FIELDS, desk, privacy=True)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.load(CHALLENGE)
    return made


def line(form: Form, name: str) -> QLineEdit:
    return form.findChild(QLineEdit, name)


def said(form: Form) -> list[str]:
    return [words.said() for words in form.findChildren(Words) if words.isVisible()]


def test_labels_come_from_the_record_and_say_what_is_needed(form: Form) -> None:
    assert {"Title (needed)", "The words", "Put on", "Priority"} <= set(said(form))


def test_what_was_loaded_and_not_touched_is_not_changed(form: Form) -> None:
    assert form.changed() == {}
    assert not form.is_changed()
    assert form.replace(CHALLENGE) == CHALLENGE
    assert form.as_draft() == {}


def test_only_what_the_person_changed_is_taken_over(form: Form, qtbot: QtBot) -> None:
    line(form, "title").selectAll()
    qtbot.keyClicks(line(form, "title"), "Who asks fathers?")
    form.findChild(QComboBox, "priority").setCurrentIndex(0)
    newer = dataclasses.replace(CHALLENGE, text="Changed elsewhere meanwhile.")
    saved = form.replace(newer, forum="Executive Group")
    assert saved.title == "Who asks fathers?"
    assert saved.text == "Changed elsewhere meanwhile."
    assert saved.priority is next(iter(Priority))
    assert saved.forum == "Executive Group"


def test_values_are_values_of_the_record(form: Form) -> None:
    assert form.values() == {name: getattr(CHALLENGE, name) for name in FIELDS}


def test_what_cannot_be_understood_is_refused_beside_its_field(form: Form, qtbot: QtBot) -> None:
    line(form, "raised_on").setText("31 Feb 2026")
    with pytest.raises(Invalid) as refused:
        form.values()
    assert [problem.field for problem in refused.value.problems] == ["raised_on"]
    assert not form.attempt(lambda: form.replace(CHALLENGE))
    assert any("31 Feb 2026" in sentence for sentence in said(form))
    assert line(form, "raised_on").hasFocus()


def test_each_problem_stands_beside_its_field_and_the_first_has_the_keyboard(form: Form) -> None:
    form.show_problems(
        [Problem("text", "Say it in words."), Problem("raised_on", "Too early."), Problem("party", "To whom?")]
    )
    assert {"Say it in words.", "Too early.", "To whom?"} <= set(said(form))
    assert line(form, "raised_on").hasFocus()
    assert line(form, "raised_on").property("wrong")
    assert form.findChild(QPlainTextEdit, "text").accessibleDescription() == "Say it in words."
    form.show_problems([])
    assert "Too early." not in said(form)
    assert not line(form, "raised_on").property("wrong")


def test_a_problem_goes_when_its_field_is_mended(form: Form, qtbot: QtBot) -> None:
    form.show_problems([Problem("title", "Title: please fill this in.")])
    qtbot.keyClicks(line(form, "title"), "x")
    assert "Title: please fill this in." not in said(form)


def test_an_attempt_that_goes_through_clears_what_was_wrong(form: Form) -> None:
    form.show_problems([Problem("title", "Too long.")])
    assert form.attempt(lambda: None)
    assert "Too long." not in said(form)


def test_a_narrative_can_be_marked_private_and_the_others_are_left_as_they_are(form: Form) -> None:
    ticks = {tick.objectName(): tick for tick in form.findChildren(QCheckBox)}
    assert set(ticks) == {"text-private", "my_note-private"}
    assert ticks["my_note-private"].isChecked()
    assert "subject-access request" in ticks["text-private"].toolTip()
    ticks["text-private"].click()
    ticks["my_note-private"].click()
    assert form.replace(CHALLENGE).private == ("why_it_matters", "text")


def test_a_draft_is_offered_a_while_after_the_last_key_and_comes_back_as_typed(
    form: Form, desk: Desk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(form.draft_changed):
        qtbot.keyClicks(line(form, "title"), "Well, ")
    line(form, "raised_on").setText("31 Fe")
    form.findChild(QCheckBox, "text-private").click()
    draft = form.as_draft()
    assert draft == {"title": "Well, How do fathers reach the plan?", "raised_on": "31 Fe", "private": "text my_note"}
    again = Form(Challenge, FIELDS, desk, privacy=True)
    qtbot.addWidget(again)
    again.load(CHALLENGE)
    again.restore_draft({**draft, "no_longer_known": "x"})
    assert again.as_draft() == draft
    assert again.is_changed()


def test_loading_is_no_edit(form: Form, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.edited), qtbot.assertNotEmitted(form.draft_changed, wait=50):
        form.load(dataclasses.replace(CHALLENGE, title="Other", priority=Priority.URGENT))


def test_an_editor_of_ones_own_can_be_given(qtbot: QtBot, desk: Desk) -> None:
    picker = SeveralField([Option("a", "Early help")])
    form = Form(Challenge, ["title", ("themes", picker)], desk)
    qtbot.addWidget(form)
    form.load(Challenge(title="x", themes=("a",)))
    assert form.field("themes") is picker
    assert form.values()["themes"] == ("a",)


def test_ctrl_enter_saves_from_within_a_long_text(form: Form, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(form.findChild(QPlainTextEdit, "text"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.field("text").value() == CHALLENGE.text


def test_it_can_begin_elsewhere_and_brings_that_into_sight(qtbot: QtBot, desk: Desk) -> None:
    made = Form(Challenge, ["title", "raised_on", "text", "forum"], desk)
    qtbot.addWidget(made)
    made.resize(500, 150)
    made.begin_at("forum")
    made.focus()
    made.show()
    forum = made.findChild(QLineEdit, "forum")
    qtbot.waitUntil(lambda: made.viewport().rect().contains(forum.mapTo(made.viewport(), QPoint())))
    assert made.focusWidget() is forum


def test_the_keyboard_can_be_put_into_a_field(form: Form) -> None:
    form.focus("text")
    assert form.findChild(QPlainTextEdit, "text").hasFocus()
    form.focus()
    assert line(form, "title").hasFocus()


@pytest.mark.parametrize("width", [900, 500, 320])
@pytest.mark.parametrize("times", [1, 2])
def test_a_form_never_scrolls_sideways_and_cuts_nothing_off(form: Form, qtbot: QtBot, width: int, times: int) -> None:
    font = form.font()
    font.setPointSizeF(font.pointSizeF() * times)
    form.setFont(font)
    form.resize(width * times, 500)
    qtbot.wait(20)
    assert form.widget().width() <= form.viewport().width()
    for child in form.widget().findChildren(QWidget):
        if child.isVisible() and child.objectName() in FIELDS:
            right = child.mapTo(form.widget(), child.rect().topRight()).x()
            assert right <= form.widget().width(), child.objectName()


def test_an_edge_of_what_a_field_can_hold_comes_out_as_it_went_in(form: Form) -> None:
    words = "=cmd|' /C calc'!A0 \u202e עברית 👩‍👧‍👦 " + "long " * 50_000
    form.load(dataclasses.replace(CHALLENGE, text=words, title="=1+1"))
    assert form.changed() == {}
    assert form.values()["text"] == words


def test_a_field_beside_the_records_own_is_shown_and_kept_in_drafts_but_is_no_part_of_it(
    desk: Desk, qtbot: QtBot
) -> None:
    how = TextField()
    form = Form(Challenge, ["title", Words("May wait"), Beside("how", "How it was heard", how)], desk)
    qtbot.addWidget(form)
    form.load(CHALLENGE)
    assert not form.is_changed()
    how.restore("By telephone")
    assert form.is_changed()
    assert form.as_draft() == {"how": "By telephone"}
    assert form.replace(CHALLENGE) == CHALLENGE
    assert form.field("how").value() == form.values()["how"] == "By telephone"
    form.start_afresh()
    assert how.text() == ""


def test_it_tells_the_height_at_which_it_need_not_scroll(form: Form, qtbot: QtBot) -> None:
    form.resize(500, 300)
    qtbot.wait(20)
    form.resize(500, form.full_height(500))
    qtbot.wait(20)
    assert form.verticalScrollBar().maximum() == 0


def test_short_fields_share_a_line_until_one_is_to_begin_a_new_one(qtbot: QtBot, desk: Desk) -> None:
    form = Form(Challenge, ["priority", "", "raised_on", ("title", TextField(digits=12))], desk)
    qtbot.addWidget(form)
    form.resize(900, 400)
    form.show()
    tops = [form.field(name).mapTo(form, QPoint(0, 0)).y() for name in ("priority", "raised_on", "title")]
    assert tops[0] < tops[1]
    assert abs(tops[1] - tops[2]) < 4
    assert form.field("title").width() < 200


def test_the_height_it_asks_for_is_the_same_while_it_scrolls(desk: Desk, qtbot: QtBot) -> None:
    form = Form(Undertaking, ["text", "to_whom", Words("A sentence of many words. " * 9), "due_on"], desk)
    qtbot.addWidget(form)
    form.load(Undertaking())
    heights = []
    for height in (900, 200):
        form.resize(500, height)
        form.show()
        qtbot.wait(10)
        heights.append([form.full_height(width) for width in range(400, 520, 4)])
    assert form.verticalScrollBar().maximum() > 0
    assert heights[0] == heights[1]


def test_a_tick_stands_beside_no_field_with_a_label_above_it(qtbot: QtBot, desk: Desk) -> None:
    form = Form(Contact, ["agency_id", "is_lsp", "is_dsp", "starts_on"], desk)
    qtbot.addWidget(form)
    form.resize(1100, 400)
    form.show()
    names = ("agency_id", "is_lsp", "is_dsp", "starts_on")
    agency, lead, delegated, begins = (form.field(name).mapTo(form, QPoint(0, 0)).y() for name in names)
    assert agency + form.field("agency_id").height() < lead == delegated
    assert lead + form.field("is_lsp").height() < begins
