"""Freezes one activity as a paper may tell it: who led it, who asked for it, and what those in it concluded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from scrutineer.domain.activity import Activity
from scrutineer.domain.activity_form import FormEntry, Prompt
from scrutineer.domain.figures import ActivityFigure
from scrutineer.register.shelves import Shelves

# Where the short forms keep what people concluded together, or took home.
_CAME_OF = frozenset({Prompt.AGREED_LEARNING, Prompt.DESTINY, Prompt.CAME_OF_IT})


def activity_figure(shelves: Shelves, names: Mapping[str, str], one: Activity) -> ActivityFigure:
    """One activity, whose private text has been left out before."""
    entries = (entry.for_others() for entry in shelves.of(FormEntry, "activity_id", one.id))
    came_of = (entry.text.strip() for entry in entries if entry.prompt in _CAME_OF)
    return ActivityFigure(
        held_on=one.held_on or date.min, title=one.title, type=one.type, level=one.level,
        agencies=tuple(names[id_] for id_ in one.agency_ids if id_ in names), led_by=one.led_by,
        my_part=one.my_part, asked_by=one.asked_by, days=one.days, came_of="\n\n".join(filter(None, came_of)),
    )
