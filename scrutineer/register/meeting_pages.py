"""The page to type on while a meeting happens."""

from __future__ import annotations

from scrutineer.domain.meeting_page import MeetingLine
from scrutineer.register.desk import Records


class MeetingPages(Records[MeetingLine]):
    """The lines of meetings, and what they became."""

    cls = MeetingLine
