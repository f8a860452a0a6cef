"""The Learning screen over a real record."""

from __future__ import annotations

import pytest

from scrutineer.domain.activity import FindingKind
from scrutineer.domain.learning import Adoption
from scrutineer.ui.learning.page import LearningScreen
from tests.factories import TODAY, a_finding
from tests.ui.window import fill_in, on_sheet, press


@pytest.fixture
def screen(tools, register, visit, qtbot):
    made = LearningScreen(tools)
    qtbot.addWidget(made)
    register.on_change(made.note_change)
    made.resize(1280, 800)
    made.show()
    return made


def listed(screen):
    return [screen.table.lines.line(row).id for row in range(screen.table.lines.rowCount())]


def test_it_opens_on_strengths_that_nobody_has_heard_of(screen, register, visit):
    strength = register.activities.findings(visit.id)[0]
    assert listed(screen) == [strength.id]
    assert screen.detail.shown == strength.id


def test_a_strength_that_was_passed_on_makes_room_for_the_next(screen, register, visit):
    other = register.findings.save(a_finding(activity_id=visit.id))
    first, second = listed(screen)
    assert {first, second} == {other.id, register.activities.findings(visit.id)[0].id}
    screen.table.select(first)
    register.findings.pass_on(first, "the districts", TODAY)
    assert listed(screen) == [second]
    assert screen.detail.shown == second


def test_the_deeds_of_a_finding_are_asked_of_the_window(screen, qtbot):
    (id_,) = listed(screen)
    for code in ("pass_on", "thank"):
        with qtbot.waitSignal(screen.wanted) as heard:
            press(screen.detail, f"step-{code}")
        assert heard.args == [code, id_]


def test_editing_is_done_here(screen, register, tools):
    (id_,) = listed(screen)
    on_sheet(fill_in(who_could_use="The districts"))
    press(screen.detail, "step-edit_finding")
    assert tools.say.sentences == ["Saved."]
    assert register.findings.get(id_).who_could_use == "The districts"


def test_opening_another_kind_widens_the_list(screen, register, visit):
    question = register.findings.save(a_finding(kind=FindingKind.QUESTION, activity_id=visit.id))
    screen.open("finding", question.id)
    assert screen.bar.chosen == "all"
    assert screen.table.selected_id() == screen.detail.shown == question.id


def test_a_concern_is_shown_with_its_activity_and_one_without_is_shown_alone(screen, register, visit, qtbot):
    concern = register.activities.findings(visit.id)[-1]
    with qtbot.waitSignal(screen.open_requested) as heard:
        screen.open("finding", concern.id)
    assert heard.args == ["activity", visit.id]
    alone = register.findings.save(a_finding(kind=FindingKind.CONCERN))
    screen.open("finding", alone.id)
    assert screen.detail.shown == alone.id
    assert alone.id not in listed(screen)


def test_when_all_is_passed_on_it_says_so_kindly(screen, register):
    register.findings.pass_on(listed(screen)[0], "the districts", TODAY)
    assert listed(screen) == []
    assert screen.detail.shown == ""
    assert screen.empty.isVisibleTo(screen)


def test_a_voice_and_whoever_took_it_up_are_shown_with_what_they_belong_to(screen, register, visit):
    strength = register.activities.findings(visit.id)[0]
    adoption = register.adoptions.adopt(Adoption(finding_id=strength.id, elsewhere="a neighbour", adopted_on=TODAY))
    screen.open("adoption", adoption.id)
    assert screen.detail.shown == strength.id
    heard = register.findings.save(a_finding(kind=FindingKind.VOICE, activity_id=visit.id))
    screen.open("voice_entry", register.voices.keep(register.voices.begin(heard.id)).id)
    assert screen.detail.shown == heard.id
