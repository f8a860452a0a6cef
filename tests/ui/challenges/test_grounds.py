"""How do I know? Each thing that is linked, of which kind it is, and how far it carries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrutineer.domain.evidence import Evidence, EvidenceKind
from scrutineer.domain.organisation import Body, Meeting, Serves
from scrutineer.domain.reply import Channel, Reply
from scrutineer.domain.retest import RetestResult
from scrutineer.ui.challenges import grounds
from scrutineer.ui.challenges.detail import ChallengeDetail
from tests.factories import TODAY
from tests.ui.challenges.room import MONTHS_AGO, Room, press, show


def test_each_says_its_kind_what_it_is_and_what_it_shows(room: Room, detail: ChallengeDetail):
    (part,) = room.under_test()
    assert "Evidence" not in show(room, detail, part).split("\n")
    policy = Evidence(title="Neglect policy", kind=EvidenceKind.POLICY, dated_on=MONTHS_AGO)
    room.register.evidence.link(part, room.register.evidence.save(policy), "the step is written down")
    room.register.evidence.link(part, room.seen())
    words = show(room, detail, part)
    assert "Policy or procedure: E-2026-001 Neglect policy, 12 May 2026" in words
    assert "It shows: the step is written down" in words
    assert "Direct observation: Nine of ten plans held what the child said" in words
    assert "That carries up to “4 Difference to children”." in words, "it is being tested"


def test_each_leads_to_where_it_can_be_read_in_full_and_can_be_taken_back(room: Room, detail: ChallengeDetail):
    (part,) = room.under_test()
    seen = room.seen()
    room.register.evidence.link(part, seen)
    show(room, detail, part)
    asked: list[tuple[str, str]] = []
    detail.asked.connect(lambda code, id_: asked.append((code, id_)))
    press(detail, "open-evidence")
    press(detail, "unlink-evidence")
    (link,) = room.register.evidence.links_of(part.id)
    assert asked == [(grounds.OPEN, seen.id), (grounds.UNLINK, link.id)]


def test_how_far_it_carries_is_said_for_nothing_for_their_own_account_and_beyond(room: Room):
    (part,) = room.closed()
    facts = room.register.courses.facts
    _, (bare,) = room.put(title="Another")
    assert grounds.carries(facts(bare), Serves.CHILDREN).startswith("No evidence is linked yet")
    policy = room.register.evidence.save(Evidence(title="Policy", kind=EvidenceKind.POLICY))
    room.register.evidence.link(bare, policy)
    own = "Linked so far: policy or procedure. That reaches “2 Process changed”"
    assert grounds.carries(facts(bare), Serves.CHILDREN).startswith(own)
    assert "“5 Sustained” needs a re-test" in grounds.carries(facts(part), Serves.CHILDREN)
    planned = room.register.retests.plan(part.id, TODAY)
    room.register.retests.record(planned.id, RetestResult.SUSTAINED, TODAY, "Nine again.")
    assert grounds.carries(facts(room.part(part)), Serves.CHILDREN).endswith("That carries up to “5 Sustained”.")


def test_replies_and_meetings_are_called_by_what_they_were():
    letter = Reply(received_on=MONTHS_AGO, channel=Channel.LETTER, sender="the chief", text="Dear scrutineer")
    assert grounds.title_of(letter, "Dear") == "Letter from the chief, 12 May 2026"
    spoken = Reply(received_on=MONTHS_AGO, channel=Channel.SPOKEN)
    assert grounds.title_of(spoken, "") == "Words spoken, 12 May 2026"
    meeting = Meeting(held_on=MONTHS_AGO)
    assert grounds.title_of(meeting, "Executive Group, 12 May 2026") == "Executive Group, 12 May 2026"
    assert grounds.title_of(Body(name=""), "a body") == "a body"


def test_kinds_are_named_once(room: Room):
    kinds = [EvidenceKind.DATA, EvidenceKind.SURVEY, EvidenceKind.DATA]
    assert grounds.kinds_in_words(kinds, Serves.CHILDREN) == "data and survey"


def test_kinds_and_levels_are_called_after_those_who_are_served(room: Room):
    (part,) = room.closed()
    facts = replace(room.register.courses.facts(part), kinds=frozenset({EvidenceKind.CHILDREN}), has_independent=True)
    said = grounds.carries(facts, Serves.ADULTS)
    assert said.startswith("Linked so far: adults’ voice. That carries up to “4 Difference to adults at risk”.")


def test_what_is_linked_to_one_record_is_told_from_the_rest(room: Room):
    (part,) = room.closed(on=date(2026, 6, 1))
    (one,) = room.register.dossier_of(part.challenge_id or "").parts
    assert len(grounds.of_record(one.evidence, part.id)) == 1
    assert grounds.of_record(one.evidence, "another") == []
