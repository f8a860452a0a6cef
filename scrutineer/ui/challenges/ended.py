"""How one part ended and what changed; and how it had ended before it was taken up again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, Status
from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import label_of
from scrutineer.domain.organisation import Serves
from scrutineer.domain.serving import label_for
from scrutineer.domain.step import StatusEvent
from scrutineer.register.dossier import Part
from scrutineer.ui.challenges import grounds
from scrutineer.ui.challenges.written_on import Around, Sheet
from scrutineer.ui.widgets.chip import Chip, Sign

_SIGN_OF_RUNG = (Sign.NONE, Sign.NONE, Sign.FAIR, Sign.GOOD, Sign.GOOD, Sign.GOOD)


def level_chip(level: ImpactLevel, serves: Serves) -> Chip:
    """What changed, with the sign of its rung."""
    return Chip(label_for(level, serves), _SIGN_OF_RUNG[level.rung])


def write(sheet: Sheet, one: Part, whole: Challenge, around: Around) -> None:
    """The ending of a part that has ended; what ended the challenge as a whole is said once, above."""
    part = one.part
    day = f" · {short_date(part.closed_on)}" if part.closed_on else ""
    if part.status is Status.WITHDRAWN:
        if part.withdrawn_because != whole.withdrawn_because:
            _labelled(sheet, part, "withdrawn_because", day)
            if part.told:
                sheet.words(f"Told: {part.told}", "small")
        return
    if part.outcome and not part.outcome.says_what_changed:
        _write_otherwise(sheet, part, day, around)
        return
    if part.impact_level:
        sheet.section(f"What changed{day}")
        sheet.chips([level_chip(part.impact_level, around.serves)])
    if part.impact_level and "what_changed" not in part.private:
        sheet.narrative(part.what_changed)
    else:
        _labelled(sheet, part, "what_changed", "" if part.impact_level else day)
    _labelled(sheet, part, "stands_in", " (printed as such)")
    if one.evidence and part.impact_level:
        kinds = grounds.kinds_in_words((shown.kind for shown in one.evidence), around.serves)
        sheet.words(f"On the strength of: {kinds}", "small")


def earlier(one: Part, serves: Serves) -> list[str]:
    """How a part had ended before it was reopened: `Closed on … as “…”; reopened on … because …`."""
    found = [_told(ended, again, serves) for ended, again in _reopenings(one.events)]
    part = one.part
    if not found and part.reopened_on:
        found.append(f"Reopened on {short_date(part.reopened_on)}{_because(part.reopened_because)}")
    return found


def _write_otherwise(sheet: Sheet, part: Addressee, day: str, around: Around) -> None:
    outcome = part.outcome.label if part.outcome else ""
    if part.ended_because.strip():
        _labelled(sheet, part, "ended_because", day)
    else:
        sheet.section(f"{outcome}{day}")
    if part.minute_ref:
        sheet.words(f"Minute: {part.minute_ref}")
    if part.merged_into_id:
        sheet.words(f"Merged into: {around.reference(part.merged_into_id)}")
    if part.target:
        name = "Referred to" if part.outcome is Outcome.REFERRED_ELSEWHERE else "Merged into"
        sheet.words(f"{name}: {part.target}")


def _reopenings(events: Sequence[StatusEvent]) -> Iterator[tuple[StatusEvent | None, StatusEvent]]:
    """Each time a part began again, with the ending that went before it."""
    ended: StatusEvent | None = None
    for event in events:
        if event.after.is_ended:
            ended = event
        elif event.step.reopens:
            yield ended, event
            ended = None


def _told(ended: StatusEvent | None, again: StatusEvent, serves: Serves) -> str:
    reopened = f"eopened on {short_date(again.taken_on)}{_because(again.words)}"
    if again.before is Status.WITHDRAWN:
        reopened = f"aken up again on {short_date(again.taken_on)}{_because(again.words)}"
    first = "T" if again.before is Status.WITHDRAWN else "R"
    if ended is None:
        return f"{first}{reopened}"
    verb = "Withdrawn" if ended.after is Status.WITHDRAWN else "Closed"
    outcome = f" as “{ended.outcome.label}”" if ended.outcome else ""
    level = f" ({label_for(ended.impact_level, serves)})" if ended.impact_level else ""
    return f"{verb} on {short_date(ended.taken_on)}{outcome}{level}; {first.lower()}{reopened}"


def _because(words: str) -> str:
    said = words.strip()
    return f" because: {said.rstrip('.')}." if said else "."


def _labelled(sheet: Sheet, part: Addressee, name: str, after: str = "") -> None:
    sheet.labelled(f"{label_of(Addressee, name)}{after}", getattr(part, name), is_private=name in part.private)
