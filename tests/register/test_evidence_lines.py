"""The lists behind evidence: each source with its kind, told as the rules tell it of the whole record."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from scrutineer.domain.action import Seen
from scrutineer.domain.activity import ActivityType, FindingKind
from scrutineer.domain.evidence import Evidence, EvidenceKind, EvidenceStrength
from scrutineer.domain.organisation import Serves
from scrutineer.domain.reply import Channel
from scrutineer.domain.serving import label_for
from scrutineer.domain.update import ProgressUpdate, Side
from tests.factories import TODAY, a_finding, a_meeting, a_reply, an_action, an_activity


@pytest.fixture
def filled(register, begun, put):
    """One source of every kind, and of some kinds several."""
    _, (part, _) = put()
    visits = [register.activities.save(an_activity(type=kind)) for kind in ActivityType]
    audits = [Evidence(title="An audit", kind=EvidenceKind.SINGLE_AUDIT, is_sampled=sampled) for sampled in (0, 1)]
    with register.desk.act() as act:
        for visit in visits:
            for kind in (FindingKind.VOICE, FindingKind.STRENGTH):
                act.put(a_finding(activity_id=visit.id, kind=kind))
        act.put(a_finding())
        act.put(a_meeting(body_id=begun.body.id, held_on=TODAY, papers_due_on=None))
        act.put(a_reply(channel=Channel.LETTER, sender="The chief", subject="Interviews"))
        action = act.put(an_action(addressee_id=part.id, challenge_id=part.challenge_id))
    for entry in (*audits, Evidence(title="A policy")):
        register.evidence.save(entry)
    for seen in Seen:
        register.updates.note(ProgressUpdate(action_id=action.id, side=Side.SEEN, noted_on=TODAY, seen=seen))
    return register


def test_each_line_says_of_its_source_what_the_rules_say_of_the_record(filled):
    lines = filled.evidence.sources()
    assert {line.record for line in lines} == {
        "evidence", "activity", "finding", "meeting", "reply", "progress_update"
    }
    for line in lines:
        assert (line.kind, line.is_independent) == filled.evidence.as_shown(filled.evidence.linked(line.id))


def test_a_source_is_called_by_what_it_is(filled):
    lines = {line.what: line for line in filled.evidence.sources()}
    assert {"Voice", "Strength", "Meeting", "Entry", "Letter from The chief", "Seen in part"} <= set(lines)
    assert lines["Letter from The chief"].title == "Interviews"
    assert lines["Meeting"].title == "Executive Group"
    assert lines["Not seen yet"].title == "Not seen yet"      # nothing was written


def test_the_latest_comes_first_and_what_has_no_day_last(register):
    for days in (9, 1, 5):
        register.activities.save(an_activity(title=f"{days}", held_on=TODAY - timedelta(days=days)))
    register.evidence.save(Evidence(title="undated"))
    assert [line.title for line in register.evidence.sources()] == ["1", "5", "9", "undated"]


def test_the_list_holds_entries_what_is_linked_and_replies_with_a_file(register, put, answer):
    challenge, (one, two) = put()
    answer(one)
    (reply,) = register.replies.all()
    linked, _ = (register.activities.save(an_activity(title=title)) for title in ("Linked", "Not linked"))
    entry = register.evidence.save(Evidence(title="Audit", strength=EvidenceStrength.STRONG))
    for subject, shows in ((one, "They knew"), (two, "They knew"), (challenge, "All knew")):
        register.evidence.link(subject, linked, shows)
    register.attachments.attach(reply, "letter.pdf", b"%PDF")
    lines = {line.id: line for line in register.evidence.lines()}
    assert set(lines) == {linked.id, entry.id, reply.id}
    assert (lines[linked.id].shows, lines[linked.id].about) == (("They knew", "All knew"), ("C-2026-001",))
    assert (lines[linked.id].links, lines[linked.id].strength) == (3, None)
    assert (lines[entry.id].links, lines[entry.id].strength) == (0, EvidenceStrength.STRONG)
    assert lines[reply.id].files == 1


@pytest.mark.parametrize("serves", Serves)
def test_a_form_of_scrutiny_is_called_after_those_who_are_served(filled, serves):
    filled.partnerships.save(replace(filled.partnership, serves=serves))
    called = {line.what for line in filled.evidence.sources() if line.record == "activity"}
    assert called == {label_for(form, serves) for form in ActivityType}
    linked = filled.activities.all()[0]
    filled.evidence.link(filled.evidence.all()[0], linked)
    (line,) = filled.evidence.lines([linked.id])
    assert line.source.what == label_for(linked.type, serves)
