"""One party's part of a challenge, written on the detail: its clock, its own words, and all that hangs on it.

It puts the writers of the single facts in their order, and stands for none of them.
"""

from __future__ import annotations

from scrutineer.domain.challenge import Addressee, Status, clock
from scrutineer.domain.dates import day_month, short_date
from scrutineer.domain.entity import Origin, label_of
from scrutineer.register.dossier import Dossier, Part
from scrutineer.ui.challenges import agreed, answered, climbed, dates_told, ended, grounds, lasted
from scrutineer.ui.challenges.next_steps import Natural, onwards, quietly
from scrutineer.ui.challenges.written_on import Around, Sheet, offer
from scrutineer.ui.widgets.chip import Chip

_STATUS_TOLD = frozenset({Status.FURTHER_INFORMATION, Status.ACTION_AGREED, Status.TESTING_IMPACT, Status.WITHDRAWN})


class PartySheet:
    """Writes one part."""

    def __init__(self, sheet: Sheet, one: Part, dossier: Dossier, around: Around) -> None:
        self._sheet = sheet
        self._one = one
        self._whole = dossier.challenge
        self._is_alone = len(dossier.parts) == 1
        self._around = around

    def write(self, natural: Natural | None) -> None:
        """From the party's name to its next steps; `natural` is the one among them that stands out."""
        sheet, one, part, around = self._sheet, self._one, self._one.part, self._around
        code = natural.code if natural else ""
        sheet.party(one.name, self._chips(), ", ".join(filter(None, self._aside())))
        dates_told.write_moves(sheet, one)
        for line in ended.earlier(one, around.serves):
            sheet.words(line, "small")
        for heard in one.answers:
            answered.write(sheet, heard, is_told=len(one.answers) == 1 and self._has_answered())
        if part.status is Status.FURTHER_INFORMATION:
            self._labelled("question")
        for each in one.actions:
            agreed.write(sheet, each, one, around)
        if part.test_plan and not part.status.is_ended:
            self._labelled("test_plan", f" · {short_date(part.test_on)}" if part.test_on else "")
        grounds.write(sheet, one, around)
        climbed.write(sheet, one, around)
        if part.status.is_ended:
            ended.write(sheet, one, self._whole, around)
        lasted.write(sheet, one, self._whole, around, code)
        offer(sheet, part.id, onwards(one, self._whole, code))
        offer(sheet, part.id, quietly(one, code, is_alone=self._is_alone))

    def _chips(self) -> list[Chip]:
        part = self._one.part
        is_said = self._has_answered() or part.origin is Origin.AS_FOUND or part.status.is_ended
        found = [Chip(part.position.label)] if part.position and is_said else []
        if part.status in _STATUS_TOLD:
            found.append(Chip(part.status.label))
        if part.status.awaits_answer:
            found.append(Chip(clock(part.due_on, self._around.today, self._around.calendar)))
        if part.outcome:
            found.append(Chip(part.outcome.label))
        return found or [Chip(part.status.label)]

    def _aside(self) -> list[str]:
        one, part = self._one, self._one.part
        found = []
        if self._has_answered():
            found.append(day_month(part.answered_on))
            found += answered.aside(one.answers[-1])
        if part.status.awaits_answer and part.acknowledged_on:
            found.append(f"acknowledged {day_month(part.acknowledged_on)}")
        attention = f"for the attention of {part.contact_role}" if part.contact_role else ""
        return [*found, dates_told.ledger_words(one), dates_told.chased(one), attention]

    def _has_answered(self) -> bool:
        """Whether its last answer is one to what is asked now; of what was reopened it is not."""
        return bool(self._one.answers) and self._one.part.answered_on is not None

    def _labelled(self, name: str, after: str = "") -> None:
        part = self._one.part
        self._sheet.labelled(
            f"{label_of(Addressee, name)}{after}", getattr(part, name), is_private=name in part.private
        )
