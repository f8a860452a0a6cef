from __future__ import annotations

from scrutineer.domain.action import Seen
from scrutineer.domain.challenge import Addressee, Outcome
from scrutineer.domain.evidence import Evidence
from scrutineer.domain.reply import Response
from scrutineer.domain.update import Side
from scrutineer.register.register import Register


def shown(register: Register, part: Addressee) -> bool:
    return register.courses.facts(part).has_independent


def test_entries_say_what_they_show_who_holds_them_and_where(register: Register):
    entries = register.evidence.all()
    references = [one.reference for one in entries]
    assert references == sorted(set(references))
    assert all(one.text and one.held_by and one.where_held and one.dated_on for one in entries)
    assert all(register.evidence.used_by(one.id) for one in entries)


def test_links_lead_from_many_kinds_of_record_to_parts_answers_actions_and_updates(register: Register):
    links = [link for one in register.evidence.all() for link in register.evidence.used_by(one.id)]
    parts = register.desk.reader.all(Addressee)
    links += register.evidence.links_of(*(part.id for part in parts))
    links += register.evidence.links_of(*(one.id for one in register.updates.all()))
    assert {one.source_kind for one in links} >= {
        "activity", "finding", "meeting", "reply", "evidence", "progress_update",
    }
    assert {one.subject_kind for one in links} >= {"addressee", "response", "action", "progress_update"}
    assert any(one.shows for one in links)


def test_what_is_said_to_have_changed_in_practice_was_seen_or_a_reason_stands_in(register: Register):
    for part in register.desk.reader.all(Addressee):
        if part.impact_level and part.impact_level.rung >= 3:
            assert shown(register, part) or part.stands_in


def test_two_were_assured_on_a_reason_and_the_others_on_evidence(register: Register):
    assured = register.desk.reader.all(Addressee, outcome=Outcome.ASSURED_NO_CHANGE_NEEDED)
    on_reason = [part for part in assured if part.stands_in]
    assert len(on_reason) == 2
    assert all(shown(register, part) for part in assured if not part.stands_in)


def test_an_open_question_still_rests_on_nothing_but_itself(register: Register):
    bare = [
        one for one in register.challenges.all() if one.is_open and not one.activity_id
        and not any(register.courses.facts(part).kinds for part in register.challenges.parts(one.id))
    ]
    assert [one.title for one in bare] == ["Is the pathway for bruising in babies followed?"]


def test_an_entry_keeps_both_versions_of_its_file_and_a_minute_its_text(register: Register):
    held = {one.id for one in register.desk.reader.all(Evidence)}
    files = [one for one in register.attachments.all() if one.subject_id in held]
    assert sorted((one.file_name, one.version) for one in files) == [
        ("Minute EG 6.2.txt", 1), ("Whom to ring.txt", 1), ("Whom to ring.txt", 2),
    ]
    minute, *versions = (register.attachments.content(one).decode() for one in files)
    assert "The Group ACCEPTED the risk" in minute
    assert versions[0] != versions[1]
    assert all(one.note for one in files)


def test_what_was_reported_and_seen_are_kept_apart_for_actions_and_answers(register: Register):
    lines = register.updates.all()
    assert {(one.side, bool(one.action_id)) for one in lines} == {
        (Side.REPORTED, True), (Side.SEEN, True), (Side.SEEN, False), (Side.REPORTED, False),
    }
    assert {one.seen for one in register.desk.reader.all(Response) if one.seen} == {
        Seen.AS_REPORTED, Seen.IN_PART, Seen.NOT_YET, Seen.CANNOT_TELL,
    }
    assert all(one.source for one in lines if one.side is Side.SEEN)
