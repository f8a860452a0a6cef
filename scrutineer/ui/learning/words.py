"""How a voice is spoken of: whose it was, where it was heard, and whether they were told."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.dates import WorkingDays, short_date
from scrutineer.domain.learning import VoiceEntry
from scrutineer.domain.organisation import Serves
from scrutineer.domain.serving import label_for
from scrutineer.domain.text import counted, opening
from scrutineer.reports.markdown import plain

_LONGEST = 200      # characters of the words that stand over a sheet


def heard(voice: VoiceEntry, serves: Serves) -> str:
    """`Young person · 6 of them, 14 to 17 · 3 Nov 2026 · Youth hub`."""
    number = f"{voice.how_many} of them" if voice.how_many > 1 else ""
    return " · ".join(filter(None, (
        label_for(voice.whose, serves), ", ".join(filter(None, (number, voice.ages))), short_date(voice.heard_on),
        voice.heard_at,
    )))  # fmt: skip


def told(voice: VoiceEntry, today: date, calendar: WorkingDays) -> tuple[str, bool]:
    """When and how they were told or by when that was promised; and whether that day has passed."""
    if voice.told_on:
        return f"On {short_date(voice.told_on)}{f': {voice.told_how}' if voice.told_how else ''}.", False
    if voice.tell_by_on is None:
        return "Not yet, and no day was promised.", False
    is_late = voice.tell_by_on < today
    days = calendar.between(voice.tell_by_on, today) if is_late else 0
    since = f" ({counted(days, 'working day')} ago)" if days else ""
    return f"Promised by {short_date(voice.tell_by_on)}{since}.", is_late


def words_over(text: str) -> str:
    """The words that stand over a sheet: the whole of a short text, the first sentence of a long one."""
    words = plain(text)
    return words if len(words) <= _LONGEST else opening(words, _LONGEST)
