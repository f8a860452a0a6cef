"""One party's clock in words: how often its date moved and why, when it was chased, what it asked for."""

from __future__ import annotations

from scrutineer.domain.dates import day_month, short_date
from scrutineer.domain.extension import Extension
from scrutineer.domain.text import counted
from scrutineer.register.dossier import Part
from scrutineer.ui.challenges.written_on import Sheet


def ledger_words(one: Part) -> str:
    """`third date, 7 working days later than first agreed`; of older records only how often it moved."""
    if one.ledger:
        return one.ledger
    if one.dates_moved:
        times = {1: "once", 2: "twice"}.get(one.dates_moved) or counted(one.dates_moved, "time")
        return f"date moved {times}"
    return ""


def chased(one: Part) -> str:
    """`chased 17 Nov`, while its answer is awaited."""
    return f"chased {day_month(one.chased_on)}" if one.part.status.awaits_answer and one.chased_on else ""


def write_moves(sheet: Sheet, one: Part) -> None:
    """Each date that was agreed instead of another: from when to when, why, who asked and who agreed."""
    if one.extensions:
        sheet.words("\n".join(map(move_in_words, one.extensions)), "small")


def move_in_words(move: Extension) -> str:
    """`26 Nov to 3 Dec 2026: a vacancy. Asked for by the lead; agreed by the scrutineer, 20 Nov 2026.`"""
    before = f"{day_month(move.old_due_on)} to " if move.old_due_on else "No date, then "
    why = f": {move.why.rstrip('.')}" if move.why else ""
    asked = f"asked for by {move.asked_by}" if move.asked_by else ""
    by, on = f" by {move.agreed_by}" if move.agreed_by else "", short_date(move.agreed_on)
    agreed = ", ".join(filter(None, (f"agreed{by}", on)))
    who = "; ".join(filter(None, (asked, agreed)))
    return f"{before}{short_date(move.new_due_on)}{why}. {who[0].upper()}{who[1:]}."
