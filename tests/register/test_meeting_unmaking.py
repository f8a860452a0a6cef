"""What a line became is taken back whole, as long as nothing hangs on it."""

from dataclasses import replace
from datetime import timedelta

from scrutineer.domain.activity import FindingKind
from scrutineer.domain.challenge import Position, Quality, Status
from scrutineer.domain.meeting_page import LineKind, Told
from scrutineer.domain.recommendation import Decision
from tests.factories import TODAY
from tests.register.at_meeting import HEARD, meeting, page, recommended, typed
from tests.register.conftest import refused

__all__ = ["HEARD", "meeting", "page", "recommended", "typed"]


def test_an_answer_is_taken_back_whole(register, begun, put, typed, page):
    challenge, (police, _) = put()
    line = typed(LineKind.ANSWER, about=challenge, agency_id=begun.police.id)
    page.back_to_note(line.id)
    again = register.challenges.part(police.id)
    assert (again.status, again.position, again.answered_on) == (Status.RAISED, None, None)
    assert register.replies.all() == register.challenges.responses(police.id) == []
    assert register.challenges.get(challenge.id).status is Status.RAISED


def test_an_answer_on_which_something_hangs_stays(register, begun, put, typed, page):
    challenge, (police, icb) = put()
    line = typed(LineKind.ANSWER, about=challenge, agency_id=begun.police.id)
    (response,) = register.challenges.responses(police.id)
    register.replies.judge(response.id, Quality.FULL, "", TODAY)
    assert "your view" in refused(page.back_to_note, line.id)["kind"]
    other = typed(LineKind.ANSWER, about=challenge, agency_id=begun.icb.id)
    register.courses.ask_more(icb.id, "And at night?", TODAY + timedelta(days=20))
    assert "further step" in refused(page.take_out, other.id)["kind"]
    assert page.get(line.id).kind is page.get(other.id).kind is LineKind.ANSWER


def test_a_second_word_leaves_the_first_when_it_is_taken_back(register, begun, put, answer, typed, page):
    challenge, (police, _) = put()
    answer(police)
    line = typed(LineKind.ANSWER, about=challenge, agency_id=begun.police.id, told=Told(Position.NOT_ACCEPTED))
    assert register.challenges.part(police.id).position is Position.NOT_ACCEPTED
    page.take_out(line.id)
    after = register.challenges.part(police.id)
    assert (after.status, after.position) == (Status.RESPONDED, Position.ACCEPTED)


def test_a_finding_goes_back_to_a_note_unless_it_lives_on(register, typed, page):
    line = typed(LineKind.STRENGTH, "They came prepared.")
    page.keep(replace(line, kind=LineKind.CONCERN))
    (finding,) = register.findings.all()
    assert finding.kind is FindingKind.CONCERN
    page.back_to_note(line.id)
    assert register.findings.all() == []
    line = typed(LineKind.STRENGTH, "They thank each other.")
    (finding,) = register.findings.all()
    register.findings.pass_on(finding.id, "Districts", TODAY)
    assert "passed on" in refused(page.back_to_note, line.id)["kind"]


def test_what_is_left_for_later_goes_on_waiting(register, typed, page, recommended):
    line = typed(LineKind.DECISION, "More numbers.", about=recommended, told=Told(decision=Decision.AWAITED))
    assert page.told_of(line).decision is Decision.AWAITED
    assert "More numbers." in register.notes.of(recommended.id)[0].text
    page.take_out(line.id)
    assert register.notes.of(recommended.id) == []
