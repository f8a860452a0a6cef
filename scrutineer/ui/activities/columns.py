"""What the list of activities shows, and which lines each filter lists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from scrutineer.domain.dates import day_month, short_date
from scrutineer.domain.lines import ActivityLine
from scrutineer.domain.organisation import Serves
from scrutineer.domain.reference import short
from scrutineer.domain.serving import label_for
from scrutineer.domain.text import counted
from scrutineer.ui.widgets.chip import Chip
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.filter_bar import Choice

FILTERS = (Choice("ahead", "Ahead"), Choice("done", "Done"), Choice("owed", "Feedback owed"), Choice("all", "All"))
NOTHING = {
    "ahead": "Nothing is planned. A visit, an audit, a conversation to come belongs here.",
    "done": "What you looked at belongs here: a visit, an audit, a conversation, with what you found there.",
    "owed": "Nobody waits for feedback from you.",
    "all": "What you looked at, and what you plan to look at, belongs here.",
}


def passes(line: ActivityLine, code: str) -> bool:
    """Whether a filter lists this activity."""
    return {
        "ahead": line.status.is_ahead, "done": line.status.is_done, "owed": line.owes_feedback, "all": True,
    }[code]  # fmt: skip


def columns(today: Callable[[], date], serves: Callable[[], Serves] = lambda: Serves.CHILDREN) -> tuple[Column, ...]:
    """What, what was found there, and when."""
    return (
        Column("What", lambda line: line.title, second=lambda line: _about(line, today(), serves()),
               clock=lambda line: _since(line, today()), stretch=True, sort_key=lambda line: line.title.casefold()),
        Column("Found", strong=_strengths, second=_others, chip=_status, width=16,
               sort_key=lambda line: line.strengths),
        Column("When", lambda line: short_date(line.held_on), width=12, right=True, sort_key=lambda line: line.held_on),
    )  # fmt: skip


def _about(line: ActivityLine, today: date, serves: Serves) -> str:
    owed = f"feedback by {day_month(line.feedback_due_on)}" if line.owes_feedback and not _since(line, today) else ""
    return " · ".join(filter(None, (short(line.reference), label_for(line.type, serves), line.agencies, owed)))


def _since(line: ActivityLine, today: date) -> str:
    """The clock of feedback that was promised for a day now past."""
    late = line.owes_feedback and line.feedback_due_on is not None and line.feedback_due_on < today
    return f"feedback since {day_month(line.feedback_due_on)}" if late else ""


def _status(line: ActivityLine) -> Chip | None:
    return None if line.status.is_done else Chip(line.status.label)


def _strengths(line: ActivityLine) -> str:
    return counted(line.strengths, "strength") if line.strengths else ""


def _others(line: ActivityLine) -> str:
    concerns = counted(line.concerns, "concern") if line.concerns else ""
    kind = "other finding" if line.strengths or line.concerns else "finding"
    others = counted(line.others, kind) if line.others else ""
    return " · ".join(filter(None, (concerns, others)))
