"""Grades and figures in words: as typed, neutral, and never as a ranking."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from scrutineer.domain.activity import ActivityType, FindingKind
from scrutineer.domain.activity_form import Grading, Prompt, Reading, ShortForm
from scrutineer.domain.learning import Adoption
from scrutineer.ui.activities import edit
from scrutineer.ui.activities.page import ActivitiesScreen
from scrutineer.ui.activities.told import adopted, figure, graded
from tests.factories import TODAY, an_activity
from tests.ui.activities.test_detail import words
from tests.ui.window import fill_in, on_sheet, part, press


@pytest.fixture
def screen(tools, register, qtbot):
    made = ActivitiesScreen(tools)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.wanted.connect(lambda *asked: wanted.append(asked))
    wanted = made.asked_of_window = []
    return made


@pytest.mark.parametrize(("row", "said"), [
    (Grading(own="3", moderated="2"), "Police: own grade 3, moderated 2 (moderated 1 lower)"),
    (Grading(own="3"), "Police: own grade 3"),
    (Grading(moderated="Good"), "Police: moderated Good"),
    (Grading(aspect="Planning"), "Police: not graded yet"),
])
def test_a_grading_says_both_grades_and_the_gap(row, said):
    assert graded(row, "Police") == said


def test_a_figure_says_of_what_when_and_from_where():
    whole = Reading(indicator="Interviews", period="Q2", value="61 %", source="report", read_on=TODAY)
    assert figure(whole, "LA") == "Interviews, Q2 · LA: 61 % (report, read 23 Nov 2026)"
    assert figure(Reading(indicator="Interviews"), "") == "Interviews: no value"


def test_what_was_taken_up_says_by_whom_where_and_when():
    assert adopted(Adoption(agency_id="p", elsewhere="Northmoor", adopted_on=TODAY), {"p": "Police"}) == (
        "Taken up by Police, Northmoor, 23 Nov 2026"
    )


def test_all_of_the_short_form_is_read_in_the_detail_in_the_order_in_which_it_was_typed(register, screen, police):
    form = ShortForm(
        {Prompt.SAMPLE: "Ten cases.", Prompt.HOW_GRADED: "By four."},
        (Grading(agency_id=police.id, aspect="Planning", own="1", moderated="2", comment="Rich."),
         Grading(aspect="Planning", own="4", moderated="4")), (), frozenset({Prompt.HOW_GRADED}),
    )  # fmt: skip
    activity = an_activity(type=ActivityType.MULTI_AGENCY_AUDIT, lines_of_enquiry="- Whose voice?", themes=("Neglect",))
    saved = register.activities.save_with_form(activity, form)
    screen.show()
    screen.open("activity", saved.id)
    said = words(screen.detail)
    wanted = ["Neglect", "Whose voice?", "The sample: how many, and how they were chosen", "Ten cases.",
              "How it was graded and moderated · private to me", "By four.", "Planning",
              "Police: own grade 1, moderated 2 (moderated 1 higher)", "Rich.",
              "All together: own grade 4, moderated 4 (moderated as graded)"]      # fmt: skip
    assert [one for one in said if one in wanted] == wanted


def test_the_question_of_a_figure_is_kept_as_a_finding_in_one_step_and_may_be_put(register, screen, police):
    row = Reading(indicator="Interviews", question="Who reads them?")
    activity = an_activity(type=ActivityType.DATA_REVIEW, agency_ids=(police.id,))
    saved = register.activities.save_with_form(activity, ShortForm(readings=(row,)))
    register.on_change(screen.note_change)
    screen.show()
    screen.open("activity", saved.id)
    press(screen, f"keep_question-{row.id}")
    [finding] = register.activities.findings(saved.id)
    assert (finding.kind, finding.text) == (FindingKind.QUESTION, "Who reads them?")
    assert part(screen.detail.widget(), QPushButton, f"keep_question-{row.id}").text() == "Kept as a question"
    press(screen, f"put-{row.id}")
    assert screen.asked_of_window == [("put", row.id)]


def test_a_strength_says_where_it_was_taken_up(register, screen, visit, police):
    [strength] = [one for one in register.findings.all() if one.kind is FindingKind.STRENGTH]
    register.adoptions.save(Adoption(finding_id=strength.id, agency_id=police.id))
    screen.show()
    screen.open("activity", visit.id)
    assert "Taken up by Police" in words(screen.detail)


def test_what_is_edited_beside_the_core_is_saved_with_it(register, tools, parent, visit):
    on_sheet(fill_in(place="Here", short_form=ShortForm({Prompt.ATMOSPHERE: "Calm."})))
    edit.ask(tools, parent, visit.id)
    assert register.forms.of(visit.id).answers == {Prompt.ATMOSPHERE: "Calm."}
