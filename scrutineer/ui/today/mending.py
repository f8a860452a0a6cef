"""What Today offers beside a row and no other screen asks in the same way: it leads to the sheet that mends it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scrutineer.domain.challenge import Addressee, ImpactLevel, Outcome
from scrutineer.domain.step import Step
from scrutineer.ui import serving
from scrutineer.ui.challenges import chase, course
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.form import Form

_WORDLESS = "It was closed without a word on it; “none seen yet” is honest too."
_UNSHOWN = "What showed it was taken back. Choose what is shown now, or give a reason that stands in."


def test(tools: Tools, parent: QWidget, addressee_id: str) -> str:
    """Ask how and when I will see whether anything changed at the party with this id."""
    return course.ask(tools, parent, Step.TEST, addressee_id)


def chase_action(tools: Tools, parent: QWidget, action_id: str) -> str:
    """Ask when and how the party was chased that agreed the action with this id."""
    return chase.ask(tools, parent, tools.register.actions.get(action_id).addressee_id or "")


def say_what_changed(tools: Tools, parent: QWidget, addressee_id: str) -> str:
    """Ask what changed where a part was closed without a word on it, or where what showed it was taken back."""
    challenges = tools.register.challenges
    part = challenges.part(addressee_id)
    name = challenges.party_name(part)
    outcomes = [Option(one.value, one.label) for one in Outcome if one.says_what_changed]
    levels = serving.options(tools, ImpactLevel)
    form = Form(
        Addressee,
        ["what_changed", ("outcome", ChoiceField(outcomes, convert=Outcome)),
         ("impact_level", ChoiceField(levels, convert=ImpactLevel)), "closed_on", "stands_in"],
        tools.desk, privacy=True, preview=False,
    )  # fmt: skip
    form.load(part)

    def save() -> None:
        tools.register.mending.say_what_changed(form.replace(challenges.part(addressee_id)))

    shown = sheet(
        tools, parent, f"What changed: {name}", _UNSHOWN if part.what_changed.strip() else _WORDLESS,
        form, save, draft=f"what_changed:{addressee_id}",
    )  # fmt: skip
    return f"What changed at {name} is on record." if shown.ask() else ""
