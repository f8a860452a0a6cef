"""Nothing is classified twice: what a record takes over from the one that it came of.

Agencies, priorities, framework items and themes pass from plan item to activity to finding to challenge.
Where a record says something of its own, that is an exception and stays.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from scrutineer.domain.entity import E, Entity

PASSED_ON = ("agency_ids", "priority_ids", "framework_items", "themes")


def inherit(entity: E, source: Entity | None) -> E:
    """The record with what it leaves open filled from its source; what it says of its own stays."""
    return _with(entity, {
        name: getattr(source, name) for name in _shared(entity, source) if not getattr(entity, name)
    })


def follow(entity: E, before: Entity, after: Entity) -> E:
    """The record after its source was changed: what it had taken over follows, its exceptions stay."""
    return _with(entity, {
        name: getattr(after, name) for name in _shared(entity, after)
        if getattr(entity, name) == getattr(before, name)
    })


def _shared(entity: Entity, source: Entity | None) -> list[str]:
    return [name for name in PASSED_ON if hasattr(entity, name) and hasattr(source, name)]


def _with(entity: E, values: dict[str, Any]) -> E:
    return dataclasses.replace(entity, **values) if values else entity
