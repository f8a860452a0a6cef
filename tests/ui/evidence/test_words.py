"""How evidence is spoken of."""

from __future__ import annotations

import pytest

from scrutineer.domain.action import Action, Seen
from scrutineer.domain.evidence import INDEPENDENT, Evidence, EvidenceKind, is_independent
from scrutineer.domain.lines import SourceLine
from scrutineer.domain.organisation import Serves
from scrutineer.domain.update import ProgressUpdate, Side
from scrutineer.ui.evidence.words import about_what, account, counts, name_of, pick_of, title_of
from tests.factories import TODAY, an_activity
from tests.ui.challenges.room import Room


@pytest.mark.parametrize("kind", EvidenceKind)
def test_every_kind_says_what_it_can_carry(kind: EvidenceKind):
    can = is_independent(Evidence(title="", kind=kind))
    assert ("practice changed" in counts(kind, is_independent=can)) is can
    assert (account(kind, is_independent=can) == "more than the agency’s own account") is can
    if kind in INDEPENDENT:      # what I looked for and did not see
        assert account(kind, is_independent=False) == "nothing seen yet"


def test_an_agency_s_own_audit_counts_once_it_is_sampled():
    assert "until you have sampled it yourself" in counts(EvidenceKind.SINGLE_AUDIT, is_independent=False)


def test_a_source_is_offered_with_what_it_is_of_which_day_and_whose_account():
    line = SourceLine(
        "s", "activity", "EX-A-2026-004", "Front door visited", "Visit to the front line", TODAY,
        EvidenceKind.OBSERVATION, True,
    )
    assert pick_of(line, Serves.CHILDREN).about == (
        "Visit to the front line · A-2026-004 · 23 Nov 2026 · Direct observation · more than the agency’s own account"
    )


def test_what_it_is_about_is_called_by_its_party_its_words_and_its_challenge(room: Room):
    challenge, (part,) = room.put()
    room.answer(part)
    (response,) = room.register.challenges.responses(part.id)
    room.register.courses.agree_action(part.id, [Action(text="Audit *twenty* plans. And more.")])
    (action,) = room.register.challenges.actions(part.id)
    updates = [
        room.register.updates.note(ProgressUpdate(action_id=action.id, noted_on=TODAY, text="Begun.")),
        room.register.updates.note(ProgressUpdate(
            response_id=response.id, side=Side.SEEN, seen=Seen.IN_PART, noted_on=TODAY
        )),
    ]  # fmt: skip
    told = [about_what(room.register, one) for one in (challenge, part, action, response, *updates)]
    assert told == [
        "C-2026-001 Are return-home interviews changing plans?",
        "Police · C-2026-001",
        "the action “Audit twenty plans” · C-2026-001",
        "the answer of Police · C-2026-001",
        "reported by the agency on 23 Nov 2026: the action “Audit twenty plans” · C-2026-001",
        "seen by me on 23 Nov 2026: the answer of Police · C-2026-001",
    ]


def test_anything_else_is_called_as_the_search_calls_it_and_an_entry_by_its_title(room: Room):
    visit = room.register.activities.save(an_activity())
    entry = room.register.evidence.save(Evidence(title="Audit"))
    assert about_what(room.register, visit) == title_of(room.register, visit) == "EX-A-2026-001 Front door visited"
    assert title_of(room.register, entry) == "Audit"
    assert [name_of(one) for one in (visit, entry, ProgressUpdate())] == ["A-2026-001", "E-2026-001", "What I saw"]
