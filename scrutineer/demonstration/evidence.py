"""Tells what shows it: entries of the register of evidence, their files, links to any record, reported and seen."""

from __future__ import annotations

from scrutineer.demonstration.source import Table
from scrutineer.demonstration.story import Story
from scrutineer.domain.action import Action, ActionStatus, Seen
from scrutineer.domain.challenge import Addressee
from scrutineer.domain.entity import Entity
from scrutineer.domain.evidence import Evidence
from scrutineer.domain.reply import Response
from scrutineer.domain.update import ProgressUpdate, Side


def entry(story: Story, table: Table) -> None:
    """Something held elsewhere, with the versions of its file."""
    on, files = table.pop("on"), table.pop("file", [])
    held = story.source.make(Evidence, table)
    story.on(on, story.register.evidence.save, held)
    for file in files:
        words = file["name"], file["text"].encode(), file.get("note", "")
        story.on(file["on"], story.register.attachments.attach, held, *words)


def sources(story: Story, said: Table) -> list[Entity]:
    """The records that something is shown by, each named by its kind and key: `finding/teeth`."""
    return [story.source.named(name) for name in said.get("shown_by", ())]


def show(story: Story, part: Addressee, said: Table) -> None:
    """Link a part, or what it is `about` (`answer`, `action/…`, `progress_update/…`), to what shows it."""
    about = said.get("about", "")
    if about == "answer":
        subject: Entity = story.register.challenges.responses(part.id)[-1]
    else:
        subject = story.source.named(about) if about else part
    for source in sources(story, said):
        story.register.evidence.link(subject, source, said.get("shows", ""))


def reported(story: Story, part: Addressee, said: Table) -> None:
    """What the agency says has come of its last answer."""
    note(story, story.register.challenges.responses(part.id)[-1], Side.REPORTED, said)


def seen(story: Story, part: Addressee, said: Table) -> None:
    """What I have seen of its last answer."""
    note(story, story.register.challenges.responses(part.id)[-1], Side.SEEN, said)


def note(story: Story, subject: Action | Response, side: Side, said: Table) -> None:
    """A dated line about an action or an answer, with what settled it; known by its `key`, if it has one."""
    is_action = isinstance(subject, Action)
    saved = story.register.updates.note(ProgressUpdate(
        action_id=subject.id if is_action else None, response_id=None if is_action else subject.id, side=side,
        noted_on=story.days.today(), status=ActionStatus(said["status"]) if "status" in said else None,
        seen=Seen(said["seen"]) if "seen" in said else None, text=said.get("text", ""), source=said.get("source", ""),
    ), sources(story, said))  # fmt: skip
    if "key" in said:
        story.source.remember(said["key"], saved)
