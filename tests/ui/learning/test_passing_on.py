"""Passing on what works, and saying thank you."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from scrutineer.ui.learning import passing_on
from tests.factories import TODAY
from tests.ui.window import fill_in, on_sheet


@pytest.fixture
def strength(register, visit):
    found = register.activities.findings(visit.id)[0]
    return register.findings.save(replace(found, who_could_use="the two districts"))


def test_it_is_passed_on_to_whoever_could_use_it_today(register, tools, parent, strength):
    on_sheet(fill_in())
    assert passing_on.ask(tools, parent, strength.id) == "Passed on to the two districts."
    now = register.findings.get(strength.id)
    assert (now.passed_on_to, now.passed_on_on) == ("the two districts", TODAY)


def test_nobody_named_is_refused_beside_the_field(register, tools, parent, strength):
    seen = []
    on_sheet(lambda sheet: (
        fill_in(passed_on_to="")(sheet), seen.append(sheet.form.field("passed_on_to").accessibleDescription())
    ))
    assert passing_on.ask(tools, parent, strength.id) == ""
    assert seen == ["Say to whom it was passed on."]
    assert register.findings.get(strength.id).passed_on_on is None


def test_passing_on_again_begins_with_whom_it_reached(register, tools, parent, strength):
    register.findings.pass_on(strength.id, "the two districts", TODAY - timedelta(days=9))
    on_sheet(fill_in(passed_on_to="the two districts, and the trust"))
    assert passing_on.ask(tools, parent, strength.id) == "Passed on to the two districts, and the trust."
    assert register.findings.get(strength.id).passed_on_on == TODAY - timedelta(days=9)


def test_thanks_name_whom_they_go_to(register, tools, parent, strength):
    titles = []
    on_sheet(lambda sheet: (titles.append(sheet.windowTitle()), fill_in()(sheet)))
    assert passing_on.thank(tools, parent, strength.id) == "Thanks to Police noted."
    assert titles == ["Thank Police"]
    assert register.findings.get(strength.id).thanked_on == TODAY


def test_thanks_without_a_day_are_refused(register, tools, parent, strength):
    on_sheet(fill_in(thanked_on=None))
    assert passing_on.thank(tools, parent, strength.id) == ""
    assert register.findings.get(strength.id).thanked_on is None
