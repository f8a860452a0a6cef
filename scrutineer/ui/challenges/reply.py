"""“Record an answer”: what came in, entered once, and ticked to every part that it answers."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from PySide6.QtWidgets import QWidget

from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import described
from scrutineer.domain.reply import Reply, ReplyKind
from scrutineer.domain.text import counted
from scrutineer.register.replies import Answer
from scrutineer.ui.challenges.answers import AnswersField
from scrutineer.ui.challenges.rows import beside
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.form import Asked, Form


@dataclass(frozen=True, kw_only=True)
class Recording(Reply):
    """What the sheet asks: a reply, and what it answers. It is never stored as such."""

    answers: dict[str, Answer] = field(default_factory=dict, metadata={"label": "It answers"})

    @property
    def reply(self) -> Reply:
        """The reply alone."""
        return Reply(**{spec.name: getattr(self, spec.name) for spec in fields(Reply)})


def ask(tools: Tools, parent: QWidget, addressee_id: str) -> str:
    """Ask what came in; with an id, that party's part is ticked beforehand."""
    replies, meetings = tools.register.replies, tools.register.meetings
    held = sorted(meetings.all(), key=lambda one: one.held_on or tools.register.today(), reverse=True)
    said_at = [Option(one.id, f"{meetings.called(one)}, {short_date(one.held_on)}") for one in held]
    answers = AnswersField(tools.desk, replies.awaiting(), addressee_id)
    asked: list[Asked] = [
        "received_on", "channel", "kind", "sender", "text", ("answers", answers), "subject", "where_kept",
        ("meeting_id", ChoiceField(said_at)), "minute_ref",
    ]  # fmt: skip
    form = Form(Recording, asked, tools.desk, privacy=True, preview=False)
    began = Recording(
        received_on=tools.register.today(), answers={addressee_id: Answer()} if addressee_id else {},
    )  # fmt: skip
    form.load(began)
    form.field("kind").edited.connect(lambda: answers.ask_positions(form.field("kind").value() is ReplyKind.ANSWER))
    known = {spec.name for spec in described(Recording)}

    def save() -> None:
        typed = form.replace(began)
        beside("answers", known, lambda: replies.record(typed.reply, typed.answers))

    shown = sheet(
        tools, parent, "Record an answer", "What came in is entered once, and ticked to all that it answers.", form,
        save, draft=f"reply:{addressee_id or 'new'}",
    )  # fmt: skip
    if not shown.ask():
        return ""
    number = counted(len(form.values()["answers"]), "part")
    return f"The answer is recorded, for {number} of your challenges."
