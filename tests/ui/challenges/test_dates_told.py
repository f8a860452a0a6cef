"""One party's clock in words: every date it had, and why it moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrutineer.domain.extension import Extension
from scrutineer.domain.note import NoteKind
from scrutineer.ui.challenges.dates_told import move_in_words
from scrutineer.ui.challenges.detail import ChallengeDetail
from tests.ui.challenges.room import Room, chips, show


def test_the_ledger_is_told_beside_the_name_and_each_move_beneath(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put(raised_on=date(2026, 10, 1))
    assert "later than first agreed" not in show(room, detail, part)
    extend = room.register.extensions.extend
    extend([part.id], date(2026, 11, 5), "A vacancy.", asked_by="the lead", agreed_by="me", on=date(2026, 10, 20))
    extend([part.id], date(2026, 12, 1), "The audit is late", on=date(2026, 11, 4))
    room.register.notes.about(part, NoteKind.CHASED, "")
    words = show(room, detail, part)
    assert "third date, 23 working days later than first agreed, chased 23 Nov" in words
    assert "29 Oct to 5 Nov 2026: A vacancy. Asked for by the lead; agreed by me, 20 Oct 2026." in words
    assert "5 Nov to 1 Dec 2026: The audit is late. Agreed, 4 Nov 2026." in words
    assert "awaited, due 1 Dec" in chips(detail)


def test_a_first_date_that_came_later_had_none_before():
    move = Extension(addressee_id="a", new_due_on=date(2026, 12, 1), why="", agreed_on=None)
    assert move_in_words(move) == "No date, then 1 Dec 2026. Agreed."


def test_of_older_records_only_how_often_it_moved_is_known(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put()
    with room.register.desk.act("Police: a vacancy") as act:
        act.put(replace(part, due_on=date(2027, 1, 8)))
    assert "date moved once" in show(room, detail, part)


def test_when_it_is_answered_nobody_is_said_to_have_been_chased(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put()
    room.register.notes.about(part, NoteKind.CHASED, "")
    room.answer(part)
    assert "chased 23 Nov" not in show(room, detail, part)
