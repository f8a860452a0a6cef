"""Tells meetings as they were typed while they happened, their minutes later, and the course of recommendations."""

from __future__ import annotations

from dataclasses import replace

from scrutineer.demonstration import evidence, steps
from scrutineer.demonstration.source import Table
from scrutineer.demonstration.story import Story
from scrutineer.domain.challenge import Position, Quality
from scrutineer.domain.meeting_page import MeetingLine, Told
from scrutineer.domain.organisation import Meeting
from scrutineer.domain.recommendation import Decision, Embedded, Recommendation
from scrutineer.domain.reply import Response


def meeting(story: Story, table: Table, first_day: int) -> None:
    """A meeting is in the calendar from the first day; its minutes come when it has been."""
    minuted = table.pop("minuted", None)
    held = story.source.make(Meeting, table)
    story.on(first_day, story.register.meetings.save, held)
    if minuted:
        story.on(minuted["on"], story.register.meeting_pages.minute, held.id, minuted["reference"])


def meeting_line(story: Story, table: Table) -> None:
    """One line typed at a meeting, as what it is; its own minute, and the promise kept, each on its day."""
    on, about = table.pop("on"), table.pop("about", "")
    by, keep, minuted = (table.pop(name, None) for name in ("by", "keep", "minuted"))
    view = table.pop("view", None)
    told = Told(
        position=Position(table.pop("position", Position.NOTED)),
        decision=Decision(table.pop("decision", Decision.AWAITED)), by=None if by is None else story.days(by),
    )  # fmt: skip
    line = story.source.make(MeetingLine, table)
    if about:
        subject = story.source.named(about)
        line = replace(line, subject_kind=subject.KIND, subject_id=subject.id)
    pages = story.register.meeting_pages
    story.on(on, pages.keep, line, told)
    if view:
        story.on(view["on"], _give_view, story, line.id, view)
    if minuted:
        story.on(minuted["on"], pages.minute_line, line.id, minuted["reference"])
    if keep is not None:
        story.on(keep, _keep_promise, story, line.id)


def _give_view(story: Story, line_id: str, view: Table) -> None:
    made = story.register.meeting_pages.get(line_id).made_id
    response, = story.register.desk.reader.all(Response, reply_id=made)
    story.register.replies.give_view(replace(
        response, quality=Quality(view["quality"]), short_form=view["short_form"], judged_on=story.days.today()
    ))


def _keep_promise(story: Story, line_id: str) -> None:
    made = story.register.meeting_pages.get(line_id).made_id
    story.register.undertakings.keep(made or "", story.days.today())


def recommendation(story: Story, table: Table) -> None:
    """A recommendation from the day on which it was written down: decided, followed, tested, each on its day.

    What a meeting decided while it was typed is told by the lines of that meeting.
    """
    on, actions = table.pop("on"), table.pop("action", [])
    decided, tested = table.pop("decide", None), table.pop("test", None)
    made = story.source.make(Recommendation, table)
    story.on(on, story.register.recommendations.save, made)
    if decided:
        story.on(decided["on"], _decide, story, made.id, decided)
    for said in actions:
        followed_on = said.pop("on")
        action, = steps.actions(story, [said])
        story.on(followed_on, story.register.recommendations.follow, made.id, action)
    if tested:
        story.on(tested["on"], _test, story, made.id, tested)


def _decide(story: Story, id_: str, said: Table) -> None:
    meeting_id = story.source.known("meeting", said["meeting_id"]).id
    decision, today, reason = Decision(said["decision"]), story.days.today(), said.get("reason", "")
    story.register.recommendations.decide(id_, decision, today, meeting_id=meeting_id, reason=reason)


def _test(story: Story, id_: str, said: Table) -> None:
    recommendations = story.register.recommendations
    for source in evidence.sources(story, said):
        story.register.evidence.link(recommendations.get(id_), source)
    recommendations.test(id_, Embedded(said["embedded"]), story.days.today(), said["seen"])
