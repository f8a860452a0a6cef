"""“Withdraw” ends a challenge with a reason, and says who was told."""

from __future__ import annotations

from scrutineer.domain.challenge import Challenge, Status
from scrutineer.ui.challenges import withdraw
from tests.factories import TODAY
from tests.ui.challenges.room import Room, fill, on_sheet, read


def test_why_and_who_was_told_are_kept(room: Room):
    made, _ = room.put()
    on_sheet(fill(withdrawn_because="Overtaken.", told="The Chief Constable"))
    assert withdraw.ask(room.tools, room.parent, made.id) == f"{made.reference} is withdrawn."
    after = room.register.challenges.get(made.id)
    assert (after.status, after.withdrawn_because, after.told) == (
        Status.WITHDRAWN, "Overtaken.", "The Chief Constable",
    )  # fmt: skip
    assert after.closed_on == TODAY


def test_of_a_draft_nobody_needs_to_be_told(room: Room):
    draft = room.register.challenges.draft(Challenge(text="Not yet."))
    seen: list[str] = []

    def act(sheet):
        seen.append(read(sheet))
        fill(withdrawn_because="Asked elsewhere.")(sheet)

    on_sheet(act)
    assert withdraw.ask(room.tools, room.parent, draft.id)
    assert "Who was told" not in seen[0]
    assert room.register.challenges.get(draft.id).status is Status.WITHDRAWN
