"""“Escalate”: a part, or several of its challenge, go to another rung of the ladder, the next one unless chosen.

To whom, and by when a reply is asked for, follow from the rung; why is asked only where a rung is passed over
or a part comes down.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from scrutineer.domain.challenge import Addressee, Stage, Status
from scrutineer.domain.entity import described, said
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.escalation import EscalationStep, missing_for_step
from scrutineer.domain.text import listed
from scrutineer.ui.challenges import ladder
from scrutineer.ui.challenges.growing import grow
from scrutineer.ui.challenges.rows import beside
from scrutineer.ui.challenges.ticks import Party, TicksField
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.form import Asked, Form

_QUESTION = "To which rung, to whom, and by when do you ask for a reply?"
_FOLLOWS = ("to_whom", "reply_due_on")      # what the ladder says for a rung, until something else is typed


@dataclass(frozen=True, kw_only=True)
class Climbing(EscalationStep):
    """What the sheet asks: a step, and the parts that take it. It is never stored as such."""

    stage: Stage = said("To which rung", Stage.AGENCY_LEAD)
    addressee_ids: tuple[str, ...] = said("Whose part", ())

    @property
    def step(self) -> EscalationStep:
        """The step alone."""
        return EscalationStep(**{spec.name: getattr(self, spec.name) for spec in fields(EscalationStep)})


def ask(tools: Tools, parent: QWidget, addressee_id: str) -> str:
    """Ask for the step that a part takes on the ladder."""
    return _Escalate(tools, parent, tools.register.challenges.part(addressee_id)).ask()


class _Escalate:
    """The sheet while it is open."""

    def __init__(self, tools: Tools, parent: QWidget, part: Addressee) -> None:
        self._tools = tools
        self._part = part
        self._escalations = tools.register.escalations
        challenges, names = tools.register.challenges, tools.register.desk.names()
        self._open = {one.id: one for one in challenges.parts(part.challenge_id)
                      if not one.status.is_ended and one.status is not Status.DRAFT}  # fmt: skip
        self._names = {id_: challenges.party_name(one, names) for id_, one in self._open.items()}
        self._stage = ChoiceField(convert=Stage)
        self._began = self._as_begun()
        self._said = (self._began.to_whom, self._began.reply_due_on)
        self._form = Form(Climbing, self._asked(), tools.desk, privacy=True, preview=False)
        self._offer_rungs()
        self._form.load(self._began)
        self._form.show_field("addressee_ids", list(self._open) != [part.id])
        self._sheet = sheet(
            tools, parent, f"Escalate: {challenges.party_name(part, names)}", _QUESTION, self._form, self._save,
            save_words="Escalate", draft=f"escalate:{part.id}",
        )  # fmt: skip
        for name in ("stage", "stepped_on"):
            self._form.field(name).edited.connect(self._follow)
        self._form.field("addressee_ids").edited.connect(self._ask_why)
        self._sheet.offer("Edit the ladder", "edit-ladder", self._edit_ladder)
        self._ask_why()

    def ask(self) -> str:
        """Show it."""
        if not self._sheet.ask():
            return ""
        typed = self._form.values()
        names = listed([self._names[id_] for id_ in typed["addressee_ids"]])
        return f"{names}: now at “{self._escalations.rung(typed['stage']).called}”."

    def _asked(self) -> list[Asked]:
        open_now = [Party(one.id, self._names[one.id], self._standing(one)) for one in self._open.values()]
        ticks = TicksField(open_now, none="Nothing of this challenge is open.")
        return [
            ("stage", self._stage), "stepped_on", "reply_due_on", "to_whom", "why", ("addressee_ids", ticks),
            "document",
        ]  # fmt: skip

    def _standing(self, part: Addressee) -> str:
        return "" if part.rung is Stage.DIRECT else f"now at {self._escalations.rung(part.rung).called}"

    def _as_begun(self) -> Climbing:
        """The next rung, today, to whom and by when as the ladder says; at the top, nothing is chosen yet."""
        today, above = self._tools.register.today(), self._escalations.above(self._part.rung)
        to_whom, due_on = self._ladder_says(above.stage if above else None, today)
        values: dict[str, Any] = {"stage": above.stage if above else None, "to_whom": to_whom, "reply_due_on": due_on}
        return Climbing(addressee_ids=(self._part.id,), stepped_on=today, before=self._part.rung, **values)

    def _ladder_says(self, stage: Stage | None, on: date | None) -> tuple[str, date | None]:
        """To whom a step goes, and by when a reply is asked for; nothing on the way back to the ground."""
        if stage is None or stage is Stage.DIRECT:
            return "", None
        return self._escalations.rung(stage).to_whom, self._escalations.reply_due(stage, on) if on else None

    def _offer_rungs(self) -> None:
        used = [rung for rung in self._escalations.ladder() if not rung.is_left_out]
        self._stage.offer([Option(rung.stage.value, rung.called) for rung in used])

    def _follow(self) -> None:
        """The rung or the day has changed: what the ladder says follows, where nothing else was typed."""
        says = self._ladder_says(self._stage.value(), self._form.field("stepped_on").value())
        for name, before, now in zip(_FOLLOWS, self._said, says, strict=True):
            editor = self._form.field(name)
            if not editor.problem() and editor.value() in {before, "", None}:
                editor.set_value(now)
        self._said = says
        self._ask_why()

    def _ask_why(self) -> None:
        """A rung that is passed over, and a way down, want their reason; nothing else does."""
        stage, rungs = self._stage.value(), self._escalations.ladder()
        going = [self._open[id_] for id_ in self._form.field("addressee_ids").value()]
        missing = [
            problem for part in going if stage and stage is not part.rung
            for problem in missing_for_step(EscalationStep(before=part.rung, stage=stage), rungs)
        ]
        self._form.show_field("why", any(problem.field == "why" for problem in missing))
        grow(self._sheet)

    def _edit_ladder(self) -> str:
        done = ladder.ask(self._tools, self._sheet)
        if done:
            self._offer_rungs()
            self._follow()
        return done

    def _save(self) -> None:
        typed = self._form.replace(self._began)
        if not typed.addressee_ids:
            raise Invalid([Problem("addressee_ids", "Tick whose part it is.")])
        if self._stage.value() is None:
            raise Invalid([Problem("stage", "Choose the rung.")])
        known = {spec.name for spec in described(Climbing)}
        beside("stage", known, lambda: self._escalations.escalate(typed.addressee_ids, typed.step))
