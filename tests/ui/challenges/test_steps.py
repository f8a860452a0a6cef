"""Every step that the detail offers can be asked for: here, or from the window."""

from __future__ import annotations

from scrutineer.domain.lifecycle import Step
from scrutineer.ui.challenges.party import code_of
from scrutineer.ui.challenges.steps import STEPS

OF_THE_WINDOW = {"put", "answer", "chase", "move_date"}


def test_every_step_of_the_table_has_its_sheet():
    assert {code_of(step) for step in Step} <= STEPS.keys() | OF_THE_WINDOW
    assert not STEPS.keys() & OF_THE_WINDOW
