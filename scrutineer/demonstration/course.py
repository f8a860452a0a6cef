"""Tells each challenge: put, drafted or entered as found, and then each party's own course.

In a party's table every key that is a verb holds what was said with it, and on which day; what each verb
does stands in the files beside this one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from scrutineer.demonstration import answers, clocks, endings, evidence, steps
from scrutineer.demonstration.source import Table
from scrutineer.demonstration.story import Story
from scrutineer.domain.challenge import Addressee, Challenge, Outcome
from scrutineer.domain.inheritance import inherit

Deed = Callable[[Story, Addressee, Table], None]


def challenge(story: Story, table: Table) -> None:
    """One challenge with its parties, from the day on which it was put to where it stands now."""
    day, how, parties = table.pop("on"), table.pop("how", "put"), table.pop("party", [])
    later = {name: table.pop(name) for name in WHOLE if name in table}
    if how == "put":
        table["raised_on"] = day
    asked = story.source.make(Challenge, table)
    told = [_party(story, table["key"], party) for party in parties]
    enter = story.register.challenges
    how_entered = {"put": enter.put_to, "draft": enter.draft, "as_found": enter.as_found}[how]
    at_first = [part for part, also_on, _ in told if also_on is None]
    story.on(day, _enter, story, how_entered, asked, at_first)
    for part, also_on, said in told:
        if also_on is not None:
            story.on(also_on, enter.put_also_to, asked.id, [part])
        for verb, words in said:
            _tell(story, verb, part, words)
    for name, words in later.items():
        story.on(words["on"], WHOLE[name], story, asked, words)


def _enter(story: Story, how: Callable[..., object], asked: Challenge, parties: list[Addressee]) -> None:
    """Enter it as it is drafted from its finding: what that was classified as is not said again."""
    how(inherit(asked, story.register.findings.find(asked.finding_id)), parties)


def _party(story: Story, key: str, table: Table) -> tuple[Addressee, int | None, list[tuple[str, Table]]]:
    """A party, the day on which it was put to that party as well, and what was said and done, verb by verb."""
    found = [(verb, said) for verb in (*SEVERAL_DAYS, *STEPS) if verb in table for said in _listed(table.pop(verb))]
    also_on = table.pop("also_on", None)
    name = table.get("agency_id") or table.get("group_id") or table.get("body_id") or table["kind"]
    return story.source.make(Addressee, table | {"key": f"{key}/{name}"}), also_on, found


def _tell(story: Story, verb: str, part: Addressee, said: Table) -> None:
    if verb in SEVERAL_DAYS:
        SEVERAL_DAYS[verb](story, part, said)
    else:
        story.on(said["on"], STEPS[verb], story, part, said)


def _listed(found: Table | list[Table]) -> list[Table]:
    return found if isinstance(found, list) else [found]


def _reword(story: Story, asked: Challenge, said: Table) -> None:
    enter = story.register.challenges
    enter.reword(replace(enter.get(asked.id), text=said["text"]), on=story.days.today(), why=said["why"])


def _withdraw(story: Story, asked: Challenge, said: Table) -> None:
    story.register.courses.withdraw(asked.id, said["because"], said["told"], story.days.today())


def _end(story: Story, asked: Challenge, said: Table) -> None:
    outcome, because = Outcome(said["outcome"]), said["because"]
    story.register.courses.end_all(asked.id, outcome, story.days.today(), because=because)


# What is said of a challenge as a whole.
WHOLE: dict[str, Callable[[Story, Challenge, Table], None]] = {"reword": _reword, "withdraw": _withdraw, "end": _end}

# Verbs of a party that take several days, and verbs of one day; on one day they follow in this order.
SEVERAL_DAYS: dict[str, Deed] = {
    "answer": answers.answer, "agree_action": steps.agree_action, "add_action": steps.add_action,
    "escalate": clocks.escalate, "retest": endings.retest, "act_again": endings.act_again,
}  # fmt: skip
STEPS: dict[str, Deed] = {
    "acknowledge": steps.acknowledge, "extend": clocks.extend, "chase": steps.chase, "reported": evidence.reported,
    "seen": evidence.seen, "show": evidence.show, "ask_more": steps.ask_more, "test": steps.test,
    "close": endings.close, "end": endings.end, "withdraw": endings.withdraw, "ask_again": endings.ask_again,
    "take_up": endings.take_up, "put_again": endings.put_again,
}  # fmt: skip
