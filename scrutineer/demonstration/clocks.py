"""Tells dates and the ladder: dates that move with a reason, and steps up and down with what came of them."""

from __future__ import annotations

from datetime import date

from scrutineer.demonstration.source import Table
from scrutineer.demonstration.story import Story
from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Stage
from scrutineer.domain.escalation import EscalationOutcome, EscalationStep, Rung


def due_on(story: Story, said: Table) -> date:
    """`within` so many working days of the day on which the story stands, or a day of the story."""
    if "within" in said:
        return story.days.after(story.days.today(), said["within"])
    return story.days(said["due_on"])


def extend(story: Story, part: Addressee, said: Table) -> None:
    """Another date for an answer."""
    stands = story.register.challenges.part(part.id).due_on
    due, asked_by, agreed_by = _later(story, stands, said), said.get("asked_by", ""), said.get("agreed_by", "")
    story.register.extensions.extend([part.id], due, said["why"], asked_by=asked_by, agreed_by=agreed_by)


def extend_action(story: Story, action: Action, said: Table) -> None:
    """Another date for an action."""
    stands = story.register.actions.get(action.id).due_on
    due, asked_by, agreed_by = _later(story, stands, said), said.get("asked_by", ""), said.get("agreed_by", "")
    story.register.extensions.extend_action(action.id, due, said["why"], asked_by=asked_by, agreed_by=agreed_by)


def _later(story: Story, stands: date | None, said: Table) -> date:
    """`days` working days after the date that stands, or a day of the story, which Christmas may not bring too near."""
    if stands is None:
        return due_on(story, said)
    if "days" in said:
        return story.days.after(stands, said["days"])
    return max(story.days(said["due_on"]), story.days.after(stands, 1))


def rung(story: Story, table: Table) -> None:
    """A rung of the ladder as this partnership has it from a day on."""
    on = table.pop("on")
    story.on(on, story.register.escalations.save_rung, story.source.make(Rung, table))


def escalate(story: Story, part: Addressee, said: Table) -> None:
    """A step on the ladder, and what came of it."""
    story.on(said["on"], _step, story, part, said)
    if came := said.get("came_of_it"):
        story.on(came["on"], _settle, story, part, Stage(said["stage"]), came)


def _step(story: Story, part: Addressee, said: Table) -> None:
    story.register.escalations.escalate([part.id], EscalationStep(
        stage=Stage(said["stage"]), stepped_on=story.days.today(), to_whom=said.get("to_whom", ""),
        document=said.get("document", ""), why=said.get("why", ""),
        reply_due_on=due_on(story, said) if "within" in said else None,
    ))


def _settle(story: Story, part: Addressee, stage: Stage, came: Table) -> None:
    escalations = story.register.escalations
    step = [one for one in escalations.of_parts([part.id]) if one.stage is stage and one.outcome is None][-1]
    escalations.settle(step.id, EscalationOutcome(came["outcome"]), story.days.today(), came["words"])
