"""How a part ended, with the sign of what changed; and how it had ended before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrutineer.domain.challenge import ImpactLevel, Outcome, Stage, Status
from scrutineer.domain.escalation import EscalationStep
from scrutineer.domain.evidence import Evidence, EvidenceKind
from scrutineer.domain.organisation import Serves
from scrutineer.ui.challenges.detail import ChallengeDetail
from scrutineer.ui.challenges.ended import earlier, level_chip
from scrutineer.ui.widgets.chip import Sign
from tests.factories import TODAY
from tests.ui.challenges.room import Room, chips, show


def test_practice_and_what_is_beyond_it_have_the_sign_of_good_news():
    signs = [level_chip(level, Serves.CHILDREN).sign for level in ImpactLevel]
    assert signs == [Sign.NONE, Sign.NONE, Sign.FAIR, Sign.GOOD, Sign.GOOD, Sign.GOOD]


def test_what_changed_stands_with_its_level_its_words_and_the_kinds_of_evidence(room: Room, detail: ChallengeDetail):
    (part,) = room.closed()
    policy = room.register.evidence.save(Evidence(title="Policy", kind=EvidenceKind.POLICY))
    room.register.evidence.link(part, policy)
    words = show(room, detail, part)
    assert "What changed · 12 May 2026" in words
    assert "Children say so." in words
    assert "On the strength of: direct observation and policy or procedure" in words
    assert "4 Difference to children" in chips(detail)
    assert "A difference was seen" in chips(detail)


def test_a_reason_that_stands_in_is_named_as_such(room: Room, detail: ChallengeDetail):
    (part,) = room.under_test()
    said = Outcome.PRACTICE_CHANGE_EVIDENCED, ImpactLevel.PRACTICE_CHANGED, "They do."
    room.register.courses.close(part.id, *said, TODAY, "A judge said so.")
    words = show(room, detail, part)
    assert "Reason that stands in for evidence (printed as such)" in words
    assert "A judge said so." in words
    assert "On the strength of" not in words


def test_words_that_are_private_say_so(room: Room, detail: ChallengeDetail):
    (part,) = room.closed()
    with room.register.desk.act() as act:
        act.put(replace(part, private=("what_changed",)))
    assert "What changed · private to me" in show(room, detail, part)


def test_each_other_ending_says_why_where_or_by_which_minute(room: Room, detail: ChallengeDetail):
    into, _ = room.put(title="The larger one")
    _, parts = room.put(room.police, room.icb, room.la)
    courses, (small, merged, accepted) = room.register.courses, parts
    courses.end(small.id, Outcome.NOT_PURSUED, TODAY, because="The matter is small.")
    courses.end(merged.id, Outcome.MERGED_INTO, TODAY, merged_into_id=into.id)
    for stage in (Stage.AGENCY_LEAD, Stage.EXECUTIVE):
        room.register.escalations.escalate([accepted.id], EscalationStep(stage=stage, stepped_on=TODAY))
    courses.end(accepted.id, Outcome.UNRESOLVED_RISK_ACCEPTED, TODAY, minute_ref="EG 4.2")
    words = show(room, detail, small)
    assert "Ended because · 23 Nov 2026" in words
    assert "The matter is small." in words
    assert "Merged into: C-2026-001 The larger one" in words
    assert "Minute: EG 4.2" in words
    assert "no answer recorded" in chips(detail)
    _, (referred,) = room.put(title="Another")
    courses.end(referred.id, Outcome.REFERRED_ELSEWHERE, TODAY, target="The Health and Wellbeing Board")
    assert "Referred to: The Health and Wellbeing Board" in show(room, detail, referred)


def test_one_partys_withdrawal_says_why_and_who_was_told(room: Room, detail: ChallengeDetail):
    _, (police, _) = room.put(room.police, room.icb)
    room.register.courses.withdraw_part(police.id, "Not theirs to answer.", "Police", TODAY)
    words = show(room, detail, police)
    assert "Withdrawn because · 23 Nov 2026" in words
    assert "Not theirs to answer." in words
    assert "Told: Police" in words


def test_each_time_it_began_again_is_told_with_the_ending_before_it(room: Room, detail: ChallengeDetail):
    (part,) = room.closed()
    room.register.courses.ask_again(part.id, "The test failed.", date(2026, 7, 1), date(2026, 6, 1))
    room.register.courses.end(part.id, Outcome.NOT_PURSUED, date(2026, 8, 1), because="Small.")
    room.register.courses.ask_again(part.id, "It is not small.", date(2026, 12, 11), TODAY)
    first, second = earlier(room.register.dossier_of(part.challenge_id or "").parts[0], Serves.CHILDREN)
    assert first.endswith("(4 Difference to children); reopened on 1 Jun 2026 because: The test failed.")
    assert second == "Closed on 1 Aug 2026 as “Not pursued”; reopened on 23 Nov 2026 because: It is not small."
    assert first in show(room, detail, part)


def test_what_was_found_closed_and_reopened_here_has_no_ending_to_tell(room: Room):
    _, (part,) = room.put()
    with room.register.desk.act() as act:
        act.put(replace(part, status=Status.RAISED, reopened_on=TODAY, reopened_because="It came back."))
    (one,) = room.register.dossier_of(part.challenge_id or "").parts
    assert earlier(one, Serves.CHILDREN) == ["Reopened on 23 Nov 2026 because: It came back."]
