"""Tells the steps of one party between the question and its ending: acknowledged, asked more, actions, tests."""

from __future__ import annotations

from scrutineer.demonstration import clocks, evidence
from scrutineer.demonstration.source import Table
from scrutineer.demonstration.story import Story
from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee
from scrutineer.domain.note import NoteKind
from scrutineer.domain.update import Side


def acknowledge(story: Story, part: Addressee, _said: Table) -> None:
    """The party says that it has the question."""
    story.register.courses.acknowledge(part.id, story.days.today())


def chase(story: Story, part: Addressee, said: Table) -> None:
    """I asked after the answer."""
    story.register.notes.about(part, NoteKind.CHASED, said["text"], story.days.today())


def ask_more(story: Story, part: Addressee, said: Table) -> None:
    """The answer was not the whole of it: `within` so many working days, or by `due_on`."""
    story.register.courses.ask_more(part.id, said["question"], clocks.due_on(story, said))


def test(story: Story, part: Addressee, said: Table) -> None:
    """How and when I shall look."""
    story.register.courses.test(part.id, said["test_plan"], story.days(said["test_on"]))


def agree_action(story: Story, part: Addressee, said: Table) -> None:
    """What the party will do, with what became of each action."""
    story.on(said["on"], story.register.courses.agree_action, part.id, actions(story, said["action"]))


def add_action(story: Story, part: Addressee, said: Table) -> None:
    """One more action beside those that were agreed."""
    on = said.pop("on")
    story.on(on, story.register.courses.add_action, part.id, *actions(story, [said]))


def actions(story: Story, tables: list[Table]) -> list[Action]:
    """Actions as they are agreed; what was reported of each, seen, moved or dropped comes on its own day."""
    register, agreed = story.register, []
    for table in tables:
        later = {verb: table.pop(verb, []) for verb in ("extend", "reported", "seen")}
        done_on, dropped = table.pop("report_done", None), table.pop("drop", None)
        action = story.source.make(Action, table)
        agreed.append(action)
        for said in later["extend"]:
            story.on(said["on"], clocks.extend_action, story, action, said)
        for side in Side:
            for said in later[side]:
                story.on(said["on"], evidence.note, story, action, side, said)
        if done_on is not None:
            story.on(done_on, register.actions.report_done, action.id, story.days(done_on))
        if dropped:
            story.on(dropped["on"], register.actions.drop, action.id, dropped["because"])
    return agreed
