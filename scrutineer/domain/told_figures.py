"""What goes back to those who were heard, frozen: what they said, what was asked, and what was done.

Names are in full, private text is gone, and their own words are there only where leave was given. It holds no
reference, no number and no age, so that nobody can be found in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from scrutineer.domain.figures import Masthead
from scrutineer.domain.learning import Whose
from scrutineer.domain.organisation import Serves


@dataclass(frozen=True, kw_only=True)
class PartyTold:
    """Whom a question was put to, and how far it has come; `did` is what was done and what changed, in sentences."""

    name: str
    has_answered: bool = False
    due_on: date | None = None
    is_over: bool = False
    said: str = ""
    did: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AskedTold:
    """One question that was put because of what was heard; `put_for` says on whose behalf."""

    question: str
    put_for: str = ""
    parties: tuple[PartyTold, ...] = ()


@dataclass(frozen=True, kw_only=True)
class VoiceTold:
    """One voice. `words` are their own; `said` is what was heard, in ours, and "" where it would quote them."""

    whose: Whose
    heard_on: date | None
    said: str = ""
    words: str = ""
    asked: str = ""
    questions: tuple[AskedTold, ...] = ()
    happened: str = ""
    tell_by_on: date | None = None
    told_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class YouSaid:
    """The page, the latest voice first; `about` names the activity, where it is about one alone."""

    masthead: Masthead
    frozen_at: datetime
    serves: Serves
    voices: tuple[VoiceTold, ...]
    about: str = ""
