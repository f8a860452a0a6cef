"""A small model of a challenge, written from the description of its lifecycle and not from the source.

A part is a status, a rung, a position, a level and some dates; a challenge is what its parts make of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tests.factories import TODAY

# How far a part may be, in the order in which the least advanced one is shown.
OPEN = ["raised", "acknowledged", "further_information", "responded", "action_agreed", "testing_impact"]
AWAITS = {"raised", "acknowledged", "further_information"}
TELLS_CHANGE = {"process_changed_only": {2}, "practice_change_evidenced": {3}, "impact_evidenced": {4, 5},
                "assured_no_change_needed": {0, 1, 2, 3, 4, 5}}  # fmt: skip


def said(text: str) -> bool:
    """Whether something is left of a text that can be kept."""
    return bool(text.strip(" \x07"))


@dataclass(eq=False)
class Part:
    """What the model knows of one party's part; `looks` are re-tests: the day, their order, what they found."""

    id: str
    challenge: Ch
    due: date | None
    status: str
    first_due: date | None = None
    rung: int = 0
    position: str | None = None
    answered: date | None = None
    level: int | None = None
    reason: bool = False
    ended_here: bool = False      # closed by the rules, and not found so in an old log
    assured: bool = False
    closed: date | None = None
    reopened: date | None = None
    into: Ch | None = None
    looks: dict[str, tuple[date, int, str]] = field(default_factory=dict)

    @property
    def has_ended(self) -> bool:
        """Whether it was closed or withdrawn."""
        return self.status in {"closed", "withdrawn"}

    @property
    def has_lasted(self) -> bool:
        """Whether the last look since it was reopened found that it lasted."""
        found = [one for one in self.looks.values() if one[2] != "not_tested"]
        since = [one for one in found if not self.reopened or one[0] > self.reopened]
        return bool(since) and max(since)[2] == "sustained"

    def takes(self, day: date | None, *, ends: bool = False) -> bool:
        """Whether a step may be noted on a day: not ahead, not before it was put, no end before a new beginning."""
        raised = self.challenge.raised
        in_order = day is not None and day <= TODAY and (raised is None or day >= raised)
        return in_order and not (ends and day and self.reopened and day < self.reopened)

    def hear(self, on: date | None) -> None:
        """It is answered; of one that had answered or ended, it is a further word."""
        self.answered = on if self.status in AWAITS else self.answered or on
        self.status = "responded" if self.status in AWAITS else self.status
        self.position = "said"

    def may_end(self, outcome: str | None, on: date | None, because: str, minute: str, into: Ch | None) -> bool:
        """Whether it may end from wherever it stands, without saying what changed."""
        lacks = {
            "not_pursued": not said(because), "overtaken_by_events": not said(because),
            "referred_elsewhere": not (said(because) or into), "merged_into": not (said(because) or into),
            "unresolved_risk_accepted": self.rung < 2 or not said(minute),
        }
        circle = outcome == "merged_into" and into is not None and self.challenge in into.leads_to()
        is_named = outcome in lacks and not lacks[str(outcome)] and into is not self.challenge
        return self.status in OPEN and is_named and not circle and self.takes(on, ends=True)

    def lacks_evidence(self, *, is_shown: bool) -> bool:
        """Whether it was closed here on evidence that is not there any more, with no reason in its stead."""
        if self.status != "closed" or not self.ended_here or self.reason or self.level is None:
            return False
        reach = 2 if not is_shown else 5 if self.has_lasted else 4
        return self.level > reach or (self.assured and not is_shown)

    def end(self, on: date | None, into: Ch | None) -> None:
        """It ends without saying what changed; who never answered has said so."""
        if self.status in {"raised", "acknowledged"} and not self.answered and self.position is None:
            self.position = "no_response"
        self.status, self.closed, self.into = "closed", on, into

    def begin_again(self, status: str, on: date | None) -> None:
        """It is reopened: what was true of its ending is true no longer."""
        self.status, self.reopened = status, on
        self.closed, self.level, self.reason, self.into = None, None, False, None
        self.ended_here = self.assured = False
        self.position = None if self.position == "no_response" else self.position
        if status != "action_agreed":
            self.answered = None


@dataclass(eq=False)
class Ch:
    """A challenge: its parts, the day on which it was put, and whether it has words to be put in."""

    id: str
    raised: date | None
    worded: bool
    parts: list[Part] = field(default_factory=list)

    @property
    def status(self) -> str:
        """That of its least advanced part; closed when each has ended, or is only being worded."""
        found = [part.status for part in self.parts]
        still_open = [status for status in found if status in OPEN]
        if still_open:
            return min(still_open, key=OPEN.index)
        return next(status for status in ("closed", "draft", "withdrawn") if status in found)

    @property
    def has_ended(self) -> bool:
        """Whether every part has."""
        return self.status in {"closed", "withdrawn"}

    @property
    def rung(self) -> int:
        """The highest of what is still open; of all when it is over."""
        return max((part.rung for part in self.parts if self.has_ended or not part.has_ended), default=0)

    @property
    def level(self) -> int | None:
        """The most that any part saw changed."""
        return max((part.level for part in self.parts if part.level is not None), default=None)

    def leads_to(self, seen: frozenset[str] = frozenset()) -> list[Ch]:
        """Where one comes by following what ended into what it was merged into."""
        if not self.has_ended or self.id in seen:
            return []
        onwards = [part.into for part in self.parts if part.into]
        return onwards + [far for one in onwards for far in one.leads_to(seen | {self.id})]
