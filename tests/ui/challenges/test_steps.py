"""Every step that the detail offers can be asked for: here, or from the window."""

from __future__ import annotations

import re
from pathlib import Path

from scrutineer.domain.step import Step
from scrutineer.ui.challenges import page, steps
from scrutineer.ui.challenges.next_steps import code_of
from scrutineer.ui.challenges.steps import STEPS
from scrutineer.ui.deeds import DEEDS

OF_THE_WINDOW = {"put", "answer", "chase", "move_date"}


def test_every_step_of_the_table_has_its_sheet():
    assert {code_of(step) for step in Step} <= STEPS.keys() | OF_THE_WINDOW
    assert not STEPS.keys() & OF_THE_WINDOW


def test_every_code_that_a_button_of_the_detail_asks_for_is_answered():
    written = [path.read_text(encoding="utf-8") for path in Path(steps.__file__).parent.glob("*.py")]
    asked = {code for text in written for code in re.findall(r'(?:steps\.)?Step\("([a-z_]+)", ', text)}
    assert len(asked) > 15
    assert {page._CALLED.get(code, code) for code in asked} <= STEPS.keys() | DEEDS.keys()


def test_no_step_is_answered_by_a_sheet_that_is_gone():
    assert all(map(callable, STEPS.values()))
