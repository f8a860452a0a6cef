"""Tells how scrutiny feels here: what people were asked and answered, and what they said of scrutiny itself."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any

from scrutineer.demonstration.source import Table
from scrutineer.demonstration.story import Story
from scrutineer.domain.activity import Level
from scrutineer.domain.culture import CultureAspect, CultureRound, Verdict
from scrutineer.register.culture import Given

Row = list[Any]      # an aspect, which of its statements, a level, how many agree, partly, do not, their words


def culture_round(story: Story, table: Table) -> None:
    """One time of asking, with how many said what at each level."""
    on, answers = table.pop("on"), table.pop("answers")
    asked = story.source.make(CultureRound, table | {"asked_on": on})
    story.on(on, story.register.culture_rounds.begin, asked)
    story.on(on, _enter, story, asked.id, answers)


def _enter(story: Story, round_id: str, rows: list[Row]) -> None:
    statements = defaultdict(list)
    for one in story.register.culture_statements.in_order():
        statements[one.aspect].append(one.id)
    given: dict[Level, dict[str, Given]] = defaultdict(dict)
    for aspect, number, level, agree, partly, disagree, *words in rows:
        statement_id = statements[CultureAspect(aspect)][number]
        counts = Given(agree, partly, disagree, *words)
        given[Level(level)][statement_id] = counts
    for level, answers in given.items():
        story.register.culture_answers.enter(round_id, level, answers)


def feedback(story: Story, table: Table) -> None:
    """Two questions went back: was it fair, did it help? What came, and what I changed because of it."""
    subject = story.source.named(table["about"])
    story.on(table["on"], story.register.feedback.ask, subject.id, table["from_whom"], story.days(table["on"]))
    if "answered_on" in table:
        story.on(table["answered_on"], _note, story, subject.id, table)


def _note(story: Story, subject_id: str, said: Table) -> None:
    kept = story.register.feedback
    asked, = (one for one in kept.of(subject_id) if one.is_awaited)
    agency_id = story.source.known("agency", said["agency_id"]).id if "agency_id" in said else None
    kept.note(replace(
        asked, agency_id=agency_id, answered_on=story.days.today(), was_fair=Verdict(said["was_fair"]),
        did_help=Verdict(said["did_help"]), text=said["text"],
    ))
    if "shaped" in said:
        kept.changed(asked.id, said["shaped"])
