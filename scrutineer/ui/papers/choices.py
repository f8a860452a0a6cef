"""The boards and meetings that a paper may be for, as people choose among them."""

from __future__ import annotations

from scrutineer.domain.dates import short_date
from scrutineer.ui import sheets
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import Option
from scrutineer.ui.widgets.form import Form


def offer(form: Form, tools: Tools) -> None:
    """Give the fields `body_id` and `meeting_id` of a form what there is, the latest meeting first."""
    register = tools.register
    sheets.offer(form, "body_id", [Option(one.id, one.name) for one in register.bodies.all()])
    held = sorted(register.meetings.all(), key=lambda one: str(one.held_on or ""), reverse=True)
    called = [", ".join(filter(None, (register.meetings.called(one), short_date(one.held_on)))) for one in held]
    sheets.offer(form, "meeting_id", [Option(one.id, words) for one, words in zip(held, called, strict=True)])
