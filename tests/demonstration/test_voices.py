from __future__ import annotations

from scrutineer.domain.activity import FindingKind
from scrutineer.register.register import Register
from tests.factories import TODAY


def test_strengths_travelled_after_they_were_found_and_something_shows_two_of_them(register: Register):
    adoptions = register.adoptions.all()
    assert len(adoptions) == 4
    for one in adoptions:
        finding = register.findings.get(one.finding_id)
        assert finding.kind is FindingKind.STRENGTH
        assert register.activities.get(finding.activity_id).held_on < one.adopted_on <= TODAY
    assert len([one for one in adoptions if register.evidence.links_of(one.id)]) == 2


def test_who_took_something_up_stood_in_the_record_on_that_day(register: Register):
    for one in register.adoptions.all():
        if one.agency_id:
            ends_on = register.agencies.get(one.agency_id).ends_on
            assert ends_on is None or one.adopted_on < ends_on


def test_two_lessons_say_what_people_do_otherwise_now(register: Register):
    changed = [one for one in register.findings.all() if one.practice_changed]
    assert len(changed) == 2
    assert all(one.practice_changed_on for one in changed)


def test_some_who_were_heard_have_been_told_and_others_wait_for_their_day(register: Register):
    voices = register.voices.all()
    told = [one for one in voices if one.told_on]
    assert all(one.told_how and one.happened for one in told)
    assert all(one.tell_by_on and one.tell_by_on > TODAY for one in voices if one not in told)
    assert (len(told), len(voices)) == (4, 6)


def test_their_own_words_are_those_of_the_finding_and_stand_there_with_leave(register: Register):
    for one in register.voices.all():
        if one.words:
            assert one.is_leave_given
            assert one.words in register.findings.get(one.finding_id).text
