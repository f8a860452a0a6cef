"""“Confirmed by a minute”: words that I noted as I heard them become the agency’s own once a minute holds them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scrutineer.domain.dates import short_date
from scrutineer.domain.reply import Reply
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.form import Form


def ask(tools: Tools, parent: QWidget, id_: str) -> str:
    """Ask for the minute that confirms a spoken reply, or the reply of which an answer with this id is a part."""
    register = tools.register
    reply = register.replies.find(id_) or register.replies.get(register.replies.response(id_).reply_id)
    meetings = register.meetings
    held = [one for one in meetings.all() if one.held_on and one.held_on <= register.today()]
    said_at = [Option(one.id, f"{meetings.called(one)}, {short_date(one.held_on)}") for one in held[::-1]]
    form = Form(Reply, ["minute_ref", ("meeting_id", ChoiceField(said_at))], tools.desk)
    form.load(reply)

    def save() -> None:
        typed = form.replace(register.replies.get(reply.id))
        with register.desk.act():
            register.replies.confirm(reply.id, typed.minute_ref)
            register.replies.save(typed)

    heard = f"Heard on {short_date(reply.received_on)}{f' from {reply.sender}' if reply.sender else ''}."
    shown = sheet(tools, parent, "Confirmed by a minute", heard, form, save, draft=f"minute:{reply.id}")
    if not shown.ask():
        return ""
    return f"Confirmed by minute {register.replies.get(reply.id).minute_ref}: no longer “as I heard it”."
