"""Did it last? The re-tests of one part: planned, suggested, and what was found."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.challenge import Addressee, Challenge, Priority
from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import label_of
from scrutineer.domain.retest import Retest, RetestResult
from scrutineer.domain.year import in_days
from scrutineer.register.dossier import Part
from scrutineer.ui.challenges.written_on import Around, Sheet, offer
from scrutineer.ui.widgets.chip import Chip
from scrutineer.ui.widgets.steps import Step


def write(sheet: Sheet, one: Part, whole: Challenge, around: Around, natural: str) -> None:
    """What is planned comes first; `natural` is the step that stands out."""
    if not one.retests and not one.retest_suggested_on:
        return
    sheet.section("Did it last?")
    if one.retest_suggested_on:
        sheet.words(why_suggested(whole, one.retest_suggested_on), "small")
    for retest in sorted(one.retests, key=lambda each: each.done_on or date.max, reverse=True):
        if retest.result:
            _write_found(sheet, retest)
        else:
            _write_planned(sheet, retest, around, natural)


def why_suggested(whole: Challenge, on: date) -> str:
    """Why a look again is suggested, and for when."""
    why = "it was urgent" if whole.priority is Priority.URGENT else "only a process changed"
    return f"A look again is suggested for about {short_date(on)}, because {why}."


def due(part: Addressee, retests: tuple[Retest, ...], today: date) -> Retest | None:
    """The re-test whose day has come, if the part is not at work again."""
    planned = [one for one in retests if not one.result and one.planned_on and one.planned_on <= today]
    return planned[0] if planned and part.status.is_ended else None


def did_not_last(part: Addressee, retests: tuple[Retest, ...]) -> bool:
    """Whether the last look found that it did not last, and it was not closed anew since."""
    found = [one for one in retests if one.result]
    if not found or not part.status.is_ended or found[-1].result is not RetestResult.NOT_SUSTAINED:
        return False
    return not part.closed_on or not found[-1].done_on or found[-1].done_on >= part.closed_on


def _write_found(sheet: Sheet, retest: Retest) -> None:
    result = retest.result.label if retest.result else ""
    sheet.chips([Chip(result)], f"looked on {short_date(retest.done_on)}")
    if retest.words.strip():
        is_private = "words" in retest.private
        if is_private:
            sheet.labelled(label_of(Retest, "words"), retest.words, is_private=True)
        else:
            sheet.narrative(retest.words)


def _write_planned(sheet: Sheet, retest: Retest, around: Around, natural: str) -> None:
    came = bool(retest.planned_on and retest.planned_on <= around.today)
    when = f"to look again since {short_date(retest.planned_on)}" if came else (
        f"look again on {short_date(retest.planned_on)}"
    )
    sheet.words(f"{when[0].upper()}{when[1:]} · {in_days(retest.days)}")
    if retest.plan.strip():
        sheet.labelled(label_of(Retest, "plan"), retest.plan, is_private="plan" in retest.private)
    offer(sheet, retest.id, [
        Step("record_retest", "Record the re-test", primary=came and natural == "record_retest"),
        Step("change_retest", "Change the plan", quiet=True),
    ])
