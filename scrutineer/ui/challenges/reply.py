"""“Record an answer”: what came in, entered once, and ticked to every part that it answers.

Pasted e-mails and files that are dropped fill what they can; nothing that was typed gives way to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from scrutineer.domain.challenge import Position
from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import described
from scrutineer.domain.errors import ScrutineerError
from scrutineer.domain.reply import Channel, Reply, ReplyKind
from scrutineer.domain.text import counted, listed
from scrutineer.exchange import dropped
from scrutineer.exchange.dropped import Dropped
from scrutineer.register.replies import Answer
from scrutineer.ui.challenges.answers import AnswersField
from scrutineer.ui.challenges.came_in import CameIn
from scrutineer.ui.challenges.rows import beside
from scrutineer.ui.challenges.senders import agencies_of
from scrutineer.ui.dropping import Dropping
from scrutineer.ui.evidence.files_field import FilesField
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.form import Asked, Form


@dataclass(frozen=True, kw_only=True)
class Recording(Reply):
    """What the sheet asks: a reply, its files, and what it answers. It is never stored as such."""

    files: tuple[Dropped, ...] = field(default=(), metadata={"label": "What came in"})
    answers: dict[str, Answer] = field(default_factory=dict, metadata={"label": "It answers"})

    @property
    def reply(self) -> Reply:
        """The reply alone; where nothing else is said of its words, they are in the files that are kept with it."""
        said: dict[str, Any] = {spec.name: getattr(self, spec.name) for spec in fields(Reply)}
        if self.files and not (self.text.strip() or self.where_kept.strip()):
            said["where_kept"] = f"In this record: {listed([f'“{one.file_name}”' for one in self.files])}"
        return Reply(**said)


def ask(tools: Tools, parent: QWidget, addressee_id: str) -> str:
    """Ask what came in; with an id, that party's part is ticked beforehand, also when it has answered already.

    Several ids, joined by spaces, tick several.
    """
    ids = addressee_id.split()
    ticked = {id_: Answer(_said_before(tools, id_)) for id_ in ids}
    blank = Recording(received_on=tools.register.today(), answers=ticked)
    place = "several" if len(ids) > 1 else addressee_id or "new"
    return _ask(tools, parent, blank, ids[0] if ids else "", f"reply:{place}")


def _said_before(tools: Tools, addressee_id: str) -> Position | None:
    """The position of one who has answered and may say more: it stands until another is taken."""
    part = tools.register.challenges.part(addressee_id)
    return part.position if part.position and part.position.is_said and not part.status.awaits_answer else None


def of_files(tools: Tools, parent: QWidget, paths: Sequence[Path]) -> str:
    """Ask what came in with files that were dropped: an e-mail among them fills what it says of itself."""
    found = []
    for path in paths:
        try:
            found.append(dropped.read(path))
        except ScrutineerError as error:
            tools.messages.show_error(error)
    if not found:
        return ""
    names = ", ".join(one.file_name for one in found)
    return _ask(tools, parent, _as_came(found, tools.register.today()), "", f"reply:{names}")


def _as_came(files: Sequence[Dropped], today: date) -> Recording:
    """A recording that says what the first e-mail among the files says, or else that a letter came."""
    blank = Recording(received_on=today, files=tuple(files))
    mail = next((one.mail for one in files if one.mail), None)
    if mail is None:
        return replace(blank, channel=Channel.LETTER)
    sent_on = mail.sent_on if mail.sent_on and mail.sent_on <= today else today
    return replace(blank, received_on=sent_on, sender=mail.sender, subject=mail.subject, text=mail.text)


def _ask(tools: Tools, parent: QWidget, began: Recording, first: str, draft: str) -> str:
    register = tools.register
    answers = AnswersField(tools.desk, register.replies.awaiting(), first, lambda: register.replies.answered(first))
    came_in = CameIn(tools)
    form = Form(Recording, _asked(tools, came_in.files, answers), tools.desk, privacy=True, preview=False)

    def prefer(sender: str) -> None:
        answers.prefer(agencies_of(sender, register.contacts.all(), register.agencies.all()))

    prefer(began.sender)
    form.load(began)
    came_in.fill(form, prefer)
    form.field("kind").edited.connect(lambda: answers.ask_positions(form.field("kind").value() is ReplyKind.ANSWER))
    known = {spec.name for spec in described(Recording)}

    def save() -> None:
        typed = form.replace(began)
        beside("answers", known, lambda: _keep(tools, typed))

    shown = sheet(
        tools, parent, "Record an answer", "What came in is entered once, and ticked to all that it answers.", form,
        save, draft=draft,
    )  # fmt: skip
    Dropping(shown, came_in.files.take, on_fields=True)
    if not shown.ask():
        return ""
    values = form.values()
    with_files = f", with {counted(len(values['files']), 'file')}" if values["files"] else ""
    return f"The answer is recorded{with_files}, for {counted(len(values['answers']), 'part')} of your challenges."


def _asked(tools: Tools, files: FilesField, answers: AnswersField) -> list[Asked]:
    meetings = tools.register.meetings
    held = sorted(meetings.all(), key=lambda one: one.held_on or tools.register.today(), reverse=True)
    said_at = [Option(one.id, f"{meetings.called(one)}, {short_date(one.held_on)}") for one in held]
    return [
        ("files", files), "received_on", "channel", "kind", "sender", "subject", "text", ("answers", answers),
        "where_kept", ("meeting_id", ChoiceField(said_at)), "minute_ref",
    ]  # fmt: skip


def _keep(tools: Tools, typed: Recording) -> None:
    """The reply, what it answers and its files: all of it or nothing."""
    with tools.register.desk.act():
        kept = tools.register.replies.record(typed.reply, typed.answers)
        for file in typed.files:
            tools.register.attachments.attach(kept, file.file_name, file.data)
