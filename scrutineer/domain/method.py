"""A way of looking, apart from what was seen: questions, tools and wording that another scrutineer can use."""

from __future__ import annotations

from dataclasses import dataclass

from scrutineer.domain.activity import ActivityType
from scrutineer.domain.entity import Entity, narrative, said


@dataclass(frozen=True, kw_only=True)
class Method(Entity):
    """One method. It holds nothing of the record, so that it can be given away as it stands."""

    title: str = said("Method", required=True)
    type: ActivityType = said("Form", ActivityType.FRONT_LINE_VISIT)
    purpose: str = narrative("What it is good for")
    lines_of_enquiry: str = narrative("Lines of enquiry")
    appreciative: str = narrative("Appreciative questions")
    tool: str = narrative("Audit tool")
    wording: str = narrative("Wording")
    framework: str = said("Framework")
    source: str = said("Whose it is")
