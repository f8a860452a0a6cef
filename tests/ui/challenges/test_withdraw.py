"""“Withdraw” ends a challenge, or one party's part of it, with a reason, and says who was told."""

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


def test_one_party_alone_is_let_go_and_the_other_goes_on(room: Room):
    made, (police, icb) = room.put(room.police, room.icb)
    on_sheet(fill(withdrawn_because="Not theirs.", told="The chief officer"))
    assert withdraw.ask_part(room.tools, room.parent, police.id) == "The part of Police is withdrawn."
    part = room.part(police)
    assert (part.status, part.withdrawn_because, part.told, part.closed_on) == (
        Status.WITHDRAWN, "Not theirs.", "The chief officer", TODAY,
    )  # fmt: skip
    assert room.part(icb).status is Status.RAISED
    assert room.register.challenges.get(made.id).status is Status.RAISED
    assert (TODAY, "Police’s part withdrawn", "Not theirs.") in room.register.story_of(made.id)


def test_a_part_is_not_withdrawn_without_saying_why_and_to_whom(room: Room):
    _, (police, _) = room.put(room.police, room.icb)
    seen: list[str] = []
    on_sheet(lambda sheet: (sheet.save(), seen.append(read(sheet))))
    assert withdraw.ask_part(room.tools, room.parent, police.id) == ""
    assert "Say why it is withdrawn." in seen[0]
    assert "Say who was told." in seen[0]
    assert room.part(police).status is Status.RAISED
