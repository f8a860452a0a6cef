"""What the list of learning shows, and which lines each filter lists. Concerns live with their activity."""

from __future__ import annotations

from scrutineer.domain.activity import FindingKind
from scrutineer.domain.dates import short_date
from scrutineer.domain.lines import FindingLine
from scrutineer.domain.text import listed, opening
from scrutineer.reports.markdown import plain
from scrutineer.ui.widgets.chip import Chip
from scrutineer.ui.widgets.columns import Column
from scrutineer.ui.widgets.filter_bar import Choice

KINDS = (FindingKind.STRENGTH, FindingKind.LEARNING, FindingKind.VOICE, FindingKind.QUESTION)
FILTERS = (
    Choice("waiting", "Strengths not passed on"), Choice("passed", "Passed on, not taken up yet"),
    Choice("taken_up", "Taken up"), Choice("log", "Learning log"), Choice("voice", "Voices"),
    Choice("question", "Questions"), Choice("all", "All"),
)  # fmt: skip
NOTHING = {
    "waiting": "Every strength you saw has been passed on. The next one will wait here.",
    "passed": "What you have passed on stands here, with whom it reached, until somebody takes it up.",
    "taken_up": "What somebody else does now because you passed it on stands here, with what shows it.",
    "log": "What was learnt belongs here, and what changed in practice because of it.",
    "voice": "What children, families and practitioners told you belongs here.",
    "question": "What you would like to know belongs here, until you ask it.",
    "all": "What works, what you heard and what was learnt belongs here: note what you saw.",
}
_LONGEST = 300      # characters of a first sentence; longer ones are no longer sentences


def passes(line: FindingLine, code: str) -> bool:
    """Whether a filter lists this finding."""
    match code:
        case "waiting":
            return _is_strength(line) and line.passed_on_on is None and not line.taken_up_by
        case "passed":
            return line.passed_on_on is not None and not line.taken_up_by
        case "taken_up":
            return bool(line.taken_up_by)
        case "log":
            return line.kind is FindingKind.LEARNING or line.has_changed_practice
    return code in {"all", line.kind.value}


def _is_strength(line: FindingLine) -> bool:
    return line.kind is FindingKind.STRENGTH


def _said(line: FindingLine) -> str:
    """The first sentence; somebody's own words are not taken apart."""
    words = plain(line.text)
    is_whole = line.kind is FindingKind.VOICE and len(words) <= _LONGEST
    return words if is_whole else opening(words, _LONGEST)


def _from(line: FindingLine) -> str:
    kind = "" if _is_strength(line) else line.kind.label
    activity = f"from {line.activity}" if line.activity else ""
    seen = ", ".join(filter(None, (activity, short_date(line.found_on))))
    return " · ".join(filter(None, (kind, line.agencies, seen)))


def _became(line: FindingLine) -> Chip | None:
    """The farthest that it has come."""
    if line.kind is FindingKind.VOICE:
        return _heard(line)
    if line.has_changed_practice:
        return Chip(f"practice changed {short_date(line.changed_on)}".rstrip())
    if line.taken_up_by:
        return Chip(f"taken up by {listed(line.taken_up_by)}")
    if line.thanked_on:
        return Chip(f"thanked {short_date(line.thanked_on)}")
    if line.passed_on_on:
        return Chip(f"passed on to {line.passed_on_to}")
    if line.challenge_id:
        return Chip("put as a challenge")
    return Chip("not passed on yet") if _is_strength(line) else None


def _heard(line: FindingLine) -> Chip | None:
    """How far a voice has come: told, to be told, put, or kept."""
    if line.told_on:
        return Chip(f"told {short_date(line.told_on)}")
    if line.tell_by_on:
        return Chip(f"to be told by {short_date(line.tell_by_on)}")
    if line.challenge_id:
        return Chip("put as a challenge")
    return None if line.is_kept else Chip("when and where not kept yet")


COLUMNS = (
    Column("What works, and what was learnt", lambda line: "" if _is_strength(line) else _said(line),
           strong=lambda line: _said(line) if _is_strength(line) else "", second=_from,
           stretch=True, sort_key=lambda line: _said(line).casefold()),
    Column("What became of it", chip=_became, width=24,
           sort_key=lambda line: line.told_on or line.changed_on or line.taken_up_on or line.passed_on_on),
)  # fmt: skip
