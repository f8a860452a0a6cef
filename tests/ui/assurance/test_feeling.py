"""How scrutiny feels: the latest round beside those before, what was invited, and what I changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QTextBrowser

from scrutineer.domain.activity import ActivityType, AskedBy, Level
from scrutineer.domain.culture import CultureRound, Verdict
from scrutineer.register.culture import Given
from scrutineer.ui.assurance.feeling import FeelingPart
from scrutineer.ui.widgets.words import as_given
from tests.factories import TODAY, an_activity
from tests.ui.window import press


@pytest.fixture
def part(tools, qtbot):
    made = FeelingPart(tools)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def read(part):
    part.refresh(frozenset())
    sheet = part.sheet.widget()
    found = [as_given(one.text()) for one in sheet.findChildren(QLabel)]
    return found + [one.toPlainText() for one in sheet.findChildren(QTextBrowser)]


def a_round(register, title, days, **people):
    made = register.culture_rounds.begin(CultureRound(title=title, asked_on=TODAY - timedelta(days=days)))
    first = register.culture_statements.asked()[0]
    for level, given in people.items():
        register.culture_answers.enter(made.id, Level(level), {first.id: Given(*given)})
    return made


def test_before_anybody_was_asked_it_says_what_belongs_here_and_offers_to_ask(part, qtbot):
    said = " ".join(read(part))
    assert "Ask people now and then how scrutiny feels" in said
    with qtbot.waitSignal(part.wanted) as asked:
        press(part, "first")
    assert asked.args == ["begin_round", ""]


def test_the_latest_round_stands_beside_the_one_before_and_no_small_group_is_shown(register, part, qtbot):
    a_round(register, "Spring", 200, front_line=(10, 5, 5))
    latest = a_round(register, "Autumn", 10, front_line=(18, 3, 1, "You asked us first."), managers=(7, 0, 0),
                     board=(2, 0, 0, "I am new."))
    said = read(part)
    assert "The Partnership: 27 of 31 agree, 3 partly, 1 does not" in said
    assert "Front line: 18 of 22 agree, 3 partly, 1 does not" in said
    assert "Spring, 7 May 2026: 10 of 20 agree, 5 partly, 5 do not" in said
    assert "Not shown apart, because a group of fewer than five could be made out: Managers and Board." in said
    assert not [words for words in said if words.startswith(("Board:", "Managers:"))]
    assert "“You asked us first.”" in said
    with qtbot.waitSignal(part.wanted) as asked:
        press(part, "step-enter_answers board")
    assert asked.args == ["enter_answers", f"{latest.id}:board"]


def test_feedback_from_a_workshop_is_shown_to_have_shaped_the_approach(register, part, qtbot):
    workshop = register.activities.save(an_activity(type=ActivityType.WORKSHOP, title="Neglect: a workshop",
                                                    asked_by=AskedBy.PRACTITIONERS))  # fmt: skip
    out = register.feedback.ask(workshop.id, "Team manager", TODAY)
    said = read(part)
    assert "Asked on 23 Nov 2026: Team manager · Neglect: a workshop" in said
    came = replace(out, answered_on=TODAY, was_fair=Verdict.YES, text="Too long.", shaped="Half a day.")
    register.feedback.note(came)
    said = read(part)
    assert "23 Nov 2026 · Team manager · Neglect: a workshop · fair: yes" in said
    assert {"Too long.", "Half a day.", "What I changed because of it:"} <= set(said)
    assert "1 piece of scrutiny took place; 1 asked for by others: practitioners (1)." in said
    with qtbot.waitSignal(part.open_requested) as opened:
        press(part, f"open-{workshop.id}")
    assert opened.args == ["activity", workshop.id]


def test_no_score_and_no_share_is_ever_said(register, part):
    a_round(register, "Autumn", 10, front_line=(18, 3, 1))
    said = " ".join(read(part)).lower()
    assert not [word for word in ("%", "score", "average", "rank", "out of 10") if word in said]
