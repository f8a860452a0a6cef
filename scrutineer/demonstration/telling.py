"""Tells the story of the agencies, the activities, the notes and the papers, in the register's own verbs.

Challenges have a file of their own; what the words say is for the text alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from scrutineer.demonstration import meetings
from scrutineer.demonstration.source import Table
from scrutineer.demonstration.story import Story
from scrutineer.domain.activity import Activity, Finding
from scrutineer.domain.note import NoteKind, Undertaking
from scrutineer.domain.organisation import Change
from scrutineer.domain.paper import Paper, SectionCode
from scrutineer.register.desk import Records
from scrutineer.register.register import Register


def organisation(story: Story, text: Table, first_day: int) -> None:
    """Agencies, services and groups, people, bodies and their meetings, all there from the first day."""
    register, source = story.register, story.source
    nouns: tuple[Records[Any], ...] = (
        register.appointments, register.agencies, register.groups, register.contacts, register.bodies,
    )  # fmt: skip
    for records in nouns:
        for table in text[records.cls.KIND]:
            story.on(first_day, records.save, source.make(records.cls, table))
    for table in text["meeting"]:
        meetings.meeting(story, table, first_day)


def succession(story: Story, table: Table) -> None:
    """Agencies followed by others on a day: what is open with those before goes to those after."""
    before, after = ([story.source.known("agency", key) for key in table[end]] for end in ("before", "after"))
    follow, on = story.register.successions.follow, table["on"]
    story.on(on, follow, before, after, Change(table["how"]), story.days(on))


def activity(story: Story, table: Table) -> None:
    """One piece of scrutiny on its day, its findings, and what became of them."""
    register, days = story.register, story.days
    noted_on = table.pop("on", table["held_on"])
    told, feedback = table.pop("finding", []), table.pop("give_feedback", None)
    seen = story.source.make(Activity, table)
    findings = []
    for line in told:
        further = {name: line.pop(name, None) for name in ("pass_on", "thank")}
        found = story.source.make(Finding, line)
        findings.append(found)
        if shared := further["pass_on"]:
            story.on(shared["on"], register.findings.pass_on, found.id, shared["to"], days(shared["on"]))
        if further["thank"] is not None:
            story.on(further["thank"], register.findings.thank, found.id, days(further["thank"]))
    story.on(noted_on, _note, register, seen, findings)
    if feedback is not None:
        story.on(feedback, register.activities.give_feedback, seen.id, days(feedback))


def _note(register: Register, seen: Activity, findings: list[Finding]) -> None:
    """Note it as it is begun: what its plan item and its method say already is not said again."""
    register.activities.note_what_i_saw(register.plan_items.inherited(seen), findings)


def note(story: Story, table: Table) -> None:
    """A dated line on any record."""
    subject = story.source.known(table["subject_kind"], table["subject_id"])
    words = NoteKind(table["kind"]), table["text"], story.days(table["on"])
    story.on(table["on"], story.register.notes.about, subject, *words)


def promise(story: Story, table: Table) -> None:
    """A promise of mine, and the day on which it was kept."""
    register, made_on, kept_on = story.register, table.pop("on"), table.pop("keep", None)
    promised = story.source.make(Undertaking, table)
    story.on(made_on, register.undertakings.promise, promised)
    if kept_on is not None:
        story.on(kept_on, register.undertakings.keep, promised.id, story.days(kept_on))


def paper(story: Story, table: Table) -> None:
    """A paper begun on its day, written section by section, and issued if it was."""
    papers, begun_on = story.register.papers, table.pop("on")
    sections, considered, issue = table.pop("section"), table.pop("considered", []), table.pop("issue", None)
    given = story.source.make(Paper, table)
    story.on(begun_on, _begin, story.register, given)
    for code, words in sections.items():
        story.on(begun_on, papers.write, given.id, SectionCode(code), words)
    for code in considered:
        story.on(begun_on, papers.write, given.id, SectionCode(code), "", considered=True)
    if issue:
        content = "\n\n".join(sections.values()).encode()
        story.on(issue["on"], papers.issue, given.id, story.days(issue["on"]), issue["file_name"], content)


def _begin(register: Register, given: Paper) -> None:
    """Begin a paper as the register does; what the text says of it goes before."""
    begun = register.papers.begin(meeting=register.meetings.get(given.meeting_id))
    register.papers.save(replace(
        given, body_id=begun.body_id, mark=begun.mark,
        starts_on=given.starts_on or begun.starts_on, ends_on=given.ends_on or begun.ends_on,
    ))
