"""“End it otherwise”: a part ends from wherever it stands, without a word on what changed.

The outcome is chosen first, and then asks for what it needs alone; one tick ends every open part with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from scrutineer.domain.challenge import Addressee, Outcome, Status
from scrutineer.domain.entity import said
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.lifecycle import ESCALATED
from scrutineer.domain.reference import short
from scrutineer.domain.step import Step
from scrutineer.domain.text import counted
from scrutineer.ui.challenges.growing import grow
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.form import Asked, Form

_ASKS: dict[Outcome, tuple[str, ...]] = {
    Outcome.NOT_PURSUED: ("ended_because",),
    Outcome.OVERTAKEN_BY_EVENTS: ("ended_because",),
    Outcome.REFERRED_ELSEWHERE: ("target",),
    Outcome.MERGED_INTO: ("merged_into_id",),
    Outcome.UNRESOLVED_RISK_ACCEPTED: ("minute_ref",),
}
_ONLY_THEN = ("ended_because", "target", "merged_into_id", "minute_ref")


@dataclass(frozen=True, kw_only=True)
class Ending(Addressee):
    """What the sheet asks: the part as it would stand, and whether all others end with it. It is never stored."""

    target: str = said("Referred to")
    for_all: bool = said("For every party that is still open", False)

    def of(self, part: Addressee) -> Addressee:
        """A part as it would stand with this ending."""
        asked = {name: getattr(self, name) for name in ("outcome", "closed_on", *_ONLY_THEN)}
        private = tuple(name for name in self.private if name == "ended_because")
        others = tuple(name for name in part.private if name != "ended_because")
        return replace(part, private=(*others, *private), **asked)


def ask(tools: Tools, parent: QWidget, addressee_id: str) -> str:
    """Ask how a part, or every open part, ends."""
    return _End(tools, parent, addressee_id).ask()


class _End:
    """The sheet while it is open."""

    def __init__(self, tools: Tools, parent: QWidget, addressee_id: str) -> None:
        self._register = register = tools.register
        self._part = register.challenges.part(addressee_id)
        self._name = register.challenges.party_name(self._part)
        self._open = [one for one in register.challenges.parts(self._part.challenge_id)
                      if not one.status.is_ended and one.status is not Status.DRAFT]  # fmt: skip
        self._ended = 0
        self._outcome = ChoiceField([Option(one.value, one.label) for one in _ASKS], convert=Outcome)
        asked: list[Asked] = [
            ("outcome", self._outcome), "closed_on", ("merged_into_id", ChoiceField(self._others())),
            "ended_because", "target", "minute_ref", "for_all",
        ]  # fmt: skip
        self._form = Form(Ending, asked, tools.desk, privacy=True, preview=False)
        self._began = Ending(
            **{spec.name: getattr(self._part, spec.name) for spec in fields(Addressee)}
            | {"closed_on": register.today(), "outcome": None}
        )
        self._form.load(self._began)
        self._form.show_field("for_all", len(self._open) > 1)
        self._sheet = sheet(
            tools, parent, f"{Step.END.label}: {self._name}", "How does it end? To say what changed, close it instead.",
            self._form, self._save, save_words="End it", draft=f"end:{addressee_id}",
        )  # fmt: skip
        self._outcome.edited.connect(self._arrange)
        self._arrange()

    def ask(self) -> str:
        """Show it."""
        if not self._sheet.ask():
            return ""
        return f"{counted(self._ended, 'part')} ended." if self._ended > 1 else f"The part of {self._name} has ended."

    def _others(self) -> list[Option]:
        """The challenges into which this one can be merged, the newest first."""
        here = self._part.challenge_id
        found = [one for one in self._register.challenges.all() if one.id != here and one.status is not Status.DRAFT]
        return [Option(one.id, f"{short(one.reference)} {one.title}") for one in found[::-1]]

    def _arrange(self) -> None:
        """Ask for what this outcome needs, and say at once what it waits for."""
        outcome = self._outcome.value()
        wanted = _ASKS.get(outcome, ())
        for name in _ONLY_THEN:
            self._form.show_field(name, name in wanted)
        facts = self._register.courses.facts(replace(self._part, outcome=outcome))
        waits = not ESCALATED.is_met(facts)
        self._form.show_problems([Problem("outcome", ESCALATED.sentence)] if waits else [])
        grow(self._sheet)

    def _save(self) -> None:
        typed = self._form.replace(self._began)
        wanted = _ASKS.get(typed.outcome, ()) if typed.outcome else ()
        unasked: dict[str, Any] = {
            name: None if name == "merged_into_id" else "" for name in _ONLY_THEN if name not in wanted
        }
        typed = replace(typed, **unasked)
        parts = self._open if typed.for_all else [self._part]
        try:
            with self._register.desk.act():
                for part in parts:
                    self._register.courses.finish(typed.of(self._register.courses.part(part.id)))
        except Invalid as invalid:
            raise Invalid(_where_asked(invalid.problems, wanted)) from invalid
        self._ended = len(parts)


def _where_asked(problems: Sequence[Problem], wanted: Sequence[str]) -> list[Problem]:
    """What a merger lacks is filled in where the other challenge is chosen, and what a referral lacks elsewhere."""
    merging = Problem("merged_into_id", "Choose the challenge into which it is merged.")
    referring = Problem("target", "Say where it was referred.")
    target = merging if "merged_into_id" in wanted else referring
    return [target if one.field == "target" else one for one in problems]
