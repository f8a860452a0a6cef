"""What a paper may tell of a challenge, frozen: its words, and of each party all that was said, done and seen.

Names are resolved, private text is gone, dates are in words. How a paper puts it is none of its business.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from scrutineer.domain.action import ActionStatus, Seen
from scrutineer.domain.challenge import ImpactLevel, Outcome, Position, Priority, Stage, Status, Visibility
from scrutineer.domain.escalation import EscalationOutcome
from scrutineer.domain.evidence import EvidenceKind
from scrutineer.domain.retest import RetestResult
from scrutineer.domain.update import Side


@dataclass(frozen=True, kw_only=True)
class EvidenceFigure:
    """One thing that shows something; `what` names it where a paper may, `shows` says what it shows."""

    kind: EvidenceKind
    what: str = ""
    shows: str = ""
    is_independent: bool = False


@dataclass(frozen=True, kw_only=True)
class UpdateFigure:
    """One dated line of one side: what the agency reports, or what the scrutineer has seen of it."""

    side: Side
    noted_on: date | None
    status: ActionStatus | None = None
    seen: Seen | None = None
    text: str = ""
    source: str = ""
    shown_by: tuple[EvidenceFigure, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AnswerFigure:
    """One answer of one party, in its own words; `my_view` is the scrutineer's comment and stands apart.

    `minute_ref` is the minute that confirms what was only spoken.
    """

    came_on: date | None
    text: str
    short_form: str
    position: Position | None
    as_i_heard_it: bool
    my_view: str
    minute_ref: str = ""
    seen: Seen | None = None
    seen_on: date | None = None
    updates: tuple[UpdateFigure, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MoveFigure:
    """One date moved: from when to when, agreed on which day, who asked, why, and who agreed."""

    from_on: date | None
    to_on: date | None
    agreed_on: date | None
    asked_by: str = ""
    why: str = ""
    agreed_by: str = ""


@dataclass(frozen=True, kw_only=True)
class EscalationFigure:
    """One step on the ladder; `rung` is what the partnership calls it."""

    rung: str
    goes_up: bool
    stepped_on: date | None
    to_whom: str = ""
    document: str = ""
    reply_due_on: date | None = None
    why: str = ""
    outcome: EscalationOutcome | None = None
    outcome_on: date | None = None
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class AskedFigure:
    """What more was asked after an answer, and on which day."""

    asked_on: date | None
    question: str


@dataclass(frozen=True, kw_only=True)
class ReopenedFigure:
    """An ending that did not stand: when and with what it had ended, and when and why it was taken up again."""

    ended_on: date | None
    outcome: Outcome | None
    impact_level: ImpactLevel | None
    words: str
    reopened_on: date | None
    because: str
    was_withdrawn: bool = False


@dataclass(frozen=True, kw_only=True)
class RetestFigure:
    """One look at whether a change lasted; without `result` it is still to come. `days` are the scrutineer's."""

    planned_on: date | None
    done_on: date | None = None
    result: RetestResult | None = None
    words: str = ""
    days: float = 0.0


