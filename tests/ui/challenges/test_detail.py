"""The detail as one reads it: nothing that is on record is left out, nothing that is empty takes room."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from scrutineer.domain.challenge import Challenge, ImpactLevel, Outcome, Priority, Stage, Status, Visibility
from scrutineer.domain.lifecycle import Step
from scrutineer.ui.challenges.detail import ChallengeDetail, level_chip
from scrutineer.ui.widgets.chip import ChipLabel, Sign
from tests.factories import TODAY
from tests.ui.challenges.room import Room, press, read


@pytest.fixture
def detail(room: Room, qtbot: QtBot) -> ChallengeDetail:
    made = ChallengeDetail(room.tools)
    qtbot.addWidget(made)
    made.resize(480, 700)
    made.show()
    return made


def chips(detail: ChallengeDetail) -> list[str]:
    return [chip.chip.words for chip in detail.findChildren(ChipLabel)]


def show(room: Room, detail: ChallengeDetail, challenge: Challenge) -> str:
    detail.show_dossier(room.register.dossier_of(challenge.id))
    return read(detail)


def test_it_reads_from_the_reference_to_the_story(room: Room, detail: ChallengeDetail):
    made, _ = room.put(room.police, room.icb, forum="the Executive Group", priority=Priority.IMPORTANT,
                       what_works="Offered within **three days**.", why_it_matters="Plans follow.")  # fmt: skip
    words = show(room, detail, made)
    assert f"{made.reference} · put on 23 Nov 2026 at the Executive Group" in words
    assert made.title in words
    assert "Of 22 plans I read" in words
    assert "What already works" in words
    assert "Offered within three days." in words, "Markdown is shown as it will look"
    assert "What good would look like" not in words
    assert "Put to Police, ICB at the Executive Group" in words
    assert chips(detail)[:2] == ["Raised", "important"]


def test_escalation_and_privacy_are_said_only_when_there_is_something_to_say(room: Room, detail: ChallengeDetail):
    plain, _ = room.put()
    assert chips_of(room, detail, plain) == ["Raised", "routine", "awaited, due 21 Dec"]
    told = room.register.challenges.save(replace(
        plain, stage=Stage.EXECUTIVE, visibility=Visibility.PRIVATE, my_note="Rings first.", private=("my_note",)
    ))
    assert "Stage 2 · executive group" in chips_of(room, detail, told)
    assert "Me alone" in chips(detail)
    assert "My note · private to me" in read(detail)


def chips_of(room: Room, detail: ChallengeDetail, challenge: Challenge) -> list[str]:
    show(room, detail, challenge)
    return chips(detail)


def test_a_draft_can_be_put_edited_and_withdrawn(room: Room, detail: ChallengeDetail):
    draft = room.register.challenges.draft(Challenge(text="Not yet."))
    asked: list[tuple[str, str]] = []
    detail.asked.connect(lambda code, id_: asked.append((code, id_)))
    assert "a draft, not put yet" in show(room, detail, draft)
    for code in ("put", "edit", "note", "withdraw", "changes"):
        press(detail, f"challenge-{code}")
    assert asked == [(code, draft.id) for code in ("put", "edit", "note", "withdraw", "changes")]


def test_an_old_log_is_shown_with_what_it_does_not_say(room: Room, detail: ChallengeDetail):
    found = room.register.challenges.as_found(Challenge(title="From 2019", status=Status.CLOSED), [])
    words = show(room, detail, found)
    assert "date put not recorded" in words
    assert "Not recorded." in words
    assert "entered as found" in chips(detail)
    assert detail.findChild(object, "challenge-withdraw") is None


def test_what_changed_is_a_sign_with_words_once_it_is_known(room: Room, detail: ChallengeDetail):
    made, (part,) = room.put()
    assert "What changed?" not in show(room, detail, made)
    room.answer(part)
    assert "Said when a part is closed" in show(room, detail, made)
    ended = replace(room.part(part), outcome=Outcome.ASSURED_NO_CHANGE_NEEDED, impact_level=ImpactLevel.REPLY_ONLY,
                    what_changed="Nothing needed to.", closed_on=TODAY)  # fmt: skip
    room.register.challenges.take(Step.CLOSE, ended)
    words = show(room, detail, made)
    assert "1 Reply only" in chips(detail)
    assert "something you or others saw" in words
    assert "What changed: 1 Reply only · 23 Nov 2026" in words


def test_practice_and_what_is_beyond_it_have_the_sign_of_good_news():
    signs = [level_chip(level).sign for level in ImpactLevel]
    assert signs == [Sign.NONE, Sign.NONE, Sign.FAIR, Sign.GOOD, Sign.GOOD, Sign.GOOD]


def test_shown_again_it_stays_where_the_reader_was(room: Room, detail: ChallengeDetail, qtbot: QtBot):
    made, _ = room.put(text="One line.\n\n" * 60)
    dossier = room.register.dossier_of(made.id)
    detail.show_dossier(dossier)
    qtbot.waitUntil(lambda: detail.verticalScrollBar().maximum() > 300)
    detail.verticalScrollBar().setValue(250)
    detail.show_dossier(dossier, in_place=True)
    qtbot.waitUntil(lambda: detail.verticalScrollBar().value() == 250)
    detail.show_dossier(dossier)
    qtbot.waitUntil(lambda: detail.verticalScrollBar().value() == 0)
