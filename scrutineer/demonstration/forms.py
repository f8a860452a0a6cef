"""Tells the short form that each form of scrutiny asks for: answers to its prompts, gradings and readings of data."""

from __future__ import annotations

from scrutineer.demonstration.source import Table
from scrutineer.demonstration.story import Story
from scrutineer.domain.activity_form import Grading, Prompt, Reading
from scrutineer.domain.framework import ItemRef


def short_form(story: Story, table: Table) -> None:
    """Answers to the prompts of an activity's form, by their codes."""
    on, activity_id = table.pop("on"), _activity(story, table)
    answers = {Prompt(name): text for name, text in table.items()}
    story.on(on, story.register.form_entries.save_form, activity_id, answers)


def grading(story: Story, table: Table) -> None:
    """How agencies graded themselves and were moderated, a row each: agency, aspect, own, moderated, what was said.

    Against a framework, the aspect is the code of one of its standards.
    """
    on, activity_id = table.pop("on"), _activity(story, table)
    story.on(on, _grade, story, activity_id, table["rows"], table.get("framework", ""))


def _grade(story: Story, activity_id: str, rows: list[list[str]], framework: str) -> None:
    code, _, edition = framework.partition("@")
    graded = []
    for agency, aspect, own, moderated, comment in rows:
        ref = str(ItemRef(code, edition, aspect)) if framework else ""
        graded.append(Grading(
            agency_id=story.source.known("agency", agency).id, own=own, moderated=moderated, comment=comment,
            aspect=story.register.frameworks.title_of(ref) if ref else aspect, framework_item=ref,
        ))  # fmt: skip
    story.register.gradings.save_all(activity_id, graded)


def readings(story: Story, table: Table) -> None:
    """Figures that were read, and what I asked because of each."""
    on, activity_id = table.pop("on"), _activity(story, table)
    rows = [story.source.make(Reading, row) for row in table["reading"]]
    story.on(on, story.register.readings.save_all, activity_id, rows)


def _activity(story: Story, table: Table) -> str:
    return story.source.known("activity", table.pop("activity_id")).id
