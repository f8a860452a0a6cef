"""Tells the further life of what was found: who took a strength up, what changed in practice, voices until told."""

from __future__ import annotations

from scrutineer.demonstration import evidence
from scrutineer.demonstration.source import Table
from scrutineer.demonstration.story import Story
from scrutineer.domain.learning import Adoption, VoiceEntry


def adoption(story: Story, table: Table) -> None:
    """A strength was taken up elsewhere; noted on the day on which I saw or heard it."""
    on, shown_by = table.pop("on"), table.pop("shown_by", [])
    taken_up = story.source.make(Adoption, table)
    sources = evidence.sources(story, {"shown_by": shown_by})
    story.on(on, story.register.adoptions.adopt, taken_up, sources)


def practice(story: Story, table: Table) -> None:
    """What people do otherwise now, because of a lesson."""
    finding, on = story.source.known("finding", table["finding_id"]), story.days(table["on"])
    story.on(table["on"], story.register.learning.note_practice, finding.id, table["practice_changed"], on)


def voice(story: Story, table: Table) -> None:
    """Where and when somebody was heard, what I asked because of it, and the day on which they were told."""
    told_on, how, happened = (table.pop(name, None) for name in ("told_on", "told_how", "happened"))
    heard = story.source.make(VoiceEntry, table)
    story.on(table["heard_on"], story.register.voices.keep, heard)
    if told_on is not None:
        story.on(told_on, story.register.voices.tell, heard.id, story.days(told_on), how, happened)
