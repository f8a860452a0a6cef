"""What was closed on evidence that was taken back since: the level stands, and no longer on what its rule asks for.

Nothing is changed by itself: a level is the scrutineer's own word, papers may have printed it, and what showed it
once was true evidence then. It is said here, with the place in which another level, a reason that stands in or
another link puts it right.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from scrutineer.domain.lifecycle import without_evidence
from scrutineer.register.courses import Courses
from scrutineer.register.evidence import EvidenceKept
from scrutineer.register.today.morning import Morning, Saying
from scrutineer.register.today.rows import Line, Row
from scrutineer.storage import loose_ends as storage
from scrutineer.storage.loose_ends import Bereft


def unshown(morning: Morning) -> Iterator[Line]:
    """A line for each closed part whose level, or whose “assured”, has lost what it rested on; the latest first."""
    courses = Courses(morning.desk, EvidenceKept(morning.desk))
    for one in storage.bereft(morning.database):
        facts = courses.facts(courses.part(one.id))
        if without_evidence(facts):
            is_level = facts.part.impact_level is not None and facts.part.impact_level.rung > facts.highest.rung
            yield Line("", partial(_unshown, morning.say, one, "its level" if is_level else "“assured”"))


def _unshown(say: Saying, one: Bereft, what: str) -> Row:
    row = say.row(one, f"closed, and {what} no longer has the evidence that its rule asks for")
    return row._replace(deed="say_what_changed", deed_id=one.id)
