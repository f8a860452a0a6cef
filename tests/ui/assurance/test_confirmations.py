"""The Confirmations part over a real record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scrutineer.domain.assurance import ConfirmationState
from scrutineer.domain.evidence import Evidence, EvidenceKind
from scrutineer.ui.assurance.confirmations import ConfirmationsPart
from scrutineer.ui.widgets.words import Words
from tests.ui.window import fill_in, on_sheet, press


@pytest.fixture
def shown(tools, register, qtbot):
    made = ConfirmationsPart(tools)
    qtbot.addWidget(made)
    register.on_change(lambda changed: made.refresh(changed.ids))
    made.resize(1100, 700)
    made.refresh(frozenset())
    made.show()
    return made


def test_each_item_is_confirmed_on_its_sheet_with_what_shows_it(shown, register, tools, qtbot):
    ref = register.confirmations.items()[2]
    source = register.evidence.save(Evidence(title="The audit report", kind=EvidenceKind.JOINT_AUDIT))
    on_sheet(fill_in(state=ConfirmationState.PARTLY, shown_by={source.id: "Followed up"}))
    shown.table.select(ref)
    press(shown.detail, "step-confirm")
    qtbot.waitUntil(lambda: bool(tools.say.sentences))
    assert tools.say.sentences[0].endswith("followed up: partly confirmed.")
    line = next(line for line in map(shown.table.lines.line, range(9)) if line.id == ref)
    assert " | ".join(column.words(line) for column in shown.columns).endswith(
        "◐ Partly confirmed, 23 Nov 2026 · 1 source"
    )
    assert "The audit report" in [one.said() for one in shown.detail.findChildren(Words)]
    kept = register.confirmations.all()[0]
    for code in ("link_evidence", "changes"):
        with qtbot.waitSignal(shown.wanted) as heard:
            press(shown.detail, f"step-{code}")
        assert heard.args == [code, kept.id]


def test_a_confirmation_is_opened_in_its_own_period(shown, register):
    before = register.periods.labelled("2026-27-Q2")
    ref = register.confirmations.items()[5]
    kept = register.confirmations.confirm(register.confirmations.begin(before, ref), {})
    shown.open("confirmation", kept.id)
    assert shown.period == before
    assert shown.table.selected_id() == ref


def test_what_was_found_last_time_stands_beneath_and_its_sheet_begins_with_it(shown, register, tools, qtbot):
    second, third = register.periods.labelled("2026-27-Q2"), register.periods.labelled("2026-27-Q3")
    ref = register.confirmations.items()[0]
    source = register.evidence.save(Evidence(title="The website", kind=EvidenceKind.OBSERVATION))
    began = replace(register.confirmations.begin(second, ref), state=ConfirmationState.CONFIRMED)
    register.confirmations.confirm(began, {source.id: "Read on the day"})
    assert shown.columns[1].words(shown.table.lines.line(0)) == "– Not tested, Last time: confirmed"
    on_sheet(lambda sheet: press(sheet, "save"))
    press(shown.detail, "step-confirm")
    qtbot.waitUntil(lambda: bool(tools.say.sentences))
    kept = register.confirmations.standing(third.id)[ref]
    assert kept.state is ConfirmationState.CONFIRMED
    assert [link.shows for link in register.evidence.links_of(kept.id)] == ["Read on the day"]
