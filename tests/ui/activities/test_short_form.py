"""The short form: it changes with the form of scrutiny and loses nothing, and rows are typed by keyboard alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from scrutineer.domain.activity import ActivityType
from scrutineer.domain.activity_form import Grading, Prompt, Reading, ShortForm, prompts_of
from scrutineer.ui.activities.short_form import ShortFormField
from scrutineer.ui.widgets.fields import Option, TextField
from tests.ui.window import key_in, part, press

AGENCIES = [Option("p", "Police"), Option("i", "ICB"), Option("l", "LA")]
STANDARDS = [("S11_8@2007:1", "Leadership"), ("S11_8@2007:2", "Listening"), ("S175@2020:1", "Schools alone")]
EMPTY = ShortForm()
KEPT = ShortForm(
    {Prompt.SAMPLE: "Ten cases.", Prompt.ADVICE: "To meet."},
    (Grading(agency_id="p", aspect="Planning", framework_item="S11_8@2007:9", own="3", moderated="2", place=0),),
    (Reading(indicator="Referrals", value="61", question="Why?"),), frozenset({Prompt.ADVICE}),
)


@pytest.fixture
def over(qtbot):
    """A window with a line above the field and one below, as in a form."""
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    window.resize(800, 600)
    return window


@pytest.fixture
def make(desk, over):
    def make(form=ActivityType.MULTI_AGENCY_AUDIT, begun=EMPTY, chosen=("p", "i"), standards=STANDARDS):
        field = ShortFormField(desk, begun, AGENCIES, standards, lambda: chosen)
        above, below = TextField(), TextField()
        for name, widget in (("above", above), ("short_form", field), ("below", below)):
            over.layout().addWidget(widget)
            widget.call(name, name)
        field.ask_for(form)
        over.show()
        return field

    return make


def asked(field):
    found = [one for one in field.findChildren(QPlainTextEdit) if one.objectName().startswith("prompt-")]
    return {one.objectName().removeprefix("prompt-") for one in found if one.isVisibleTo(field)}


def type_in(field, name, words):
    QTest.keyClicks(part(field, QWidget, name), words)


@pytest.mark.parametrize("form", ActivityType)
def test_each_form_asks_its_own_prompts(make, form):
    assert asked(make(form)) == {prompt.value for prompt in prompts_of(form)}


def test_changing_the_form_and_changing_it_back_loses_nothing(make):
    field = make()
    type_in(field, "prompt-sample", "Ten cases.")
    field.ask_for(ActivityType.WORKSHOP)
    assert asked(field) == {"sample", "facilitator", "worked_on", "came_of_it"}
    assert field.value().answers == {Prompt.SAMPLE: "Ten cases."}
    field.ask_for(ActivityType.MULTI_AGENCY_AUDIT)
    assert asked(field) == {"sample", "how_graded", "agreed_learning"}
    assert field.value().answers == {Prompt.SAMPLE: "Ten cases."}


def test_what_was_kept_is_shown_whatever_the_form_and_comes_out_as_it_was(make):
    field = make(ActivityType.WORKSHOP, KEPT)
    assert {"sample", "advice"} <= asked(field)
    assert field.value() == KEPT


def test_a_draft_brings_all_of_it_back(make):
    begun = replace(KEPT, gradings=(replace(KEPT.gradings[0], own="1", created_at=None),), readings=())
    field = make(begun=begun)
    typed = replace(KEPT, answers={Prompt.SAMPLE: "Twenty."}, private=frozenset({Prompt.SAMPLE}))
    field.set_value(typed)
    draft = field.draft()
    field.set_value(None)
    assert field.value() == begun
    field.restore(draft)
    assert field.value() == typed


def test_a_column_of_grades_is_typed_with_enter_alone(make):
    field = make()
    press(field, "row-each-agency")
    for name, words in (("aspect-1", "Planning"), ("own-1", "3")):
        type_in(field, name, words)
    first = part(field, TextField, "own-1")
    first.setFocus()
    key_in(first, Qt.Key.Key_Return)
    assert field.focusWidget().objectName() == "own-2"
    type_in(field, "own-2", "2")
    key_in(part(field, TextField, "own-2"), Qt.Key.Key_Return)
    assert field.focusWidget().objectName() == "own-3"
    found = [(one.agency_id, one.aspect, one.own) for one in field.value().gradings]
    assert found == [("p", "Planning", "3"), ("i", "", "2")]


def test_one_aspect_is_graded_for_every_agency_by_one_press(make):
    field = make()
    press(field, "add-grading")
    type_in(field, "aspect-1", "Planning")
    press(field, "row-each-agency")
    assert [(one.agency_id, one.aspect) for one in field.value().gradings] == [
        (None, "Planning"), ("p", "Planning"), ("i", "Planning")
    ]


def test_a_self_assessment_gets_a_row_for_each_standard_that_names_it(make):
    field = make(ActivityType.SECTION_11_REVIEW, chosen=("p",))
    press(field, "row-each-standard")
    press(field, "row-each-standard")
    assert [(one.agency_id, one.aspect, one.framework_item) for one in field.value().gradings] == [
        ("p", "Leadership", "S11_8@2007:1"), ("p", "Listening", "S11_8@2007:2")
    ]


def test_without_a_framework_the_usual_aspects_are_offered(make):
    field = make(ActivityType.SECTION_11_REVIEW, chosen=("p",), standards=[])
    press(field, "row-each-standard")
    assert len(field.value().gradings) == 8
    assert {one.framework_item for one in field.value().gradings} == {""}


def test_the_gap_stands_beside_its_row_in_words(make):
    field = make(begun=KEPT)
    part(field, TextField, "own-1").selectAll()
    type_in(field, "own-1", "4")
    assert "moderated 2 lower" in [label.text() for label in field.findChildren(QWidget) if hasattr(label, "text")]


def test_a_standard_that_is_not_offered_any_more_stays_with_its_words(make):
    field = make(begun=KEPT)
    assert field.value().gradings[0].framework_item == "S11_8@2007:9"
    type_in(field, "aspect-1", " and more")
    assert field.value().gradings[0].framework_item == ""


def test_the_next_figure_is_of_the_same_period_and_source(make):
    field = make(ActivityType.DATA_REVIEW)
    press(field, "add-reading")
    for name, words in (("indicator-1", "Referrals"), ("period-1", "Q2"), ("source-1", "Report")):
        type_in(field, name, words)
    key_in(part(field, TextField, "indicator-1"), Qt.Key.Key_Return)
    type_in(field, "indicator-2", "Re-referrals")
    found = [(one.indicator, one.period, one.source) for one in field.value().readings]
    assert found == [("Referrals", "Q2", "Report"), ("Re-referrals", "Q2", "Report")]


def test_a_row_is_taken_out_and_the_others_are_numbered_anew(make):
    field = make()
    press(field, "row-each-agency")
    press(field, "take-out-1")
    assert [row.value().agency_id for row in field._gradings.rows] == ["i"]
    assert part(field, TextField, "own-1").accessibleName() == "Own grade, row 1"


def test_tab_goes_through_what_was_added_before_it_goes_on(make, over):
    field = make(ActivityType.WORKSHOP)
    field.ask_for(ActivityType.MULTI_AGENCY_AUDIT)
    press(field, "add-grading")
    over.findChild(TextField, "above").setFocus()
    visited = []
    for _ in range(18):
        over.focusNextPrevChild(True)
        visited.append(over.focusWidget().objectName())
    assert visited[:visited.index("below") + 1] == [
        "prompt-sample-private", "prompt-sample", "prompt-how_graded-private", "prompt-how_graded",
        "prompt-agreed_learning-private", "prompt-agreed_learning", "agency-1", "aspect-1", "own-1", "moderated-1",
        "comment-1", "take-out-1", "add-grading", "row-each-agency", "row-each-standard", "below",
    ]
