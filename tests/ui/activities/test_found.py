"""What a finding leads to, and what became of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scrutineer.domain.activity import FindingKind
from scrutineer.ui.activities.found import Found, further_life, next_steps
from scrutineer.ui.widgets.words import Words
from tests.factories import TODAY, a_finding
from tests.ui.window import press


@pytest.mark.parametrize(("kind", "codes"), [
    (FindingKind.STRENGTH, ["pass_on", "thank", "edit_finding"]),
    (FindingKind.LEARNING, ["pass_on", "thank", "put", "edit_finding"]),
    (FindingKind.VOICE, ["voice", "put", "edit_finding"]),
    (FindingKind.QUESTION, ["put", "edit_finding"]),
    (FindingKind.CONCERN, ["put", "edit_finding"]),
])
def test_strengths_are_passed_on_and_the_others_are_asked_about(kind, codes):
    assert [step.code for step in next_steps(a_finding(kind=kind))] == codes


def test_passing_on_is_the_first_step_until_it_is_done():
    waiting = a_finding()
    assert next_steps(waiting)[0].primary
    done = next_steps(replace(waiting, passed_on_on=TODAY, passed_on_to="the districts", thanked_on=TODAY))
    assert [(step.words, step.primary) for step in done] == [("Pass on again", False), ("Edit", False)]


def test_its_further_life_is_told_in_one_line():
    assert further_life(a_finding()) == ""
    assert further_life(a_finding(who_could_use="the districts")) == "For the districts"
    passed_on = a_finding(who_could_use="all", passed_on_to="the districts", passed_on_on=date(2026, 11, 12))
    assert further_life(passed_on) == "Passed on to the districts, 12 Nov 2026"
    assert further_life(replace(passed_on, thanked_on=TODAY)).endswith(" · thanked 23 Nov 2026")


def test_its_buttons_say_what_they_are_about(qtbot):
    finding = a_finding(kind=FindingKind.CONCERN)
    block = Found(finding, Words(finding.text), "")
    qtbot.addWidget(block)
    with qtbot.waitSignal(block.acted) as heard:
        press(block, f"put-{finding.id}")
    assert heard.args == ["put", finding.id]
