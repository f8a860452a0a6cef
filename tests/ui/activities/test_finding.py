"""One finding: added to an activity afterwards, and mended."""

from __future__ import annotations

from scrutineer.domain.activity import FindingKind
from scrutineer.ui.activities import finding
from scrutineer.ui.widgets.fields import TickField
from tests.factories import TODAY
from tests.ui.window import fill_in, on_sheet, part


def test_an_added_finding_takes_over_agencies_and_themes(register, tools, parent, visit):
    on_sheet(fill_in(kind=FindingKind.VOICE, text="“Somebody rang me back.”"))
    assert finding.add(tools, parent, visit.id) == "Added to EX-A-2026-001."
    voice = register.activities.findings(visit.id)[1]
    assert (voice.kind, voice.agency_ids, voice.themes) == (FindingKind.VOICE, visit.agency_ids, visit.themes)
    assert voice.scrutineer_id == register.desk.me


def test_an_empty_finding_is_refused(register, tools, parent, visit):
    on_sheet(fill_in(text="  "))
    assert finding.add(tools, parent, visit.id) == ""
    assert len(register.activities.findings(visit.id)) == 2


def test_a_finding_is_mended_and_can_be_private(register, tools, parent, visit):
    strength = register.activities.findings(visit.id)[0]

    def act(sheet):
        part(sheet, TickField, "text-private").click()
        fill_in(who_could_use="The districts", passed_on_to="", passed_on_on=None, thanked_on=TODAY)(sheet)

    on_sheet(act)
    assert finding.ask(tools, parent, strength.id) == "Saved."
    now = register.findings.get(strength.id)
    assert (now.private, now.who_could_use, now.thanked_on) == (("text",), "The districts", TODAY)
    assert now.text == strength.text
