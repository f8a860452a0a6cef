"""Tells each challenge: put, drafted or entered as found, and then each party's own course.

In a party's table every key that is a verb of the register holds what was said with it, and on which day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from scrutineer.demonstration.source import Table
from scrutineer.demonstration.story import Story
from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, Position, Quality, Stage
from scrutineer.domain.note import NoteKind
from scrutineer.domain.reply import Reply, ReplyKind
from scrutineer.register.register import Register
from scrutineer.register.replies import Answer


def challenge(story: Story, table: Table) -> None:
    """One challenge with its parties, from the day on which it was put to where it stands now."""
    day, how, parties = table.pop("on"), table.pop("how", "put"), table.pop("party", [])
    withdrawn, escalated = table.pop("withdraw", None), table.pop("escalate", None)
    if how == "put":
        table["raised_on"] = day
    asked = story.source.make(Challenge, table)
    addressees, later = [], []
    for party in parties:
        steps = {verb: party.pop(verb) for verb in STEPS if verb in party}
        name = party.get("agency_id") or party.get("group_id") or party.get("body_id") or party["kind"]
        part = story.source.make(Addressee, party | {"key": f"{table['key']}/{name}"})
        addressees.append(part)
        later += [(verb, part, said) for verb, found in steps.items() for said in _listed(found)]
    enter = story.register.challenges
    story.on(day, {"put": enter.put_to, "draft": enter.draft, "as_found": enter.as_found}[how], asked, addressees)
    for verb, part, said in later:
        STEPS[verb](story, part, said)
    if escalated:
        story.on(escalated["on"], _escalate, story.register, asked.id, Stage(escalated["stage"]))
    if withdrawn:
        on = story.days(withdrawn["on"])
        story.on(withdrawn["on"], enter.withdraw, asked.id, withdrawn["because"], withdrawn["told"], on)


def reply(story: Story, table: Table) -> None:
    """One reply that answers several parts, each in words of its own."""
    table = dict(table)
    _reply(story, table, [(story.source.known("addressee", one.pop("to")).id, one) for one in table.pop("answer")])


def _listed(found: Table | list[Table]) -> list[Table]:
    return found if isinstance(found, list) else [found]


def _escalate(register: Register, challenge_id: str, stage: Stage) -> None:
    register.challenges.save(replace(register.challenges.get(challenge_id), stage=stage))


def _reply(story: Story, table: Table, answers: list[tuple[str, Table]]) -> None:
    on = table.pop("on")
    came = story.source.make(Reply, table | {"received_on": on})
    told = {}
    for part_id, said in answers:
        position = Position(said["position"]) if came.kind is ReplyKind.ANSWER else None
        told[part_id] = Answer(position, said.get("text", ""), said.get("short_form", ""))
        if view := said.get("judge"):
            story.on(view["on"], _judge, story, part_id, view)
    story.on(on, story.register.replies.record, came, told)


def _judge(story: Story, part_id: str, view: Table) -> None:
    last = story.register.challenges.responses(part_id)[-1]
    on = story.days(view["on"])
    story.register.replies.judge(last.id, Quality(view["quality"]), view.get("my_view", ""), on)


def _answer(story: Story, part: Addressee, said: Table) -> None:
    own: Table = {name: said.pop(name) for name in ("position", "short_form", "judge") if name in said}
    _reply(story, said, [(part.id, own)])


def _acknowledge(story: Story, part: Addressee, said: Table) -> None:
    story.on(said["on"], story.register.challenges.acknowledge, part.id, story.days(said["on"]))


def _ask_more(story: Story, part: Addressee, said: Table) -> None:
    ask_more, due_on = story.register.challenges.ask_more, story.days(said["due_on"])
    story.on(said["on"], ask_more, part.id, said["question"], due_on)


def _agree_action(story: Story, part: Addressee, said: Table) -> None:
    register, agreed = story.register, []
    for table in said["action"]:
        done_on, dropped = table.pop("report_done", None), table.pop("drop", None)
        action = story.source.make(Action, table)
        agreed.append(action)
        if done_on is not None:
            story.on(done_on, register.actions.report_done, action.id, story.days(done_on))
        if dropped:
            story.on(dropped["on"], register.actions.drop, action.id, dropped["because"])
    story.on(said["on"], register.challenges.agree_action, part.id, agreed)


def _test(story: Story, part: Addressee, said: Table) -> None:
    test_on = story.days(said["test_on"])
    story.on(said["on"], story.register.challenges.test, part.id, said["test_plan"], test_on)


def _close(story: Story, part: Addressee, said: Table) -> None:
    outcome, level = Outcome(said["outcome"]), ImpactLevel(said["level"])
    close, on = story.register.challenges.close, story.days(said["on"])
    story.on(said["on"], close, part.id, outcome, level, said["what_changed"], on)


def _move_date(story: Story, part: Addressee, said: Table) -> None:
    move_date = story.register.challenges.move_date
    story.on(said["on"], move_date, part.id, story.days(said["due_on"]), said["why"])


def _chase(story: Story, part: Addressee, said: Table) -> None:
    story.on(said["on"], story.register.notes.about, part, NoteKind.CHASED, said["text"], story.days(said["on"]))


STEPS: dict[str, Callable[[Story, Addressee, Table], None]] = {
    "acknowledge": _acknowledge, "move_date": _move_date, "chase": _chase, "answer": _answer,
    "ask_more": _ask_more, "agree_action": _agree_action, "test": _test, "close": _close,
}  # fmt: skip
