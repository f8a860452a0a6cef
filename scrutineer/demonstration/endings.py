"""Tells how parts end, whether it lasted, and how they begin again."""

from __future__ import annotations

from scrutineer.demonstration import clocks, evidence, steps
from scrutineer.demonstration.source import Table
from scrutineer.demonstration.story import Story
from scrutineer.domain.challenge import Addressee, ImpactLevel, Outcome
from scrutineer.domain.retest import RetestResult


def close(story: Story, part: Addressee, said: Table) -> None:
    """It ends with what changed, and with what shows it."""
    evidence.show(story, part, said)
    story.register.courses.close(
        part.id, Outcome(said["outcome"]), ImpactLevel(said["level"]), said["what_changed"], story.days.today(),
        said.get("stands_in", ""),
    )


def end(story: Story, part: Addressee, said: Table) -> None:
    """It ends without saying what changed."""
    into = story.source.known("challenge", said["into"]).id if "into" in said else None
    words = {name: said.get(name, "") for name in ("because", "minute_ref", "target")}
    story.register.courses.end(part.id, Outcome(said["outcome"]), story.days.today(), merged_into_id=into, **words)


def withdraw(story: Story, part: Addressee, said: Table) -> None:
    """This party's part ends before an outcome."""
    story.register.courses.withdraw_part(part.id, said["because"], said["told"], story.days.today())


def retest(story: Story, part: Addressee, said: Table) -> None:
    """A look at whether it lasted: chosen on one day, and done on another or still ahead."""
    plan, planned_on = story.register.retests.plan, story.days(said["planned_on"])
    story.on(said["on"], plan, part.id, planned_on, said["days"], said["plan"])
    if looked := said.get("looked"):
        story.on(looked["on"], _looked, story, part, looked)


def _looked(story: Story, part: Addressee, said: Table) -> None:
    retests = story.register.retests
    chosen = [one for one in retests.of_parts([part.id]) if one.result is None][-1]
    shown_by = evidence.sources(story, said)
    retests.record(chosen.id, RetestResult(said["result"]), story.days.today(), said["words"], shown_by)


def ask_again(story: Story, part: Addressee, said: Table) -> None:
    """What was closed is asked again."""
    due_on, today = clocks.due_on(story, said), story.days.today()
    story.register.courses.ask_again(part.id, said["because"], due_on, today)


def act_again(story: Story, part: Addressee, said: Table) -> None:
    """What was closed needs another action."""
    agreed = steps.actions(story, said["action"])
    again, on = story.register.courses.act_again, story.days(said["on"])
    story.on(said["on"], again, part.id, said["because"], agreed, on)


def take_up(story: Story, part: Addressee, said: Table) -> None:
    """What was withdrawn is worded again."""
    story.register.courses.take_up(part.id, said["because"], story.days.today())


def put_again(story: Story, part: Addressee, said: Table) -> None:
    """What was taken up again is put once more."""
    story.register.courses.put_part(part.id, clocks.due_on(story, said), story.days.today())
