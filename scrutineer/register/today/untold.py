"""A voice whose people wait to hear what happened, as a row: among what comes, and once the day is there among what
needs me.
"""

from __future__ import annotations

from scrutineer.domain.learning import Whose
from scrutineer.register.today.morning import Saying, as_date
from scrutineer.register.today.rows import Row, sentence
from scrutineer.storage.today import Untold


def to_tell(say: Saying, one: Untold) -> Row:
    """What they were heard to say, whose it was, and by when they were promised to hear of it."""
    return Row(
        "finding", one.finding_id, f"Tell them what happened: {sentence(one.text)}",
        f"promised to whom I heard · {Whose(one.whose).label.lower()}", say.clock(one.tell_by_on),
        as_date(one.tell_by_on), say.is_past(one.tell_by_on), "tell", one.id,
    )  # fmt: skip
