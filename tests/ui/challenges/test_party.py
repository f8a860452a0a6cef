"""One party's part on the detail: from its clock to its next steps, in the order in which one thinks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Challenge, Position, Stage, Status
from scrutineer.domain.escalation import EscalationStep
from scrutineer.domain.organisation import Change
from scrutineer.ui.challenges.detail import ChallengeDetail
from scrutineer.ui.widgets.prose import Prose
from tests.factories import TODAY
from tests.ui.challenges.room import Room, chips, show


def test_while_an_answer_is_awaited_the_clock_is_neutral(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put(raised_on=date(2026, 10, 1))
    assert "Police" in show(room, detail, part)
    assert "answer awaited since 29 Oct (17 working days)" in chips(detail)
    room.register.courses.acknowledge(part.id, date(2026, 10, 5))
    assert "acknowledged 5 Oct" in show(room, detail, part)


def test_more_that_was_asked_and_how_it_is_tested_can_be_read(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put()
    room.answer(part)
    room.register.courses.ask_more(part.id, "Who reads them?", date(2026, 12, 1))
    words = show(room, detail, part)
    assert "What more I asked" in words
    assert "Who reads them?" in words
    assert chips(detail)[2:] == ["accepted", "More asked", "awaited, due 1 Dec"]
    room.answer(part)
    room.register.courses.test(part.id, "Read ten plans.", date(2026, 12, 14))
    assert "How I will test it · 14 Dec 2026" in show(room, detail, part)


def test_a_part_is_read_in_the_order_in_which_one_thinks(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put(raised_on=date(2026, 9, 1))
    extend = room.register.extensions.extend
    extend([part.id], date(2026, 10, 1), "A vacancy.", on=date(2026, 9, 12))
    room.answer(part, received_on=date(2026, 9, 20), text="We accept this.")
    room.register.courses.agree_action(part.id, [Action(text="Audit twenty plans.")], date(2026, 9, 21))
    room.register.evidence.link(part, room.seen())
    room.register.escalations.escalate([part.id], EscalationStep(stage=Stage.AGENCY_LEAD, stepped_on=TODAY))
    show(room, detail, part)
    sheet = detail.widget()
    told: list[QLabel | Prose] = [*sheet.findChildren(QLabel), *sheet.findChildren(Prose)]
    told.sort(key=lambda one: one.mapTo(sheet, QPoint()).y())
    words = "\n".join(one.text() if isinstance(one, QLabel) else one.toPlainText() for one in told)
    order = ["A vacancy.", "We accept this.", "Audit twenty plans.", "Evidence", "Escalation", "Story"]
    assert sorted(order, key=words.index) == order


def test_what_ended_a_whole_challenge_is_said_once(room: Room, detail: ChallengeDetail):
    made, (part, _) = room.put(room.police, room.icb)
    room.register.courses.withdraw(made.id, "Overtaken.", "Both chiefs", TODAY)
    words = show(room, detail, part)
    assert (words.count("Overtaken."), words.count("Told: Both chiefs")) == (2, 1), "above, and in the story"


def test_a_part_that_was_handed_over_says_whose_it_was(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put(room.icb)
    after = replace(room.icb, id="f" * 32, name="Integrated Care Board West", short_name="ICB West", created_at=None)
    room.register.successions.follow([room.icb], [after], Change.RENAMED, TODAY)
    assert "ICB West (formerly ICB)" in show(room, detail, part)


def test_for_whose_attention_it_was_put_is_said(room: Room, detail: ChallengeDetail):
    party = Addressee(agency_id=room.police.id, contact_role="the detective superintendent")
    made = room.register.challenges.put_to(Challenge(text="Who reads them?"), [party])
    assert "for the attention of the detective superintendent" in show(room, detail, made)


def test_an_old_logs_position_is_shown_although_its_answer_is_not_on_record(room: Room, detail: ChallengeDetail):
    party = Addressee(agency_id=room.police.id, position=Position.ACCEPTED, status=Status.ACTION_AGREED)
    found = room.register.challenges.as_found(Challenge(title="From 2019", status=Status.ACTION_AGREED), [party])
    show(room, detail, found)
    assert chips(detail)[-2:] == ["accepted", "Action agreed"]
