"""Tells what came in: each reply entered once, tied to what it answers, judged, confirmed, with its letter attached."""

from __future__ import annotations

from scrutineer.demonstration.source import Table
from scrutineer.demonstration.story import Story
from scrutineer.domain.challenge import Addressee, Position, Quality
from scrutineer.domain.reply import Reply, ReplyKind
from scrutineer.register.replies import Answer


def reply(story: Story, table: Table) -> None:
    """One reply that answers several parts, each in words of its own."""
    table = dict(table)
    _reply(story, table, [(story.source.known("addressee", one.pop("to")).id, one) for one in table.pop("answer")])


def answer(story: Story, part: Addressee, said: Table) -> None:
    """A reply that answers this one part."""
    own: Table = {name: said.pop(name) for name in ("position", "short_form", "judge") if name in said}
    _reply(story, said, [(part.id, own)])


def _reply(story: Story, table: Table, answers: list[tuple[str, Table]]) -> None:
    on, confirm, mail = table.pop("on"), table.pop("confirm", None), table.pop("mail", None)
    came = story.source.make(Reply, table | {"received_on": on})
    told = {}
    for part_id, said in answers:
        position = Position(said["position"]) if came.kind is ReplyKind.ANSWER else None
        told[part_id] = Answer(position, said.get("text", ""), said.get("short_form", ""))
        if view := said.get("judge"):
            story.on(view["on"], _judge, story, part_id, view)
    story.on(on, story.register.replies.record, came, told)
    if mail:
        story.on(on, story.register.attachments.attach, came, mail["name"], _as_mail(came, mail["address"]))
    if confirm:
        story.on(confirm["on"], story.register.replies.confirm, came.id, confirm["minute_ref"])


def _judge(story: Story, part_id: str, view: Table) -> None:
    last = story.register.challenges.responses(part_id)[-1]
    story.register.replies.judge(last.id, Quality(view["quality"]), view.get("my_view", ""), story.days.today())


def _as_mail(came: Reply, address: str) -> bytes:
    """The reply as the file that an e-mail program keeps (`.eml`)."""
    from email.headerregistry import Address
    from email.message import EmailMessage
    from email.policy import SMTP

    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address(came.sender, addr_spec=address)
    mail["Subject"] = came.subject
    if came.received_on:
        mail["Date"] = f"{came.received_on:%d %b %Y} 09:30:00 +0000"
    mail.set_content(came.text)
    return mail.as_bytes()
