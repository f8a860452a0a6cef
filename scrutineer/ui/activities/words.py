"""What the kinds of findings are called where they are noted and read, and how an activity came about."""

from __future__ import annotations

from scrutineer.domain.activity import Activity, AskedBy, FindingKind, LedBy, MyPart
from scrutineer.domain.challenge import Challenge
from scrutineer.domain.organisation import Serves
from scrutineer.domain.plan import PlanItem
from scrutineer.domain.reference import short
from scrutineer.domain.serving import label_for

HEADINGS = {
    FindingKind.STRENGTH: "What works",
    FindingKind.VOICE: "What I heard",
    FindingKind.LEARNING: "What I learnt",
    FindingKind.QUESTION: "What I would ask",
    FindingKind.CONCERN: "What concerns me",
}
INVITES = {
    FindingKind.STRENGTH: "What did you see that works?",
    FindingKind.VOICE: "What did people tell you, and who?",
    FindingKind.LEARNING: "What is worth learning from it?",
    FindingKind.QUESTION: "What would you like to know?",
    FindingKind.CONCERN: "What troubled you?",
}

KEPT = "Kept as a question"

_INVITED_BY = {
    AskedBy.AGENCY: "the agency itself", AskedBy.PRACTITIONERS: "practitioners",
    AskedBy.BOARD: "the Board",
}  # fmt: skip


def invited(asked_by: AskedBy, serves: Serves) -> str:
    """`Invited by practitioners`; a review asks, but does not invite; my own idea says nothing."""
    if asked_by is AskedBy.REVIEW:
        return "Asked for by a review"
    if asked_by is AskedBy.CHILDREN_FAMILIES:
        return f"Invited by {label_for(asked_by, serves).lower()}"
    return f"Invited by {_INVITED_BY[asked_by]}" if asked_by in _INVITED_BY else ""


def led(activity: Activity | PlanItem, serves: Serves) -> str:
    """`Led by young people · I took part`, unless I led it myself."""
    if activity.led_by is LedBy.SCRUTINEER and activity.my_part is MyPart.LED:
        return ""
    leader = ""
    if activity.led_by is not LedBy.SCRUTINEER:
        leader = f"Led by {label_for(activity.led_by, serves).lower()}"
    return " · ".join(filter(None, (leader, activity.my_part.label)))


def challenge_words(challenge: Challenge) -> str:
    """`C-2026-014 · Raised`, on the button that opens it."""
    return f"{short(challenge.reference)} · {challenge.status.label}"