@dataclass(frozen=True, kw_only=True)
class ActionFigure:
    """One action that an agency agreed: what it reports stands in `status`, what was seen in `seen`.

    `ledger` is empty while the first date stands.
    """

    challenge_reference: str
    text: str
    agency: str
    owner_role: str
    measure: str
    due_on: date | None
    status: ActionStatus
    done_on: date | None
    is_overdue: bool
    ledger: str = ""
    moves: tuple[MoveFigure, ...] = ()
    seen: Seen | None = None
    seen_on: date | None = None
    dropped_on: date | None = None
    dropped_because: str = ""
    updates: tuple[UpdateFigure, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PartyFigure:
    """One party's part. `clock` is the neutral sentence about its date, empty once it has answered.

    `role` is for whose attention it was put; empty where nobody was named. `withdrawn_because` is the
    reason of this part alone, empty where the challenge was withdrawn as a whole. `ledger` is empty while
    the first date stands, and counts from `first_agreed_on`, the first date of the clock that runs now;
    `stage_words` are empty before the first rung. `no_answer_by` is the day up to which
    nothing had come in from a part that ended unanswered. `target` is where it was referred, or into what
    it was merged. `keeps_reason` says that a reason stands in for evidence and is not for print.
    """

    name: str
    role: str = ""
    status: Status
    first_due_on: date | None
    due_on: date | None
    clock: str
    is_late: bool
    ledger: str = ""
    first_agreed_on: date | None = None
    moves: tuple[MoveFigure, ...] = ()
    acknowledged_on: date | None = None
    answers: tuple[AnswerFigure, ...] = ()
    no_answer_by: date | None = None
    asked: tuple[AskedFigure, ...] = ()
    actions: tuple[ActionFigure, ...] = ()
    test_on: date | None = None
    test_plan: str = ""
    stage_words: str = ""
    escalations: tuple[EscalationFigure, ...] = ()
    outcome: Outcome | None = None
    impact_level: ImpactLevel | None = None
    what_changed: str = ""
    evidence: tuple[EvidenceFigure, ...] = ()
    stands_in: str = ""
    keeps_reason: bool = False
    ended_because: str = ""
    minute_ref: str = ""
    target: str = ""
    closed_on: date | None = None
    withdrawn_because: str = ""
    reopened: tuple[ReopenedFigure, ...] = ()
    retests: tuple[RetestFigure, ...] = ()

    @property
    def kinds(self) -> tuple[EvidenceKind, ...]:
        """The kinds of evidence linked to it, each once, what is more than the agency's own account first."""
        found = sorted(self.evidence, key=lambda one: not one.is_independent)
        return tuple(dict.fromkeys(one.kind for one in found))


@dataclass(frozen=True, kw_only=True)
class RewordingFigure:
    """The words of a challenge as they stood before and after a day; empty where they are not for print."""

    reworded_on: date | None
    before: str
    after: str
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class ChallengeFigure:
    """One challenge with all its parties; `in_full` says that it deserves a paragraph, not a line.

    `status_words` hold the count of its parties, `stage_words` the partnership's own name for the rung, `put_for`
    on whose behalf it was put.
    """

    reference: str
    title: str
    text: str
    what_works: str
    why_it_matters: str
    what_good_looks_like: str
    priority: Priority
    raised_on: date | None
    forum: str
    status: Status
    status_words: str
    stage: Stage
    impact_level: ImpactLevel | None
    closed_on: date | None
    parties: tuple[PartyFigure, ...]
    in_full: bool
    withdrawn_because: str = ""
    stage_words: str = ""
    rewordings: tuple[RewordingFigure, ...] = ()
    visibility: Visibility = Visibility.PARTNERSHIP
    put_for: str = ""


@dataclass(frozen=True, kw_only=True)
class EndingCounts:
    """How many ended, and with what: each counted once, so that the kinds add up to `total`.

    `by_level` are those that said what changed, “none seen yet” among them; `otherwise` ended without an
    answer to that; `in_words` told it without a level, as old logs do; `wordless` were closed without a word
    on what changed.
    """

    by_level: Mapping[ImpactLevel, int] = field(default_factory=dict)
    otherwise: Mapping[Outcome, int] = field(default_factory=dict)
    withdrawn: int = 0
    in_words: int = 0
    wordless: int = 0

    @property
    def total(self) -> int:
        """All that ended."""
        said = sum(self.by_level.values()) + sum(self.otherwise.values())
        return said + self.withdrawn + self.in_words + self.wordless


@dataclass(frozen=True, kw_only=True)
class ChallengeCounts:
    """How many challenges were raised, answered and ended in the period, and how things stand at the freeze.

    `open_now`, `escalated`, `by_stage` (under the partnership's own names, lowest rung first), `reopened` and
    `endings` count challenges; a challenge ends at the highest level that any of its parties reached.
    `awaited`, `awaited_late` and `waiting_for_me` (to judge) count the answers of their parties, `extended`
    the answers whose date moved in the period, `party_endings` the parts that ended in it, whether or not
    their challenge has. `retests` are those of the period, and took
    `retest_days` where they took place.
    """

    raised: int
    answered: int
    ended: int
    open_now: int
    awaited: int
    awaited_late: int
    waiting_for_me: int
    escalated: int
    by_stage: Mapping[str, int] = field(default_factory=dict)
    extended: int = 0
    reopened: int = 0
    endings: EndingCounts = field(default_factory=EndingCounts)
    party_endings: EndingCounts = field(default_factory=EndingCounts)
    retests: Mapping[RetestResult, int] = field(default_factory=dict)
    retest_days: float = 0.0
    retests_planned: int = 0
