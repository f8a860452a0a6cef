from __future__ import annotations

from collections import Counter

from scrutineer.domain.activity import ActivityStatus, ActivityType, AskedBy, Finding, FindingKind, LedBy, Level, MyPart
from scrutineer.domain.challenge import Addressee
from scrutineer.domain.note import NoteKind
from scrutineer.domain.organisation import PartnerStatus
from scrutineer.domain.paper import PaperKind, PaperStatus, SectionCode
from scrutineer.register.register import Register
from scrutineer.reports import assurance
from scrutineer.reports.blocks import lines_of
from tests.factories import TODAY


def test_agencies_services_groups_and_a_merger_are_there(register: Register):
    agencies = register.agencies.current()
    assert len([one for one in agencies if not one.parent_id]) >= 8
    assert len([one for one in agencies if one.status is PartnerStatus.STATUTORY]) == 3
    assert len([one for one in agencies if one.parent_id]) >= 3
    assert {register.agencies.known_as(one) for one in agencies} >= {
        "ICB (formerly North ICB, South ICB)", "Community Trust (formerly Mental Health Trust)",
    }
    assert all(group.lead_id in group.agency_ids for group in register.groups.all())
    assert {one.agency_id for one in register.contacts.all()} >= {
        one.id for one in agencies if one.status is PartnerStatus.STATUTORY
    }


def test_two_agencies_became_one_while_a_question_was_open_with_both(register: Register):
    handed_over = [one for one in register.desk.reader.all(Addressee) if one.formerly_id]
    names = Counter(register.agencies.get(one.agency_id).called for one in handed_over)
    assert names == {"ICB": 2, "Community Trust": 1}
    for part in handed_over:
        assert register.agencies.get(part.formerly_id).ends_on < part.answered_on


def test_who_served_an_agency_that_merged_serves_the_next_and_both_times_are_on_record(register: Register):
    before, now = (one for one in register.contacts.all() if one.name == "Designated Doctor")
    former, present = register.agencies.get(before.agency_id), register.agencies.get(now.agency_id)
    assert (former.called, present.called) == ("South ICB", "ICB")
    assert before.ends_on == former.ends_on
    assert (now.starts_on - before.ends_on).days == 1
    assert now.ends_on is None


def test_one_agency_was_last_looked_at_more_than_a_year_ago(register: Register):
    current = {one.id for one in register.agencies.current()}
    seen = {one.name: one.last_seen_on for one in register.agencies.lines() if one.id in current}
    assert [name for name, day in seen.items() if not day or (TODAY - day).days > 366] == [
        "Exampleshire Ambulance Service NHS Trust"
    ]


def test_scrutiny_takes_many_forms_at_every_level_and_is_often_led_by_others(register: Register):
    activities = register.activities.all()
    done = [one for one in activities if one.is_done]
    assert len(done) >= 25
    assert len({one.type for one in done}) >= 15
    assert {one.level for one in done} == set(Level)
    assert {one.my_part for one in done} == set(MyPart)
    assert {one.led_by for one in activities} == set(LedBy)
    assert {one.asked_by for one in activities} == set(AskedBy)
    assert {one.status for one in activities} == set(ActivityStatus)


def test_an_inspectorate_led_one_and_what_was_cancelled_is_counted_nowhere(register: Register):
    (inspected,) = (one for one in register.activities.all() if one.led_by is LedBy.INSPECTORATE)
    assert (inspected.type, inspected.my_part, inspected.is_done) == (
        ActivityType.INSPECTION_PARTICIPATION, MyPart.TOOK_PART, True)
    (cancelled,) = (one for one in register.activities.all() if one.status is ActivityStatus.CANCELLED)
    year = register.figures.figures(register.papers.begin(None, kind=PaperKind.ANNUAL))
    told = [one.title for one in year.activities]
    assert inspected.title in told
    assert cancelled.title not in told
    assert "an inspectorate led 1" in "\n".join(lines_of(assurance.document(year).blocks))


def test_there_are_at_least_as_many_strengths_as_concerns_and_most_were_shared(register: Register):
    findings = register.desk.reader.all(Finding)
    kinds = [one.kind for one in findings]
    assert len(findings) >= 70
    assert set(kinds) == set(FindingKind)
    assert kinds.count(FindingKind.STRENGTH) >= kinds.count(FindingKind.CONCERN)
    assert sum(1 for one in findings if one.thanked_on) > kinds.count(FindingKind.STRENGTH) / 2


def test_the_two_development_workshops_lie_within_two_months(register: Register):
    first, second = (one for one in register.activities.all() if one.title.startswith("Development workshop"))
    assert (first.led_by, second.led_by) == (LedBy.PEER_AREA, LedBy.INVITED_EXPERT)
    assert first.days == second.days == 0.5
    assert 0 < (second.held_on - first.held_on).days <= 61


def test_promises_notes_and_private_words_are_there(register: Register):
    assert len(register.undertakings.all()) > len(register.undertakings.open()) > 2
    assert {one.kind for one in register.notes.all()} == set(NoteKind)
    private = [*register.activities.all(), *register.challenges.all(), *register.contacts.all()]
    assert len([one for one in private if one.private]) == 3


def test_one_paper_was_issued_and_the_next_begins_where_it_ended(register: Register):
    last, this = register.papers.all()
    assert (last.status, this.status) == (PaperStatus.ISSUED, PaperStatus.DRAFTING)
    assert (this.starts_on - last.ends_on).days == 1
    assert this.ends_on == TODAY
    assert len(last.file_sha256) == 64
    sections = register.papers.sections(this.id)
    assert sections[SectionCode.LEGAL].considered
    assert SectionCode.RESOURCES not in sections
    assert "**" in sections[SectionCode.BOTTOM_LINE].text
    assert "\n- " in sections[SectionCode.BOTTOM_LINE].text
