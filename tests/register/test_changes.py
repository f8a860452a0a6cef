"""Every old and new value of a record and of what belongs to it: of what, when, why, and by whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from scrutineer.domain.activity import ActivityType
from scrutineer.domain.challenge import Position
from scrutineer.domain.erasure import STRUCK
from scrutineer.domain.errors import NotFound
from scrutineer.domain.evidence import Evidence
from scrutineer.domain.note import NoteKind
from scrutineer.domain.organisation import Serves
from scrutineer.domain.paper import SectionCode
from scrutineer.domain.plan import PlanItem
from scrutineer.domain.records import ENTITIES
from scrutineer.domain.update import ProgressUpdate, Side
from scrutineer.register.register import Register
from scrutineer.register.replies import Answer
from tests.factories import TODAY, a_finding, a_reply, an_action, an_activity, an_evidence
from tests.register.conftest import PASSPHRASE

DAY = timedelta(days=1)


def lines(register: Register, id_: str) -> set[tuple[str, str, str, str]]:
    """Of what, which field, from what, to what."""
    return {(one.about, one.label, one.old, one.new) for one in register.every_change_of(id_).changes}


def test_of_a_challenge_everything_that_hangs_on_it_is_read_with_it(register, put, begun):
    challenge, (part, _) = put()
    reply = register.replies.record(a_reply(text="We accept."), {part.id: Answer(Position.ACCEPTED)})
    register.courses.agree_action(part.id, [an_action(text="Brief the chairs")])
    (action,) = register.challenges.actions(part.id)
    register.actions.change(replace(action, due_on=TODAY + 30 * DAY), "The lead is away")
    register.updates.note(ProgressUpdate(
        action_id=action.id, side=Side.REPORTED, text="Chairs briefed", noted_on=TODAY
    ))
    entry = register.evidence.save(an_evidence(title="Minutes of the briefing"))
    link = register.evidence.link(action, entry, "It took place")
    register.evidence.unlink(link.id)
    register.notes.about(part, NoteKind.CHASED, "Left a message.", TODAY)
    told = register.every_change_of(challenge.id)
    read = lines(register, challenge.id)
    assert told.title == f"{challenge.reference} {challenge.title}"
    assert {about.partition(":")[0] for about, *_ in read} >= {
        "Challenge", "Party", "Reply", "Answer", "Action", "Progress", "Evidence", "Link to evidence", "Note",
    }
    assert {
        (f"Reply: {register.figures.title_of(reply, {})}", "We accept."),
        ("Answer: Police · C-2026-001", Position.ACCEPTED.label),
        ("Evidence: EX-E-2026-001 Minutes of the briefing", "Minutes of the briefing"),
    } <= {(about, new) for about, _, _, new in read}
    removed = [one for one in told.changes if one.label == "Taken off the list"]
    assert [one.about.partition(":")[0] for one in removed] == ["Link to evidence"]
    assert {one.why for one in told.changes if one.label == "Due" and one.old} == {"The lead is away"}


def test_a_name_stands_for_what_a_field_points_to_but_for_what_its_title_says(register, begun, put):
    activity = register.activities.save(an_activity(agency_ids=(begun.police.id,)))
    register.activities.save(replace(activity, agency_ids=(begun.icb.id, begun.la.id), meeting_id=begun.meeting.id))
    read = {one[1:] for one in lines(register, activity.id)}
    assert ("Agencies", "Police", "ICB; LA") in read
    assert {("Agencies", "", "Police"), ("Meeting", "", "Executive Group, 18 Dec 2026")} <= read
    challenge, _ = put()
    assert "Challenge" not in {one.label for one in register.every_change_of(challenge.id).changes}


def test_that_a_text_became_private_can_be_read(register):
    activity = register.activities.save(an_activity(note="Quiet."))
    register.activities.save(replace(activity, private=("note",)))
    assert ("Private to me", "", "Note") in {one[1:] for one in lines(register, activity.id)}


def test_of_an_activity_its_findings_and_of_a_paper_its_sections_are_read_with_it(register, begun):
    activity = register.activities.save(an_activity())
    finding = register.findings.save(a_finding(activity_id=activity.id, text="It works."))
    register.findings.remove(finding)
    assert {"It works."} <= {one.new for one in register.every_change_of(activity.id).changes}
    paper = register.papers.save(register.papers.begin(meeting=begun.meeting))
    register.papers.write(paper.id, SectionCode.BOTTOM_LINE, "Sound by day.")
    register.papers.write(paper.id, SectionCode.BOTTOM_LINE, "Sound by day and night.")
    changed = register.every_change_of(paper.id).changes[0]
    assert (changed.label, changed.old, changed.new) == ("My words", "Sound by day.", "Sound by day and night.")


def test_who_wrote_it_is_said_where_it_is_known_and_for_a_past_day_as_well(register, begun):
    assert {one.who for one in register.every_change_of(begun.police.id).changes} == {"The Scrutineer"}
    past = register.as_at(TODAY)
    assert past.every_change_of(begun.police.id) == register.every_change_of(begun.police.id)


def test_a_record_of_any_kind_can_be_asked_for_and_one_that_is_gone_is_refused_in_words(register, put):
    put()
    asked = [one for cls in ENTITIES for one in register.desk.reader.all(cls)]
    assert all(register.every_change_of(one.id).changes for one in asked)
    with pytest.raises(NotFound):
        register.every_change_of("0" * 32)


def test_what_was_struck_out_is_said_to_be_so(register):
    entry = register.evidence.save(Evidence(title="About Example Childname"))
    register.safekeeping.strike_out("Example Childname", "Entered by mistake")
    assert "Childname" not in repr(register.every_change_of(entry.id))
    assert STRUCK in {one.new for one in register.every_change_of(entry.id).changes}
    assert register.has_passphrase(PASSPHRASE)


def test_a_term_is_called_after_those_who_are_served(register):
    held = register.activities.save(an_activity(type=ActivityType.FRONT_LINE_VISIT))
    register.activities.save(replace(held, type=ActivityType.CHILDREN_ENGAGEMENT))
    register.partnerships.save(replace(register.partnership, serves=Serves.ADULTS))
    assert "Hearing adults with care and support needs" in {new for *_, new in lines(register, held.id)}


def test_a_month_and_a_year_are_said_as_such(register):
    item = register.plan_items.save(PlanItem(title="Front door", year=2026, planned_on=date(2026, 5, 22)))
    register.plan_items.save(replace(item, planned_on=date(2026, 9, 1)))
    said = {(label, old, new) for _, label, old, new in lines(register, item.id) if label in {"Year", "Month"}}
    assert said == {("Year", "", "2026–27"), ("Month", "", "May 2026"), ("Month", "May 2026", "September 2026")}
