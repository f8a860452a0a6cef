"""Escalation as it is told: nothing before stage 1, then each rung in the partnership's own words."""

from __future__ import annotations

from scrutineer.domain.challenge import Stage, clock
from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import label_of
from scrutineer.domain.escalation import EscalationStep
from scrutineer.register.dossier import Part
from scrutineer.ui.challenges.written_on import Around, Sheet, offer
from scrutineer.ui.widgets.chip import Chip
from scrutineer.ui.widgets.steps import Step


def write(sheet: Sheet, one: Part, around: Around) -> None:
    """The steps of one part, the newest first; the ladder itself is kept elsewhere."""
    if not one.escalations:
        if one.part.rung is not Stage.DIRECT:
            sheet.section("Escalation")
            sheet.chips([Chip(around.rung(one.part.rung))])
        return
    sheet.section("Escalation")
    for step in one.escalations[::-1]:
        _write_step(sheet, step, one, around)


def _write_step(sheet: Sheet, step: EscalationStep, one: Part, around: Around) -> None:
    way = "on" if step.goes_up else "brought down on"
    on = f"{way} {short_date(step.stepped_on)}" if step.stepped_on else ""
    to = f"to {_within(step.to_whom)}" if step.to_whom else ""
    facts = (on, to, step.document, _awaited(step, one, around))
    sheet.chips([Chip(around.rung(step.stage))])
    sheet.words(" · ".join(filter(None, facts)), "small")
    if step.why.strip():
        why = label_of(EscalationStep, "why")
        sheet.labelled(why, step.why, is_private="why" in step.private)
    if step.outcome:
        ended = f"{step.outcome.label} · {short_date(step.outcome_on)}"
        if step.words.strip():
            sheet.labelled(ended, step.words, is_private="words" in step.private)
        else:
            sheet.section(ended)
    elif step.goes_up and _stands(step, one):
        offer(sheet, step.id, [Step("settle", "Note how it ended")])


def _awaited(step: EscalationStep, one: Part, around: Around) -> str:
    """The neutral clock of a reply, as long as it is waited for."""
    if step.outcome or not step.reply_due_on:
        return ""
    if not _stands(step, one):
        return f"reply was due {short_date(step.reply_due_on)}"
    return f"reply {clock(step.reply_due_on, around.today, around.calendar).removeprefix('answer ')}"


def _within(words: str) -> str:
    """`The executive group` as it reads within a sentence."""
    return f"t{words[1:]}" if words.startswith("The ") else words


def _stands(step: EscalationStep, one: Part) -> bool:
    """Whether the part stands on this rung now, and something may still come of it."""
    return step.id == one.escalations[-1].id and not one.part.status.is_ended
